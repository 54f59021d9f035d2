import type { SGDStep } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';

/** One step of every parameter in place, as the algorithm on PyTorch's page of `torch.optim.SGD`. */
export function sgd(step: SGDStep): void {
  for (let j = 0; j < step.params.length; j++) sgdParameter(step, j);
}

/** One step of parameter `j`. */
export function sgdParameter(step: SGDStep, j: number): void {
  const { lr, momentum, dampening, weightDecay, nesterov, first } = step;
  const sign = step.maximize ? -1 : 1;
  const param = step.params[j]!;
  const p = valuesOf(param);
  const g = valuesOf(step.grads[j]!);
  const buffer = momentum === 0 ? undefined : step.momentumBuffers[j]!;
  const m = buffer && valuesOf(buffer);
  let pi = param.offset;
  let gi = step.grads[j]!.offset;
  let mi = buffer?.offset ?? 0;
  for (let i = 0; i < param.size; i++, pi++, gi++, mi++) {
    let change = sign * g[gi]! + weightDecay * p[pi]!;
    if (m !== undefined) {
      m[mi] = first ? change : momentum * m[mi]! + (1 - dampening) * change;
      change = nesterov ? change + momentum * m[mi]! : m[mi]!;
    }
    p[pi] = p[pi]! - lr * change;
  }
}
