import type { Normalization } from '../../backend.js';
import { Tensor, wrap } from '../../tensor.js';
import type { FusedCall } from './fused-call.js';

/** The normalised x as [outer, groups, inner], the scale, and the statistics. */
function standardize(x: Tensor, { outer, groups, inner, eps }: Normalization) {
  const parts = x.reshape(outer, groups, inner);
  const mean = parts.mean([0, 2], { keepdim: true });
  const centered = parts.sub(mean);
  const variance = centered.mul(centered).mean([0, 2], { keepdim: true });
  const scale = variance.add(eps).rsqrt();
  return { normal: centered.mul(scale), scale, mean: mean.reshape(groups), variance: variance.reshape(groups) };
}

const normalizations: readonly Normalization[] = [
  // Rows, as of a layer.
  { outer: 1, groups: 1, inner: 1, perGroup: false, eps: 0.5 },
  { outer: 1, groups: 4, inner: 3, perGroup: false, eps: 0.1 },
  { outer: 1, groups: 32, inner: 64, perGroup: false, eps: 0.1 },
  { outer: 1, groups: 3, inner: 133, perGroup: false, eps: 0.1 },
  { outer: 1, groups: 2, inner: 17000, perGroup: false, eps: 0.1 },
  // Columns, as of a batch.
  { outer: 2, groups: 3, inner: 1, perGroup: true, eps: 0.1 },
  { outer: 32, groups: 64, inner: 1, perGroup: true, eps: 0.1 },
  { outer: 11, groups: 13, inner: 1, perGroup: true, eps: 0.1 },
  { outer: 6000, groups: 5, inner: 1, perGroup: true, eps: 0.1 },
  // Planes, as of a batch of pictures.
  { outer: 3, groups: 2, inner: 35, perGroup: true, eps: 0.1 },
  { outer: 2, groups: 3, inner: 9000, perGroup: true, eps: 0.1 },
];

/** Something is added to results: where all elements of a group are equal, they are nothing but rounding. */
function normalize(how: Normalization, affine: boolean): FusedCall {
  const { outer, groups, inner, perGroup } = how;
  const shape = [outer, groups, inner];
  const weights = [perGroup ? groups : inner];
  return {
    label: `[${shape}]${affine ? '' : ', no weight'}`,
    inputs: [{ shape }, ...(affine ? [{ shape: weights }, { shape: weights }] : [])],
    fused(kernels, [x, weight, bias]) {
      const { y, mean, variance } = kernels.normalize(x!, weight ?? null, bias ?? null, how);
      return [wrap(y, shape).add(x!), wrap(mean, [groups]), wrap(variance, [groups]).add(1)];
    },
    composed([x, weight, bias]) {
      const { normal, mean, variance } = standardize(x!, how);
      const spread = (w: Tensor): Tensor => (perGroup ? w.reshape(groups, 1) : w);
      const y = affine ? normal.mul(spread(weight!)).add(spread(bias!)) : normal;
      return [y.add(x!), mean, variance.add(1)];
    },
  };
}

function normalizeBackward(how: Normalization, wanted: readonly boolean[]): FusedCall {
  const { outer, groups, inner, perGroup } = how;
  const shape = [outer, groups, inner];
  const weights = [perGroup ? groups : inner];
  const affine = wanted.length > 1;
  return {
    label: `[${shape}], ${wanted}`,
    inputs: [{ shape }, { shape, range: [-1, 1] }, ...(affine ? [{ shape: weights }] : [])],
    fused(kernels, [g, x, weight]) {
      const shapes = [shape, weights, weights];
      const buffers = kernels.normalizeBackward(g!, x!, weight ?? null, how, wanted);
      const [dx, dWeight, dBias] = buffers.map((buffer, i) => buffer && wrap(buffer, shapes[i]!));
      return [dx?.add(g!.mul(8)), dBias && dWeight?.add(dBias), dBias].filter((made) => made instanceof Tensor);
    },
    composed([g, x, weight]) {
      const { normal, scale } = standardize(x!, how);
      const grad = g!.reshape(shape);
      const slope = affine ? grad.mul(perGroup ? weight!.reshape(groups, 1) : weight!) : grad;
      const average = (v: Tensor): Tensor => v.mean([0, 2], { keepdim: true });
      const dx = slope
        .sub(average(slope))
        .sub(normal.mul(average(slope.mul(normal))))
        .mul(scale);
      const dims = perGroup ? [0, 2] : [0, 1];
      return [dx.add(grad.mul(8)), grad.mul(normal.add(1)).sum(dims), grad.sum(dims)].filter((_, i) => wanted[i]);
    },
  };
}

export const normalizeCases: readonly FusedCall[] = normalizations.flatMap((how) => [
  normalize(how, true),
  normalize(how, false),
]);
export const normalizeBackwardCases: readonly FusedCall[] = normalizations.flatMap((how) => [
  normalizeBackward(how, [true, true, true]),
  normalizeBackward(how, [true]),
  normalizeBackward(how, [false, true, true]),
]);
