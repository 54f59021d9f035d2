import type { Activation, TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';
import { unaryKernels } from './unary.js';

/** Applies an activation to `n` elements in place. */
export function activate(activation: Activation, x: TypedArray, at: number, n: number): void {
  if (activation !== 'identity') unaryKernels[activation](x, at, x, at, 1, n);
}

/** The gradient of an activation from that of its result `y`: what the derivative is in terms of `y`, times `grad`. */
export function activationBackward(activation: Exclude<Activation, 'identity'>, grad: View, y: View): TypedArray {
  const out = allocate(y.dtype, y.count);
  const g = rowMajor(grad);
  const v = rowMajor(y);
  const n = y.count;
  if (activation === 'relu') for (let i = 0; i < n; i++) out[i] = v[i]! <= 0 ? 0 : g[i]!;
  else if (activation === 'sigmoid') for (let i = 0; i < n; i++) out[i] = g[i]! * v[i]! * (1 - v[i]!);
  else for (let i = 0; i < n; i++) out[i] = g[i]! * (1 - v[i]! * v[i]!);
  return out;
}
