import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { FlatMatrix } from './matrix.js';
import { Selector } from './selector.js';
import { type Learned, perColumn, readState, type TransformerState } from './transformer.js';

/** What `VarianceThreshold` leaves out. */
export interface VarianceThresholdOptions {
  /** The variance that a column has to be above; 0 by default, which leaves out columns of one value. */
  readonly threshold?: number;
}

/**
 * Leaves out columns that hardly vary: scikit-learn's `VarianceThreshold`. Fit it to the training rows alone. NaN is a missing value: it
 * is left out when fitting, and stays. Throws where a value is infinite, no column is left, or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { VarianceThreshold } from '@kindling/data';
 *
 * console.log(new VarianceThreshold().fitTransform([[1, 7], [2, 7]])); // => [ [ 1 ], [ 2 ] ]
 * ```
 */
export class VarianceThreshold extends Selector {
  /** The variance of each column; with a threshold of 0 its range, where that is less. */
  variances: Float64Array | undefined;
  protected override readonly name = 'VarianceThreshold';
  private readonly threshold: number;

  constructor(options: VarianceThresholdOptions = {}) {
    super();
    checkOptions(ArgumentError, 'VarianceThreshold', options, { threshold: 'number' });
    const { threshold = 0 } = options;
    if (!(threshold >= 0 && threshold < Number.POSITIVE_INFINITY))
      throw new ArgumentError(`VarianceThreshold: threshold must be a number from 0, got ${describe(threshold)}`);
    this.threshold = threshold;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): VarianceThreshold {
    const read = readState('VarianceThreshold', state, { variances: perColumn, support: perColumn });
    return new VarianceThreshold(read.options).restore(read);
  }

  protected override learn({ data, columns }: FlatMatrix): void {
    this.variances = Float64Array.from({ length: columns }, (_, j) => {
      let [count, sum, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      let missing = false;
      for (let i = j; i < data.length; i += columns) {
        const value = data[i]!;
        if (Number.isNaN(value)) {
          missing = true;
          continue;
        }
        count++;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      const mean = sum / count;
      let squares = 0;
      for (let i = j; i < data.length; i += columns) if (!Number.isNaN(data[i]!)) squares += (data[i]! - mean) ** 2;
      // A range is exactly 0 where a variance may be next to it.
      return this.threshold === 0 && !missing ? Math.min(squares / count, most - least) : squares / count;
    });
    this.support = this.variances.map((variance) => Number(variance > this.threshold));
    if (this.support.every((kept) => kept === 0))
      throw new ArgumentError(`VarianceThreshold: no column has a variance above ${this.threshold}`);
  }

  protected override learned(): Learned {
    return { variances: this.variances!, support: this.support! };
  }

  protected override options(): Record<string, unknown> {
    return { threshold: this.threshold };
  }
}
