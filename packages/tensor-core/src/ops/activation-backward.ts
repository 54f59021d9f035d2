import { isGradEnabled } from '../autograd/mode.js';
import type { Activation, Backend } from '../backend.js';
import { type Tensor, wrapLike } from '../tensor.js';
import { le } from './le.js';
import { mul } from './mul.js';
import { sub } from './sub.js';
import { where } from './where.js';

/** @internal The kernels that may compute with a gradient: float32's, where nothing needs to be recorded. */
export function gradientKernels(g: Tensor): Backend['fused'] {
  return g.dtype === 'float32' && !isGradEnabled() ? g.backend.fused : undefined;
}

/** @internal The gradient of an activation from that of its result `y`, fused where nothing needs to be recorded. */
export function activationBackward(activation: Exclude<Activation, 'identity'>, g: Tensor, y: Tensor): Tensor {
  const fused = gradientKernels(g)?.activationBackward;
  if (fused) return wrapLike(fused(activation, g, y), y);
  if (activation === 'relu') return where(le(y, 0), 0, g);
  return mul(g, activation === 'sigmoid' ? mul(y, sub(1, y)) : sub(1, mul(y, y)));
}
