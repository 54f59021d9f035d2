import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type FlatMatrix, type Matrix, multiplyColumns, shiftAndDivide } from './matrix.js';
import {
  InvertibleTransformer,
  type Learned,
  nonZero,
  perColumn,
  readState,
  type TransformerState,
} from './transformer.js';

/**
 * Divides every column by its largest absolute value, so that it lies within [-1, 1] and zeros stay zeros: scikit-learn's
 * `MaxAbsScaler`. NaN is a missing value: it is left out when fitting, and stays. Throws where a value is infinite or the
 * columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { MaxAbsScaler } from '@kindling/data';
 *
 * console.log(new MaxAbsScaler().fitTransform([[1, -4], [-2, 0]])); // => [ [ 0.5, -1 ], [ -1, 0 ] ]
 * ```
 */
export class MaxAbsScaler extends InvertibleTransformer {
  /** The largest absolute value of each column. */
  maxAbs: Float64Array | undefined;
  /** What each column is divided by. */
  scale: Float64Array | undefined;
  protected override readonly name = 'MaxAbsScaler';
  protected override readonly pure = true;

  constructor(options: Record<never, never> = {}) {
    super();
    checkOptions(ArgumentError, 'MaxAbsScaler', options, {});
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): MaxAbsScaler {
    const read = readState('MaxAbsScaler', state, { maxAbs: perColumn, scale: perColumn });
    return new MaxAbsScaler(read.options).restore(read);
  }

  /** Learns from more rows, as `fit` would from all of them: for data that comes in parts. */
  partialFit(x: Matrix): this {
    if (this.columns === undefined) return this.fit(x);
    this.learn(this.read(x), this.maxAbs);
    return this;
  }

  protected override learn({ data, columns }: FlatMatrix, before?: Float64Array): void {
    const maxAbs = before?.slice() ?? new Float64Array(columns).fill(Number.NaN);
    for (let i = 0; i < data.length; ) {
      for (let j = 0; j < columns; j++, i++) {
        const value = Math.abs(data[i]!);
        if (!Number.isNaN(value) && !(maxAbs[j]! >= value)) maxAbs[j] = value;
      }
    }
    this.maxAbs = maxAbs;
    this.scale = maxAbs.map((value) => nonZero(value, data instanceof Float32Array));
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    return shiftAndDivide(x, null, this.scale!);
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    multiplyColumns(x, this.scale!);
    return x;
  }

  protected override learned(): Learned {
    return { maxAbs: this.maxAbs!, scale: this.scale! };
  }

  protected override options(): Record<string, unknown> {
    return {};
  }
}
