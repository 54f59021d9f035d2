import { isGradEnabled } from '../autograd/mode.js';
import type { Activation } from '../backend.js';
import { type Tensor, wrapLike } from '../tensor.js';

/** @internal The fused gradient of an activation, where the backend has one and nothing needs to be recorded. */
export function activationBackward(
  activation: Exclude<Activation, 'identity'>,
  g: Tensor,
  y: Tensor,
): Tensor | undefined {
  const fused = g.backend.fused?.activationBackward;
  if (fused === undefined || isGradEnabled() || g.dtype !== 'float32') return undefined;
  return wrapLike(fused(activation, g, y), y);
}
