import type { Activation, BinaryOp, UnaryOp } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { expectWithin } from '../testing/compare.js';
import { edges, everyFloat } from '../testing/ulps.js';
import { elements, layouts, list, plain, uniform, view } from '../testing/views.js';

/** The units in the last place by which a kernel may differ from the plain one. */
const unaryOps: Partial<Record<UnaryOp, number>> = {
  neg: 0,
  abs: 0,
  relu: 0,
  sqrt: 0,
  rsqrt: 1,
  reciprocal: 0,
  exp: 2,
  log: 2,
  tanh: 2,
  sigmoid: 2,
};
const binaryOps: BinaryOp[] = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'];
const sizes = [0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 63, 64, 65, 66, 67, 100, 1000, 16383, 16384, 16385, 40001];

describe.each(wasmBackends)('unary (%s)', (_, backend) => {
  describe.each(Object.entries(unaryOps) as [UnaryOp, number][])('%s within %i ulp', (op, most) => {
    test('of floats of every size', () => {
      const x = everyFloat(2 ** 18);
      expectWithin(list(backend.unary(op, view(x, [x.length]))), list(plain.unary(op, view(x, [x.length]))), most, [x]);
    });

    test('of numbers between -20 and 20', () => {
      const x = Float32Array.from(uniform(100_000, -20, 20));
      expectWithin(list(backend.unary(op, view(x, [x.length]))), list(plain.unary(op, view(x, [x.length]))), most, [x]);
    });

    test('at the edges, with the sign of zero', () => {
      const x = [...edges, ...edges, ...edges, ...edges];
      const actual = list(backend.unary(op, view(x, [x.length])));
      const expected = list(plain.unary(op, view(x, [x.length])));
      expectWithin(actual, expected, most, [x]);
      actual.forEach((v, i) => {
        if (v === 0) expect([x[i], Object.is(v, -0)]).toEqual([x[i], Object.is(expected[i], -0)]);
      });
    });

    test('of any number of elements, and with an offset', () => {
      for (const size of sizes) {
        const x = view(uniform(size + 3, 0.1, 4), [size], { offset: 3 });
        expectWithin(list(backend.unary(op, x)), list(plain.unary(op, x)), most, [elements(x)]);
      }
    });
  });

  test('in any layout', () => {
    for (const x of layouts([9, 11])) expect(list(backend.unary('neg', x))).toEqual(list(plain.unary('neg', x)));
  });

  test('of other dtypes', () => {
    for (const dtype of ['float64', 'int32'] as const) {
      const x = view(uniform(100, -5, 5), [100], { dtype });
      expect(list(backend.unary('abs', x))).toEqual(list(plain.unary('abs', x)));
    }
  });
});

describe.each(wasmBackends)('binary (%s)', (_, backend) => {
  test.each(binaryOps)('%s of every pair of edges', (op) => {
    const a = edges.flatMap((x) => edges.map(() => x));
    const b = edges.flatMap(() => [...edges]);
    const [x, y] = [view(a, [a.length]), view(b, [b.length])];
    expectWithin(list(backend.binary(op, x, y)), list(plain.binary(op, x, y)), 0, [a, b]);
  });

  test.each(binaryOps)('%s of any number of elements, with offsets and numbers', (op) => {
    for (const size of sizes) {
      const a = view(uniform(size + 1, -5, 5, 1), [size], { offset: 1 });
      const b = view(uniform(size + 2, -5, 5, 2), [size], { offset: 2 });
      for (const [x, y] of [
        [a, b],
        [a, 0.1],
        [0.1, a],
      ] as const) {
        expectWithin(list(backend.binary(op, x, y)), list(plain.binary(op, x, y)), 0);
      }
    }
  });

  test.each([
    [[1, 1]],
    [[13, 17]],
    [[40, 3]],
    [[3, 40]],
    [[2, 5, 9]],
    [[4, 1, 30]],
    [[30, 1, 4]],
    [[3, 1, 1]],
    [[1, 70]],
    [[70, 1]],
    [[300, 70]],
    [[2, 16390]],
    [[8200, 2]],
    [[3, 10, 40]],
    [[4, 40, 7, 9]],
    [[3, 2, 16000]],
  ])('views of %j that repeat rows, columns or one number', (shape) => {
    const dense = view(uniform(shape.reduce((a, b) => a * b)), shape);
    const room = Float32Array.from(uniform(20000, -3, 3, 5));
    for (let first = 0; first <= shape.length; first++) {
      for (let last = first; last <= shape.length; last++) {
        // Dimensions from `first` to `last` are there, the others repeat.
        let step = 1;
        const strides = shape.map(() => 0);
        for (let d = last - 1; d >= first; d--) {
          strides[d] = step;
          step *= shape[d]!;
        }
        if (step > room.length - 2) continue;
        const repeated = view(room, shape, { strides, offset: 2 });
        for (const op of ['sub', 'maximum'] as const) {
          expectWithin(list(backend.binary(op, dense, repeated)), list(plain.binary(op, dense, repeated)), 0);
          expectWithin(list(backend.binary(op, repeated, dense)), list(plain.binary(op, repeated, dense)), 0);
          expectWithin(list(backend.binary(op, repeated, 0.3)), list(plain.binary(op, repeated, 0.3)), 0);
        }
      }
    }
  });

  test('in any layouts', () => {
    const right = layouts([9, 11], 'float32', 2);
    for (const a of layouts([9, 11])) {
      for (const b of right) expect(list(backend.binary('sub', a, b))).toEqual(list(plain.binary('sub', a, b)));
    }
  });

  test('of other dtypes, and operations without a kernel', () => {
    for (const dtype of ['float64', 'int32'] as const) {
      const x = view(uniform(100, -5, 5), [100], { dtype });
      expect(list(backend.binary('mul', x, x))).toEqual(list(plain.binary('mul', x, x)));
    }
    const x = view(uniform(100), [100]);
    expect(backend.binary('lt', x, 0).dtype).toBe('bool');
    expect(list(backend.binary('pow', x, 3))).toEqual(list(plain.binary('pow', x, 3)));
  });
});

describe.each(wasmBackends)('activationBackward (%s)', (_, backend) => {
  test.each(['relu', 'sigmoid', 'tanh'] satisfies Activation[])('%s', (activation) => {
    for (const size of sizes) {
      const g = view(uniform(size + 1, -5, 5, 1), [size], { offset: 1 });
      const y = view(uniform(size, -0.9, 0.9, 2), [size]);
      const expected = list(plain.fused.activationBackward(activation, g, y));
      expectWithin(list(backend.fused.activationBackward(activation, g, y)), expected, 4, [elements(g), elements(y)]);
    }
    const a = edges.flatMap((x) => edges.map(() => x));
    const b = edges.flatMap(() => [0, 1, -1, 0.5, Number.NaN, -0, ...edges.slice(6)]);
    const [g, y] = [view(a, [a.length]), view(b, [b.length])];
    if (activation === 'relu') {
      expect(list(backend.fused.activationBackward('relu', g, y))).toEqual(
        list(plain.fused.activationBackward('relu', g, y)),
      );
    }
    for (const x of layouts([9, 11])) {
      const expected = list(plain.fused.activationBackward(activation, x, x));
      list(backend.fused.activationBackward(activation, x, x)).forEach((v, i) => {
        expect(Math.abs(v - expected[i]!)).toBeLessThanOrEqual(1e-6 * Math.abs(expected[i]!) + 1e-6);
      });
    }
  });
});
