import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { KFold } from '../splits/k-fold.js';
import { aRandomState, type RandomStateLike } from '../splits/random-source.js';
import { checkLabels, checkWhole, type Labels } from '../splits/splitter.js';
import { StratifiedKFold } from '../splits/stratified-k-fold.js';
import {
  type Category,
  type CategoryRows,
  type EncoderState,
  encoderState,
  type KnownCategories,
  learnCategories,
  placesOf,
  readEncoder,
} from './categories.js';
import { encodeLabels } from './labels.js';
import type { Features } from './preprocessor.js';

/** How `TargetEncoder` smooths, and parts rows for `fitTransform`. */
export interface TargetEncoderOptions {
  /** How many rows of the overall mean each category's mean is mixed with; `auto` (the default) by how the target varies. */
  readonly smooth?: number | 'auto';
  /** Into how many folds `fitTransform` parts the rows; 5 by default. */
  readonly cv?: number;
  /** Whether those folds are drawn at random; true by default. */
  readonly shuffle?: boolean;
  /** Where they are drawn from. */
  readonly randomState?: RandomStateLike;
}

interface Fitted {
  readonly known: KnownCategories;
  /** What each category of each column becomes. */
  readonly encodings: readonly Float64Array[];
  /** What an unknown one becomes: the mean of the target. */
  readonly mean: number;
  /** The two classes in order, where the target had such. */
  readonly classes: readonly Category[] | null;
}

/**
 * Replaces each category by the mean of the target over its rows, mixed with the overall mean where there are few: the `TargetEncoder`
 * that scikit-learn has had since 1.3 (empirical Bayes after Micci-Barreca, 2001), for two classes or numbers. Two classes are 0
 * and 1 in ascending order.
 *
 * `fitTransform` encodes each row by what the others of its fold's complement say, so that no row sees its own label; it differs from
 * `fit` and `transform`, and is what training rows need. Throws without labels, for more than two classes of texts, and where the
 * columns are not those it was fitted to. A category that is not known becomes the overall mean.
 *
 * @example
 * ```ts
 * import { TargetEncoder } from '@kindling/data';
 *
 * const rows = [['a'], ['a'], ['a'], ['b'], ['b'], ['b']];
 * const encoder = new TargetEncoder({ smooth: 1 }).fit(rows, ['no', 'no', 'yes', 'yes', 'yes', 'yes']);
 * console.log(encoder.transform([['a'], ['b'], ['c']]).data.map((value) => Math.round(value * 1000) / 1000));
 * // => Float64Array(3) [ 0.417, 0.917, 0.667 ]
 * ```
 */
export class TargetEncoder {
  /** A pipeline hands the labels on to it. */
  readonly supervised = true;
  private fitted: Fitted | undefined;
  private readonly options: TargetEncoderOptions;

  constructor(options: TargetEncoderOptions = {}) {
    const where = 'TargetEncoder';
    checkOptions(ArgumentError, where, options, { smooth: 1, cv: 1, shuffle: 1, randomState: aRandomState });
    const { smooth = 'auto', cv = 5, shuffle = true } = options;
    if (smooth !== 'auto' && !(typeof smooth === 'number' && smooth >= 0 && smooth < Number.POSITIVE_INFINITY))
      throw new ArgumentError(`${where}: smooth must be a number from 0 or 'auto', got ${describe(smooth)}`);
    checkWhole(where, 'cv', cv, 2);
    if (typeof shuffle !== 'boolean')
      throw new ArgumentError(`${where}: shuffle must be true or false, got ${describe(shuffle)}`);
    this.options = options;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TargetEncoderState): TargetEncoder {
    const { options, known } = readEncoder('TargetEncoder', state);
    const encoder = new TargetEncoder(options);
    if (known === undefined) return encoder;
    const { encodings, mean, classes = null } = state;
    const fits =
      Number.isFinite(mean) &&
      Array.isArray(encodings) &&
      encodings.length === known.categories.length &&
      encodings.every((list, j) => list?.length === known.categories[j]!.length && list.every(Number.isFinite));
    if (!fits) throw new ArgumentError('TargetEncoder.fromJSON: the encodings are damaged');
    encoder.fitted = { known, encodings: encodings.map((list) => Float64Array.from(list)), mean: mean!, classes };
    return encoder;
  }

  /** Each column's categories in ascending order, `null` last where one was missing. */
  get categories(): readonly (readonly Category[])[] {
    return this.state().known.categories;
  }

  /** What each category of each column becomes. */
  get encodings(): readonly Float64Array[] {
    return this.state().encodings;
  }

  /** The mean of the target, which a category that is not known becomes. */
  get targetMean(): number {
    return this.state().mean;
  }

  /** A name for each column. */
  featureNamesOut(): readonly string[] {
    const { known } = this.state();
    return known.inputNames ?? known.categories.map((_, j) => `x${j}`);
  }

  /** Takes each category's mean of the target; fit to the training rows alone. */
  fit(x: CategoryRows, y?: Labels): this {
    this.learn(x, y);
    return this;
  }

  /** The mean that each category stands for, as `fit` found it: for rows that it was not fitted to. */
  transform(x: CategoryRows): Features {
    const { known, encodings, mean } = this.state();
    const places = placesOf('TargetEncoder', x, known, -1);
    const columns = places.length;
    const rows = places[0]!.length;
    const data = new Float64Array(rows * columns);
    for (const [j, column] of places.entries()) {
      for (let i = 0; i < rows; i++) data[i * columns + j] = column[i]! < 0 ? mean : encodings[j]![column[i]!]!;
    }
    return { data, rows, columns, featureNames: this.featureNamesOut() };
  }

  /** Fits to all rows, and encodes each by the other folds' alone: for the training rows. */
  fitTransform(x: CategoryRows, y?: Labels): Features {
    const { places, target } = this.learn(x, y);
    const { cv = 5, shuffle = true, randomState } = this.options;
    const { classes } = this.state();
    const rows = target.length;
    const columns = places.length;
    const data = new Float64Array(rows * columns);
    const options = { nSplits: cv, shuffle, ...(shuffle && randomState !== undefined ? { randomState } : {}) };
    const folds = classes === null ? new KFold(options) : new StratifiedKFold(options);
    for (const { train, test } of folds.split(rows, target)) {
      const { encodings, mean } = this.encode(places, target, train);
      for (const i of test) {
        for (let j = 0; j < columns; j++) data[i * columns + j] = encodings[j]![places[j]![i]!] ?? mean;
      }
    }
    return { data, rows, columns, featureNames: this.featureNamesOut() };
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): TargetEncoderState {
    const { randomState, ...options } = this.options;
    const seed = typeof randomState === 'number' ? { randomState } : {};
    const state = encoderState('TargetEncoder', { ...options, ...seed }, this.fitted?.known);
    if (this.fitted === undefined) return state;
    const { encodings, mean, classes } = this.fitted;
    return { ...state, encodings: encodings.map((list) => Array.from(list)), mean, classes };
  }

  private state(): Fitted {
    if (this.fitted === undefined) throw new ArgumentError('TargetEncoder: fit it to a table first');
    return this.fitted;
  }

  private learn(x: CategoryRows, y: Labels | undefined): { places: Int32Array[]; target: Float64Array } {
    const known = learnCategories('TargetEncoder', x);
    const { target, classes } = targetOf(checkLabels('TargetEncoder', known.rows, y));
    const places = placesOf('TargetEncoder', x, known, 'error');
    const { encodings, mean } = this.encode(places, target, undefined, known);
    this.fitted = { known, encodings, mean, classes };
    return { places, target };
  }

  /** The encodings that some rows give; the mean where a category is in none of them. */
  private encode(
    places: readonly Int32Array[],
    target: Float64Array,
    rows: Int32Array | undefined,
    known: KnownCategories = this.state().known,
  ): { encodings: Float64Array[]; mean: number } {
    const { smooth = 'auto' } = this.options;
    const chosen = rows ?? Int32Array.from(target.keys());
    const n = chosen.length;
    let mean = 0;
    for (const i of chosen) mean += target[i]!;
    mean /= n;
    let variance = 0;
    for (const i of chosen) variance += (target[i]! - mean) ** 2;
    variance /= n;
    const encodings = places.map((column, j) => {
      const size = known.categories[j]!.length;
      const counts = new Float64Array(size);
      const sums = new Float64Array(size);
      for (const i of chosen) {
        counts[column[i]!]!++;
        sums[column[i]!]! += target[i]!;
      }
      if (smooth !== 'auto') return sums.map((sum, c) => (sum + smooth * mean) / (counts[c]! + smooth));
      const spread = new Float64Array(size);
      for (const i of chosen) spread[column[i]!]! += (target[i]! - sums[column[i]!]! / counts[column[i]!]!) ** 2;
      return sums.map((sum, c) => {
        const own = variance * counts[c]!;
        const share = own / (own + spread[c]! / counts[c]!);
        return Number.isNaN(share) ? mean : share * (sum / counts[c]!) + (1 - share) * mean;
      });
    });
    // 0 rows and no smoothing give nothing to go by.
    return { encodings: encodings.map((list) => list.map((value) => (Number.isNaN(value) ? mean : value))), mean };
  }
}

/** A target encoder as plain data. */
export interface TargetEncoderState extends EncoderState {
  readonly encodings?: readonly (readonly number[])[];
  readonly mean?: number;
  readonly classes?: readonly Category[] | null;
}

/** Two classes as 0 and 1, or numbers as they are. */
function targetOf(y: ArrayLike<Category>): { target: Float64Array; classes: readonly Category[] | null } {
  const { classes, codes } = encodeLabels('TargetEncoder', y as ArrayLike<string>);
  if (classes.length === 2) return { target: Float64Array.from(codes), classes };
  if (typeof classes[0] === 'number') return { target: Float64Array.from(y as ArrayLike<number>), classes: null };
  throw new ShapeError(`TargetEncoder: ${classes.length} classes; it takes two, or numbers`);
}
