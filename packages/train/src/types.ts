import type { Module } from '@kindling/nn';
import type { Tensor } from '@kindling/tensor-core';

/** A network that takes one tensor, `[rows, …]`, and returns one. */
export type Model = Module<[Tensor], Tensor>;

/** What is made small: a scalar from the model's output and what it should be. Losses of `@kindling/nn` are such functions. */
export type LossFunction = (prediction: Tensor, target: Tensor) => Tensor;

/** What training asks of an optimizer; those of `@kindling/optim` do it. */
export interface Updater {
  /** Forgets the gradients. */
  zeroGrad(): void;
  /** Changes the parameters by their gradients. */
  step(): unknown;
}

/** Larger or smaller: which is better. */
export type Mode = 'min' | 'max';
