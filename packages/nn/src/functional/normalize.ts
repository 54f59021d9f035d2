import {
  add,
  defineOp,
  fromBuffer,
  isFloating,
  mean,
  mul,
  type Op,
  onesLike,
  reshape,
  rsqrt,
  type Saved,
  sub,
  sum,
  type Tensor,
} from '@kindling/tensor-core';
import type { Normalization } from '@kindling/tensor-core/internal';

/** What a normalisation is called with; `forward` leaves the statistics in it. */
export interface NormalizeArgs extends Normalization {
  /** Of each group. */
  mean?: Tensor;
  /** Of each group, biased. */
  variance?: Tensor;
}

/** The dimensions of a group in [outer, groups, inner]. */
const within = [0, 2];

const grouped = (x: Tensor, { outer, groups, inner }: Normalization): Tensor => reshape(x, [outer, groups, inner]);

const averageOf = (x: Tensor): Tensor => mean(x, within, { keepdim: true });

/** A weight or bias so that it broadcasts to [outer, groups, inner]. */
const spread = (weight: Tensor, { groups, inner, perGroup }: Normalization): Tensor =>
  reshape(weight, perGroup ? [groups, 1] : [inner]);

/** Sums [outer, groups, inner] to the shape of a weight. */
const sumTo = (x: Tensor, { perGroup }: Normalization, like: Tensor): Tensor =>
  reshape(sum(x, perGroup ? within : [0, 1]), like.shape);

/** The normalised x as [outer, groups, inner], and what it was computed with. */
function standardize(
  x: Tensor,
  how: Normalization,
): [normal: Tensor, scale: Tensor, average: Tensor, variance: Tensor] {
  const parts = grouped(x, how);
  const average = averageOf(parts);
  const centered = sub(parts, average);
  const variance = averageOf(mul(centered, centered));
  const scale = rsqrt(add(variance, how.eps));
  return [mul(centered, scale), scale, average, variance];
}

/** Whether a kernel may take them, which converts nothing. */
function fusable(inputs: readonly Tensor[]): boolean {
  const { dtype } = inputs[0]!;
  return isFloating(dtype) && inputs.every((input) => input.dtype === dtype);
}

function forward(inputs: readonly Tensor[], args: NormalizeArgs): Tensor {
  const [x, weight, bias] = inputs;
  const { fused } = x!.backend;
  if (fused?.normalize !== undefined && fusable(inputs)) {
    const made = fused.normalize(x!, weight ?? null, bias ?? null, args);
    args.mean = fromBuffer(made.mean, [args.groups]);
    args.variance = fromBuffer(made.variance, [args.groups]);
    return fromBuffer(made.y, x!.shape);
  }
  const [normal, , average, variance] = standardize(x!, args);
  args.mean = reshape(average, [args.groups]);
  args.variance = reshape(variance, [args.groups]);
  const scaled = weight === undefined ? normal : mul(normal, spread(weight, args));
  return reshape(bias === undefined ? scaled : add(scaled, spread(bias, args)), x!.shape);
}

function together(g: Tensor, saved: Saved<NormalizeArgs>, wanted: readonly boolean[]): (Tensor | null)[] | null {
  const { fused } = g.backend;
  const { inputs, args } = saved;
  if (fused?.normalizeBackward === undefined || !fusable(inputs)) return null;
  const { a: x } = saved;
  const weight = inputs.length > 1 ? saved.b : null;
  const made = fused.normalizeBackward(g, x, weight, args, wanted);
  return inputs.map((input, i) => (wanted[i] ? fromBuffer(made[i]!, input.shape) : null));
}

function gradInput(g: Tensor, saved: Saved<NormalizeArgs>): Tensor {
  const { a: x, inputs, args } = saved;
  const grads = grouped(g, args);
  const slope = inputs.length > 1 ? mul(grads, spread(saved.b, args)) : grads;
  const [normal, scale] = standardize(x, args);
  const along = mul(normal, averageOf(mul(slope, normal)));
  return reshape(mul(sub(sub(slope, averageOf(slope)), along), scale), x.shape);
}

/** @internal Defines a normalisation under the name that PyTorch prints. */
/* @__NO_SIDE_EFFECTS__ */ export function defineNormalization(
  name: string,
): (x: Tensor, weight: Tensor | null, bias: Tensor | null, args: NormalizeArgs) => Tensor {
  const op: Op<NormalizeArgs> = defineOp<NormalizeArgs>({
    name,
    forward,
    together,
    backward: [
      gradInput,
      (g, { a: x, inputs, args }) => sumTo(mul(grouped(g, args), standardize(x, args)[0]), args, inputs[1]!),
      (g, { inputs, args }) => sumTo(grouped(g, args), args, inputs[2]!),
    ],
  });
  return (x, weight, bias, args) => {
    const factor = weight ?? (bias && onesLike(bias));
    const inputs = [x, factor, bias].filter((input) => input !== null);
    return op(inputs, args);
  };
}
