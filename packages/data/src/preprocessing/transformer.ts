import { describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { columnNamesOf, type FlatMatrix, flatten, inFormOf, isTable, type Matrix, type Scaled } from './matrix.js';
import { sortAt } from './numeric/sort-at.js';

/** A transformer as plain data: its options, and what it learned. NaN is `null`, as JSON has none. */
export interface TransformerState {
  /** Which one it is: `kindling.StandardScaler`. */
  readonly format: string;
  readonly version: 1;
  readonly options: Readonly<Record<string, unknown>>;
  /** How many columns it was fitted to; `null` where it was not. */
  readonly columns: number | null;
  /** The names of those columns, where it was fitted to a `Table`. */
  readonly inputNames: readonly string[] | null;
  readonly fitted: Readonly<Record<string, readonly (number | null)[]>> | null;
}

/** What a transformer learned, by the names of its properties. */
export type Learned = Readonly<Record<string, Float64Array>>;

/** What all that learn from tables of numbers and then change such tables have in common. */
export abstract class Transformer {
  /** How many columns it was fitted to. */
  columns: number | undefined;
  /** The names of those columns, where it was fitted to a `Table`; others are then found by them, in any order. */
  inputNames: readonly string[] | undefined;
  protected abstract readonly name: string;
  /** Whether NaN is a missing value that stays as it is. */
  protected readonly nan: 'missing' | 'error' = 'missing';
  /** Whether `learn` and `apply` leave what they get as it is: it then need not be a copy. */
  protected readonly pure: boolean = false;
  /** Whether `learn` refuses infinite values itself: they are then not looked for before. */
  protected readonly refusesInfinite: boolean = false;

  /** Learns from the columns of `x`; fit to the training rows alone. */
  fit(x: Matrix): this {
    const flat = this.readToFit(x);
    this.learn(flat);
    return this.fittedTo(x, flat.columns);
  }

  /** A changed copy of `x`, in the form and dtype of `x`. */
  transform<M extends Matrix>(x: M): Scaled<M> {
    const flat = this.read(x);
    return inFormOf(x, this.apply(flat), this.outNames(this.inputNames ?? columnNamesOf(x)));
  }

  /** `fit` and `transform` in one. */
  fitTransform<M extends Matrix>(x: M): Scaled<M> {
    if (!this.pure) return this.fit(x).transform(x);
    const flat = this.readToFit(x);
    this.learn(flat);
    this.fittedTo(x, flat.columns);
    return inFormOf(x, this.apply(flat), this.outNames(this.inputNames));
  }

  /** A name for each column of what `transform` gives; `undefined` where it was not fitted to columns with names. */
  featureNamesOut(): readonly string[] | undefined {
    return this.outNames(this.inputNames);
  }

  /** The names of the columns that come out, from those that go in. */
  protected outNames(names: readonly string[] | undefined): readonly string[] | undefined {
    return names;
  }

  /** Remembers the columns that it was fitted to. */
  protected fittedTo(x: unknown, columns: number): this {
    this.columns = columns;
    this.inputNames = columnNamesOf(x);
    return this;
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): TransformerState {
    const plain = ([key, values]: [string, Float64Array]) => [
      key,
      Array.from(values, (v) => (Number.isNaN(v) ? null : v)),
    ];
    const { columns = null, inputNames = null } = this;
    const fitted = columns === null ? null : Object.fromEntries(Object.entries(this.learned()).map(plain));
    return { format: `kindling.${this.name}`, version: 1, options: this.options(), columns, inputNames, fitted };
  }

  protected abstract learn(x: FlatMatrix): void;
  /** The changed table; unless it is `pure` it may change the one it gets, which is a copy. */
  protected abstract apply(x: FlatMatrix): FlatMatrix;
  protected abstract learned(): Learned;
  protected abstract options(): Record<string, unknown>;

  private readToFit(x: Matrix): FlatMatrix {
    return flatten(this.name, x, this.refusesInfinite ? 'unchecked' : this.nan, !this.pure);
  }

  /** A copy of a table of the columns that it was fitted to, or its own numbers where they are only read. */
  protected read(x: Matrix): FlatMatrix {
    const { columns, inputNames, name } = this;
    if (columns === undefined) throw new ArgumentError(`${name}: fit it to a table first`);
    const named = isTable(x) && inputNames !== undefined;
    if (named && x.columns.length !== columns) {
      const extra = x.columnNames.find((one) => !inputNames.includes(one));
      if (extra !== undefined) throw new ShapeError(`${name}: column "${extra}" was not there when it was fitted`);
    }
    const flat = flatten(name, named ? x.select(inputNames) : x, this.nan, !this.pure);
    if (flat.columns !== columns) {
      throw new ShapeError(`${name}: got ${flat.columns} columns, it was fitted to ${columns}`);
    }
    return flat;
  }

  /** Takes over what {@link readState} found. */
  protected restore({ columns, inputNames, fitted }: ReadState): this {
    Object.assign(this, fitted);
    this.columns = columns;
    this.inputNames = inputNames;
    return this;
  }
}

/** A transformer that can be undone. */
export abstract class InvertibleTransformer extends Transformer {
  /** A copy of changed values as they were before. */
  inverseTransform<M extends Matrix>(x: M): Scaled<M> {
    const { name, columns } = this;
    if (columns === undefined) throw new ArgumentError(`${name}: fit it to a table first`);
    const names = this.featureNamesOut();
    const named = isTable(x) && names?.every((one) => x.has(one)) ? x.select(names) : x;
    const flat = flatten(name, named, this.nan);
    const wanted = this.outColumns(columns);
    if (flat.columns !== wanted)
      throw new ShapeError(`${name}: got ${flat.columns} columns, transform gives ${wanted}`);
    return inFormOf(x, this.undo(flat), this.inputNames ?? defaultNames(x, columns));
  }

  /** How many columns come out. */
  protected outColumns(columns: number): number {
    return columns;
  }

  protected abstract undo(x: FlatMatrix): FlatMatrix;
}

/** Names for as many columns, where a table that has some of its own cannot keep them. */
export function defaultNames(x: unknown, columns: number): readonly string[] | undefined {
  const names = columnNamesOf(x);
  return names === undefined || names.length === columns ? names : Array.from({ length: columns }, (_, j) => `x${j}`);
}

/** A state that fits, as values. */
export interface ReadState {
  readonly options: Record<string, unknown>;
  readonly columns: number | undefined;
  readonly inputNames: readonly string[] | undefined;
  readonly fitted: Learned;
}

/**
 * What `toJSON` gave, checked: `lengths` says how many values each property has, by the number of columns; 0 stands for any.
 * Those that are `optional` were not there in states of before. Throws where something is missing or does not fit.
 */
export function readState(
  name: string,
  state: TransformerState,
  lengths: Readonly<Record<string, (columns: number) => number>>,
  optional: readonly string[] = [],
): ReadState {
  const where = `${name}.fromJSON`;
  const given = (state ?? {}) as Partial<TransformerState>;
  if (given.format !== `kindling.${name}` || typeof given.options !== 'object' || given.options === null) {
    const which = typeof given.format === 'string' ? describe(given.format) : describe(state);
    throw new ArgumentError(`${where}: expects what toJSON gave, got ${which}`);
  }
  if (given.version !== 1) throw new ArgumentError(`${where}: version ${describe(given.version)} is not known, only 1`);
  const { columns, inputNames, fitted } = given;
  const options = { ...given.options };
  if (columns === null) return { options, columns: undefined, inputNames: undefined, fitted: {} };
  const damaged = (what: string): never => {
    throw new ArgumentError(`${where}: ${what} is damaged`);
  };
  if (!Number.isSafeInteger(columns) || columns! < 1) damaged('columns');
  const names = inputNames ?? undefined;
  if (
    names !== undefined &&
    !(Array.isArray(names) && names.length === columns && names.every((one) => typeof one === 'string'))
  )
    damaged('inputNames');
  const learned: Record<string, Float64Array> = {};
  for (const [key, length] of Object.entries(lengths)) {
    const values: unknown = Object.hasOwn(fitted ?? {}, key) ? fitted![key] : undefined;
    if (values === undefined && optional.includes(key)) continue;
    const wanted = length(columns!);
    const fits = Array.isArray(values) && (wanted === 0 || values.length === wanted);
    if (!fits || !values.every((value) => value === null || Number.isFinite(value))) damaged(key);
    learned[key] = Float64Array.from(values as (number | null)[], (value) => value ?? Number.NaN);
  }
  return { options, columns: columns!, inputNames: names, fitted: learned };
}

/** As many values as columns. */
export const perColumn = (columns: number): number => columns;

/** Throws unless an option is true or false. */
export function checkFlag(where: string, what: string, value: unknown): void {
  if (typeof value !== 'boolean')
    throw new ArgumentError(`${where}: ${what} must be true or false, got ${describe(value)}`);
}

/** What to divide by in place of a range that is next to nothing. */
export function nonZero(range: number, single: boolean): number {
  return range < 10 * (single ? 2 ** -23 : Number.EPSILON) ? 1 : range;
}

/** The values of a column in ascending order, without those missing. */
export function sortedColumn(x: FlatMatrix, column: number): Float64Array {
  return presentIn(x, column).sort();
}

/** The values of a column, without those missing, in which the middle and some quantiles can be read as if they were sorted. */
export function partlySortedColumn(x: FlatMatrix, column: number, shares: readonly number[]): Float64Array {
  const values = presentIn(x, column);
  const last = values.length - 1;
  const ranks = shares.flatMap((share) => {
    const below = Math.min(Math.floor(share * last), last);
    return [below, Math.min(below + 1, last)];
  });
  const middle = values.length >> 1;
  const wanted = new Set([...ranks, Math.max(middle - 1, 0), Math.min(middle, last)]);
  if (last > 0)
    sortAt(
      values,
      [...wanted].sort((a, b) => a - b),
    );
  return values;
}

function presentIn({ data, columns }: FlatMatrix, column: number): Float64Array {
  const values = new Float64Array(Math.ceil(Math.max(data.length - column, 0) / columns));
  let count = 0;
  for (let i = column; i < data.length; i += columns) if (!Number.isNaN(data[i]!)) values[count++] = data[i]!;
  return values.subarray(0, count);
}

/** The value below which a share of sorted ones lies, interpolated as NumPy does; NaN of none. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = Math.min(Math.floor(place), sorted.length - 1);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const part = place - below;
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part;
}

/** The middle of sorted values, or the mean of the two there; NaN of none. */
export function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
