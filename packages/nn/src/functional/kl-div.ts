import type { Known } from '@internal/arguments';
import { div, exp, log, mul, ne, sub, sum, type Tensor, where } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossValues, matchTarget, type Reduction, reduceLoss, reductionOf } from '../losses/loss.js';

/** What {@link klDiv} may be told. */
export interface KLDivOptions {
  /** As for other losses, and `'batchmean'`: the sum divided by the size of dimension 0; default `'mean'`. */
  reduction?: Reduction | 'batchmean';
  /** Whether the target holds logarithms too; default false. */
  logTarget?: boolean;
}

/** @internal {@link klDiv} with the name that errors give. */
export function klDivNamed(name: string, input: LossValues, target: LossValues, options: KLDivOptions): Tensor {
  const { logTarget = false } = options;
  const reduction = reductionOf(name, options, 'batchmean');
  const [x, t] = matchTarget(name, input, target);
  let losses: Tensor;
  if (logTarget) {
    losses = mul(exp(t), sub(t, x));
  } else {
    // 0 * log(0) is 0, and must not make the gradient NaN; below 0 there is no logarithm.
    const some = ne(t, 0);
    losses = sub(where(some, mul(t, log(where(some, t, 1))), 0), mul(t, x));
  }
  return reduction === 'batchmean' ? div(sum(losses), x.shape[0] ?? 1) : reduceLoss(losses, reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<KLDivOptions> = { reduction: 1, logTarget: 'boolean' };

/**
 * The Kullback-Leibler divergence of a distribution from the target, element by element:
 * `target * (log(target) - input)`; `torch.nn.functional.kl_div`.
 *
 * @param input - logarithms of probabilities, any shape.
 * @param target - probabilities (with `logTarget`, their logarithms), the same shape.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const q = tensor([[0.25, 0.75]]).log();
 * console.log(String(F.klDiv(q, tensor([[0.5, 0.5]]), { reduction: 'batchmean' }))); // => tensor(0.1438)
 * ```
 */
export function klDiv(input: LossValues, target: LossValues, options: KLDivOptions = {}): Tensor {
  checkNames('klDiv', options, known);
  return klDivNamed('klDiv', input, target, options);
}
