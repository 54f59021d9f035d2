import { cpu } from '@kindling/backend-cpu';
import type { ArithmeticOp, Backend, BinaryOp, ComparisonOp, DType, UnaryOp } from '@kindling/tensor-core/backend';
import { beforeAll, describe, expect, it } from 'vitest';
import { gpu } from './index.js';
import { compare, denseView, expectClose, place, places } from './testing.js';

let both: [Backend, Backend];
beforeAll(async () => {
  both = [await gpu(), await cpu()];
});

const unary: readonly UnaryOp[] = [
  'neg',
  'abs',
  'sign',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sqrt',
  'rsqrt',
  'reciprocal',
  'sin',
  'cos',
  'tanh',
  'sigmoid',
  'erf',
  'relu',
  'floor',
  'ceil',
  'round',
  'isnan',
  'isfinite',
  'logicalNot',
];
const arithmetic: readonly ArithmeticOp[] = ['add', 'sub', 'mul', 'div', 'pow', 'maximum', 'minimum'];
const comparisons: readonly ComparisonOp[] = [
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'logicalAnd',
  'logicalOr',
  'logicalXor',
];

/** Numbers where functions change their form, and where devices give up. */
const edges = new Float32Array([
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  -1.5,
  2.5,
  3.5,
  1e-3,
  -1e-3,
  1e-7,
  -1e-7,
  1e-20,
  -1e-20,
  0.1,
  -0.1,
  0.3,
  -0.3,
  0.349,
  0.351,
  0.399,
  0.401,
  -0.399,
  -0.401,
  0.72,
  0.9999,
  1.0001,
  1.2,
  2,
  3,
  -3,
  4,
  5,
  -5,
  8.9,
  9.2,
  -9.2,
  10,
  17.5,
  50,
  -50,
  80,
  -80,
  87,
  -87,
  88.7,
  88.8,
  -103,
  89,
  200,
  -200,
  1000,
  -1000,
  12345.678,
  -54321.1,
  1e5,
  8388607.5,
  16777217,
  1e10,
  -1e10,
  1e30,
  -1e30,
  3e38,
  -3e38,
  Infinity,
  -Infinity,
  NaN,
]);

describe('unary', () => {
  it.each(unary)('%s, at the edges', async (op) => {
    const [a, e] = await Promise.all(
      both.map((backend) => backend.read(denseView(backend.unary(op, denseView(backend.upload(edges, 'float32')))))),
    );
    for (const [i, x] of edges.entries()) {
      // Beyond 1e5 a turn's position is lost in the rounding of its number; see the README.
      if ((op === 'sin' || op === 'cos') && Number.isFinite(x) && Math.abs(x) > 1e5) continue;
      const absolute = op === 'sin' || op === 'cos' ? 3e-6 : 1e-37;
      expectClose(a!.slice(i, i + 1), e!.slice(i, i + 1), `${op}(${x})`, 1e-6, absolute);
    }
  });

  it.each(places)('of $name', async (where) => {
    await compare(both, 'neg', (backend) => backend.unary('neg', place(backend, where)));
    await compare(both, 'isfinite', (backend) => backend.unary('isfinite', place(backend, where)));
  });

  it.each(['neg', 'abs', 'sign', 'relu', 'isnan', 'isfinite', 'logicalNot'] as const)('%s of int32', async (op) => {
    await compare(both, op, (backend) => backend.unary(op, place(backend, places[7]!, 'int32')));
  });

  it('logicalNot, isnan of bool', async () => {
    for (const op of ['isnan', 'logicalNot'] as const) {
      await compare(both, op, (backend) => backend.unary(op, place(backend, places[7]!, 'bool')));
    }
  });
});

describe('binary', () => {
  /** Every pair of edges. */
  const pairs = (op: BinaryOp) => (backend: Backend) => {
    const buffer = backend.upload(edges, 'float32');
    const n = edges.length;
    const shape = [n, n];
    const common = { buffer, dtype: 'float32', shape, offset: 0, count: n * n, dense: false } as const;
    return backend.binary(op, { ...common, strides: [1, 0] }, { ...common, strides: [0, 1] });
  };

  it.each([...arithmetic, ...comparisons])('%s of every pair of edges', async (op) => {
    const results = await Promise.all(both.map((backend) => backend.read(denseView(pairs(op)(backend)))));
    const [a, e] = results as [Float32Array, Float32Array];
    for (let i = 0; i < e.length; i++) {
      const [x, y] = [edges[Math.floor(i / edges.length)]!, edges[i % edges.length]!];
      expectClose(a.slice(i, i + 1), e.slice(i, i + 1), `${op}(${x}, ${y})`, 1e-6, 1.2e-38);
    }
  });

  it.each(places)('of $name with itself, others and numbers', async (where) => {
    for (const op of ['sub'] as const) {
      const run = (f: (backend: Backend) => ReturnType<Backend['binary']>) => compare(both, op, f);
      await run((backend) => backend.binary(op, place(backend, where), place(backend, where, 'float32', 2)));
      await run((backend) => backend.binary(op, place(backend, where), 1.5));
      await run((backend) => backend.binary(op, -0.25, place(backend, where)));
      const plain = (backend: Backend) => {
        const size = where.shape.reduce((n, d) => n * d, 1);
        return denseView(backend.upload(new Float32Array(size).fill(0.75), 'float32'), where.shape);
      };
      await run((backend) => backend.binary(op, place(backend, where), plain(backend)));
    }
  });

  it.each([...arithmetic, ...comparisons].filter((op) => op !== 'pow'))('%s of int32', async (op) => {
    await compare(both, op, (backend) => {
      const where = places[7]!;
      return backend.binary(op, place(backend, where, 'int32'), place(backend, where, 'int32', 5));
    });
    await compare(both, `${op} 2`, (backend) => backend.binary(op, place(backend, places[7]!, 'int32'), 2));
    await compare(both, `-3 ${op}`, (backend) => backend.binary(op, -3, place(backend, places[7]!, 'int32')));
  });

  it('pow of int32', async () => {
    const base = new Int32Array([-9, -8, -3, -2, -1, 0, 1, 2, 3, 5, 7, 9]);
    for (const power of [-5, -4, -1, 0, 1, 2, 3, 7]) {
      await compare(both, `pow ${power}`, (backend) =>
        backend.binary('pow', denseView(backend.upload(base, 'int32')), power),
      );
    }
  });

  it('powers of whole numbers are whole', async () => {
    const base = denseView(both[0].upload(new Float32Array([0, 1, 2, 3, 5, 7, 10, -2, -3]), 'float32'));
    for (const power of [0, 1, 2, 3, 4, 5, 7]) {
      const values = await both[0].read(denseView(both[0].binary('pow', base, power)));
      expect([...values]).toEqual([0, 1, 2, 3, 5, 7, 10, -2, -3].map((x) => x ** power));
    }
  });

  it('arithmetic of int32 wraps, where the wrapped is small', async () => {
    const [a, b] = [new Int32Array([65536, 65535, 16777215]), new Int32Array([65537, 65537, 256])];
    await compare(both, 'mul', (backend) =>
      backend.binary('mul', denseView(backend.upload(a, 'int32')), denseView(backend.upload(b, 'int32'))),
    );
  });

  it.each(['add', 'mul', 'maximum', 'minimum', ...comparisons] as const)('%s of bool', async (op) => {
    await compare(both, op, (backend) => {
      const where = places[7]!;
      return backend.binary(op, place(backend, where, 'bool'), place(backend, where, 'bool', 5));
    });
  });

  it('has no subtraction of bool', async () => {
    const x = place(both[0], places[7]!, 'bool');
    expect(() => both[0].binary('sub', x, x)).toThrow('gpu: sub: bool has none');
  });
});

describe('where, fill, copy', () => {
  it.each(places)('where, of $name', async (where) => {
    for (const dtype of ['float32', 'bool'] as DType[]) {
      const run = (f: (backend: Backend) => ReturnType<Backend['where']>) => compare(both, `where ${dtype}`, f);
      const condition = (backend: Backend) => place(backend, where, 'bool', 9);
      const a = (backend: Backend) => place(backend, where, dtype, 1);
      const b = (backend: Backend) => place(backend, where, dtype, 2);
      await run((backend) => backend.where(condition(backend), a(backend), b(backend), dtype));
      await run((backend) => backend.where(condition(backend), 1, b(backend), dtype));
      await run((backend) => backend.where(condition(backend), a(backend), 0, dtype));
    }
    await compare(both, 'where of numbers', (backend) =>
      backend.where(place(backend, where, 'bool', 9), Number.NaN, -Infinity, 'float32'),
    );
  });

  it('fill', async () => {
    for (const value of [0, 1.25, -Infinity, Number.NaN, 1e30]) {
      for (const size of [0, 1, 5, 1000]) {
        await compare(both, `fill ${value}`, (backend) => backend.fill(size, value, 'float32'));
      }
    }
    await compare(both, 'fill int32', (backend) => backend.fill(3, -7, 'int32'));
    await compare(both, 'fill bool', (backend) => backend.fill(3, 2, 'bool'));
  });

  it.each(places)('copy, of $name', async (where) => {
    for (const from of ['float32', 'int32', 'bool'] as DType[]) {
      for (const to of ['float32', 'int32', 'bool'] as DType[]) {
        await compare(both, `${from} to ${to}`, (backend) => backend.copy(place(backend, where, from), to));
      }
    }
  });

  it('copy converts what is not finite', async () => {
    const values = new Float32Array([Number.NaN, Infinity, -Infinity, 0.9, -0.9, -2.5, 0, -0]);
    for (const to of ['int32', 'bool'] as const) {
      await compare(both, to, (backend) => backend.copy(denseView(backend.upload(values, 'float32')), to));
    }
  });
});
