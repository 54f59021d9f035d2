import { checkChoice, checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { FlatMatrix } from './matrix.js';
import {
  checkFlag,
  type Learned,
  median,
  perColumn,
  readState,
  sortedColumn,
  Transformer,
  type TransformerState,
} from './transformer.js';

/** What `SimpleImputer` puts where a value is missing. */
export interface SimpleImputerOptions {
  /** The column's mean (the default), median or most frequent value, the least of several; or `fillValue`. */
  readonly strategy?: 'mean' | 'median' | 'mostFrequent' | 'constant';
  /** The value for `constant`; 0 by default. */
  readonly fillValue?: number;
  /** Whether columns at the end say where a value was missing, one for each in which any was when fitting; false by default. */
  readonly addIndicator?: boolean;
}

/**
 * Puts a value in place of each one that is missing (NaN): scikit-learn's `SimpleImputer`. A column without any value is left
 * out, but for `constant`. Fit it to the training rows alone. Throws where a value is infinite, no column is left, or the
 * columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { SimpleImputer, Table } from '@kindling/data';
 *
 * const imputer = new SimpleImputer({ strategy: 'median', addIndicator: true });
 * console.log(String(imputer.fitTransform(Table.from({ age: [31, null, 52] }))));
 * // =>     age  age is missing
 * // => 0  31.0               0
 * // => 1  41.5               1
 * // => 2  52.0               0
 * ```
 */
export class SimpleImputer extends Transformer {
  /** What each column's missing values become; NaN for a column that is left out. */
  statistics: Float64Array | undefined;
  /** 1 for each column in which a value was missing. */
  missing: Float64Array | undefined;
  protected override readonly name = 'SimpleImputer';
  private readonly strategy: NonNullable<SimpleImputerOptions['strategy']>;
  private readonly fillValue: number;
  private readonly addIndicator: boolean;

  constructor(options: SimpleImputerOptions = {}) {
    super();
    const where = 'SimpleImputer';
    checkOptions(ArgumentError, where, options, { strategy: 1, fillValue: 1, addIndicator: 1 });
    const { strategy = 'mean', fillValue = 0, addIndicator = false } = options;
    checkChoice(ArgumentError, where, 'strategy', strategy, ['mean', 'median', 'mostFrequent', 'constant']);
    if (!Number.isFinite(fillValue)) {
      throw new ArgumentError(`${where}: fillValue must be a number, got ${describe(fillValue)}`);
    }
    if (options.fillValue !== undefined && strategy !== 'constant') {
      throw new ArgumentError(`${where}: fillValue has no effect without strategy: 'constant'`);
    }
    checkFlag(where, 'addIndicator', addIndicator);
    this.strategy = strategy;
    this.fillValue = fillValue;
    this.addIndicator = addIndicator;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): SimpleImputer {
    const read = readState('SimpleImputer', state, { statistics: perColumn, missing: perColumn });
    return new SimpleImputer(read.options).restore(read);
  }

  /** A name for each column that is left, and for each that says what was missing. */
  override featureNamesOut(): readonly string[] | undefined {
    const { inputNames, statistics, missing } = this;
    if (inputNames === undefined) return undefined;
    const kept = inputNames.filter((_, j) => !Number.isNaN(statistics![j]));
    const said = this.addIndicator ? inputNames.filter((_, j) => missing![j] === 1) : [];
    return [...kept, ...said.map((name) => `${name} is missing`)];
  }

  protected override learn(x: FlatMatrix): void {
    const statistics = new Float64Array(x.columns);
    const missing = new Float64Array(x.columns);
    for (let j = 0; j < x.columns; j++) {
      const sorted = sortedColumn(x, j);
      if (sorted.length < x.rows) missing[j] = 1;
      statistics[j] = this.statistic(x, j, sorted);
    }
    if (statistics.every(Number.isNaN)) throw new ArgumentError('SimpleImputer: no column has a value');
    this.statistics = statistics;
    this.missing = missing;
  }

  private statistic({ data, columns }: FlatMatrix, column: number, sorted: Float64Array): number {
    if (this.strategy === 'constant') return this.fillValue;
    if (this.strategy === 'median') return median(sorted);
    if (this.strategy === 'mostFrequent') return mode(sorted);
    let sum = 0;
    // In the order of the rows, as NumPy adds them up.
    for (let i = column; i < data.length; i += columns) if (!Number.isNaN(data[i]!)) sum += data[i]!;
    return sum / sorted.length;
  }

  protected override apply({ data, rows, columns }: FlatMatrix): FlatMatrix {
    const { statistics, missing } = this as { statistics: Float64Array; missing: Float64Array };
    const every = Array.from(statistics.keys());
    const kept = every.filter((j) => !Number.isNaN(statistics[j]));
    const said = this.addIndicator ? every.filter((j) => missing[j] === 1) : [];
    const width = kept.length + said.length;
    const out = data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
    for (let i = 0, at = 0; i < rows; i++) {
      const row = i * columns;
      for (const j of kept) {
        const value = data[row + j]!;
        out[at++] = Number.isNaN(value) ? statistics[j]! : value;
      }
      for (const j of said) out[at++] = Number.isNaN(data[row + j]) ? 1 : 0;
    }
    return { data: out, rows, columns: width };
  }

  protected override learned(): Learned {
    return { statistics: this.statistics!, missing: this.missing! };
  }

  protected override options(): Record<string, unknown> {
    const { strategy, fillValue, addIndicator } = this;
    return { strategy, ...(strategy === 'constant' ? { fillValue } : {}), addIndicator };
  }
}

/** The most frequent of sorted values, the least of several; NaN of none. */
function mode(sorted: Float64Array): number {
  let best = Number.NaN;
  let most = 0;
  for (let i = 0, count = 0; i < sorted.length; i++) {
    count = i > 0 && sorted[i] === sorted[i - 1] ? count + 1 : 1;
    if (count > most) {
      most = count;
      best = sorted[i]!;
    }
  }
  return best;
}
