import { checkOptions, clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type Column, type ColumnType, compareText } from '../table/column.js';
import type { Table } from '../table/table.js';
import type { FlatMatrix } from './matrix.js';
import { StandardScaler } from './standard-scaler.js';

/** What {@link makePreprocessor} may be told. */
export interface PreprocessorOptions {
  /** Columns that are no features, such as the label's. */
  readonly exclude?: string | readonly string[];
  /** Categories in fewer rows than this share count as one, "other"; 0.01 by default. */
  readonly minFrequency?: number;
  /** The most columns that one column of categories becomes; the rarest beyond count as "other"; 50 by default. */
  readonly maxCategories?: number;
}

/** What a preprocessor does with a column of numbers, truth values or dates. */
interface NumberStep {
  readonly kind: 'number';
  readonly name: string;
  readonly type: ColumnType;
  /** What stands in for a missing value. */
  readonly fill: number;
  readonly mean: number;
  readonly scale: number;
  /** Whether a column of its own says where a value was missing. */
  readonly indicator: boolean;
}

/** What it does with a column of categories. */
interface CategoryStep {
  readonly kind: 'category';
  readonly name: string;
  readonly type: ColumnType;
  readonly categories: readonly string[];
  readonly missing: boolean;
  readonly other: boolean;
}

type Step = NumberStep | CategoryStep;

/** A fitted preprocessor as plain data. */
export interface PreprocessorState {
  readonly format: 'kindling.preprocessor';
  readonly version: 1;
  readonly steps: readonly Step[];
  readonly choices: readonly string[];
}

/** A matrix of features, and what each column of it is. */
export interface Features extends FlatMatrix {
  readonly data: Float64Array;
  readonly featureNames: readonly string[];
}

/**
 * Turns tables into the numbers that a network takes, as it was fitted to one table: missing numbers become the median
 * (with a column that says so where any were missing), numbers have mean 0 and deviation 1, categories a column each.
 * {@link makePreprocessor} makes one.
 *
 * Columns are found by name, in any order; others are not looked at.
 *
 * @example
 * ```ts
 * import { makePreprocessor, Preprocessor, Table } from '@kindling/data';
 *
 * const train = Table.from([{ age: 20, town: 'Ulm' }, { age: null, town: 'Bonn' }, { age: 40, town: 'Ulm' }]);
 * const saved = JSON.stringify(makePreprocessor(train));
 * const loaded = Preprocessor.fromJSON(JSON.parse(saved));
 * const { data, featureNames } = loaded.transform(Table.from([{ town: 'Rom', age: 30 }]));
 * console.log(featureNames, data);
 * // => [ 'age', 'age is missing', 'town=Bonn', 'town=Ulm' ] Float64Array(4) [ 0, 0, 0, 0 ]
 * ```
 */
export class Preprocessor {
  /** What was chosen for each column, and why. */
  readonly choices: readonly string[];
  /** A name for each column of the result. */
  readonly featureNames: readonly string[];
  /** The columns that a table must have. */
  readonly inputNames: readonly string[];
  private readonly steps: readonly Step[];

  /** @internal */
  constructor(steps: readonly Step[], choices: readonly string[]) {
    this.steps = steps;
    this.choices = choices;
    this.inputNames = steps.map(({ name }) => name);
    this.featureNames = steps.flatMap(namesOf);
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: PreprocessorState): Preprocessor {
    const { format, version, steps, choices } = (state ?? {}) as Partial<PreprocessorState>;
    if (format !== 'kindling.preprocessor' || !Array.isArray(steps) || !Array.isArray(choices)) {
      throw new ArgumentError(`Preprocessor.fromJSON: expects what toJSON gave, got ${describe(state)}`);
    }
    if (version !== 1)
      throw new ArgumentError(`Preprocessor.fromJSON: version ${describe(version)} is not known, only 1`);
    for (const step of steps as Partial<Omit<NumberStep, 'kind'> & Omit<CategoryStep, 'kind'> & { kind: string }>[]) {
      const numbers = [step.fill, step.mean, step.scale];
      const fits =
        typeof step.name === 'string' &&
        (step.kind === 'category'
          ? Array.isArray(step.categories) && step.categories.every((text) => typeof text === 'string')
          : step.kind === 'number' && numbers.every((value) => Number.isFinite(value)) && step.scale !== 0);
      if (!fits) throw new ArgumentError(`Preprocessor.fromJSON: the step of ${describe(step.name)} is damaged`);
    }
    return new Preprocessor(steps, choices);
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): PreprocessorState {
    return { format: 'kindling.preprocessor', version: 1, steps: this.steps, choices: this.choices };
  }

  /** The features of a table, a row for each of its rows; throws where a column is missing or of another type. */
  transform(table: Table): Features {
    const absent = this.inputNames.filter((name) => !table.has(name));
    if (absent.length > 0) {
      const list = absent.slice(0, 10).map((name) => `"${clean(name)}"`);
      throw new ArgumentError(
        `Preprocessor: the table lacks ${absent.length === 1 ? 'column' : 'columns'} ${list.join(', ')}${absent.length > 10 ? ', …' : ''}`,
      );
    }
    const { rows } = table;
    const columns = this.featureNames.length;
    const data = new Float64Array(rows * columns);
    let at = 0;
    for (const step of this.steps) {
      const column = table.column(step.name);
      if (step.kind === 'number') at += writeNumbers(step, column, data, at, columns);
      else at += writeCategories(step, column, data, at, columns);
    }
    return { data, rows, columns, featureNames: this.featureNames };
  }

  /** What was chosen, a line for each column. */
  toString(): string {
    return this.choices.join('\n');
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * A {@link Preprocessor} with sensible defaults, fitted to a table: fit it to the training rows alone. `choices` says what it
 * does with each column. Columns of free text, columns without values and those of a single value are left out.
 *
 * @throws `ArgumentError` where the table has no rows, or no column is left.
 * @example
 * ```ts
 * import { makePreprocessor, parseTable } from '@kindling/data';
 *
 * const table = parseTable('age,town,bought\n31,Ulm,yes\nNA,Bonn,no\n52,Ulm,yes\n');
 * const preprocessor = makePreprocessor(table, { exclude: 'bought' });
 * console.log(String(preprocessor));
 * // => "age": numeric, 1 missing become the median 41.5, with a column that says so; mean 0 and deviation 1
 * // => "town": categorical, 2 categories as a column each
 * ```
 */
export function makePreprocessor(table: Table, options: PreprocessorOptions = {}): Preprocessor {
  const where = 'makePreprocessor';
  checkOptions(ArgumentError, where, options, { exclude: 1, minFrequency: 1, maxCategories: 1 });
  if (!Array.isArray((table as Partial<Table> | undefined)?.columns)) {
    throw new ArgumentError(`${where}: expects a Table, got ${describe(table)}`);
  }
  const { exclude = [], minFrequency = 0.01, maxCategories = 50 } = options;
  if (!(minFrequency >= 0 && minFrequency < 1)) {
    throw new ArgumentError(`${where}: minFrequency must be from 0 to below 1, got ${describe(minFrequency)}`);
  }
  if (!(Number.isInteger(maxCategories) && maxCategories >= 1)) {
    throw new ArgumentError(`${where}: maxCategories must be a whole number from 1, got ${describe(maxCategories)}`);
  }
  if (table.rows === 0) throw new ArgumentError(`${where}: the table has no rows`);
  const left = new Set([exclude].flat().map((name) => table.column(name)));
  const steps: Step[] = [];
  const choices: string[] = [];
  for (const column of table.columns) {
    if (left.has(column)) continue;
    const [step, choice] =
      column.type === 'categorical' || column.type === 'text'
        ? categoryStep(column, minFrequency, maxCategories)
        : numberStep(column);
    if (step !== null) steps.push(step);
    choices.push(`"${clean(column.name)}": ${column.type}, ${choice}`);
  }
  if (steps.length === 0)
    throw new ArgumentError(`${where}: no column is left: ${choices.join('; ') || 'the table has none'}`);
  return new Preprocessor(steps, choices);
}

function numberStep(column: Column): [NumberStep | null, string] {
  const values = numbersOf(column);
  const bad = values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (bad >= 0)
    throw new ArgumentError(`makePreprocessor: column "${clean(column.name)}" has ${values[bad]} in row ${bad}`);
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return [null, 'left out, as every value is missing'];
  const absent = values.length - known.length;
  if (known[0] === known.at(-1) && absent === 0) return [null, 'left out, as all values are equal'];
  const middle = known.length >> 1;
  const fill = known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2;
  const filled = values.map((value) => (Number.isNaN(value) ? fill : value));
  const scaler = new StandardScaler().fit({ data: filled, rows: filled.length, columns: 1 });
  const { name, type } = column;
  const step: NumberStep = {
    kind: 'number',
    name,
    type,
    fill,
    mean: scaler.mean![0]!,
    scale: scaler.scale![0]!,
    indicator: absent > 0,
  };
  const missing = absent === 0 ? '' : `${absent} missing become the median ${fill}, with a column that says so; `;
  return [step, `${missing}mean 0 and deviation 1`];
}

function categoryStep(column: Column, minFrequency: number, most: number): [CategoryStep | null, string] {
  if (!('codes' in column)) return [null, ''];
  const { name, type, length } = column;
  const counts = new Int32Array(column.categories.length);
  let absent = 0;
  for (const code of column.codes) {
    if (code < 0) absent++;
    else counts[code]!++;
  }
  const present = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
  if (present.length === 0) return [null, 'left out, as every value is missing'];
  if (type === 'text')
    return [null, `left out, as it has ${present.length} different texts; declare it categorical to keep it`];
  if (present.length === 1 && absent === 0) return [null, 'left out, as all values are equal'];
  const frequent = present.filter((code) => counts[code]! >= minFrequency * length);
  frequent.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const kept = frequent.slice(0, most).map((code) => column.categories[code]!);
  kept.sort(compareText);
  const rare = present.length - kept.length;
  const step: CategoryStep = { kind: 'category', name, type, categories: kept, missing: absent > 0, other: rare > 0 };
  const parts = [`${kept.length} categories as a column each`];
  if (rare > 0) parts.push(`${rare} rare ones as "other"`);
  if (absent > 0) parts.push(`${absent} missing as one more`);
  return [step, parts.join(', ')];
}

function numbersOf(column: Column): Float64Array {
  if ('values' in column) return column.values;
  return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
}

function namesOf(step: Step): string[] {
  if (step.kind === 'number') return step.indicator ? [step.name, `${step.name} is missing`] : [step.name];
  const names = step.categories.map((category) => `${step.name}=${category}`);
  if (step.other) names.push(`${step.name} is other`);
  if (step.missing) names.push(`${step.name} is missing`);
  return names;
}

function writeNumbers(step: NumberStep, column: Column, data: Float64Array, at: number, columns: number): number {
  const numeric = column.type !== 'categorical' && column.type !== 'text';
  if (!numeric || ((column.type === 'date') !== (step.type === 'date') && !allMissing(column))) {
    // A column without any value has no type of its own.
    if (!allMissing(column)) {
      throw new ArgumentError(
        `Preprocessor: column "${clean(step.name)}" is ${column.type} here, and was ${step.type} when fitted`,
      );
    }
  }
  const values = numbersOf(column);
  for (let i = 0, k = at; i < values.length; i++, k += columns) {
    const value = values[i]!;
    const absent = Number.isNaN(value);
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
      throw new ArgumentError(`Preprocessor: column "${clean(step.name)}" has ${value} in row ${i}`);
    }
    data[k] = ((absent ? step.fill : value) - step.mean) / step.scale;
    if (absent && step.indicator) data[k + 1] = 1;
  }
  return step.indicator ? 2 : 1;
}

function writeCategories(step: CategoryStep, column: Column, data: Float64Array, at: number, columns: number): number {
  const { categories, other, missing } = step;
  const width = categories.length + Number(other) + Number(missing);
  const placeOf = new Map(categories.map((category, i) => [category, i]));
  const unknown = other ? categories.length : -1;
  const absent = missing ? width - 1 : -1;
  const write = (row: number, place: number): void => {
    if (place >= 0) data[row * columns + at + place] = 1;
  };
  if ('codes' in column) {
    const places = column.categories.map((category) => placeOf.get(category) ?? unknown);
    for (let i = 0; i < column.length; i++) write(i, column.codes[i]! < 0 ? absent : places[column.codes[i]!]!);
  } else {
    // A table of few rows may have categories that look like numbers, as "1" does.
    for (let i = 0; i < column.length; i++) {
      const value = column.values[i]!;
      write(i, Number.isNaN(value) ? absent : (placeOf.get(String(value)) ?? unknown));
    }
  }
  return width;
}

function allMissing(column: Column): boolean {
  return 'values' in column ? column.values.every(Number.isNaN) : column.codes.every((code) => code < 0);
}
