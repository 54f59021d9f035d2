import type { Known } from '@internal/arguments';
import { clamp, div, norm, type Tensor } from '@kindling/tensor-core';
import { checkNames, checkTensor } from '../checks.js';

/** What {@link normalize} may be told. */
export interface NormalizeOptions {
  /** The norm; default 2. */
  p?: number;
  /** Along which dimension the vectors lie; default 1. */
  dim?: number;
  /** Norms below it count as it; default 1e-12. */
  eps?: number;
}

const known: Known<NormalizeOptions> = { p: 1, dim: 1, eps: 1 };

/**
 * Vectors divided by their norms: `torch.nn.functional.normalize`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @throws `ShapeError` when there is no such dimension.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.normalize(tensor([[3, 4]])))); // => tensor([[0.6000, 0.8000]])
 * ```
 */
export function normalize(x: Tensor, options: NormalizeOptions = {}): Tensor {
  checkTensor('normalize', x);
  const { p = 2, dim = 1, eps = 1e-12 } = options;
  checkNames('normalize', options, known);
  return div(x, clamp(norm(x, p, dim, { keepdim: true }), eps));
}
