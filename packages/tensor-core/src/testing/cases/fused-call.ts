import type { Activation, Buffer, FusedKernels } from '../../backend.js';
import type { Shape } from '../../shape.js';
import { type Tensor, wrap } from '../../tensor.js';
import type { InputSpec } from './case.js';

/** A fused kernel on some inputs, and the composition of primitives that it has to agree with. */
export interface FusedCall {
  readonly label: string;
  readonly inputs: readonly InputSpec[];
  /** The kernel's result, or what it changed in place. */
  readonly fused: (kernels: FusedKernels, inputs: readonly Tensor[]) => readonly Tensor[];
  readonly composed: (inputs: readonly Tensor[]) => readonly Tensor[];
}

/** What a kernel made, read with a shape. */
export const result = (buffer: Buffer, shape: Shape): readonly Tensor[] => [wrap(buffer, shape)];

/** An activation as an operation. */
export function activate(activation: Activation, x: Tensor): Tensor {
  return activation === 'identity' ? x : x[activation]();
}
