import { cpu } from '@kindling/backend-cpu';
import { type Backend, type Tensor, tensor } from '@kindling/tensor-core';
import { expect, test } from 'vitest';
import * as F from '../functional.js';

const kernels = await cpu({ wasm: false });
/** A backend without fused kernels, as those of other machines are. */
const bare: Backend = Object.create(kernels, { fused: { value: {} } });

const draw = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => from + (to - from) * ((i * 0.618 + 0.3) % 1));

const functions: Record<string, (x: Tensor, t: Tensor, w: Tensor, b: Tensor) => (Tensor | null)[]> = {
  'linear, sigmoid': (x, t) => [F.linear(x, t, null, { activation: 'sigmoid' })],
  binaryCrossEntropy: (x, t) => [F.binaryCrossEntropy(x.mul(0.4).add(0.5), t)],
  'binaryCrossEntropy of each, weighted': (x, t, w) => [
    F.binaryCrossEntropy(x.mul(0.4).add(0.5), t, { weight: w, reduction: 'none' }),
  ],
  binaryCrossEntropyWithLogits: (x, t) => [F.binaryCrossEntropyWithLogits(x, t, { reduction: 'sum' })],
  mseLoss: (x, t) => [F.mseLoss(x, t)],
  layerNorm: (x, _, weight, bias) => [F.layerNorm(x, [3], { weight, bias })],
  'layerNorm over all, no weight': (x) => [F.layerNorm(x, [4, 3])],
  'layerNorm over all, weighted': (x, t, _, bias) => [F.layerNorm(x, [4, 3], { weight: t, bias: t.mul(bias) })],
  'layerNorm, bias only': (x, _, __, bias) => [F.layerNorm(x, [3], { bias })],
  'batchNorm, which keeps statistics': (x, _, weight, bias) => {
    const running = [b(x, 0), b(x, 1)] as const;
    return [F.batchNorm(x, ...running, { weight, bias, training: true }), ...running];
  },
  'maxPool2d over the edge, with positions': (x) => {
    const { values, indices } = F.maxPool2d(x.reshape(2, 1, 3, 2), 2, {
      padding: 1,
      ceilMode: true,
      returnIndices: true,
    });
    return [values, indices];
  },
  'maxPool2d of one image': (x) => [F.maxPool2d(x.reshape(1, 3, 4), [2, 1], { stride: 1, dilation: [2, 1] })],
  'avgPool2d over the edge': (x) => [
    F.avgPool2d(x.reshape(1, 3, 4), [2, 3], { padding: 1, ceilMode: true, countIncludePad: false }),
  ],
  'avgPool2d of windows of one size': (x) => [F.avgPool2d(x.reshape(1, 1, 4, 3), 2, { stride: 1 })],
  adaptiveAvgPool2d: (x) => [F.adaptiveAvgPool2d(x.reshape(1, 3, 4), [2, 3])],
  'adaptiveMaxPool2d, with positions': (x) => {
    const { values, indices } = F.adaptiveMaxPool2d(x.reshape(1, 4, 3), [3, 2], { returnIndices: true });
    return [values, indices];
  },
  'batchNorm of planes': (x, _, weight) => [F.batchNorm(x.reshape(2, 3, 2), null, null, { weight, training: true })],
};

/** A vector of one value beside a tensor. */
const b = (x: Tensor, value: number): Tensor => tensor([value, value, value], { backend: x.backend });

test.each(Object.entries(functions))('%s: compositions give what kernels give', (_, run) => {
  const [composed, fused] = [bare, kernels].map((backend) => {
    const leaf = (values: number[], shape: number[]) => tensor(values, { backend }).reshape(shape).requiresGrad_();
    const inputs = [
      leaf(draw(12, -1, 1), [4, 3]),
      leaf(draw(12, 0, 1), [4, 3]),
      leaf(draw(3, 0.5, 2), [3]),
      leaf(draw(3, -1, 1), [3]),
    ] as const;
    const results = run(...inputs);
    const factor = tensor(draw(results[0]!.numel(), -1, 2), { backend }).reshape(results[0]!.shape);
    results[0]!.mul(factor).sum().backward();
    return [...results, ...inputs.map(({ grad }) => grad)].map((made) => (made === null ? null : [...made.dataSync()]));
  });
  expect(fused!.map((made) => made?.length)).toEqual(composed!.map((made) => made?.length));
  fused!.forEach((made, i) => {
    for (const [j, value] of made?.entries() ?? []) expect(value).toBeCloseTo(composed![i]![j]!, 5);
  });
});
