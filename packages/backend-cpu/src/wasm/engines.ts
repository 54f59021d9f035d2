import type { View } from '@kindling/tensor-core/backend';
import type { Engine } from './engine.js';

/**
 * The memories in which the kernels work, by what is to be done: a single one here, as one thread computes; `SharedEngines`
 * have a second, which threads share.
 */
export class Engines {
  /** The one for the caller's thread alone. */
  readonly small: Engine;
  readonly threads: number = 1;

  constructor(small: Engine) {
    this.small = small;
  }

  /** The one for a product of that many multiplications with a factor that may stay in another. */
  forProduct(_work: number, _factor: View): Engine {
    return this.small;
  }

  /** The one for a convolution of that many multiplications, for which so many elements go into the memory and out of it. */
  forConvolution(_work: number, _moved: number): Engine {
    return this.small;
  }

  /** The one in which a buffer of that many elements is to stay. */
  forBuffer(_size: number): Engine {
    return this.small;
  }

  /** The one in which a view stays, or else the small one. */
  of(_x: View): Engine {
    return this.small;
  }
}
