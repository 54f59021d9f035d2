import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { addToColumns, type FlatMatrix, multiplyColumns, shiftAndDivide } from './matrix.js';
import {
  checkFlag,
  InvertibleTransformer,
  type Learned,
  median,
  nonZero,
  partlySortedColumn,
  perColumn,
  quantile,
  readState,
  type TransformerState,
} from './transformer.js';

/** What `RobustScaler` does to a column. */
export interface RobustScalerOptions {
  /** Whether the median is taken off; true by default. */
  readonly withCentering?: boolean;
  /** Whether the values are divided by the range between two quantiles; true by default. */
  readonly withScaling?: boolean;
  /** Those quantiles in percent; [25, 75] by default. */
  readonly quantileRange?: readonly [low: number, high: number];
}

/**
 * Takes the median off every column and divides it by the range between its quartiles, which outliers hardly change:
 * scikit-learn's `RobustScaler`. NaN is a missing value: it is left out when fitting, and stays. Throws where a value is
 * infinite, the quantiles are not in order, or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { RobustScaler } from '@kindling/data';
 *
 * const scaler = new RobustScaler().fit([[1], [2], [3], [4], [1000]]);
 * console.log(scaler.center, scaler.scale); // => Float64Array(1) [ 3 ] Float64Array(1) [ 2 ]
 * console.log(scaler.transform([[5]])); // => [ [ 1 ] ]
 * ```
 */
export class RobustScaler extends InvertibleTransformer {
  /** The median of each column. */
  center: Float64Array | undefined;
  /** What each column is divided by. */
  scale: Float64Array | undefined;
  protected override readonly name = 'RobustScaler';
  protected override readonly pure = true;
  private readonly withCentering: boolean;
  private readonly withScaling: boolean;
  private readonly quantileRange: readonly [number, number];

  constructor(options: RobustScalerOptions = {}) {
    super();
    const where = 'RobustScaler';
    checkOptions(ArgumentError, where, options, { withCentering: 1, withScaling: 1, quantileRange: 1 });
    const { withCentering = true, withScaling = true, quantileRange = [25, 75] } = options;
    checkFlag(where, 'withCentering', withCentering);
    checkFlag(where, 'withScaling', withScaling);
    if (!Array.isArray(quantileRange) || quantileRange.length !== 2) {
      throw new ArgumentError(`${where}: quantileRange must be two numbers, got ${describe(quantileRange)}`);
    }
    const [low, high] = quantileRange;
    if (!(low >= 0 && low <= high && high <= 100)) {
      throw new ArgumentError(
        `${where}: quantileRange must go from 0 or more up to 100 or less, got [${low}, ${high}]`,
      );
    }
    this.withCentering = withCentering;
    this.withScaling = withScaling;
    this.quantileRange = [low, high];
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): RobustScaler {
    const read = readState('RobustScaler', state, { center: perColumn, scale: perColumn });
    return new RobustScaler(read.options).restore(read);
  }

  protected override learn(x: FlatMatrix): void {
    const [low, high] = this.quantileRange;
    this.center = new Float64Array(x.columns);
    this.scale = new Float64Array(x.columns);
    for (let j = 0; j < x.columns; j++) {
      const sorted = partlySortedColumn(x, j, [low / 100, high / 100]);
      this.center[j] = median(sorted);
      const range = quantile(sorted, high / 100) - quantile(sorted, low / 100);
      this.scale[j] = nonZero(range, x.data instanceof Float32Array);
    }
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    return shiftAndDivide(x, this.withCentering ? this.center! : null, this.withScaling ? this.scale! : null);
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    if (this.withScaling) multiplyColumns(x, this.scale!);
    if (this.withCentering) addToColumns(x, this.center!, 1);
    return x;
  }

  protected override learned(): Learned {
    return { center: this.center!, scale: this.scale! };
  }

  protected override options(): Record<string, unknown> {
    const { withCentering, withScaling, quantileRange } = this;
    return { withCentering, withScaling, quantileRange };
  }
}
