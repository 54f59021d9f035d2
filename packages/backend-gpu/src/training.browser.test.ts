import { cpu } from '@kindling/backend-cpu';
import {
  type Backend,
  manualSeed,
  matmul,
  noGrad,
  randn,
  scope,
  setBackend,
  type Tensor,
  tensor,
} from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { type GpuBackend, gpu } from './index.js';

const N = 20;
const HIDDEN = 100;
const EPOCHS = 60;

/** Two blobs, at [0, 5] and [5, 0]: points [N, 2] and classes [N, 1]. */
function blobs(): { points: Tensor; classes: Tensor } {
  const noise = randn([N, 2]);
  const centres = Array.from({ length: N }, (_, i) => (i < N / 2 ? [0, 5] : [5, 0]));
  const classes = Array.from({ length: N }, (_, i) => [i < N / 2 ? 1 : 0]);
  return { points: noise.add(tensor(centres)), classes: tensor(classes) };
}

/** Trains 2 -> 100 -> 1 with sigmoids by gradient descent on the cross-entropy; gives the losses and predictions. */
async function train(backend: Backend, afterEach: () => void = () => {}) {
  setBackend(backend);
  manualSeed(7);
  const { points, classes } = blobs();
  const params = [
    randn([2, HIDDEN]).mul(0.5),
    randn([HIDDEN]).mul(0.5),
    randn([HIDDEN, 1]).mul(0.1),
    randn([1]).mul(0.1),
  ].map((initial) => initial.detach().requiresGrad_());
  const [w1, b1, w2, b2] = params as [Tensor, Tensor, Tensor, Tensor];
  const predict = () => matmul(matmul(points, w1).add(b1).sigmoid(), w2).add(b2).sigmoid();
  const losses: Tensor[] = [];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const loss = scope(() => {
      const p = predict();
      const value = classes
        .mul(p.log())
        .add(classes.neg().add(1).mul(p.neg().add(1).log()))
        .mean()
        .neg();
      value.backward();
      noGrad(() => {
        for (const param of params) {
          param.sub_(param.grad!.mul(0.5));
          param.grad!.zero_();
        }
      });
      return value.detach();
    });
    losses.push(loss);
    afterEach();
  }
  const read = async (x: Tensor) => [...((await x.data()) as Float32Array)];
  return { losses: (await Promise.all(losses.map(read))).flat(), predictions: await read(predict()) };
}

it('trains a network on two blobs to the losses of the CPU', async () => {
  const device: GpuBackend = await gpu();
  const textures: number[] = [];
  const onGpu = await train(device, () => textures.push(device.memory().textures));
  const onCpu = await train(await cpu());
  expect(onGpu.losses).toHaveLength(EPOCHS);
  for (const [i, loss] of onCpu.losses.entries()) {
    expect(Math.abs(onGpu.losses[i]! - loss), `loss ${i}`).toBeLessThan(1e-4);
  }
  for (const [i, p] of onCpu.predictions.entries()) expect(Math.abs(onGpu.predictions[i]! - p)).toBeLessThan(1e-4);
  expect(onCpu.losses.at(-1)).toBeLessThan(0.1);
  expect(onGpu.predictions.every((p, i) => p > 0.5 === i < N / 2)).toBe(true);
  // Each epoch leaves its loss, and nothing else.
  expect(textures.at(-1)! - textures[5]!).toBeLessThanOrEqual(EPOCHS - 6);
});
