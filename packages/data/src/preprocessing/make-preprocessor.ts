import { checkOptions, clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type Column, compareText } from '../table/column.js';
import type { Table } from '../table/table.js';
import { type CategoryStep, type FeatureStep, type NumberStep, plainNumbers } from './feature-steps.js';
import { Preprocessor } from './preprocessor.js';
import { StandardScaler } from './standard-scaler.js';
import { median } from './transformer.js';

/** What {@link makePreprocessor} may be told. */
export interface PreprocessorOptions {
  /** Columns that are no features, such as the label's. */
  readonly exclude?: string | readonly string[];
  /** Categories in fewer rows than this share (below 1), or this many (a whole number), count as one, "other"; 0.01 by default. */
  readonly minFrequency?: number;
  /** The most columns that one column of categories becomes; the rarest beyond count as "other"; 50 by default. */
  readonly maxCategories?: number;
  /** How many deviations from the mean a number is cut to, so that one wild value cannot decide; not cut by default. */
  readonly clip?: number;
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
  checkOptions(ArgumentError, where, options, { exclude: 1, minFrequency: 'number', maxCategories: 1, clip: 'number' });
  if (!Array.isArray((table as Partial<Table> | undefined)?.columns)) {
    throw new ArgumentError(`${where}: expects a Table, got ${describe(table)}`);
  }
  const { exclude = [], minFrequency = 0.01, maxCategories = 50, clip } = options;
  if (!(minFrequency >= 0 && (minFrequency < 1 || Number.isSafeInteger(minFrequency)))) {
    throw new ArgumentError(
      `${where}: minFrequency must be from 0 to below 1 or a whole number of rows, got ${describe(minFrequency)}`,
    );
  }
  if (clip !== undefined && !(clip > 0 && clip < Number.POSITIVE_INFINITY)) {
    throw new ArgumentError(`${where}: clip must be a number above 0, got ${describe(clip)}`);
  }
  if (!(Number.isInteger(maxCategories) && maxCategories >= 1)) {
    throw new ArgumentError(`${where}: maxCategories must be a whole number from 1, got ${describe(maxCategories)}`);
  }
  if (table.rows === 0) throw new ArgumentError(`${where}: the table has no rows`);
  const left = new Set([exclude].flat().map((name) => table.column(name)));
  const columns: FeatureStep[] = [];
  const dropped: { name: string; reason: string }[] = [];
  const choices: string[] = [];
  for (const column of table.columns) {
    if (left.has(column)) continue;
    const { name } = column;
    const made =
      column.type === 'categorical' || column.type === 'text'
        ? categoryStep(column, minFrequency < 1 ? minFrequency * column.length : minFrequency, maxCategories)
        : numberStep(column, clip);
    if (typeof made === 'string') dropped.push({ name, reason: made });
    else columns.push(made.step);
    const choice = typeof made === 'string' ? `left out, as ${made}` : made.choice;
    choices.push(`"${clean(name)}": ${column.type}, ${choice}`);
  }
  if (columns.length === 0)
    throw new ArgumentError(`${where}: no column is left: ${choices.join('; ') || 'the table has none'}`);
  return new Preprocessor({ columns, dropped, choices });
}

/** What is done with a column, and how that is said; or why it is left out. */
type Made = { readonly step: FeatureStep; readonly choice: string } | string;

function numberStep(column: Column, clip: number | undefined): Made {
  const values = plainNumbers(column);
  const bad = values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (bad >= 0)
    throw new ArgumentError(`makePreprocessor: column "${clean(column.name)}" has ${values[bad]} in row ${bad}`);
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return 'every value is missing';
  const absent = values.length - known.length;
  if (known[0] === known.at(-1) && absent === 0) return 'all values are equal';
  const fill = median(known);
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
    ...(clip === undefined ? {} : { clip }),
  };
  const missing = absent === 0 ? '' : `${absent} missing become the median ${fill}, with a column that says so; `;
  const cut = clip === undefined ? '' : `, cut to ${clip} deviations`;
  return { step, choice: `${missing}mean 0 and deviation 1${cut}` };
}

function categoryStep(column: Column, least: number, most: number): Made {
  if (!('codes' in column)) return 'it has no categories';
  const { name, type } = column;
  const counts = new Int32Array(column.categories.length);
  let absent = 0;
  for (const code of column.codes) {
    if (code < 0) absent++;
    else counts[code]!++;
  }
  const present = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
  if (present.length === 0) return 'every value is missing';
  if (type === 'text') {
    const texts = present.length === 1 ? 'one text' : `${present.length} different texts`;
    return `it has ${texts}; declare it categorical to keep it`;
  }
  if (present.length === 1 && absent === 0) return 'all values are equal';
  const frequent = present.filter((code) => counts[code]! >= least);
  frequent.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const kept = frequent.slice(0, most).map((code) => column.categories[code]!);
  kept.sort(compareText);
  const rare = present.length - kept.length;
  if (kept.length === 0 && absent === 0) return `each of its ${present.length} categories is rare`;
  const step: CategoryStep = { kind: 'category', name, type, categories: kept, missing: absent > 0, other: rare > 0 };
  const parts = [`${kept.length} categories as a column each`];
  if (rare > 0) parts.push(`${rare} rare ones as "other"`);
  if (absent > 0) parts.push(`${absent} missing as one more`);
  return { step, choice: parts.join(', ') };
}
