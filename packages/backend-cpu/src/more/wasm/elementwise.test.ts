import type { BinaryOp, Operand, View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../../testing/backends.js';
import { expectSameBits, expectWithin } from '../../testing/compare.js';
import { enginesByThreads } from '../../testing/threads.js';
import { list, plain, uniform, view } from '../../testing/views.js';
import { Home } from '../../wasm/home.js';
import { binary, unary } from './elementwise.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/** Random elements with what is special among them. */
function values(size: number, seed: number): number[] {
  return uniform(size, -9, 9, seed).map((x, i) => (i % 97 === 13 ? [nan, inf, -inf, -0][i % 4]! : x));
}

/** Operands of a shape: dense, a number, one element, and what repeats along rows, columns and channels. */
function operands(shape: readonly [number, number, number]): [string, Operand][] {
  const [n, c, s] = shape;
  return [
    ['dense', view(values(n * c * s + 3, 2), shape, { offset: 3 })],
    ['a number', 1.5],
    ['one element', view([2.5], shape, { strides: [0, 0, 0] })],
    ['a row', view(values(c * s, 3), shape, { strides: [0, s, 1] })],
    ['a number a row', view(values(n * c, 4), shape, { strides: [c, 1, 0] })],
    ['channels', view(values(c, 5), shape, { strides: [0, 1, 0] })],
  ];
}

const shapes: readonly (readonly [number, number, number])[] = [
  [5, 3, 7],
  [3, 70, 301],
  [2, 2, 17000],
  [12, 16, 49],
];

describe.each(enginesByThreads)('elementwise work in a memory that threads share (%s)', (_, one, two) => {
  test.each(shapes)('pairs of [%i, %i, %i]', (...shape) => {
    const [n, c, s] = shape;
    const dense = view(values(n * c * s, 1), shape);
    for (const [what, other] of operands(shape)) {
      for (const op of ['sub', 'mul', 'minimum'] as BinaryOp[]) {
        for (const [a, b] of [
          [dense, other],
          [other, dense],
        ] as const) {
          const expected = list(plain.binary(op, a, b));
          const alone = binary(one, op, a, b);
          expect(alone, what).not.toBeNull();
          expectWithin([...alone!], expected, 0);
          expectSameBits(binary(two, op, a, b)!, alone!);
        }
      }
    }
  });

  test('operands that stay, and others beside them', () => {
    const shape = [12, 16, 196] as const;
    const make = (seed: number): View => view(values(12 * 16 * 196, seed), shape);
    const [a, b, c] = [make(1), make(2), make(3)];
    const expected = list(plain.binary('mul', a, b));
    const besides = list(plain.binary('sub', c, a));
    Home.moveIn(a.buffer as never, two);
    Home.moveIn(b.buffer as never, two);
    expectWithin([...binary(two, 'mul', a, b)!], expected, 0);
    expectWithin([...binary(two, 'sub', c, a)!], besides, 0);
    expectWithin([...unary(two, 'relu', a)!], list(plain.unary('relu', a)), 0);
  });

  test.each([1, 5, 20000, 70001])('functions of %i elements', (size) => {
    const x = view(values(size + 1, 1), [size], { offset: 1 });
    for (const op of ['neg', 'relu', 'sqrt', 'exp', 'tanh', 'sigmoid'] as const) {
      const alone = unary(one, op, x)!;
      expectWithin([...alone], list(plain.unary(op, x)), 2);
      expectSameBits(unary(two, op, x)!, alone);
    }
  });

  test('what there is no kernel for', () => {
    const x = view(values(64, 1), [8, 8]);
    const turned = view(values(64, 1), [8, 8], { strides: [1, 8] });
    expect(unary(one, 'floor', x)).toBeNull();
    expect(binary(one, 'pow', x, x)).toBeNull();
    expect(binary(one, 'add', x, turned)).toBeNull();
    expect(binary(one, 'add', turned, 1)).toBeNull();
  });
});

test.each(wasmBackends)('channels are found by the backend (%s)', (_, backend) => {
  const shape = [3, 5, 64] as const;
  const x = view(values(3 * 5 * 64, 1), shape);
  const scale = view(values(5, 2), shape, { strides: [0, 1, 0] });
  expect(list(backend.binary('mul', x, scale))).toEqual(list(plain.binary('mul', x, scale)));
  expect(list(backend.binary('sub', scale, x))).toEqual(list(plain.binary('sub', scale, x)));
});
