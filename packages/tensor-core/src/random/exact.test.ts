import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fma32, fma64, productError, sumError } from './exact.js';

/** A float64 as a whole number of 2^-1074: exact arithmetic for what the functions must round. */
const UNIT = 1074n;
function exact(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n ? -size : size;
}

const moderate = fc
  .double({ min: -(2 ** 100), max: 2 ** 100, noNaN: true })
  .filter((x) => x === 0 || Math.abs(x) > 2 ** -100);
const single = fc
  .float({ min: -(2 ** 30), max: 2 ** 30, noNaN: true })
  .filter((x) => x === 0 || Math.abs(x) > 2 ** -30);

it('knows what sums and products lose', () => {
  fc.assert(
    fc.property(moderate, moderate, (a, b) => {
      expect(exact(a) + exact(b)).toBe(exact(a + b) + exact(sumError(a, b, a + b)));
      expect(exact(a) * exact(b)).toBe((exact(a * b) + exact(productError(a, b, a * b))) << UNIT);
    }),
  );
});

/** Whether no other value of the grid is nearer to numerator / 2^(2 UNIT) than `x` is. */
function isNearest(x: number, numerator: bigint, step: (x: number, direction: 1 | -1) => number): boolean {
  const distance = (y: number): bigint => {
    const off = numerator - (exact(y) << UNIT);
    return off < 0n ? -off : off;
  };
  return distance(x) <= distance(step(x, 1)) && distance(x) <= distance(step(x, -1));
}

function stepper(array: Float32Array | Float64Array, bits: Int32Array | BigInt64Array) {
  return (x: number, direction: 1 | -1): number => {
    array[0] = x;
    if (x === 0) return 0;
    const away = x > 0 === direction > 0;
    if (bits instanceof Int32Array) bits[0]! += away ? 1 : -1;
    else bits[0]! += away ? 1n : -1n;
    return array[0]!;
  };
}
const float = new Float32Array(1);
const double = new Float64Array(1);
const step32 = stepper(float, new Int32Array(float.buffer));
const step64 = stepper(double, new BigInt64Array(double.buffer));

it('rounds a fused multiply-add once', () => {
  fc.assert(
    fc.property(single, single, single, (a, b, c) => {
      expect(isNearest(fma32(a, b, c), exact(a) * exact(b) + (exact(c) << UNIT), step32)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(moderate, moderate, moderate, fc.boolean(), (a, b, c, cancel) => {
      const addend = cancel ? -(a * b) : c;
      expect(isNearest(fma64(a, b, addend), exact(a) * exact(b) + (exact(addend) << UNIT), step64)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('decides midpoints by what the float64 sum lost', () => {
  // 1 + 2^-24 lies midway between two float32; a last bit far below tips it.
  const tiny = 2 ** -40;
  expect(fma32(1 + 2 ** -12, 1 + 2 ** -12, -(2 ** -11))).toBe(1);
  expect(fma32(tiny, tiny, Math.fround(1 + 2 ** -23))).toBe(1 + 2 ** -23);
  expect(fma32(2 ** -12, 2 ** -12 + 2 ** -35, 1)).toBe(1 + 2 ** -23);
  expect(fma32(2 ** -12, 2 ** -12 - 2 ** -35, 1)).toBe(1);
  expect(fma32(2 ** -12, 2 ** -12 + 2 ** -35, 1)).not.toBe(Math.fround(2 ** -24 + 1));
  expect(fma64(2 ** -27, 2 ** -26 + 2 ** -78, 1)).toBe(1 + 2 ** -52);
  expect(fma64(1 + 2 ** -30, 1 + 2 ** -30, -1)).toBe(2 ** -29 + 2 ** -60);
});
