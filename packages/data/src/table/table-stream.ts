import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError, defaultGenerator, type Generator } from '@kindling/tensor-core';
import { IterableDataset } from '../iterable-dataset.js';
import type { ColumnType } from './column.js';
import { concatTables, sliceTable } from './concat.js';
import type { Table, TableWarning } from './table.js';

/**
 * Tables of so many rows each, one after the other, out of a file that need not fit into memory: what `streamCsv`, `streamJsonLines` and
 * `streamParquet` give. Every iteration is one epoch.
 *
 * @example
 * ```ts
 * import { streamCsv } from '@kindling/data';
 *
 * const stream = streamCsv('x,y\n1,2\n3,4\n5,6\n', { batchSize: 2 });
 * console.log((await stream.head(1)).toRows()); // => [ { x: 1, y: 2 } ]
 * const matrices = stream.map((table) => table.toMatrix().data);
 * for await (const data of matrices) console.log([...data]);
 * // => [ 1, 2, 3, 4 ]
 * // => [ 5, 6 ]
 * ```
 */
export class TableStream extends IterableDataset<Table> {
  /** How many rows each table has, but for the last one. */
  readonly batchSize: number;
  /** What a person should know about the rows read so far. */
  readonly warnings: readonly TableWarning[];
  private readonly tables: () => AsyncIterable<Table>;

  /** @internal Use `streamCsv` and its like. */
  constructor(tables: () => AsyncIterable<Table>, batchSize: number, warnings: readonly TableWarning[] = []) {
    super(() => rebatch(tables(), batchSize));
    this.tables = tables;
    this.batchSize = batchSize;
    this.warnings = warnings;
  }

  /** The first rows, as for fitting what prepares the others. */
  async head(rows = 1000): Promise<Table> {
    if (!Number.isSafeInteger(rows) || rows < 1)
      wrong(ArgumentError, 'TableStream.head', 'rows', 'a whole number from 1', rows);
    const parts: Table[] = [];
    let count = 0;
    for await (const table of this.tables()) {
      parts.push(table);
      count += table.rows;
      if (count >= rows) break;
    }
    const all = concatTables(parts);
    return sliceTable(all, 0, Math.min(rows, all.rows));
  }

  /** The types of the columns, by name. */
  async types(): Promise<Record<string, ColumnType>> {
    for await (const table of this.tables())
      return Object.fromEntries(table.columns.map(({ name, type }) => [name, type]));
    return {};
  }

  /**
   * The same rows in an order that is drawn anew each time: so many rows are held, mixed and given out before the next ones are read. Rows
   * that are further apart stay so, so that a sorted file is better mixed once and for all.
   */
  override shuffle(rows: number, options: { readonly generator?: Generator } = {}): TableStream {
    checkOptions(ArgumentError, 'TableStream.shuffle', options, { generator: 1 });
    if (!Number.isSafeInteger(rows) || rows < 1)
      wrong(ArgumentError, 'TableStream.shuffle', 'rows', 'a whole number from 1', rows);
    const { tables } = this;
    async function* mixed(): AsyncGenerator<Table> {
      for await (const table of rebatch(tables(), rows)) {
        yield table.take((options.generator ?? defaultGenerator()).permutation(table.rows));
      }
    }
    return new TableStream(mixed, this.batchSize, this.warnings);
  }
}

/** The same rows in tables of `size`. */
async function* rebatch(tables: AsyncIterable<Table>, size: number): AsyncGenerator<Table> {
  let waiting: Table[] = [];
  let rows = 0;
  for await (const table of tables) {
    waiting.push(table);
    rows += table.rows;
    if (rows < size) continue;
    const all = concatTables(waiting);
    let at = 0;
    for (; rows - at >= size; at += size) yield sliceTable(all, at, at + size);
    waiting = at < rows ? [sliceTable(all, at, rows)] : [];
    rows -= at;
  }
  if (rows > 0) yield concatTables(waiting);
}
