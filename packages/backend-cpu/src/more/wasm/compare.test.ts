import type { Operand, View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../../testing/backends.js';
import { edges } from '../../testing/ulps.js';
import { layouts, list, plain, uniform, view } from '../../testing/views.js';

const sizes = [1, 127, 128, 129, 143, 144, 145, 1000, 16384, 16400, 40001];

/** Numbers with many equal pairs, and every pair of special ones. */
function pair(size: number): [View, View] {
  const numbers = (seed: number): number[] => uniform(size, -3, 3, seed).map(Math.round);
  const [a, b] = [numbers(1), numbers(2)];
  edges.forEach((x, i) => {
    edges.forEach((y, j) => {
      const at = i * edges.length + j;
      if (at < size) [a[at], b[at]] = [x, y];
    });
  });
  return [view(a, [size]), view(b, [size])];
}

describe.each(wasmBackends)('%s', (_, backend) => {
  describe.each(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const)('%s', (op) => {
    const expectSame = (a: Operand, b: Operand): void => {
      const made = backend.binary(op, a, b);
      expect(made.dtype).toBe('bool');
      expect(list(made)).toEqual(list(plain.binary(op, a, b)));
    };

    test('is the plain kernel of arrays and numbers, for every length', () => {
      for (const size of sizes) {
        const [a, b] = pair(size);
        expectSame(a, b);
        for (const number of [0, -0, 1, 0.1, Number.NaN, Number.NEGATIVE_INFINITY]) {
          expectSame(a, number);
          expectSame(number, b);
        }
      }
    });

    test('in every layout', () => {
      for (const a of layouts([13, 11])) for (const b of layouts([13, 11], 'float32', 2)) expectSame(a, b);
      for (const a of layouts([13, 11], 'int32')) expectSame(a, 3);
    });
  });

  describe('where', () => {
    const expectSame = (condition: View, a: Operand, b: Operand): void => {
      expect(list(backend.where(condition, a, b, 'float32'))).toEqual(list(plain.where(condition, a, b, 'float32')));
    };

    test('is the plain kernel of arrays and numbers, for every length', () => {
      for (const size of sizes) {
        const [a, b] = pair(size);
        const condition = view(
          uniform(size + 3).map((x) => Number(x > 0)),
          [size],
          { dtype: 'bool', offset: 3 },
        );
        expectSame(condition, a, b);
        expectSame(condition, a, 0.1);
        expectSame(condition, Number.NaN, b);
        expectSame(condition, -0, Number.POSITIVE_INFINITY);
      }
    });

    test('in every layout', () => {
      for (const condition of layouts([13, 11], 'bool')) {
        for (const a of layouts([13, 11]))
          for (const b of [a, 2, ...layouts([13, 11], 'float32', 5)]) expectSame(condition, a, b);
      }
    });
  });
});
