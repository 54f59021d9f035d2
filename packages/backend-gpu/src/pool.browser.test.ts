import { cpu } from '@kindling/backend-cpu';
import { maxPool2d } from '@kindling/nn/functional';
import { manualSeed, randn, setBackend, tensor } from '@kindling/tensor-core';
import type { Backend } from '@kindling/tensor-core/backend';
import { beforeAll, expect, it } from 'vitest';
import { gpu } from './index.js';

let backends: readonly [Backend, Backend];
beforeAll(async () => {
  backends = [await gpu(), await cpu()];
});

type Options = Parameters<typeof maxPool2d>[2];

/** The largest elements, and the gradient, of images in which some elements are alike and some are not numbers. */
async function pooled(backend: Backend, shape: number[], kernel: [number, number], options: Options) {
  setBackend(backend);
  manualSeed(3);
  const values = randn(...shape)
    .mul(2)
    .floor();
  const x = tensor(await values.data()).reshape(shape);
  x.flatten().narrow(0, 5, 1).fill_(Number.NaN);
  x.requiresGrad_();
  const y = maxPool2d(x, kernel, options) as ReturnType<typeof randn>;
  y.backward(randn(...y.shape));
  return [y.shape, ...(await Promise.all([y.data(), x.grad!.data()]))];
}

// Windows apart from each other, in rows of whole fours and others, with gaps and rests; and such as overlap.
it.each([
  [[2, 3, 6, 8], [2, 2], {}],
  [[2, 3, 7, 14], [2, 2], {}],
  [[1, 2, 6, 16], [3, 4], {}],
  [[1, 2, 4, 4], [1, 1], {}],
  [[1, 2, 7, 12], [2, 3], {}],
  [[2, 1, 8, 16], [2, 1], { stride: [3, 2] }],
  [[1, 2, 6, 8], [6, 8], {}],
  [[1, 2, 6, 8], [3, 3], { stride: 2, padding: 1 }],
  [[1, 2, 7, 9], [2, 2], { ceilMode: true }],
] as const)('takes the largest of %j in windows of %j, and gives them the gradient', async (shape, kernel, options) => {
  const [ours, theirs] = [
    await pooled(backends[0], [...shape], [...kernel], options as Options),
    await pooled(backends[1], [...shape], [...kernel], options as Options),
  ];
  expect(ours).toEqual(theirs);
});
