import { checkChoice, checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { checkWhole } from '../splits/splitter.js';
import type { FlatMatrix } from './matrix.js';
import { normalQuantile, normalShare } from './numeric/normal.js';
import { InvertibleTransformer, type Learned, quantile, readState, type TransformerState } from './transformer.js';

/** What `QuantileTransformer` makes of each column. */
export interface QuantileTransformerOptions {
  /** How many quantiles are kept, at most the number of rows; 1000 by default. */
  readonly nQuantiles?: number;
  /** What the result is distributed like; `uniform` by default. */
  readonly outputDistribution?: 'uniform' | 'normal';
  /** Of how many rows at most the quantiles are taken; 10,000 by default. */
  readonly subsample?: number;
  /** Where those rows are drawn from. */
  readonly randomState?: RandomStateLike;
}

const EDGE = 1e-7;

/**
 * Brings each column to a uniform or normal distribution by its quantiles: scikit-learn's `QuantileTransformer`. What lies outside
 * the fitted values goes to the ends. Fit it to the training rows alone. NaN is a missing value: it is left out when fitting, and
 * stays. Throws where a value is infinite or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { QuantileTransformer } from '@kindling/data';
 *
 * const ranks = new QuantileTransformer({ nQuantiles: 3 }).fit([[1], [10], [1000]]);
 * console.log(ranks.transform([[1], [5.5], [10], [2000]])); // => [ [ 0 ], [ 0.25 ], [ 0.5 ], [ 1 ] ]
 * ```
 */
export class QuantileTransformer extends InvertibleTransformer {
  /** Each column's quantiles, a column's after the other's. */
  quantiles: Float64Array | undefined;
  /** The shares that they stand for, from 0 to 1. */
  references: Float64Array | undefined;
  protected override readonly name = 'QuantileTransformer';
  private readonly nQuantiles: number;
  private readonly outputDistribution: 'uniform' | 'normal';
  private readonly subsample: number;
  private readonly randomState: RandomStateLike | undefined;

  constructor(options: QuantileTransformerOptions = {}) {
    super();
    const where = 'QuantileTransformer';
    const known = { nQuantiles: 1, outputDistribution: 1, subsample: 1, randomState: aRandomState } as const;
    checkOptions(ArgumentError, where, options, known);
    const { nQuantiles = 1000, outputDistribution = 'uniform', subsample = 10_000, randomState } = options;
    checkWhole(where, 'nQuantiles', nQuantiles, 1);
    checkWhole(where, 'subsample', subsample, 1);
    checkChoice(ArgumentError, where, 'outputDistribution', outputDistribution, ['uniform', 'normal']);
    if (nQuantiles > subsample) {
      throw new ArgumentError(`${where}: ${nQuantiles} quantiles of a subsample of ${subsample} rows`);
    }
    this.nQuantiles = nQuantiles;
    this.outputDistribution = outputDistribution;
    this.subsample = subsample;
    this.randomState = randomState;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): QuantileTransformer {
    const read = readState('QuantileTransformer', state, { quantiles: () => 0, references: () => 0 });
    const { quantiles, references } = read.fitted;
    if (quantiles !== undefined && quantiles.length !== references!.length * read.columns!)
      throw new ArgumentError('QuantileTransformer.fromJSON: quantiles is damaged');
    return new QuantileTransformer(read.options).restore(read);
  }

  protected override learn({ data, rows, columns }: FlatMatrix): void {
    const n = Math.min(this.nQuantiles, rows);
    const references = Float64Array.from({ length: n }, (_, k) => (k === n - 1 && n > 1 ? 1 : k * (1 / (n - 1 || 1))));
    const quantiles = new Float64Array(n * columns);
    // One stream for all columns, as each draws rows of its own.
    const source = this.subsample < rows ? randomSource(this.randomState) : undefined;
    for (let j = 0; j < columns; j++) {
      const drawn = source?.permutation(rows).subarray(0, this.subsample);
      const values: number[] = [];
      for (let i = 0; i < (drawn?.length ?? rows); i++) {
        const value = data[(drawn?.[i] ?? i) * columns + j]!;
        if (!Number.isNaN(value)) values.push(value);
      }
      const sorted = Float64Array.from(values).sort();
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < n; k++) {
        // As a percentage and back, as NumPy's percentiles are asked for.
        const value = quantile(sorted, (references[k]! * 100) / 100);
        // Rounding may turn quantiles that are equal the wrong way round.
        most = Math.max(most, value);
        quantiles[j * n + k] = most;
      }
    }
    this.quantiles = quantiles;
    this.references = references;
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    const references = this.references!;
    const n = references.length;
    const normal = this.outputDistribution === 'normal';
    const least = normalQuantile(EDGE - Number.EPSILON);
    const greatest = normalQuantile(1 - (EDGE - Number.EPSILON));
    const turnedReferences = references.map((value) => -value).reverse();
    this.eachColumn(x, (column) => {
      const own = this.quantiles!.subarray(column * n, (column + 1) * n);
      const turned = own.map((value) => -value).reverse();
      const [low, high] = [own[0]!, own[n - 1]!];
      return (value) => {
        let share: number;
        if (normal ? value - EDGE < low : value === low) share = 0;
        else if (normal ? value + EDGE > high : value === high) share = 1;
        // Both ways, so that a value that comes often goes to the middle of its shares.
        else share = (interpolate(value, own, references) - interpolate(-value, turned, turnedReferences)) / 2;
        return normal ? Math.min(Math.max(normalQuantile(share), least), greatest) : share;
      };
    });
    return x;
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    const references = this.references!;
    const n = references.length;
    const normal = this.outputDistribution === 'normal';
    this.eachColumn(x, (column) => {
      const own = this.quantiles!.subarray(column * n, (column + 1) * n);
      return (value) => {
        const share = normal ? normalShare(value) : value;
        if (normal ? share - EDGE < 0 : share === 0) return own[0]!;
        if (normal ? share + EDGE > 1 : share === 1) return own[n - 1]!;
        return interpolate(share, references, own);
      };
    });
    return x;
  }

  private eachColumn({ data, columns }: FlatMatrix, changer: (column: number) => (value: number) => number): void {
    for (let j = 0; j < columns; j++) {
      const change = changer(j);
      for (let i = j; i < data.length; i += columns) if (!Number.isNaN(data[i]!)) data[i] = change(data[i]!);
    }
  }

  protected override learned(): Learned {
    return { quantiles: this.quantiles!, references: this.references! };
  }

  protected override options(): Record<string, unknown> {
    const { nQuantiles, outputDistribution, subsample, randomState } = this;
    const seed = typeof randomState === 'number' ? { randomState } : {};
    return { nQuantiles, outputDistribution, subsample, ...seed };
  }
}

/** The straight line through points with ascending `xs` at a value; flat beyond the ends. */
function interpolate(value: number, xs: Float64Array, ys: Float64Array): number {
  const last = xs.length - 1;
  if (!(value >= xs[0]!)) return ys[0]!;
  if (value >= xs[last]!) return ys[last]!;
  let low = 0;
  let high = last;
  // The last point that is not beyond the value.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= value) low = middle;
    else high = middle;
  }
  const slope = (ys[low + 1]! - ys[low]!) / (xs[low + 1]! - xs[low]!);
  return slope * (value - xs[low]!) + ys[low]!;
}
