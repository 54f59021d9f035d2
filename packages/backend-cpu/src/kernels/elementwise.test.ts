import type { BinaryOp, DType, UnaryOp } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { elements, layouts, list, plain, uniform, view } from '../testing/views.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const edges = [nan, -0, 0, inf, -inf, 0.5, 1.5, 2.5, -0.5, -2.5];

/** What PyTorch 1.13.1 gives for `edges`, in float64. */
const atEdges: Partial<Record<UnaryOp, number[]>> = {
  neg: [nan, 0, -0, -inf, inf, -0.5, -1.5, -2.5, 0.5, 2.5],
  abs: [nan, 0, 0, inf, inf, 0.5, 1.5, 2.5, 0.5, 2.5],
  sign: [0, 0, 0, 1, -1, 1, 1, 1, -1, -1],
  relu: [nan, -0, 0, inf, 0, 0.5, 1.5, 2.5, 0, 0],
  round: [nan, -0, 0, inf, -inf, 0, 2, 2, -0, -2],
  floor: [nan, -0, 0, inf, -inf, 0, 1, 2, -1, -3],
  ceil: [nan, -0, 0, inf, -inf, 1, 2, 3, -0, -2],
  reciprocal: [nan, -inf, inf, 0, -0, 2, 2 / 3, 0.4, -2, -0.4],
  sqrt: [nan, -0, 0, inf, nan, Math.SQRT1_2, Math.sqrt(1.5), Math.sqrt(2.5), nan, nan],
  rsqrt: [nan, -inf, inf, 0, nan, Math.SQRT2, 0.816496580927726, 0.6324555320336759, nan, nan],
  isnan: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  isfinite: [0, 1, 1, 0, 0, 1, 1, 1, 1, 1],
  logicalNot: [0, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  exp: [
    nan,
    1,
    1,
    inf,
    0,
    1.6487212707001282,
    4.4816890703380645,
    12.182493960703473,
    0.6065306597126334,
    0.0820849986238988,
  ],
  expm1: [
    nan,
    -0,
    0,
    inf,
    -1,
    0.6487212707001282,
    3.481689070338065,
    11.182493960703473,
    -0.3934693402873666,
    -0.9179150013761013,
  ],
  log: [nan, -inf, -inf, inf, nan, -Math.LN2, 0.4054651081081644, 0.9162907318741551, nan, nan],
  log1p: [nan, -0, 0, inf, nan, 0.4054651081081644, 0.9162907318741551, 1.252762968495368, -Math.LN2, nan],
  sin: [
    nan,
    -0,
    0,
    nan,
    nan,
    0.479425538604203,
    0.9974949866040544,
    0.5984721441039564,
    -0.479425538604203,
    -0.5984721441039564,
  ],
  cos: [
    nan,
    1,
    1,
    nan,
    nan,
    0.8775825618903728,
    0.0707372016677029,
    -0.8011436155469337,
    0.8775825618903728,
    -0.8011436155469337,
  ],
  tanh: [
    nan,
    -0,
    0,
    1,
    -1,
    0.46211715726000974,
    0.9051482536448665,
    0.9866142981514303,
    -0.46211715726000974,
    -0.9866142981514303,
  ],
  sigmoid: [
    nan,
    0.5,
    0.5,
    1,
    0,
    0.6224593312018546,
    0.8175744761936437,
    0.9241418199787566,
    0.3775406687981454,
    0.07585818002124356,
  ],
  erf: [
    nan,
    -0,
    0,
    1,
    -1,
    0.5204998778130465,
    0.9661051464753108,
    0.999593047982555,
    -0.5204998778130465,
    -0.999593047982555,
  ],
};

/** Equal, or within two steps of a double; 0 and -0 differ. */
function expectClose(actual: number[], expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((x, i) => {
    const y = expected[i]!;
    if (!Object.is(x, y) && !(Math.abs(x - y) <= 2 ** -51 * Math.abs(y) && y !== 0)) expect([i, x]).toEqual([i, y]);
  });
}

describe('unary', () => {
  test.each(Object.entries(atEdges))('%s at the edges', (op, expected) => {
    expectClose(list(plain.unary(op as UnaryOp, view(edges, [10], { dtype: 'float64' }))), expected);
    const rounded = list(plain.unary(op as UnaryOp, view(edges, [10])));
    expectClose(rounded, expected.map(Math.fround));
  });

  test.each([[[]], [[7]], [[3, 4]], [[2, 3, 2]], [[2, 0]]])('reads %j in any layout', (shape) => {
    for (const x of layouts(shape)) {
      expect(list(plain.unary('neg', x))).toEqual(elements(x).map((v) => -v));
      expect(list(plain.unary('sign', x))).toEqual(elements(x).map(Math.sign));
    }
  });

  test('int32 wraps', () => {
    const x = view([-(2 ** 31), 5, -7, 0], [4], { dtype: 'int32' });
    expect(list(plain.unary('neg', x))).toEqual([-(2 ** 31), -5, 7, 0]);
    expect(list(plain.unary('abs', x))).toEqual([-(2 ** 31), 5, 7, 0]);
    expect(list(plain.unary('sign', x))).toEqual([-1, 1, -1, 0]);
    expect(list(plain.unary('relu', x))).toEqual([0, 5, 0, 0]);
  });

  test.each<DType>(['float32', 'float64', 'int32', 'bool'])('predicates of %s are bool', (dtype) => {
    const x = view([0, 1, 1], [3], { dtype });
    for (const op of ['isnan', 'isfinite', 'logicalNot'] as const) expect(plain.unary(op, x).dtype).toBe('bool');
    expect(list(plain.unary('logicalNot', x))).toEqual([1, 0, 0]);
  });

  test('halves are rounded to even, far from 0 too', () => {
    const x = [3.5, 4.5, -3.5, -4.5, 2 ** 51 + 0.5, 2 ** 52 + 1, 0.49999999999999994, 1e300];
    const expected = [4, 4, -4, -4, 2 ** 51, 2 ** 52 + 1, 0, 1e300];
    expect(list(plain.unary('round', view(x, [8], { dtype: 'float64' })))).toEqual(expected);
  });

  test('sigmoid keeps its relative accuracy far below 0', () => {
    expectClose(list(plain.unary('sigmoid', view([-700, -745, 800], [3], { dtype: 'float64' }))), [
      Math.exp(-700),
      5e-324,
      1,
    ]);
  });
});

const definitions: Partial<Record<BinaryOp, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  maximum: (x, y) => (Number.isNaN(x) || Number.isNaN(y) ? nan : [x, y].sort((p, q) => p - q)[1]!),
  minimum: (x, y) => (Number.isNaN(x) || Number.isNaN(y) ? nan : [x, y].sort((p, q) => p - q)[0]!),
  eq: (x, y) => +(x === y),
  ne: (x, y) => +(x !== y),
  lt: (x, y) => +(x < y),
  le: (x, y) => +(x <= y),
  gt: (x, y) => +(x > y),
  ge: (x, y) => +(x >= y),
  logicalAnd: (x, y) => +(x !== 0 && y !== 0),
  logicalOr: (x, y) => +(x !== 0 || y !== 0),
  logicalXor: (x, y) => +((x !== 0) !== (y !== 0)),
};

describe('binary', () => {
  test.each(Object.entries(definitions))('%s of every pair of edges', (op, define) => {
    const a = edges.flatMap((x) => edges.map(() => x));
    const b = edges.flatMap(() => edges);
    const expected = a.map((x, i) => define!(x, b[i]!));
    for (const dtype of ['float32', 'float64'] as const) {
      const x = view(a, [100], { dtype });
      const y = view(b, [100], { dtype });
      const result = plain.binary(op as BinaryOp, x, y);
      const signless = list(result).map((v) => v + 0);
      expect(signless).toEqual(expected.map((v) => (dtype === 'float32' ? Math.fround(v) : v) + 0));
    }
  });

  test.each([[[]], [[7]], [[3, 4]], [[2, 3, 2]], [[0, 2]]])('reads %j in any layouts', (shape) => {
    const right = layouts(shape, 'float32', 2);
    for (const a of layouts(shape)) {
      for (const b of right) {
        const x = elements(a);
        const y = elements(b);
        expect(list(plain.binary('sub', a, b))).toEqual(x.map((v, i) => Math.fround(v - y[i]!)));
        expect(list(plain.binary('lt', a, b))).toEqual(x.map((v, i) => +(v < y[i]!)));
      }
      expect(list(plain.binary('sub', a, 0.1))).toEqual(elements(a).map((v) => Math.fround(v - Math.fround(0.1))));
      expect(list(plain.binary('sub', 0.1, a))).toEqual(elements(a).map((v) => Math.fround(Math.fround(0.1) - v)));
    }
  });

  test('a number is rounded to the dtype of the other operand before it is compared', () => {
    expect(list(plain.binary('eq', view([0.1], [1]), 0.1))).toEqual([1]);
    expect(list(plain.binary('logicalAnd', view([1], [1], { dtype: 'int32' }), 0.5))).toEqual([1]);
  });

  test('the logical operations take two dtypes', () => {
    const a = view([0.5, 0, nan], [3]);
    const b = view([1, 1, 0], [3], { dtype: 'bool' });
    expect(list(plain.binary('logicalAnd', a, b))).toEqual([1, 0, 0]);
  });

  test('pow follows C, not JavaScript', () => {
    const x = view([1, -1, -1, 0, -inf, -8, 0, -0, nan, 2], [10], { dtype: 'float64' });
    const y = view([nan, inf, -inf, -1, 0.5, 1 / 3, 0, -1, 0, 10], [10], { dtype: 'float64' });
    expect(list(plain.binary('pow', x, y))).toEqual([1, 1, 1, inf, inf, nan, 1, -inf, 1, 1024]);
  });

  test('int32 wraps', () => {
    const int = (...values: number[]) => view(values, [values.length], { dtype: 'int32' });
    const big = 2 ** 31 - 1;
    expect(list(plain.binary('add', int(big, -big), int(1, -2)))).toEqual([-(2 ** 31), big]);
    expect(list(plain.binary('mul', int(big, 123456789), int(big, 987654321)))).toEqual([1, -67153019]);
    expect(list(plain.binary('pow', int(2, -1, -1, 1, 3, 0, -2), int(-1, -3, -2, -5, 40, 0, 31)))).toEqual([
      0,
      -1,
      1,
      1,
      689956897,
      1,
      -(2 ** 31),
    ]);
    expect(list(plain.binary('maximum', int(1, -5), int(-1, 7)))).toEqual([1, 7]);
  });

  test('bool arithmetic is logic', () => {
    const a = view([0, 0, 1, 1], [4], { dtype: 'bool' });
    const b = view([0, 1, 0, 1], [4], { dtype: 'bool' });
    expect(list(plain.binary('add', a, b))).toEqual([0, 1, 1, 1]);
    expect(list(plain.binary('mul', a, b))).toEqual([0, 0, 0, 1]);
    expect(list(plain.binary('maximum', a, b))).toEqual([0, 1, 1, 1]);
    expect(list(plain.binary('minimum', a, b))).toEqual([0, 0, 0, 1]);
    expect(() => plain.binary('sub', a, b)).toThrow('sub: bool has none');
  });

  test('a float result is computed in double and rounded once', () => {
    const a = uniform(500, -10, 10, 3).map(Math.fround);
    const b = uniform(500, -10, 10, 4).map(Math.fround);
    expect(list(plain.binary('div', view(a, [500]), view(b, [500])))).toEqual(a.map((x, i) => Math.fround(x / b[i]!)));
  });
});
