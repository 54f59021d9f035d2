import type { View } from '@kindling/tensor-core/backend';
import type { Engine } from './engine.js';
import type { Engines } from './engines.js';

/** From this many elements on a buffer stays where threads share it. */
const LARGE = 2 ** 16;

/** So many multiplications an element make up for its slower way into shared memory, and back. */
const DENSE = 16;

/**
 * The memories in which the kernels work: one for the caller's thread alone, and where there are several threads a second
 * one that they share, made for the first large work.
 *
 * Copying into a shared memory is some four times as slow, so small work never goes there.
 */
export class SharedEngines implements Engines {
  readonly small: Engine;
  readonly threads: number;
  readonly #make: () => Engine;
  readonly #missed: (() => void) | undefined;
  #large: Engine | undefined;

  /** @param missed - called when one thread does what several would share. */
  constructor(small: Engine, threads: number, make: () => Engine, missed?: () => void) {
    this.small = small;
    this.threads = threads;
    this.#make = make;
    this.#missed = missed;
  }

  /** The one that threads share; the small one where there is only one thread. */
  get large(): Engine {
    this.#large ??= this.#make();
    return this.#large;
  }

  forProduct(work: number, factor: View): Engine {
    if (this.threads === 1) {
      if (work >= this.small.sizes.worth) this.#missed?.();
      return this.small;
    }
    return work >= this.small.sizes.worth || this.#stays(factor) ? this.large : this.small;
  }

  forConvolution(work: number, moved: number): Engine {
    if (work < this.small.sizes.worth || work < moved * DENSE) return this.small;
    if (this.threads === 1) {
      this.#missed?.();
      return this.small;
    }
    return this.large;
  }

  forBuffer(size: number): Engine {
    return this.threads > 1 && size >= LARGE ? this.large : this.small;
  }

  of(x: View): Engine {
    return this.threads > 1 && this.#stays(x) ? this.large : this.small;
  }

  #stays(x: View): boolean {
    return this.#large !== undefined && this.#large.homeOf(x) !== null;
  }
}
