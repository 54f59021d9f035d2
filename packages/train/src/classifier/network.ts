import { BatchNorm1d, Dropout, GELU, Linear, type Module, ReLU, Sequential, Sigmoid, SiLU, Tanh } from '@kindling/nn';
import type { Tensor } from '@kindling/tensor-core';
import type { ActivationName } from './options.js';

/** How a network is built; enough to build it again. */
export interface NetworkDesign {
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly activation: ActivationName;
  readonly dropout: number;
  readonly batchNorm: boolean;
}

const ACTIVATIONS = { relu: ReLU, tanh: Tanh, gelu: GELU, silu: SiLU, sigmoid: Sigmoid } as const;

/** The network: hidden layers, and one number that is the logit of the positive class. */
export function buildNetwork({ inputs, hidden, activation, dropout, batchNorm }: NetworkDesign): Sequential {
  const layers: Module<[Tensor], Tensor>[] = [];
  let size = inputs;
  for (const next of hidden) {
    layers.push(new Linear(size, next));
    if (batchNorm) layers.push(new BatchNorm1d(next));
    layers.push(new ACTIVATIONS[activation]());
    if (dropout > 0) layers.push(new Dropout(dropout));
    size = next;
  }
  layers.push(new Linear(size, 1));
  return new Sequential(...layers);
}

/** How many numbers its weights are. */
export function weightCount({ inputs, hidden }: NetworkDesign): number {
  const sizes = [inputs, ...hidden, 1];
  return sizes.slice(1).reduce((sum, size, i) => sum + size * (sizes[i]! + 1), 0);
}
