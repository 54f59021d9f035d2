import type { AdamStep } from '@kindling/tensor-core/backend';
import { denseValues } from '../buffer.js';

/** One step of parameter `j` in place, as the algorithms on PyTorch's pages of `torch.optim.Adam` and `AdamW`. */
export function adam(step: AdamStep, j: number): void {
  const { lr, beta1, beta2, eps, weightDecay, decoupled } = step;
  const sign = step.maximize ? -1 : 1;
  const stepSize = lr / (1 - beta1 ** step.step);
  const rootOfCorrection = Math.sqrt(1 - beta2 ** step.step);
  const p = denseValues(step.params[j]!);
  const g = denseValues(step.grads[j]!);
  const m = denseValues(step.expAvg[j]!);
  const v = denseValues(step.expAvgSq[j]!);
  const amsgrad = step.maxExpAvgSq[j];
  const largest = amsgrad && denseValues(amsgrad);
  for (let i = 0; i < p.length; i++) {
    let grad = sign * g[i]!;
    if (decoupled) p[i] = p[i]! * (1 - lr * weightDecay);
    else grad += weightDecay * p[i]!;
    m[i] = beta1 * m[i]! + (1 - beta1) * grad;
    v[i] = beta2 * v[i]! + (1 - beta2) * grad * grad;
    let second = v[i]!;
    if (largest !== undefined) {
      largest[i] = Math.max(largest[i]!, second);
      second = largest[i]!;
    }
    p[i] = p[i]! - (stepSize * m[i]!) / (Math.sqrt(second) / rootOfCorrection + eps);
  }
}
