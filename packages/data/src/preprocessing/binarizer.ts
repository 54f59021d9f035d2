import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type FlatMatrix, mapColumns } from './matrix.js';
import { type Learned, readState, Transformer, type TransformerState } from './transformer.js';

/** Where `Binarizer` cuts. */
export interface BinarizerOptions {
  /** What a value has to be above to become 1; 0 by default. */
  readonly threshold?: number;
}

/**
 * Makes 1 of values above a threshold and 0 of others: scikit-learn's `Binarizer`. Throws where a value is missing or infinite, or there
 * are not as many columns as when it was fitted.
 *
 * @example
 * ```ts
 * import { Binarizer } from '@kindling/data';
 *
 * console.log(new Binarizer({ threshold: 2 }).fitTransform([[1, 2, 3]])); // => [ [ 0, 0, 1 ] ]
 * ```
 */
export class Binarizer extends Transformer {
  protected override readonly name = 'Binarizer';
  protected override readonly nan = 'error';
  private readonly threshold: number;

  constructor(options: BinarizerOptions = {}) {
    super();
    checkOptions(ArgumentError, 'Binarizer', options, { threshold: 1 });
    const { threshold = 0 } = options;
    if (!Number.isFinite(threshold))
      throw new ArgumentError(`Binarizer: threshold must be a number, got ${describe(threshold)}`);
    this.threshold = threshold;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): Binarizer {
    const read = readState('Binarizer', state, {});
    return new Binarizer(read.options).restore(read);
  }

  protected override learn(): void {
    // A value needs no other.
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    mapColumns(x, (value) => (value > this.threshold ? 1 : 0));
    return x;
  }

  protected override learned(): Learned {
    return {};
  }

  protected override options(): Record<string, unknown> {
    return { threshold: this.threshold };
  }
}
