import { checkChoice, checkOptions, clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type CodedColumn, type Column, isMissing, numericColumn } from '../table/column.js';
import type { Table } from '../table/table.js';
import { fillTexts, mostFrequentText } from './fill-texts.js';
import { type FlatMatrix, isTable, type Matrix, type Scaled } from './matrix.js';
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
  /** The value for `constant`; 0 by default, and `missing` in columns of texts. */
  readonly fillValue?: number | string;
  /** Whether columns at the end say where a value was missing, one for each in which any was when fitting; false by default. */
  readonly addIndicator?: boolean;
  /** Whether a column without any value is kept, filled with 0; false by default: it is left out, but for `constant`. */
  readonly keepEmptyFeatures?: boolean;
}

/** What stands for a missing text. */
const NO_TEXT = 'missing';

/**
 * Puts a value in place of each one that is missing (NaN): scikit-learn's `SimpleImputer`. A column without any value is left
 * out, but for `constant`. Columns of texts in a `Table` take the strategies `mostFrequent` and `constant`. Fit it to the training
 * rows alone. Throws where a value is infinite, no column is left, or the columns are not those it was fitted to.
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
 * const towns = new SimpleImputer({ strategy: 'mostFrequent' });
 * console.log(towns.fitTransform(Table.from({ town: ['Ulm', null, 'Ulm'] })).toRows()[1]); // => { town: 'Ulm' }
 * ```
 */
export class SimpleImputer extends Transformer {
  /** What each column's missing values become; NaN for a column that is left out, and for one of texts. */
  statistics: Float64Array | undefined;
  /** 1 for each column in which a value was missing. */
  missing: Float64Array | undefined;
  /** What each column of texts' missing values become; `null` for others; `undefined` where there are none. */
  texts: readonly (string | null)[] | undefined;
  protected override readonly name = 'SimpleImputer';
  private readonly strategy: NonNullable<SimpleImputerOptions['strategy']>;
  private readonly fillValue: number | string | undefined;
  private readonly addIndicator: boolean;
  private readonly keepEmptyFeatures: boolean;

  constructor(options: SimpleImputerOptions = {}) {
    super();
    const where = 'SimpleImputer';
    checkOptions(ArgumentError, where, options, { strategy: 1, fillValue: 1, addIndicator: 1, keepEmptyFeatures: 1 });
    const { strategy = 'mean', fillValue, addIndicator = false, keepEmptyFeatures = false } = options;
    checkChoice(ArgumentError, where, 'strategy', strategy, ['mean', 'median', 'mostFrequent', 'constant']);
    if (fillValue !== undefined && typeof fillValue !== 'string' && !Number.isFinite(fillValue)) {
      throw new ArgumentError(`${where}: fillValue must be a number or a text, got ${describe(fillValue)}`);
    }
    if (fillValue !== undefined && strategy !== 'constant') {
      throw new ArgumentError(`${where}: fillValue has no effect without strategy: 'constant'`);
    }
    checkFlag(where, 'addIndicator', addIndicator);
    checkFlag(where, 'keepEmptyFeatures', keepEmptyFeatures);
    this.strategy = strategy;
    this.fillValue = fillValue;
    this.addIndicator = addIndicator;
    this.keepEmptyFeatures = keepEmptyFeatures;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState & { readonly texts?: readonly (string | null)[] }): SimpleImputer {
    const read = readState('SimpleImputer', state, { statistics: perColumn, missing: perColumn });
    const imputer = new SimpleImputer(read.options).restore(read);
    const { texts } = state;
    const fits = Array.isArray(texts) && texts.length === read.columns && read.inputNames !== undefined;
    if (texts !== undefined && !(fits && texts.every((text) => text === null || typeof text === 'string'))) {
      throw new ArgumentError('SimpleImputer.fromJSON: texts is damaged');
    }
    imputer.texts = texts;
    return imputer;
  }

  override fit(x: Matrix): this {
    this.texts = undefined;
    const table = isTable(x) ? x : undefined;
    if (table === undefined || !table.columns.some(isText)) return super.fit(x);
    if (table.rows === 0) throw new ArgumentError('SimpleImputer: the table has no rows');
    const learned = table.columns.map((column) =>
      isText(column) ? this.ofTexts(column) : this.ofNumbers(table, column),
    );
    this.statistics = Float64Array.from(learned, (value) => (typeof value === 'number' ? value : Number.NaN));
    this.texts = learned.map((value) => (typeof value === 'string' ? value : null));
    this.missing = Float64Array.from(table.columns, (column) => {
      for (let i = 0; i < column.length; i++) if (isMissing(column, i)) return 1;
      return 0;
    });
    this.check();
    return this.fittedTo(x, table.columns.length);
  }

  override transform<M extends Matrix>(x: M): Scaled<M> {
    const { texts, inputNames } = this;
    if (texts === undefined) return super.transform(x);
    if (!isTable(x)) throw new ArgumentError(`SimpleImputer: it was fitted to a Table, got ${describe(x)}`);
    const { missing } = this as { missing: Float64Array };
    const columns = inputNames!.map((name) => x.column(name));
    const extra = x.columnNames.find((name) => !inputNames!.includes(name));
    if (extra !== undefined)
      throw new ArgumentError(`SimpleImputer: column "${clean(extra)}" was not there when it was fitted`);
    const kept = columns.flatMap((column, j) => (this.isKept(j) ? [this.filled(column, j)] : []));
    const said = this.addIndicator ? columns.filter((_, j) => missing[j] === 1) : [];
    const flags = said.map((column) => {
      const values = Float64Array.from({ length: column.length }, (_, i) => Number(isMissing(column, i)));
      return numericColumn(`${column.name} is missing`, values);
    });
    let out: Table = x.select([]);
    for (const column of [...kept, ...flags]) out = out.with(column);
    return out as Scaled<M>;
  }

  override toJSON(): TransformerState & { readonly texts?: readonly (string | null)[] } {
    return { ...super.toJSON(), ...(this.texts === undefined ? {} : { texts: this.texts }) };
  }

  protected override outNames(names: readonly string[] | undefined): readonly string[] | undefined {
    if (names === undefined) return undefined;
    const kept = names.filter((_, j) => this.isKept(j));
    const said = this.addIndicator ? names.filter((_, j) => this.missing![j] === 1) : [];
    return [...kept, ...said.map((name) => `${name} is missing`)];
  }

  private isKept(j: number): boolean {
    return !Number.isNaN(this.statistics![j]) || (this.texts?.[j] ?? null) !== null;
  }

  protected override learn(x: FlatMatrix): void {
    const statistics = new Float64Array(x.columns);
    const missing = new Float64Array(x.columns);
    for (let j = 0; j < x.columns; j++) {
      const sorted = sortedColumn(x, j);
      if (sorted.length < x.rows) missing[j] = 1;
      statistics[j] = this.statistic(x, j, sorted);
    }
    this.statistics = statistics;
    this.missing = missing;
    this.check();
  }

  private check(): void {
    if (this.statistics!.every((_, j) => !this.isKept(j)))
      throw new ArgumentError('SimpleImputer: no column has a value');
  }

  private ofNumbers(table: Table, column: Column): number {
    const x = table.select(column.name).toMatrix();
    return this.statistic(x, 0, sortedColumn(x, 0));
  }

  private ofTexts(column: CodedColumn): string | null {
    const { strategy, fillValue = NO_TEXT, keepEmptyFeatures } = this;
    const name = clean(column.name);
    if (strategy === 'constant') {
      if (typeof fillValue === 'string') return fillValue;
      throw new ArgumentError(`SimpleImputer: column "${name}" holds texts; fillValue must be one, got ${fillValue}`);
    }
    if (strategy !== 'mostFrequent') {
      throw new ArgumentError(`SimpleImputer: column "${name}" holds texts, which have no ${strategy}`);
    }
    return mostFrequentText(column) ?? (keepEmptyFeatures ? NO_TEXT : null);
  }

  private filled(column: Column, j: number): Column {
    const text = this.texts![j]!;
    if (text !== null) {
      if (isText(column)) return fillTexts(column, text);
      // Of a column without any value nobody knows the type.
      const { name, length, reason } = column;
      for (let i = 0; i < length; i++) {
        if (isMissing(column, i)) continue;
        throw new ArgumentError(`SimpleImputer: column "${clean(name)}" is ${column.type}, and held texts when fitted`);
      }
      return { name, type: 'categorical', length, reason, codes: new Int32Array(length), categories: [text] };
    }
    if (isText(column))
      throw new ArgumentError(`SimpleImputer: column "${clean(column.name)}" holds texts, and held none when fitted`);
    const fill = this.statistics![j]!;
    if ('values' in column)
      return { ...column, values: column.values.map((value) => (Number.isNaN(value) ? fill : value)) };
    return numericColumn(
      column.name,
      Float64Array.from(column.codes, (code) => (code < 0 ? fill : code)),
    );
  }

  private statistic({ data, columns }: FlatMatrix, column: number, sorted: Float64Array): number {
    const { strategy, fillValue = 0 } = this;
    if (strategy === 'constant') {
      if (typeof fillValue === 'number') return fillValue;
      throw new ArgumentError(
        `SimpleImputer: fillValue must be a number for columns of numbers, got ${describe(fillValue)}`,
      );
    }
    if (sorted.length === 0) return this.keepEmptyFeatures ? 0 : Number.NaN;
    if (strategy === 'median') return median(sorted);
    if (strategy === 'mostFrequent') return mode(sorted);
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
    const { strategy, fillValue, addIndicator, keepEmptyFeatures } = this;
    return { strategy, ...(fillValue === undefined ? {} : { fillValue }), addIndicator, keepEmptyFeatures };
  }
}

function isText(column: Column): column is CodedColumn & { readonly type: 'categorical' | 'text' } {
  return column.type === 'categorical' || column.type === 'text';
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
