import { cpu } from '@kindling/backend-cpu';
import { type Backend, type DType, type ReduceOp, rowMajorStrides, type View } from '@kindling/tensor-core/backend';
import { beforeAll, describe, expect, it } from 'vitest';
import { gpu } from './index.js';
import { compare, denseView, elementsFor, numbers, place, places, viewOf } from './testing.js';

let both: [Backend, Backend];
beforeAll(async () => {
  both = [await gpu(), await cpu()];
});

const full = places.filter(({ shape }) => !shape.includes(0));
const reductions: readonly ReduceOp[] = ['sum', 'prod', 'max', 'min'];

/** A dense view of the same elements on any backend. */
const dense = (backend: Backend, shape: number[], dtype: DType = 'float32', seed = 1): View =>
  denseView(
    backend.upload(
      elementsFor(
        dtype,
        shape.reduce((n, d) => n * d, 1),
        seed,
      ),
      dtype,
    ),
    shape,
  );

describe('reduce', () => {
  it.each(full)('$name, to every number of dimensions', async (where) => {
    for (let keep = 0; keep <= where.shape.length; keep++) {
      for (const op of ['sum', 'max'] as const) {
        await compare(both, `${op} ${keep}`, (backend) => backend.reduce(op, place(backend, where), keep), 2e-6, 2e-6);
      }
      await compare(both, `argmin ${keep}`, (backend) => backend.argReduce('min', place(backend, where), keep));
    }
  });

  it.each(reductions)('%s of every dtype', async (op) => {
    for (const dtype of ['float32', 'int32', 'bool'] as const) {
      const few = (backend: Backend) => dense(backend, [3, 5], dtype, 4);
      await compare(both, `${op} ${dtype}`, (backend) => backend.reduce(op, few(backend), 1), 2e-6, 2e-6);
    }
  });

  it('nothing', async () => {
    for (const op of ['sum', 'prod'] as const) {
      await compare(both, op, (backend) => backend.reduce(op, dense(backend, [3, 0]), 1));
      await compare(both, op, (backend) => backend.reduce(op, dense(backend, [0]), 0));
      await compare(both, op, (backend) => backend.reduce(op, dense(backend, [0, 4]), 1));
    }
  });

  it.each([31, 32, 33, 64, 65, 1000, 1023, 1024, 1025, 4099, 100_003])('rows of %i', async (n) => {
    for (const op of reductions) {
      const relative = op === 'prod' ? 3e-6 + n * 1e-9 : 3e-6;
      // Products of factors around 1 stay small.
      const near1 = (backend: Backend) => {
        const next = numbers(n);
        const values = Float32Array.from({ length: 2 * n }, () =>
          op === 'prod' ? 1 + (next() - 0.5) / Math.sqrt(n) : next() - 0.3,
        );
        return denseView(backend.upload(values, 'float32'), [2, n]);
      };
      await compare(both, op, (backend) => backend.reduce(op, near1(backend), 1), relative);
      await compare(
        both,
        `${op} of columns`,
        (backend) => {
          const { buffer } = near1(backend);
          return backend.reduce(op, viewOf(buffer, { shape: [2, n], strides: [1, 2], offset: 0 }), 1);
        },
        relative,
      );
    }
    for (const op of ['max', 'min'] as const) {
      await compare(both, `arg${op}`, (backend) => backend.argReduce(op, dense(backend, [2, n], 'float32', n), 1));
      // Many equal elements: the first wins.
      await compare(both, `arg${op} int32`, (backend) => backend.argReduce(op, dense(backend, [2, n], 'int32', n), 1));
    }
  });

  it('a sum is added up in parts', async () => {
    const ones = new Float32Array(3_000_000).fill(0.1);
    await compare(both, 'sum', (backend) => backend.reduce('sum', denseView(backend.upload(ones, 'float32')), 0), 2e-6);
  });

  it('NaN and infinities', async () => {
    const rows = [
      [1, Number.NaN, 3, Number.NaN],
      [-Infinity, -Infinity, -Infinity, -Infinity],
      [Infinity, 1, -Infinity, 2],
      [-0, 0, -0, 0],
      [Number.NaN, 5, Infinity, 0],
    ];
    const table = (backend: Backend) => denseView(backend.upload(new Float32Array(rows.flat()), 'float32'), [5, 4]);
    for (const op of reductions) await compare(both, op, (backend) => backend.reduce(op, table(backend), 1));
    for (const op of ['max', 'min'] as const) {
      await compare(both, `arg${op}`, (backend) => backend.argReduce(op, table(backend), 1));
    }
  });
});

describe('matmul', () => {
  it.each([
    [
      [1, 1],
      [1, 1],
    ],
    [
      [3, 4],
      [4, 5],
    ],
    [
      [17, 129],
      [129, 3],
    ],
    [
      [2, 300],
      [300, 2],
    ],
    [
      [2, 3, 4],
      [2, 4, 5],
    ],
    [
      [2, 2, 3, 4],
      [2, 2, 4, 1],
    ],
    [
      [0, 3],
      [3, 2],
    ],
    [
      [2, 0],
      [0, 3],
    ],
    [
      [2, 3],
      [3, 0],
    ],
    [
      [0, 2, 3],
      [0, 3, 2],
    ],
  ])('%j x %j', async (a, b) => {
    for (const dtype of ['float32', 'int32', 'bool'] as const) {
      await compare(
        both,
        dtype,
        (backend) => backend.matmul(dense(backend, a, dtype), dense(backend, b, dtype, 2)),
        4e-6,
        4e-5,
      );
    }
  });

  it('of views', async () => {
    const transposed = (backend: Backend, [r, c]: [number, number], seed: number) =>
      viewOf(dense(backend, [r * c], 'float32', seed).buffer, { shape: [r, c], strides: [1, r], offset: 0 });
    const run = (what: string, make: (backend: Backend) => [View, View]) =>
      compare(both, what, (backend) => backend.matmul(...make(backend)), 4e-6, 4e-6);
    await run('A^T B', (b) => [transposed(b, [5, 7], 1), dense(b, [7, 4])]);
    await run('A B^T', (b) => [dense(b, [5, 7]), transposed(b, [7, 4], 3)]);
    await run('A^T B^T', (b) => [transposed(b, [5, 7], 1), transposed(b, [7, 4], 3)]);
    await run('repeated batch', (b) => [
      viewOf(dense(b, [6]).buffer, { shape: [3, 2, 3], strides: [0, 3, 1], offset: 0 }),
      dense(b, [3, 3, 2]),
    ]);
    await run('parts, backwards', (b) => [
      viewOf(dense(b, [40]).buffer, { shape: [3, 4], strides: [-8, 2], offset: 31 }),
      viewOf(dense(b, [40]).buffer, { shape: [4, 2], strides: [5, -1], offset: 9 }),
    ]);
  });
});

describe('gather, scatterAdd', () => {
  const cases: { x: number[]; index: number[]; dim: number }[] = [
    { x: [5], index: [3], dim: 0 },
    { x: [5], index: [9], dim: 0 },
    { x: [4, 3], index: [2, 3], dim: 0 },
    { x: [4, 3], index: [4, 7], dim: 1 },
    { x: [4, 3], index: [2, 2], dim: 1 },
    { x: [2, 3, 4], index: [2, 6, 4], dim: 1 },
    { x: [2, 3, 4], index: [1, 2, 3], dim: 2 },
    { x: [2, 3, 4], index: [0, 2, 3], dim: 2 },
  ];
  const indices = (backend: Backend, shape: number[], below: number, seed = 3): View => {
    const next = numbers(seed);
    const size = shape.reduce((n, d) => n * d, 1);
    const values = Int32Array.from({ length: size }, () => Math.floor(next() * below));
    return denseView(backend.upload(values, 'int32'), shape);
  };

  it.each(cases)('$x by $index along $dim', async ({ x, index, dim }) => {
    for (const dtype of ['float32', 'int32', 'bool'] as const) {
      const places = (backend: Backend) => indices(backend, index, x[dim]!);
      await compare(both, `gather ${dtype}`, (backend) =>
        backend.gather(dense(backend, x, dtype), dim, places(backend)),
      );
      await compare(both, `scatter ${dtype}`, (backend) =>
        backend.scatterAdd(dense(backend, x, dtype), dim, places(backend), dense(backend, index, dtype, 2)),
      );
    }
  });

  it('of views', async () => {
    const flip = (view: View): View => ({
      ...view,
      strides: view.strides.map((stride) => -stride),
      offset: view.offset + view.shape.reduce((sum, n, d) => sum + (n - 1) * view.strides[d]!, 0),
      dense: false,
    });
    await compare(both, 'gather', (b) => b.gather(flip(dense(b, [4, 3])), 0, flip(indices(b, [6, 3], 4))));
    await compare(both, 'scatter', (b) =>
      b.scatterAdd(flip(dense(b, [4, 3])), 0, flip(indices(b, [6, 3], 4)), flip(dense(b, [6, 3], 'float32', 8))),
    );
    // One number added in many places, as the gradient of an embedding's sum is.
    await compare(both, 'repeated source', (b) =>
      b.scatterAdd(
        dense(b, [4, 3]),
        0,
        indices(b, [6, 3], 4),
        viewOf(b.upload(new Float32Array([0.5]), 'float32'), { shape: [6, 3], strides: [0, 0], offset: 0 }),
      ),
    );
  });
});

describe('cumsum, sort', () => {
  it.each(places)('of $name', async (where) => {
    const dtypes = ['float32', 'int32', 'bool'] as const;
    for (const dtype of where.held > 30 ? dtypes : dtypes.slice(0, 1)) {
      await compare(both, `cumsum ${dtype}`, (b) => b.cumsum(place(b, where, dtype)), 2e-6, 2e-6);
      for (const descending of [false, true]) {
        for (const part of ['values', 'indices'] as const) {
          await compare(both, `sort ${dtype} ${part}`, (b) => b.sort(place(b, where, dtype), descending)[part]);
        }
      }
    }
  });

  it('sorts NaN last, and first where the order falls; equal elements keep theirs', async () => {
    const values = new Float32Array([3, Number.NaN, -Infinity, 0, -0, Infinity, 3, Number.NaN, 1, 0, Infinity]);
    for (const descending of [false, true]) {
      for (const part of ['values', 'indices'] as const) {
        await compare(both, part, (b) => b.sort(denseView(b.upload(values, 'float32')), descending)[part]);
      }
    }
  });

  it('of long rows', async () => {
    await compare(both, 'cumsum', (b) => b.cumsum(dense(b, [2, 5000])), 1e-5, 1e-4);
    await compare(both, 'sort', (b) => b.sort(dense(b, [2, 1000]), false).values);
    await compare(both, 'sort', (b) => b.sort(dense(b, [2, 1000], 'int32'), true).indices);
  });
});

describe('assign', () => {
  /** Views whose elements lie in places of their own, as the targets of an assignment do. */
  const targets = places.filter(({ name }) => !name.includes('repeated'));

  it.each(targets)('to $name', async (where) => {
    const next = (backend: Backend) => dense(backend, [...where.shape], 'float32', 77);
    for (const source of ['number', 'dense', 'repeated'] as const) {
      await compare(both, source, (backend) => {
        const target = place(backend, where);
        if (source === 'number') backend.assign(target, 8.5);
        else if (source === 'dense') backend.assign(target, next(backend));
        else backend.assign(target, { ...next(backend), strides: where.shape.map(() => 0), dense: false });
        return target.buffer;
      });
    }
  });

  it('leaves what shared the elements alone', async () => {
    const [backend] = both;
    const x = denseView(backend.upload(new Float32Array([1, 2, 3]), 'float32'));
    const y = denseView(backend.copy(x, 'float32'));
    const z = denseView(backend.fill(3, 0, 'float32'));
    backend.assign(z, x);
    backend.assign(x, 9);
    backend.assign({ ...y, shape: [1], count: 1 }, 7);
    expect([...(await backend.read(x))]).toEqual([9, 9, 9]);
    expect([...(await backend.read(y))]).toEqual([7, 2, 3]);
    expect([...(await backend.read(z))]).toEqual([1, 2, 3]);
  });

  it('refuses a target whose elements share places', () => {
    const [backend] = both;
    const buffer = backend.upload(new Float32Array(4), 'float32');
    const target = viewOf(buffer, { shape: [3, 2], strides: [1, 1], offset: 0 });
    expect(() => backend.assign(target, 1)).toThrow('overlap or interleave');
    expect(rowMajorStrides(target.shape)).toEqual([2, 1]);
  });
});
