import type { AdamStep } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';

/** One step of every parameter in place, as the algorithms on PyTorch's pages of `torch.optim.Adam` and `AdamW`. */
export function adam(step: AdamStep): void {
  for (let j = 0; j < step.params.length; j++) adamParameter(step, j);
}

/** One step of parameter `j`. */
export function adamParameter(step: AdamStep, j: number): void {
  const { lr, beta1, beta2, eps, weightDecay, decoupled } = step;
  const sign = step.maximize ? -1 : 1;
  const stepSize = lr / (1 - beta1 ** step.step);
  const rootOfCorrection = Math.sqrt(1 - beta2 ** step.step);
  const param = step.params[j]!;
  const p = valuesOf(param);
  const g = valuesOf(step.grads[j]!);
  const m = valuesOf(step.expAvg[j]!);
  const v = valuesOf(step.expAvgSq[j]!);
  const amsgrad = step.maxExpAvgSq[j];
  const largest = amsgrad && valuesOf(amsgrad);
  let pi = param.offset;
  let gi = step.grads[j]!.offset;
  let mi = step.expAvg[j]!.offset;
  let vi = step.expAvgSq[j]!.offset;
  let li = amsgrad?.offset ?? 0;
  for (let i = 0; i < param.size; i++, pi++, gi++, mi++, vi++, li++) {
    let grad = sign * g[gi]!;
    if (decoupled) p[pi] = p[pi]! * (1 - lr * weightDecay);
    else grad += weightDecay * p[pi]!;
    m[mi] = beta1 * m[mi]! + (1 - beta1) * grad;
    v[vi] = beta2 * v[vi]! + (1 - beta2) * grad * grad;
    let second = v[vi]!;
    if (largest !== undefined) {
      largest[li] = Math.max(largest[li]!, second);
      second = largest[li]!;
    }
    p[pi] = p[pi]! - (stepSize * m[mi]!) / (Math.sqrt(second) / rootOfCorrection + eps);
  }
}
