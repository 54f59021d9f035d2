import {
  COS,
  FOUR_OVER_PI,
  LN2_HIGH,
  LN2_LOW,
  LOG,
  normals16Float32,
  QUARTER,
  SIN,
  SQRT_HALF,
  TWO_PI,
} from './torch-normal.js';
import {
  add32,
  below32,
  type Code,
  get,
  i32,
  loop,
  moduleOf,
  returned,
  set,
  tee,
  vector,
  when,
  whole,
} from './wasm-code.js';

// The formula of `normals16Float32` on two pairs of values at a time, as WebAssembly that is put together here: every
// float32 is held as a float64, and rounded as often as there. A fused multiply-add is rounded twice, to float64 and to
// float32, which is wrong only where the float64 lies midway between two float32; the block that has such a one is left
// to the plain function, one in a thousand or so.

/** As many values lie in its memory at once, and as many results after them. */
const VALUES = 4096;
const TABLE_BYTES = 1024;
const RESULTS = TABLE_BYTES + 4 * VALUES;
const BLOCK = 16;
// Compiling takes a millisecond or two, and as long as thousands of values.
const FEW = 2048;

interface Simd {
  readonly values: Float32Array;
  readonly results: Float32Array;
  /** Makes normals of so many values; gives the first block that is not done, or `to`. */
  run(from: number, to: number, mean: number, std: number): number;
}

/** Replaces uniforms by normals, block of 16 by block. */
export function normalsFloat32(data: Float32Array, mean: number, std: number): void {
  const kernel = data.length < FEW || !isModerate(mean) || !isModerate(std) ? null : simd();
  if (kernel === null) {
    for (let at = 0; at < data.length; at += BLOCK) normals16Float32(data, at, mean, std);
    return;
  }
  for (let at = 0; at < data.length; at += VALUES) {
    const part = data.subarray(at, at + VALUES);
    kernel.values.set(part);
    const left: number[] = [];
    for (let done = 0; done < part.length; ) {
      done = kernel.run(done, part.length, mean, std);
      if (done < part.length) left.push(done);
      done += BLOCK;
    }
    for (const block of left) {
      kernel.results.set(part.subarray(block, block + BLOCK), block);
      normals16Float32(kernel.results, block, mean, std);
    }
    part.set(kernel.results.subarray(0, part.length));
  }
}

/** Whether results stay far from the smallest and the largest float32, where rounding is another. */
function isModerate(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size > 2 ** -60 && size < 2 ** 60);
}

let made: Simd | null | undefined;

/** The compiled function; null where there is no WebAssembly with vectors, or a page's policy forbids it. */
function simd(): Simd | null {
  if (made === undefined) {
    try {
      made = compile();
    } catch {
      made = null;
    }
  }
  return made;
}

function compile(): Simd {
  const table: (number | bigint)[] = [];
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(moduleOf(program(table), 3 + LANES * LOCALS_OF_LANE)),
  );
  const { buffer } = exports.memory as WebAssembly.Memory;
  const constants = new DataView(buffer);
  table.forEach((value, i) => {
    if (typeof value === 'bigint') constants.setBigUint64(8 * i, value, true);
    else constants.setFloat64(8 * i, value, true);
  });
  const run = exports.run as (from: number, to: number, mean: number, std: number) => number;
  return {
    values: new Float32Array(buffer, TABLE_BYTES, VALUES),
    results: new Float32Array(buffer, RESULTS, VALUES),
    run: (from, to, mean, std) => (run(TABLE_BYTES + 4 * from, TABLE_BYTES + 4 * to, mean, std) - TABLE_BYTES) / 4,
  };
}

const [and, or, xor, select] = [vector(0x4e), vector(0x50), vector(0x51), vector(0x52)];
const [anyTrue, splat] = [vector(0x53), vector(0x14)];
const [lessThan, floor, truncate] = [vector(0x49), vector(0x75), vector(0x7a)];
const [equal64, shiftLeft, shiftRight, add64] = [vector(0xd6), vector(0xcb), vector(0xcd), vector(0xce)];
const [equal32, shiftLeft32, smaller] = [vector(0x37), vector(0xab), vector(0xb6)];
const [root, plus, minus, times] = [vector(0xef), vector(0xf0), vector(0xf1), vector(0xf2)];
const [demote, promote] = [vector(0x5e), vector(0x5f)];
const ALIGN_8 = 3;
const loadTwo = (address: Code, offset: number): Code => promote([...address, 0xfd, 0x5d, ALIGN_8, ...whole(offset)]);
const storeTwo = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...demote(value),
  ...[0xfd, 0x5b, ALIGN_8, ...whole(offset), 0],
];

// The four arguments come before the locals: some that all use, and some of each of the lanes that are worked on in turn,
// as each step has to wait for the one before it.
const [FROM, TO, MEAN, STD, MEANS, STDS, MIDWAY] = [0, 1, 2, 3, 4, 5, 6];
const LANES = 4;
const LOCALS_OF_LANE = 11;

/** The function's body; the constants that it reads are added to the table. */
function program(table: (number | bigint)[]): Code {
  const lanes = Array.from({ length: LANES }, (_, lane) => statementsOf(lane, table));
  const block = [
    ...set(MIDWAY, constant(table, 0n)),
    ...lanes[0]!.flatMap((_, step) => lanes.flatMap((statements) => statements[step]!)),
    ...when(anyTrue(equal32(get(MIDWAY), constant(table, 0x8000000080000000n))), returned(get(FROM))),
    ...set(FROM, add32(get(FROM), i32(4 * BLOCK))),
  ];
  return [
    ...set(MEANS, splat(get(MEAN))),
    ...set(STDS, splat(get(STD))),
    ...loop(block, below32(get(FROM), get(TO))),
    ...get(FROM),
  ];
}

function constant(table: (number | bigint)[], value: number | bigint): Code {
  const known = table.findIndex((other) => Object.is(other, value));
  const at = known >= 0 ? known : table.push(value) - 1;
  // `v128.load64_splat`
  return [...i32(0), 0xfd, 0x0a, ALIGN_8, ...whole(8 * at)];
}

/** Steps that make four normals of the uniforms at 2 lane and 2 lane + 1, and at 8 more. */
function statementsOf(lane: number, table: (number | bigint)[]): Code[] {
  const [SUM, E, X, Z, Y, RADIUS, THETA, OCTANT, C, S, SWAP] = Array.from(
    { length: LOCALS_OF_LANE },
    (_, i) => 7 + LOCALS_OF_LANE * lane + i,
  ) as [number, number, number, number, number, number, number, number, number, number, number];
  const fixed = (value: number | bigint): Code => constant(table, value);
  /** target = value, rounded half up; says in MIDWAY whether it lies midway, where that may be wrong. */
  const rounded = (target: number, value: Code): Code[] => [
    set(target, and(add64(tee(SUM, value), fixed(0x10000000n)), fixed(0xffffffffe0000000n))),
    // A 1 and 28 zeros to round away are, moved up, the smallest int32.
    set(MIDWAY, smaller(get(MIDWAY), shiftLeft32(get(SUM), i32(3)))),
  ];
  const fused = (target: number, a: Code, b: Code, c: Code): Code[] => rounded(target, plus(times(a, b), c));
  /** Rounded half to even: for what lies midway often, squares and sums of two float32, and needs no fused rounding. */
  const even = (value: Code): Code => promote(demote(value));
  const polynomial = (target: number, [first, ...more]: readonly number[], x: number): Code[] =>
    more.flatMap((next, i) => fused(target, i === 0 ? fixed(first!) : get(target), get(x), fixed(next)));

  const logarithm = [
    set(X, minus(fixed(1), loadTwo(get(FROM), 8 * lane))),
    set(E, minus(or(shiftRight(get(X), i32(52)), fixed(2 ** 52)), fixed(2 ** 52 + 1022))),
    set(X, or(and(get(X), fixed(0x000fffffffffffffn)), fixed(0.5))),
    set(Y, lessThan(get(X), fixed(SQRT_HALF))),
    set(E, minus(get(E), and(get(Y), fixed(1)))),
    set(X, plus(minus(get(X), fixed(1)), and(get(X), get(Y)))),
    set(Z, even(times(get(X), get(X)))),
    ...polynomial(Y, LOG, X),
    ...rounded(Y, times(get(Y), get(X))),
    set(C, even(times(get(E), fixed(LN2_LOW)))),
    ...fused(Y, get(Y), get(Z), get(C)),
    set(Y, even(minus(get(Y), times(get(Z), fixed(0.5))))),
    set(Y, even(plus(get(X), get(Y)))),
    set(Y, even(plus(times(get(E), fixed(LN2_HIGH)), get(Y)))),
  ];
  const angle = [
    ...rounded(THETA, times(loadTwo(get(FROM), 8 * lane + 32), fixed(TWO_PI))),
    ...rounded(OCTANT, times(get(THETA), fixed(FOUR_OVER_PI))),
    set(OCTANT, truncate(get(OCTANT))),
    set(OCTANT, times(floor(times(plus(get(OCTANT), fixed(1)), fixed(0.5))), fixed(2))),
    set(X, even(plus(times(get(OCTANT), fixed(QUARTER[0])), get(THETA)))),
    set(X, even(plus(times(get(OCTANT), fixed(QUARTER[1])), get(X)))),
    ...fused(X, get(OCTANT), fixed(QUARTER[2]), get(X)),
    set(Z, even(times(get(X), get(X)))),
    ...polynomial(C, COS, Z),
    ...rounded(C, times(get(C), get(Z))),
    ...fused(C, get(C), get(Z), times(get(Z), fixed(-0.5))),
    set(C, even(plus(get(C), fixed(1)))),
    ...polynomial(S, SIN, Z),
    ...rounded(S, times(get(S), get(Z))),
    ...fused(S, get(S), get(X), get(X)),
  ];
  // The octant's bits as those of a whole number; bit 2 becomes a sign.
  const sign = (number: Code): Code => shiftLeft(and(number, fixed(4n)), i32(61));
  const turned = [
    set(OCTANT, and(plus(get(OCTANT), fixed(2 ** 52)), fixed(15n))),
    set(SWAP, equal64(and(get(OCTANT), fixed(2n)), fixed(2n))),
    set(X, xor(select(get(C), get(S), get(SWAP)), sign(get(OCTANT)))),
    set(Z, xor(select(get(S), get(C), get(SWAP)), sign(add64(get(OCTANT), fixed(2n))))),
  ];
  return [
    ...logarithm,
    ...rounded(RADIUS, root(times(get(Y), fixed(-2)))),
    ...angle,
    ...turned,
    ...rounded(Z, times(get(RADIUS), get(Z))),
    ...rounded(X, times(get(RADIUS), get(X))),
    ...fused(Z, get(Z), get(STDS), get(MEANS)),
    ...fused(X, get(X), get(STDS), get(MEANS)),
    storeTwo(get(FROM), 8 * lane + 4 * VALUES, get(Z)),
    storeTwo(get(FROM), 8 * lane + 4 * VALUES + 32, get(X)),
  ];
}
