import type { SGDStep } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';

/** One step of every parameter in place, as the algorithm on PyTorch's page of `torch.optim.SGD`. */
export function sgd(step: SGDStep): void {
  const { lr, momentum, dampening, weightDecay, nesterov, first } = step;
  const sign = step.maximize ? -1 : 1;
  for (let j = 0; j < step.params.length; j++) {
    const param = step.params[j]!;
    const grad = step.grads[j]!;
    const p = valuesOf(param);
    const g = valuesOf(grad);
    const buffer = momentum === 0 ? undefined : step.momentumBuffers[j]!;
    const m = buffer && valuesOf(buffer);
    for (let i = 0; i < param.size; i++) {
      const at = param.offset + i;
      let change = sign * g[grad.offset + i]! + weightDecay * p[at]!;
      if (m !== undefined) {
        const mi = buffer!.offset + i;
        m[mi] = first ? change : momentum * m[mi]! + (1 - dampening) * change;
        change = nesterov ? change + momentum * m[mi]! : m[mi]!;
      }
      p[at] = p[at]! - lr * change;
    }
  }
}
