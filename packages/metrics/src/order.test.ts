import { expect, test } from 'vitest';
import { ascending } from './order.js';

/** Numbers of all sizes and signs, many of them equal. */
function numbers(length: number): Float64Array {
  let state = 7;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const size = 10 ** ((state % 40) - 20);
    return ((state >>> 8) % 50) * size * (state & 64 ? -1 : 1);
  });
}

test.each([0, 1, 2, 1023, 1024, 5000])('%i values ascend, and equal ones keep their places', (length) => {
  const values = numbers(length);
  const expected = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  expect(Array.from(ascending(values))).toEqual(expected);
});

test.each([1, -1])('many values that are alike in the upper half of their bits, of sign %i', (sign) => {
  let state = 3;
  const values = Float64Array.from({ length: 6000 }, (_, i) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    // A long run, short ones, and one that is equal throughout.
    if (i % 3 === 0) return sign * (1 + (state % 700) * 2 ** -52);
    return i % 3 === 1 ? sign * ((state % 900) + (state >>> 20) * 2 ** -50) : sign * 4096;
  });
  const expected = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  expect(Array.from(ascending(values))).toEqual(expected);
});

test('digits that all values share, denormals, both zeros and the largest numbers', () => {
  const edge = [0, -0, 5e-324, -5e-324, 1.7e308, -1.7e308, 1, -1];
  const values = Float64Array.from({ length: 4096 }, (_, i) => edge[(i * 5) % 8]!);
  const sorted = Array.from(ascending(values), (i) => values[i]!);
  expect(sorted.every((value, i) => i === 0 || sorted[i - 1]! <= value)).toBe(true);
  expect(Array.from(ascending(Float64Array.from({ length: 2000 }, () => 0.5)))).toEqual(
    Array.from({ length: 2000 }, (_, i) => i),
  );
});
