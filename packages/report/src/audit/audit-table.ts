import { checkOptions, clean, type Known, strings, wrong } from '@internal/arguments';
import type { Column, Label, Table } from '@kindling/data';
import { checkTable } from '../checks.js';
import { ReportError } from '../errors.js';
import { driftOf } from './drift.js';
import { duplicateRows, sharedRows } from './duplicates.js';
import type { Finding } from './finding.js';
import { groupLeak } from './group-leak.js';
import { isIdentifier } from './identifier.js';
import { classesFinding } from './imbalance.js';
import { separation } from './separation.js';

/** Options of {@link auditTable}. */
export interface AuditOptions {
  /** The column with the class. */
  readonly target: string;
  /** Columns that are not used. */
  readonly drop?: readonly string[] | undefined;
  /** The rows that the model will be judged on, where they are chosen already. */
  readonly test?: Table | undefined;
  /** The column whose rows of one value are kept together, where there is one. */
  readonly group?: string | undefined;
  /** The column by whose order the rows are split, where there is one. */
  readonly time?: string | undefined;
}

const known: Known<AuditOptions> = { target: 1, drop: strings, test: 1, group: 'string', time: 'string' };
const where = 'auditTable';

/** A column that alone ranks the classes as well as this is suspected to know the answer. */
const SUSPICIOUS = 0.99;

/**
 * Looks for what makes judgements of classifiers wrong: a column that gives the class away, rows that stand twice or in
 * training and test rows, columns that only number the rows or never change, classes so rare that accuracy says nothing,
 * too few rows, and dates or groups over which a random split would leak.
 *
 * @param table the rows to train on
 * @returns what was found, the gravest first; nothing where all is well
 * @throws ReportError for what is no table, a table without rows, or unknown options; `ArgumentError` for a column that is
 * not there
 * @example
 * ```ts
 * import { Table } from '@kindling/data';
 * import { auditTable } from '@kindling/report';
 *
 * const rows = Array.from({ length: 100 }, (_, i) => ({
 *   age: 20 + ((i * 37) % 60), ended: i % 20 === 0 ? 1 : 0, left: i % 20 === 0 ? 'yes' : 'no',
 * }));
 * for (const { kind, column } of auditTable(Table.from(rows), { target: 'left' })) console.log(kind, column);
 * // => leak ended
 * // => imbalance null
 * // => few-rows null
 * ```
 */
export function auditTable(table: Table, options: AuditOptions): Finding[] {
  checkTable(where, 'table', table);
  checkOptions(ReportError, where, options, known);
  if (typeof options?.target !== 'string') wrong(ReportError, where, 'target', 'the name of a column', options?.target);
  const { target, drop = [], test, group, time } = options;
  if (test !== undefined) checkTable(where, 'test', test);
  const rows = table.dropMissing(target);
  const labels = rows.labels(target);
  const apart = new Set([
    target,
    ...drop,
    ...(group === undefined ? [] : [group]),
    ...(time === undefined ? [] : [time]),
  ]);
  const features = rows.columns.filter(({ name }) => !apart.has(name));
  const learnt = features.filter((column) => !isIdentifier(column));
  return [
    ...learnt.flatMap((column) => givesAway(column, labels, group !== undefined)),
    ...copies(rows, features, test),
    ...(time === undefined && test === undefined ? features.flatMap(ofTime) : []),
    ...classesFinding(labels),
    ...features.filter(isIdentifier).map(
      ({ name }): Finding => ({
        kind: 'identifier',
        column: name,
        message: `column "${clean(name)}" has another value in every row, as an identifier has: it cannot help with new rows; leave it out`,
      }),
    ),
    ...features.filter(isConstant).map(
      ({ name }): Finding => ({
        kind: 'constant',
        column: name,
        message: `column "${clean(name)}" has one value in all rows: there is nothing to learn from it`,
      }),
    ),
    ...(test === undefined ? [] : learnt.flatMap((column) => driftOf(column, test))),
  ];
}

/** Names that know the class are those of what rows belong to; numbers that do are more likely measured afterwards. */
function givesAway(column: Column, labels: readonly Label[], grouped: boolean): Finding[] {
  const grouping = grouped ? [] : groupLeak(column, labels);
  const leaking = leak(column, labels);
  const [first, second] = 'codes' in column ? [grouping, leaking] : [leaking, grouping];
  return first.length > 0 ? first : second;
}

function leak(column: Column, labels: readonly Label[]): Finding[] {
  const area = separation(column, labels);
  if (area === null || area < SUSPICIOUS) return [];
  const how = area === 1 ? 'without a mistake' : `almost without a mistake (AUC ${area.toFixed(3)})`;
  return [
    {
      kind: 'leak',
      column: column.name,
      message: `column "${clean(column.name)}" alone tells the classes apart ${how}: is it known before the answer is? If not, drop it`,
    },
  ];
}

function copies(rows: Table, features: readonly Column[], test: Table | undefined): Finding[] {
  // A copy may have been numbered anew; where it has its old number, that alone makes it likely that it is one.
  const named = features.map(({ name }) => name);
  const names = features.filter((column) => !isIdentifier(column)).map(({ name }) => name);
  if (test !== undefined) {
    if (!named.every((name) => test.has(name))) return [];
    const shared = Math.max(...[named, names].map((all) => sharedRows(rows.select(all), test.select(all))));
    if (shared === 0) return [];
    const what = `${shared} of ${test.rows} test rows ${shared === 1 ? 'stands' : 'stand'} among the training rows too`;
    return [
      { kind: 'duplicates', column: null, message: `${what}: they are known by heart, and make the test too easy` },
    ];
  }
  const count = duplicateRows(rows.select(names));
  if (count === 0) return [];
  const what = `${count} ${count === 1 ? 'row repeats' : 'rows repeat'} another in all its columns`;
  return [
    {
      kind: 'duplicates',
      column: null,
      message: `${what}: split at random, copies would stand in training and test rows; keep one of each`,
    },
  ];
}

function ofTime(column: Column): Finding[] {
  if (column.type !== 'date') return [];
  return [
    {
      kind: 'time',
      column: column.name,
      message: `column "${clean(column.name)}" holds dates: where the model is for later rows, test it on later rows (split by time), not on rows drawn at random`,
    },
  ];
}

function isConstant(column: Column): boolean {
  const values = 'codes' in column ? column.codes : column.values;
  return values.length > 1 && values.every((value) => Object.is(value, values[0]));
}
