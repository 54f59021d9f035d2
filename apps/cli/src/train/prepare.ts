import type { Table } from '@kindling/data';
import type { ClassifierTask } from '@kindling/train';
import { plain } from '../output/plain.js';
import { about } from '../tables/about.js';
import type { ReadFlags } from '../tables/read-flags.js';
import { type TableFile, tableOf } from '../tables/read-table.js';
import { audit } from './audit.js';
import { checkSeed, splitRows, twoClasses } from './split.js';
import type { TrainFlags } from './train.command.js';

/** The flags that decide which rows are learnt from, and which columns. */
export type RowFlags = Pick<TrainFlags, 'positive' | 'drop' | 'group' | 'time' | 'testSize' | 'test' | 'seed' | 'rng'> &
  ReadFlags & { readonly target: string };

/** A table made ready to be learnt from. */
export interface Prepared {
  readonly name: string;
  /** How many rows have a class. */
  readonly rows: number;
  readonly train: Table;
  /** None where the test is another file. */
  readonly test: Table | undefined;
  readonly task: ClassifierTask;
  /** Columns that are left out because the user said so, or because they tell when a row was. */
  readonly drop: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads a table, looks it over, and puts the test rows aside. The same bytes and flags give the same rows, in a thread too. */
export async function prepare(file: TableFile, flags: RowFlags): Promise<Prepared> {
  const { target, seed, rng, group, time } = flags;
  checkSeed(seed, rng);
  if (flags.test !== undefined && flags.testSize !== undefined) throw new Error('give --test or --test-size, not both');
  if (flags.test !== undefined && time !== undefined) throw new Error('give --test or --time, not both');
  if (group !== undefined && time !== undefined) throw new Error('give --group or --time, not both');
  // When it was is not known of new rows, nor would it tell of them.
  const drop = [...new Set([...(flags.drop ?? []), ...(time === undefined ? [] : [time])])];
  const { name } = file;
  const whole = await about(name, () => tableOf(file, target, flags));
  // Says so where there is no such column.
  await about(name, () => whole.select(target, ...drop, ...(group === undefined ? [] : [group])));
  const known = whole.dropMissing(target);
  const warnings = whole.warnings.map(({ message }) => message);
  if (known.rows < whole.rows) warnings.push(`${whole.rows - known.rows} rows without a value in "${target}" left out`);
  twoClasses(name, known, target, whole.rows - known.rows);
  if (known.columnNames.every((column) => column === target || drop.includes(column)))
    throw new Error(`${name}: no column is left to learn from beside "${plain(target)}"; drop fewer`);
  let train: Table = known;
  let test: Table | undefined;
  if (flags.test === undefined)
    [train, test] = splitRows(name, known, target, { share: flags.testSize ?? 0.25, seed, rng, group, time });
  const audited = audit(known, { target, drop, group, time });
  warnings.push(...audited.warnings);
  const task = {
    target,
    drop: [...drop, ...audited.identifiers],
    ...(flags.positive === undefined ? {} : { positive: flags.positive }),
    ...(group === undefined ? {} : { group }),
  };
  return { name, rows: known.rows, train, test, task, drop, warnings };
}
