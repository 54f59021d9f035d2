import { setTimeout as turn } from 'node:timers/promises';
import { type AdamStep, type SGDStep, sizeOf, type View, type Windows } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../buffer.js';
import { MoreWasmBackend } from '../more/wasm.js';
import { kinds } from '../testing/backends.js';
import { list, uniform, view, viewOf } from '../testing/views.js';
import { loadEngines } from './load.js';
import type { SharedEngines } from './shared-engines.js';

/** Backends of one thread and of several, which share every product that can be shared. */
async function start(kind: (typeof kinds)[number], threads: number) {
  const engines = (await loadEngines(kind, { threads, worth: 1 })) as SharedEngines;
  return { engines, backend: new MoreWasmBackend(kind, engines) };
}

/** Works until the other threads have taken parts. */
async function untilTheyHelp({ large }: SharedEngines, work: () => unknown): Promise<void> {
  for (let tries = 0; large.pool!.taken === 0; tries++) {
    expect(tries).toBeLessThan(2000);
    // Small work ends before a sleeping thread is awake, and much later on a busy machine: it is given more and more of it.
    for (let i = 0; i < 50 && large.pool!.taken === 0; i++) work();
    await turn(5);
  }
}

const products: [m: number, k: number, n: number][] = [
  [1, 300, 700],
  [10, 60, 180],
  [12, 33, 257],
  [13, 40, 9],
  [64, 64, 64],
  [100, 600, 70],
  [7, 513, 1030],
  [301, 20, 33],
  [500, 2, 128],
  [200, 100, 1],
];

describe.each(kinds)('threads (%s)', (kind) => {
  test('2 and 3 compute to the bit what 1 does', async () => {
    const inputs = products.map(([m, k, n]) => ({
      ...{ m, k, n },
      x: Float32Array.from(uniform(m * k, -1, 1, 1)),
      w: Float32Array.from(uniform(n * k, -1, 1, 2)),
      b: Float32Array.from(uniform(n, -1, 1, 3)),
      g: Float32Array.from(uniform(m * n, -1, 1, 4)),
    }));
    const run = ({ backend }: Awaited<ReturnType<typeof start>>): Uint8Array[] =>
      inputs.flatMap(({ m, k, n, x, w, b, g }) => {
        const [left, right, weight] = [view(x, [m, k]), view(w, [k, n]), view(w, [n, k])];
        const grad = view(g, [m, n]);
        const results = [
          backend.matmul(left, right),
          backend.matmul(view(x, [m, k], { strides: [1, m] }), right),
          backend.fused.linear(left, weight, view(b, [n]), 'sigmoid'),
          backend.fused.linear(left, weight, null, 'relu'),
          ...backend.fused.linearBackward(grad, left, weight, grad, 'tanh', [true, true, true])!,
        ];
        return results.map((result) => new Uint8Array(Float32Array.from((result as CpuBuffer).values).buffer));
      });
    const expected = run(await start(kind, 1));
    for (const threads of [2, 3]) {
      const several = await start(kind, threads);
      const work = () =>
        run(several).forEach((bytes, i) => {
          expect(Buffer.compare(bytes, expected[i]!)).toBe(0);
        });
      await untilTheyHelp(several.engines, work);
      for (let i = 0; i < 5; i++) work();
    }
  });

  test('convolutions, too', async () => {
    const shared: { windows: Windows; x: View; w: View; b: View; g: View; groups: number }[] = (
      [
        [[9, 40, 9, 10], [80, 20, 3, 3], [1, 1], 2],
        [[2, 50, 30, 31], [50, 50, 3, 2], [0, 0], 1],
        [[5, 80, 7, 7], [81, 80, 1, 1], [0, 0], 1],
      ] as const
    ).map(([image, weight, padding, groups]) => {
      const windows: Windows = { kernel: [weight[2], weight[3]], stride: [1, 1], padding, dilation: [1, 1] };
      const counts = [0, 1].map((d) => image[d + 2]! + 2 * padding[d]! - weight[d + 2]! + 1);
      const make = (shape: readonly number[], seed: number): View => view(uniform(sizeOf(shape), -1, 1, seed), shape);
      const g = make([image[0], weight[0], ...counts], 4);
      return { windows, x: make(image, 1), w: make(weight, 2), b: make([weight[0]], 3), g, groups };
    });
    const run = ({ backend: { fused } }: Awaited<ReturnType<typeof start>>): number[][] =>
      shared.flatMap(({ windows, x, w, b, g, groups }) => [
        list(fused.conv2d(x, w, b, windows, groups, 'tanh')),
        list(fused.conv2d(x, w, null, windows, groups, 'identity')),
        ...fused.conv2dBackward(g, x, w, g, windows, groups, 'relu', [true, true, true]).map((made) => list(made!)),
        list(fused.conv2dInputGradient(g, w, x.shape, windows, groups)),
        list(fused.conv2dWeightGradient(g, x, windows, groups)),
      ]);
    const expected = run(await start(kind, 1));
    for (const threads of [2, 3]) {
      const several = await start(kind, threads);
      const { windows, x, w, groups } = shared[2]!;
      await untilTheyHelp(several.engines, () => several.backend.fused.conv2d(x, w, null, windows, groups, 'identity'));
      for (let i = 0; i < 3; i++) expect(run(several)).toEqual(expected);
    }
  });

  test('pooling and batch normalisation of what stays in their memory, too', async () => {
    const shape = [4, 40, 41, 43] as const;
    const half = [4, 40, 20, 21] as const;
    const spans = (size: number) => {
      const starts = Array.from({ length: size }, (_, i) => 2 * i);
      return { starts, ends: starts.map((start) => start + 2), step: 1 };
    };
    const how = { outer: 4, groups: 40, inner: 41 * 43, perGroup: true, eps: 1e-5 };
    const run = ({ backend }: Awaited<ReturnType<typeof start>>): Buffer[] => {
      const stay = (x: View): View => {
        backend.pin(x.buffer);
        return x;
      };
      const make = (shape: readonly number[], seed: number): View =>
        stay(view(uniform(sizeOf(shape), -1, 1, seed), shape, { backend }));
      const [x, g] = [make(shape, 1), make(shape, 2)];
      const [w, b] = [make([40], 3), make([40], 4)];
      const { fused } = backend;
      const pooled = fused.maxPool2d(x, spans(20), spans(21));
      const { y, mean, variance } = fused.normalize(x, w, b, how);
      return [
        ...[pooled.values, pooled.indices, y, mean, variance],
        ...fused.normalizeBackward(g, x, w, how, [true, true, true]).map((made) => made!),
        fused.maxPool2dBackward(stay(viewOf(pooled.values, half)), viewOf(pooled.indices, half), shape),
      ].map((made) => Buffer.from(Float64Array.from(list(made)).buffer));
    };
    const expected = run(await start(kind, 1));
    for (const threads of [2, 3]) {
      const several = await start(kind, threads);
      run(several).forEach((bytes, i) => {
        expect(Buffer.compare(bytes, expected[i]!)).toBe(0);
      });
      expect(several.engines.large.pool).not.toBeNull();
    }
  });

  test('steps of large parameters, too', async () => {
    const size = 70_001;
    const results: number[][][] = [];
    for (const threads of [1, 2]) {
      const { engines, backend } = await start(kind, threads);
      const pinned = (seed: number, low = -1): View => {
        const made = view(uniform(size, low, 1, seed), [size], { backend });
        backend.pin(made.buffer);
        return made;
      };
      const [params, grads] = [[pinned(1)], [pinned(2)]];
      const usual = { params, grads, lr: 0.1, weightDecay: 0.01, maximize: false };
      const sgd: SGDStep = {
        ...usual,
        momentumBuffers: [pinned(3)],
        first: false,
        momentum: 0.9,
        dampening: 0.1,
        nesterov: false,
      };
      const adam: AdamStep = {
        ...usual,
        expAvg: [pinned(4)],
        expAvgSq: [pinned(5, 0)],
        maxExpAvgSq: [pinned(6, 0)],
        step: 3,
        beta1: 0.9,
        beta2: 0.99,
        eps: 1e-8,
        decoupled: true,
      };
      if (threads > 1) {
        await untilTheyHelp(engines, () => backend.fused.sgd({ ...sgd, lr: 0, momentumBuffers: [], momentum: 0 }));
      }
      backend.fused.sgd(sgd);
      backend.fused.adam(adam);
      results.push(
        [params, sgd.momentumBuffers, adam.expAvg, adam.expAvgSq, adam.maxExpAvgSq].map(([x]) => [
          ...backend.readSync(x!),
        ]),
      );
    }
    expect(results[1]).toEqual(results[0]);
  });

  test('small work does not start them', async () => {
    const engines = await loadEngines(kind, {
      threads: 2,
      warn: () => {
        throw new Error('started');
      },
    });
    const backend = new MoreWasmBackend(kind, engines);
    const x = view(uniform(400), [20, 20], { backend });
    backend.pin(x.buffer);
    expect(list(backend.matmul(x, x)).length).toBe(400);
    expect(engines.forProduct(8000, x)).toBe(engines.small);
  });
});
