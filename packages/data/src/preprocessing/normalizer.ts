import { checkChoice, checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { FlatMatrix } from './matrix.js';
import { type Learned, readState, Transformer, type TransformerState } from './transformer.js';

/** What `Normalizer` divides by. */
export interface NormalizerOptions {
  /** The root of the sum of squares (the default), the sum of absolute values, or the largest of those. */
  readonly norm?: 'l2' | 'l1' | 'max';
}

/**
 * Brings every row, not every column, to length 1: scikit-learn's `Normalizer`. A row of zeros stays. Throws where a value is missing or
 * infinite, or there are not as many columns as when it was fitted.
 *
 * @example
 * ```ts
 * import { Normalizer } from '@kindling/data';
 *
 * console.log(new Normalizer().fitTransform([[3, 4], [0, 0]])); // => [ [ 0.6, 0.8 ], [ 0, 0 ] ]
 * ```
 */
export class Normalizer extends Transformer {
  protected override readonly name = 'Normalizer';
  protected override readonly nan = 'error';
  private readonly norm: 'l2' | 'l1' | 'max';

  constructor(options: NormalizerOptions = {}) {
    super();
    checkOptions(ArgumentError, 'Normalizer', options, { norm: 1 });
    const { norm = 'l2' } = options;
    checkChoice(ArgumentError, 'Normalizer', 'norm', norm, ['l2', 'l1', 'max']);
    this.norm = norm;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): Normalizer {
    const read = readState('Normalizer', state, {});
    return new Normalizer(read.options).restore(read);
  }

  protected override learn(): void {
    // A row needs no other.
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    const { data, columns } = x;
    for (let from = 0; from < data.length; from += columns) {
      let length = 0;
      for (let i = from; i < from + columns; i++) {
        const value = Math.abs(data[i]!);
        if (this.norm === 'l2') length += value * value;
        else length = this.norm === 'l1' ? length + value : Math.max(length, value);
      }
      if (this.norm === 'l2') length = Math.sqrt(length);
      if (length !== 0) for (let i = from; i < from + columns; i++) data[i]! /= length;
    }
    return x;
  }

  protected override learned(): Learned {
    return {};
  }

  protected override options(): Record<string, unknown> {
    return { norm: this.norm };
  }
}
