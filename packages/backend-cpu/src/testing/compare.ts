import { expect } from 'vitest';
import { ulps } from './ulps.js';

/** Fails where two lists differ by more than `most` units in the last place; says where, and what went in there. */
export function expectWithin(
  actual: readonly number[],
  expected: readonly number[],
  most: number,
  inputs: readonly ArrayLike<number>[] = [],
): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  let where = -1;
  for (let i = 0; i < actual.length; i++) {
    const distance = ulps(actual[i]!, expected[i]!);
    if (distance > worst) [worst, where] = [distance, i];
  }
  if (worst > most) {
    const at = inputs.map((input) => input[where]);
    expect({ where, at, value: actual[where] }).toEqual({ where, at, value: expected[where] });
  }
}

/** Fails where two lists differ by more than a part of what is expected and a constant; says where. */
export function expectClose(
  actual: readonly number[],
  expected: readonly number[],
  relative: number,
  absolute: number,
): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((v, i) => {
    const y = expected[i]!;
    if (!(Math.abs(v - y) <= relative * Math.abs(y) + absolute)) expect([i, v]).toEqual([i, y]);
  });
}

/** Fails where two arrays differ in a single bit. */
export function expectSameBits(actual: Float32Array, expected: Float32Array): void {
  const bits = ({ buffer, byteOffset, length }: Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length);
  const [a, b] = [bits(actual), bits(expected)];
  expect(a.length).toBe(b.length);
  const at = a.findIndex((word, i) => word !== b[i]);
  if (at >= 0) expect({ at, value: actual[at] }).toEqual({ at, value: expected[at] });
}
