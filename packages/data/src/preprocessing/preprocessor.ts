import { clean, describe, wrong } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { Table } from '../table/table.js';
import { checkStep, type FeatureStep, namesOf, readFeatures, widthOf, writerOf } from './feature-steps.js';
import { type FlatMatrix, flatten, type Matrix } from './matrix.js';

/** How many rows are written at once. */
const ROWS = 64;

/** A fitted preprocessor as plain data. */
export interface PreprocessorState {
  readonly format: 'kindling.preprocessor';
  readonly version: 2;
  /** What is done with each column that is used. */
  readonly columns: readonly FeatureStep[];
  /** The columns that are left out, and why. */
  readonly dropped: readonly { readonly name: string; readonly reason: string }[];
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
 * const features = loaded.transform(Table.from([{ town: 'Rom', age: 30 }]));
 * console.log(features.featureNames, features.data);
 * // => [ 'age', 'age is missing', 'town=Bonn', 'town=Ulm' ] Float64Array(4) [ 0, 0, 0, 0 ]
 * console.log(loaded.inverseTransform(features).toRows()); // => [ { age: 30, town: null } ]
 * ```
 */
export class Preprocessor {
  /** What was chosen for each column, and why. */
  readonly choices: readonly string[];
  /** The columns that are left out, and why. */
  readonly dropped: readonly { readonly name: string; readonly reason: string }[];
  /** A name for each column of the result. */
  readonly featureNames: readonly string[];
  /** The columns that a table must have. */
  readonly inputNames: readonly string[];
  private readonly steps: readonly FeatureStep[];

  /** @internal */
  constructor({ columns, dropped, choices }: Omit<PreprocessorState, 'format' | 'version'>) {
    this.steps = columns;
    this.dropped = dropped;
    this.choices = choices;
    this.inputNames = columns.map(({ name }) => name);
    this.featureNames = columns.flatMap(namesOf);
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: PreprocessorState): Preprocessor {
    const where = 'Preprocessor.fromJSON';
    const given = (state ?? {}) as unknown as Record<string, unknown>;
    const { format, version, dropped = [], choices } = given;
    // Version 1 called the columns steps, and did not list those left out.
    const columns = version === 1 ? given.steps : given.columns;
    if (format === 'kindling.preprocessor' && version !== 1 && version !== 2)
      throw new ArgumentError(`${where}: version ${describe(version)} is not known, only 1 and 2`);
    const lists = Array.isArray(columns) && Array.isArray(dropped) && Array.isArray(choices);
    if (format !== 'kindling.preprocessor' || !lists) {
      throw new ArgumentError(`${where}: expects what toJSON gave, got ${describe(state)}`);
    }
    return new Preprocessor({ columns: columns.map((step) => checkStep(where, step)), dropped, choices });
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): PreprocessorState {
    const { steps: columns, dropped, choices } = this;
    return { format: 'kindling.preprocessor', version: 2, columns, dropped, choices };
  }

  /** The features of a table, a row for each of its rows; throws where a column is missing or of another type. */
  transform(table: Table): Features {
    checkTable(table);
    const columns = this.featureNames.length;
    const data = this.transformInto(table, new Float64Array(table.rows * columns));
    return { data, rows: table.rows, columns, featureNames: this.featureNames };
  }

  /**
   * The same features, row by row, in an array of zeros that is given, such as a `Float32Array` for a network.
   *
   * @returns the array.
   * @throws `ShapeError` for an array of another length; otherwise as `transform` does.
   */
  transformInto<T extends Float32Array | Float64Array>(table: Table, data: T): T {
    checkTable(table);
    const absent = this.inputNames.filter((name) => !table.has(name));
    if (absent.length > 0) {
      const list = absent.slice(0, 10).map((name) => `"${clean(name)}"`);
      const there = table.columnNames.slice(0, 20).map(clean).join(', ');
      throw new ArgumentError(
        `Preprocessor: the table lacks ${absent.length === 1 ? 'column' : 'columns'} ${list.join(', ')}${absent.length > 10 ? ', …' : ''}; it has: ${there}`,
      );
    }
    const { rows } = table;
    const columns = this.featureNames.length;
    if (data?.length !== rows * columns)
      throw new ShapeError(
        `Preprocessor: ${rows} rows of ${columns} features need ${rows * columns} numbers, got ${data?.length}`,
      );
    let at = 0;
    const writers = this.steps.map((step) => {
      const writer = writerOf(step, table.column(step.name), { data, rows, columns }, at);
      at += widthOf(step);
      return writer;
    });
    // So many rows at a time stay in the processor's cache while all columns are written.
    for (let from = 0; from < rows; from += ROWS) for (const write of writers) write(from, Math.min(from + ROWS, rows));
    return data;
  }

  /**
   * The table that features came from, as far as they tell: a missing value without a column of its own comes back as what stood
   * in for it, a category that was rare or not known as missing.
   */
  inverseTransform(features: Matrix): Table {
    const x = flatten('Preprocessor', features);
    const wanted = this.featureNames.length;
    if (x.columns !== wanted) throw new ShapeError(`Preprocessor: got ${x.columns} features, it makes ${wanted}`);
    let at = 0;
    const columns = this.steps.map((step) => {
      const column = readFeatures(step, x, at);
      at += widthOf(step);
      return column;
    });
    return new Table(columns);
  }

  /** What was chosen, a line for each column. */
  toString(): string {
    return this.choices.join('\n');
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

function checkTable(table: unknown): void {
  if (typeof (table as Table | undefined)?.has !== 'function')
    wrong(ArgumentError, 'Preprocessor', 'the table', 'a Table', table);
}
