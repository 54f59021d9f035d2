import type { SGDStep } from '@kindling/tensor-core/backend';
import { denseValues } from '../buffer.js';

/** One step of parameter `j` in place, as the algorithm on PyTorch's page of `torch.optim.SGD`. */
export function sgd(step: SGDStep, j: number): void {
  const { lr, momentum, dampening, weightDecay, nesterov, first } = step;
  const sign = step.maximize ? -1 : 1;
  const p = denseValues(step.params[j]!);
  const g = denseValues(step.grads[j]!);
  const buffer = step.momentumBuffers[j];
  const m = buffer && denseValues(buffer);
  for (let i = 0; i < p.length; i++) {
    let change = sign * g[i]! + weightDecay * p[i]!;
    if (m !== undefined) {
      m[i] = first ? change : momentum * m[i]! + (1 - dampening) * change;
      change = nesterov ? change + momentum * m[i]! : m[i]!;
    }
    p[i] = p[i]! - lr * change;
  }
}
