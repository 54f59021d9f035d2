import { defineMethod } from '../define-op.js';
import type { Tensor as CoreTensor } from '../tensor.js';
import { type BackwardOptions, backward } from './backward.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link backward}. */
    backward(gradient?: CoreTensor | null, options?: BackwardOptions): void;
  }
}

defineMethod('backward', backward);
