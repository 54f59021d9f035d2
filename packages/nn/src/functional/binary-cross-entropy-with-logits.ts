import {
  abs,
  add,
  defineOp,
  exp,
  log1p,
  minimum,
  mul,
  neg,
  relu,
  type Saved,
  sigmoid,
  sub,
  type Tensor,
} from '@kindling/tensor-core';
import {
  checkReduction,
  defineLoss,
  type LossOptions,
  matchTarget,
  type Reduction,
  reduceLoss,
  spread,
} from '../losses/loss.js';

/** What {@link binaryCrossEntropyWithLogits} may be told. */
export interface BinaryCrossEntropyWithLogitsOptions extends LossOptions {
  /** A factor for the loss of each element; its shape broadcasts to that of the input. */
  weight?: Tensor | null;
  /** A factor for the loss of positive targets, as to balance classes; its shape broadcasts to that of the input. */
  posWeight?: Tensor | null;
}

/** `log(1 + exp(-|x|))`, which no x makes overflow. */
const tail = (x: Tensor): Tensor => log1p(exp(neg(abs(x))));

const plain = defineLoss(
  'binaryCrossEntropyWithLogits',
  'bceWithLogits',
  (x, t) => add(sub(relu(x), mul(x, t)), tail(x)),
  [({ a: x, b: t }) => sub(sigmoid(x), t), ({ a: x }) => neg(x)],
);

/** How much the logarithm of the probability counts: 1 for the target 0, `posWeight` for the target 1. */
const logWeight = ({ b: t, c: w }: Saved<Reduction>): Tensor => add(mul(sub(w, 1), t), 1);

/** `log(sigmoid(x))`. */
const logSigmoid = (x: Tensor): Tensor => sub(minimum(x, 0), tail(x));

const weighted = defineOp<Reduction>({
  name: 'binaryCrossEntropyWithLogits',
  forward([x, t, w], reduction) {
    const factor = add(mul(sub(w!, 1), t!), 1);
    return reduceLoss(sub(mul(sub(1, t!), x!), mul(factor, logSigmoid(x!))), reduction);
  },
  backward: [
    (g, saved) => {
      const { a: x, b: t, args } = saved;
      return mul(sub(sub(1, t), mul(logWeight(saved), sigmoid(neg(x)))), spread(g, args, x.size));
    },
    (g, { a: x, c: w, args }) => mul(neg(add(x, mul(sub(w, 1), logSigmoid(x)))), spread(g, args, x.size)),
    (g, { a: x, b: t, args }) => mul(neg(mul(t, logSigmoid(x))), spread(g, args, x.size)),
  ],
});

/** @internal {@link binaryCrossEntropyWithLogits} with the name that errors give. */
export function bceWithLogitsNamed(
  name: string,
  input: Tensor,
  target: Tensor,
  options: BinaryCrossEntropyWithLogitsOptions,
): Tensor {
  const { weight = null, posWeight = null, reduction = 'mean' } = options;
  checkReduction(name, reduction);
  const t = matchTarget(name, input, target);
  const run = (how: Reduction): Tensor =>
    posWeight === null ? plain(input, t, how) : weighted([input, t, posWeight.expand(input.shape)], how);
  return weight === null ? run(reduction) : reduceLoss(mul(run('none'), weight), reduction);
}

/**
 * How far logits are from targets: the binary cross entropy of `sigmoid(input)`, which large logits do not make
 * overflow; `torch.nn.functional.binary_cross_entropy_with_logits`.
 *
 * @param input - logits (log-odds), any shape.
 * @param target - the same shape, from 0 to 1.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { functional as F } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const loss = F.binaryCrossEntropyWithLogits(tensor([-1000, 2]), tensor([1, 1]), { reduction: 'sum' });
 * console.log(loss.item().toFixed(3)); // => 1000.127
 * ```
 */
export function binaryCrossEntropyWithLogits(
  input: Tensor,
  target: Tensor,
  options: BinaryCrossEntropyWithLogitsOptions = {},
): Tensor {
  return bceWithLogitsNamed('binaryCrossEntropyWithLogits', input, target, options);
}
