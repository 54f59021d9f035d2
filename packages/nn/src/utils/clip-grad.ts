import { type Known, wrong } from '@internal/arguments';
import { ArgumentError, clamp, noGrad, norm, stack, Tensor, zeros } from '@kindling/tensor-core';
import { clamp_ } from '@kindling/tensor-core/internal';
import { checkNames, checkNumber, checkTensor, checkTensors } from '../checks.js';

/** What {@link clipGradNorm_} may be told. */
export interface ClipGradNormOptions {
  /** Which norm: 2 (default), another power, or `Infinity` for the largest absolute value. */
  normType?: number;
  /** Whether a norm that is NaN or infinite is an error; default false. */
  errorIfNonfinite?: boolean;
}

function gradients(owner: string, parameters: Tensor | Iterable<Tensor>): Tensor[] {
  if (!(parameters instanceof Tensor)) checkTensors(owner, 'the parameters', parameters);
  const list = parameters instanceof Tensor ? [parameters] : [...parameters];
  for (const parameter of list) checkTensor(owner, parameter, 'each parameter');
  return list.flatMap(({ grad }) => (grad === null ? [] : [grad.detach()]));
}

/** Throws for a limit below 0, which would turn the gradients round or make all of them alike. */
function checkLimit(owner: string, name: string, limit: number): void {
  checkNumber(owner, name, limit);
  if (limit < 0) wrong(RangeError, owner, name, 'a number from 0', limit);
}

const known: Known<ClipGradNormOptions> = { normType: 1, errorIfNonfinite: 'boolean' };

/**
 * Scales all gradients together, in place, so that the norm of them as one vector is at most `maxNorm`; as
 * `torch.nn.utils.clip_grad_norm_`.
 *
 * @returns the norm before, a scalar.
 * @throws `ArgumentError` with `errorIfNonfinite`, when the norm is NaN or infinite.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { parameter } from '@kindling/nn';
 * import { clipGradNorm_ } from '@kindling/nn/utils';
 * import { setBackend, tensor, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = parameter(zeros(2));
 * w.mul(tensor([30, 40])).sum().backward();
 * console.log(clipGradNorm_([w], 5).item(), String(w.grad)); // => 50 tensor([3.0000, 4.0000])
 * ```
 */
export function clipGradNorm_(
  parameters: Tensor | Iterable<Tensor>,
  maxNorm: number,
  options: ClipGradNormOptions = {},
): Tensor {
  checkNames('clipGradNorm_', options, known);
  const { normType = 2, errorIfNonfinite = false } = options;
  checkLimit('clipGradNorm_', 'maxNorm', maxNorm);
  return noGrad(() => {
    const grads = gradients('clipGradNorm_', parameters);
    if (grads.length === 0) return zeros([]);
    const total = norm(stack(grads.map((grad) => norm(grad, normType))), normType);
    if (errorIfNonfinite && !Number.isFinite(total.item())) {
      throw new ArgumentError(`clipGradNorm_: the norm of order ${normType} of the gradients is ${total.item()}`);
    }
    const factor = clamp(total.add(1e-6).reciprocal().mul(maxNorm), null, 1);
    for (const grad of grads) grad.mul_(factor);
    return total;
  });
}

/**
 * Limits each element of all gradients to `-clipValue` to `clipValue`, in place; as
 * `torch.nn.utils.clip_grad_value_`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { parameter } from '@kindling/nn';
 * import { clipGradValue_ } from '@kindling/nn/utils';
 * import { setBackend, tensor, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = parameter(zeros(2));
 * w.mul(tensor([30, -0.5])).sum().backward();
 * clipGradValue_([w], 1);
 * console.log(w.grad!.tolist()); // => [ 1, -0.5 ]
 * ```
 */
export function clipGradValue_(parameters: Tensor | Iterable<Tensor>, clipValue: number): void {
  checkLimit('clipGradValue_', 'clipValue', clipValue);
  noGrad(() => {
    for (const grad of gradients('clipGradValue_', parameters)) clamp_(grad, -clipValue, clipValue);
  });
}
