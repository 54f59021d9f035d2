import type { Activation, Buffer, FusedKernels } from '../../backend.js';
import type { Shape } from '../../shape.js';
import { type Tensor, wrap } from '../../tensor.js';
import type { InputSpec, Kind } from './case.js';

/** A fused kernel on some inputs, and the composition of primitives that it has to agree with. */
export interface FusedCall {
  readonly label: string;
  readonly inputs: readonly InputSpec[];
  /** The kernel's result, or what it changed in place. */
  readonly fused: (kernels: FusedKernels, inputs: readonly Tensor[]) => readonly Tensor[];
  readonly composed: (inputs: readonly Tensor[]) => readonly Tensor[];
  /** How exactly the two agree; default `'sum'`. */
  readonly kind?: Kind;
}

/** The one result of a kernel. */
export const result = (buffer: Buffer, shape: Shape): readonly Tensor[] => [wrap(buffer, shape)];

/** The slope of an activation in terms of its result. */
export const slopes: Record<Activation, (y: Tensor) => Tensor> = {
  identity: (y) => y.mul(0).add(1),
  relu: (y) => y.gt(0).to(y.dtype),
  sigmoid: (y) => y.mul(y.mul(-1).add(1)),
  tanh: (y) => y.mul(y).mul(-1).add(1),
};
