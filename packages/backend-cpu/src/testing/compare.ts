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
