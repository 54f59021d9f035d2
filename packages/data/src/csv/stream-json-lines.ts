import { aRecord, checkOptions, clean, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { ColumnType } from '../table/column.js';
import { fitColumns } from '../table/fit-columns.js';
import { Table, type TableWarning } from '../table/table.js';
import { TableStream } from '../table/table-stream.js';
import { linesOf, opener, type StreamSource } from './chunks.js';
import { CsvError } from './errors.js';
import { anEncoding } from './options.js';
import { type ReadJsonLinesOptions, readObjects } from './read-json-lines.js';

/** What {@link streamJsonLines} may be told. */
export interface StreamJsonLinesOptions extends ReadJsonLinesOptions {
  /** How many rows a table has; 1024 by default. */
  readonly batchSize?: number;
  /** The types of all columns, by name; by default those that the first megabyte shows. */
  readonly types?: Readonly<Record<string, ColumnType>>;
}

/**
 * Reads JSON Lines of any size in parts, as `streamCsv` does CSV. Keys that the first rows do not have are an error with their line, unless
 * `types` names them.
 *
 * @throws `ArgumentError` for unknown options; while iterating, `CsvError` as `readJsonLines` does.
 * @example
 * ```ts
 * import { streamJsonLines } from '@kindling/data';
 *
 * for await (const table of streamJsonLines('{"a": 1}\n{"a": null}\n{"a": 3}\n', { batchSize: 2 })) console.log(table.toRows());
 * // => [ { a: 1 }, { a: null } ]
 * // => [ { a: 3 } ]
 * ```
 */
export function streamJsonLines(source: StreamSource, options: StreamJsonLinesOptions = {}): TableStream {
  const where = 'streamJsonLines';
  checkOptions(ArgumentError, where, options, { batchSize: 1, types: aRecord, encoding: anEncoding, name: 'string' });
  const { batchSize = 1024, encoding } = options;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1)
    wrong(ArgumentError, where, 'batchSize', 'a whole number from 1', batchSize);
  const open = opener(where, source, /^\s*\{/);
  const warnings: TableWarning[] = [];
  let types = options.types === undefined ? undefined : new Map(Object.entries(options.types));

  async function* tables(): AsyncGenerator<Table> {
    const opened = await open();
    const name = options.name ?? opened.name;
    const kinds = new Map<string, string>();
    let line = 1;
    for await (const bytes of linesOf(opened, encoding, (chunk) => chunk.lastIndexOf(10) + 1)) {
      const read = readObjects(new TextDecoder().decode(bytes), line, name, kinds);
      line = read.nextLine;
      for (const warning of read.warnings) {
        if (warnings.length < 100 && !warnings.some(({ column }) => column === warning.column)) warnings.push(warning);
      }
      const { lines } = read;
      if (lines.length === 0) continue;
      types ??= new Map(read.columns.map((column) => [column.name, column.type]));
      const columns = fitColumns(read.columns, types, lines.length, (column, problem) => {
        throw new CsvError(name, lines[0]!, clean(column), problem);
      });
      yield new Table(columns, { source: { ...(name === undefined ? {} : { name }), lines } });
    }
  }
  return new TableStream(tables, batchSize, warnings);
}
