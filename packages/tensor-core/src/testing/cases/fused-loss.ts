import type { LossKind, LossReduction } from '../../backend.js';
import type { Shape } from '../../shape.js';
import type { Tensor } from '../../tensor.js';
import type { InputSpec } from './case.js';
import { type FusedCall, result } from './fused-call.js';

/** The loss of each element, its derivative, and the values of inputs and targets where they need care. */
const losses: Readonly<
  Record<
    LossKind,
    {
      readonly of: (x: Tensor, t: Tensor) => Tensor;
      readonly slope: (x: Tensor, t: Tensor) => Tensor;
      readonly range: readonly [number, number];
      readonly edges: readonly number[];
    }
  >
> = {
  bce: {
    of: (x, t) =>
      t
        .sub(1)
        .mul(x.neg().log1p().maximum(-100))
        .sub(t.mul(x.log().maximum(-100))),
    slope: (x, t) => x.sub(t).div(x.mul(-1).add(1).mul(x).maximum(Math.fround(1e-12))),
    range: [0.01, 0.99],
    edges: [0, 1, 0.5, 1e-3, 1e-9, 1e-30, 1.2e-38, 1 - 2 ** -24, 1 - 2 ** -12, Number.NaN, -0.25, 1.25, -0],
  },
  bceWithLogits: {
    of: (x, t) => x.relu().sub(x.mul(t)).add(x.abs().neg().exp().log1p()),
    slope: (x, t) => x.sigmoid().sub(t),
    range: [-6, 6],
    edges: [0, 1, -1, 8, -8, 17, -17, 90, -90, 1e4, -1e4, 1e38, -1e38, Number.NaN],
  },
  mse: {
    of: (x, t) => x.sub(t).mul(x.sub(t)),
    slope: (x, t) => x.sub(t).mul(2),
    range: [-3, 3],
    edges: [0, 1, -1, 1e19, -1e19, Number.POSITIVE_INFINITY, Number.NaN],
  },
};
const kinds = ['bce', 'bceWithLogits', 'mse'] as const;
const reductions = ['none', 'mean', 'sum'] as const;
/** Sizes on both sides of whole vectors, and more elements than a kernel works on at once. */
const lossShapes: readonly Shape[] = [[], [1], [3], [20, 1], [3, 5], [9, 11], [0], [5, 4001]];

/** Random inputs and targets, and for `none` each edge with the targets 0, 1 and 0.25. */
function lossCalls(make: (kind: LossKind, reduction: LossReduction, inputs: InputSpec[]) => FusedCall): FusedCall[] {
  return kinds.flatMap((kind) => {
    const { range, edges } = losses[kind];
    const drawn = lossShapes.flatMap((shape) =>
      reductions.map((reduction) =>
        make(kind, reduction, [
          { shape, range },
          { shape, range: [0, 1] },
        ]),
      ),
    );
    const shape = [3, edges.length];
    const targets = [0, 1, 0.25].flatMap((t) => edges.map(() => t));
    const special = make(kind, 'none', [
      { shape, values: [...edges, ...edges, ...edges] },
      { shape, values: targets },
    ]);
    return [...drawn, { kind: 'function', ...special, label: `${kind} at the edges` }];
  });
}

const reduceTo = (x: Tensor, reduction: LossReduction): Tensor =>
  reduction === 'none' ? x : reduction === 'sum' ? x.sum() : x.mean();

function loss(kind: LossKind, reduction: LossReduction, inputs: InputSpec[]): FusedCall {
  return {
    label: `${kind} of [${inputs[0]!.shape}], ${reduction}`,
    inputs,
    fused: (kernels, [x, t]) => result(kernels.loss(kind, x!, t!, reduction), reduction === 'none' ? x!.shape : []),
    composed: ([x, t]) => [reduceTo(losses[kind].of(x!, t!), reduction)],
  };
}

function lossBackward(kind: LossKind, reduction: LossReduction, inputs: InputSpec[]): FusedCall {
  const { shape } = inputs[0]!;
  return {
    label: `${kind} of [${shape}], ${reduction}`,
    // Where the prediction is right, sigmoid and target cancel.
    ...(kind === 'bceWithLogits' ? { kind: 'sum' } : {}),
    inputs: [...inputs, { shape: reduction === 'none' ? shape : [] }],
    fused: (kernels, [x, t, g]) => result(kernels.lossBackward(kind, g!, x!, t!, reduction), shape),
    composed: ([x, t, g]) => [
      losses[kind].slope(x!, t!).mul(reduction === 'mean' ? g!.div(Math.max(1, x!.count)) : g!),
    ],
  };
}

export const lossCases: readonly FusedCall[] = lossCalls(loss);
export const lossBackwardCases: readonly FusedCall[] = lossCalls(lossBackward);
