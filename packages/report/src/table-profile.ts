import { checkOptions, clean, wrong } from '@internal/arguments';
import type { Column, Table } from '@kindling/data';
import { checkTable } from './checks.js';
import { ReportError } from './errors.js';

/** What the numbers of a column were: from the least to the greatest, and how they lay between. */
export interface NumbersProfile {
  readonly kind: 'numbers';
  readonly name: string;
  /** Whether they are dates, as days. */
  readonly date: boolean;
  readonly low: number;
  readonly high: number;
  /** Numbers in order, and the share of values up to each. */
  readonly cuts: readonly (readonly [value: number, share: number])[];
}

/** How often each category of a column was, as a share of the rows that had one. */
export interface CategoriesProfile {
  readonly kind: 'categories';
  readonly name: string;
  readonly shares: readonly (readonly [text: string, share: number])[];
}

/** What the columns of a table were, as plain data that is small whatever the table is. */
export interface TableProfile {
  readonly format: 'kindling.profile';
  readonly version: 1;
  readonly rows: number;
  readonly columns: readonly (NumbersProfile | CategoriesProfile)[];
}

/** So many cuts tell distributions apart. */
const CUTS = 20;
/** Of columns with more categories the most frequent ones are kept. */
const CATEGORIES = 100;

/**
 * What the columns of a table are, to be kept with a model that learnt from them: {@link ProfileWatch} then tells which other rows
 * are unlike.
 *
 * @param options - `columns`: those that matter; default all. Columns of free text, and those without a value, are left out.
 * @throws ReportError for what is no table, or one without rows; `ArgumentError` for a column that is not there.
 * @example
 * ```ts
 * import { Table } from '@kindling/data';
 * import { tableProfile } from '@kindling/report';
 * const profile = tableProfile(Table.from({ age: [20, 35, 50], town: ['Ulm', 'Bonn', 'Ulm'] }));
 * const [age] = profile.columns;
 * if (age?.kind === 'numbers') console.log(age.low, age.high); // => 20 50
 * ```
 */
export function tableProfile(table: Table, options: { readonly columns?: readonly string[] } = {}): TableProfile {
  const where = 'tableProfile';
  checkTable(where, 'table', table);
  checkOptions(ReportError, where, options, { columns: 1 });
  const { columns = table.columnNames } = options;
  if (!Array.isArray(columns)) wrong(ReportError, where, 'columns', 'a list of names', columns);
  const profiles = columns.map((name) => profileOf(table.column(name))).filter((profile) => profile !== null);
  return { format: 'kindling.profile', version: 1, rows: table.rows, columns: profiles };
}

function profileOf(column: Column): NumbersProfile | CategoriesProfile | null {
  if (column.type === 'text') return null;
  if ('values' in column) {
    const values = column.values.filter(Number.isFinite).sort();
    if (values.length === 0) return null;
    const cuts = new Map<number, number>();
    for (let i = 1; i <= CUTS; i++) {
      const value = values[Math.ceil((i * values.length) / CUTS) - 1]!;
      cuts.set(value, upTo(values, value) / values.length);
    }
    const date = column.type === 'date';
    return { kind: 'numbers', name: column.name, date, low: values[0]!, high: values.at(-1)!, cuts: [...cuts] };
  }
  const counts = new Int32Array(column.categories.length);
  let known = 0;
  for (const code of column.codes) {
    if (code < 0) continue;
    counts[code]!++;
    known++;
  }
  if (known === 0) return null;
  const shares = column.categories.map((text, code): [string, number] => [text, counts[code]! / known]);
  shares.sort((a, b) => b[1] - a[1]);
  return { kind: 'categories', name: column.name, shares: shares.slice(0, CATEGORIES) };
}

/** How many of sorted values are at most so large. */
function upTo(values: Float64Array, most: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Throws unless it is what {@link tableProfile} gave, as data from elsewhere may not be. */
export function checkProfile(where: string, profile: TableProfile): void {
  const { format, version, rows, columns } = (profile ?? {}) as Partial<TableProfile>;
  if (format !== 'kindling.profile' || version !== 1 || !(rows! > 0) || !Array.isArray(columns))
    wrong(ReportError, where, 'the profile', 'what tableProfile gave', profile);
  for (const one of columns as Partial<NumbersProfile & { shares: unknown }>[]) {
    if (typeof one?.name !== 'string' || !Array.isArray(one.cuts ?? one.shares))
      throw new ReportError(`${where}: the profile of ${clean(String(one?.name))} is damaged`);
  }
}
