import { checkChoice, checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Column, ColumnType } from '../table/column.js';
import { noColumn, Table, type TableWarning } from '../table/table.js';
import { TableStream } from '../table/table-stream.js';
import { linesOf, type Opened, opener, type StreamSource } from './chunks.js';
import type { DateOrder } from './date-text.js';
import { checkFloat32, withoutExtras } from './dubious.js';
import { checkReadOptions, READ_OPTIONS, type ReadCsvOptions } from './options.js';
import { type Plan, planOf, type Warn } from './plan.js';
import { type KnownColumns, readColumns } from './read-columns.js';
import { lastRowEnd } from './row-ends.js';

/** What `streamCsv` may be told, beside what `readCsv` may. */
export interface StreamCsvOptions extends ReadCsvOptions {
  /** How many rows a table has; 1024 by default. */
  readonly batchSize?: number;
  /**
   * From which rows types are found out that `types` does not say: the first megabyte's (the default), or all, for which the file is read
   * once more before the first epoch.
   */
  readonly infer?: 'sample' | 'all';
}

/** What all parts of a file have in common. */
interface Schema {
  readonly known: KnownColumns;
  readonly decimal: '.' | ',';
  /** Columns that are left out, such as one that only counts the rows. */
  readonly left: ReadonlySet<string>;
  /** Columns without any value, whose types nobody knows. */
  readonly empty: ReadonlySet<string>;
}

/**
 * Reads a CSV file of any size in parts: tables of `batchSize` rows, one after the other, each time it is iterated. Delimiter, header and
 * types are those that the first rows show, or as the options say; a later value that does not fit is an error with its line.
 *
 * @returns an iterable dataset of tables; `map` makes batches of them for `fit`.
 * @throws `ArgumentError` for unknown options; while iterating, `CsvError` as `readCsv` does, and where a stream is to be read a second time.
 * @example
 * ```ts
 * import { streamCsv } from '@kindling/data';
 *
 * const stream = streamCsv('age,town\n31,Ulm\n52,Bonn\n24,Ulm\n', { batchSize: 2 });
 * for await (const table of stream) console.log(table.shape, table.toRows()[0]);
 * // => [ 2, 2 ] { age: 31, town: 'Ulm' }
 * // => [ 1, 2 ] { age: 24, town: 'Ulm' }
 * console.log(await stream.types()); // => { age: 'numeric', town: 'categorical' }
 * ```
 */
export function streamCsv(source: StreamSource, options: StreamCsvOptions = {}): TableStream {
  const where = 'streamCsv';
  checkOptions(ArgumentError, where, options, { ...READ_OPTIONS, batchSize: 1, infer: 1 });
  const { batchSize = 1024, infer = 'sample', ...read } = options;
  checkReadOptions(where, read);
  checkChoice(ArgumentError, where, 'infer', infer, ['sample', 'all']);
  if (!Number.isSafeInteger(batchSize) || batchSize < 1)
    wrong(ArgumentError, where, 'batchSize', 'a whole number from 1', batchSize);
  const open = opener(where, source);
  const warnings: TableWarning[] = [];
  const warn: Warn = (message, column = null, line = null) => {
    const said = warnings.some((one) => one.message === message);
    if (!said && warnings.length < 100) warnings.push({ message, column, line });
  };
  let schema: Schema | undefined;

  async function* tables(): AsyncGenerator<Table> {
    if (schema === undefined && infer === 'all') schema = await schemaOfAll(await open(), read, warn);
    const opened = await open();
    const given = { ...(opened.name === undefined ? {} : { name: opened.name }), ...read };
    let plan: Plan | undefined;
    let from = 0;
    let line = 1;
    for await (const bytes of linesOf(opened, read.encoding, (chunk) => lastRowEnd(chunk, plan?.layout.delimiter))) {
      if (plan === undefined) {
        plan = planOf(bytes, read.encoding ?? 'utf-8', given, warn);
        ({ from, line } = plan);
        schema ??= schemaOf(bytes, plan, given, warn).schema;
      }
      const { known, decimal, left } = schema!;
      const part = { ...plan, from, line, decimal, layout: { ...plan.layout, point: decimal.charCodeAt(0) } };
      const found = readColumns(bytes, part, known, given, warn);
      from = 0;
      line = found.nextLine;
      if (found.lines.length === 0) continue;
      const columns = found.columns.filter(({ name }) => !left.has(name));
      for (const column of columns) if (column.type === 'numeric') checkFloat32(column, found.lines, warn);
      const { delimiter, header } = plan;
      const { name } = given;
      yield new Table(columns, {
        source: { ...(name === undefined ? {} : { name }), delimiter, header, decimal, lines: found.lines },
      });
    }
  }
  return new TableStream(tables, batchSize, warnings);
}

/** The types that some rows show, where they are not declared, and the line after them. */
function schemaOf(
  bytes: Uint8Array,
  plan: Plan,
  options: ReadCsvOptions,
  warn: Warn,
): { schema: Schema; nextLine: number } {
  const declared = new Map(Object.entries(options.types ?? {}));
  for (const column of declared.keys()) {
    if (!plan.names.includes(column)) throw new ArgumentError(`streamCsv: types: ${noColumn(column, plan.names)}`);
  }
  const { columns, decimal, nextLine } = readColumns(bytes, plan, { types: declared }, options, warn);
  const kept = new Set(withoutExtras(columns, plan, options, warn));
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const schema: Schema = {
    known: {
      types: new Map([...types, ...declared]),
      dateOrders: new Map(
        columns.flatMap((one) => ('dateOrder' in one && one.dateOrder ? [[one.name, one.dateOrder]] : [])),
      ),
      guessed: new Set(columns.map(({ name }) => name).filter((name) => !declared.has(name))),
    },
    decimal,
    empty: new Set(columns.filter(isEmpty).map(({ name }) => name)),
    left: new Set(columns.filter((column) => !kept.has(column)).map(({ name }) => name)),
  };
  return { schema, nextLine };
}

/** The types that all rows show together. */
async function schemaOfAll(opened: Opened, options: ReadCsvOptions, warn: Warn): Promise<Schema> {
  const given = { ...(opened.name === undefined ? {} : { name: opened.name }), ...options };
  let plan: Plan | undefined;
  let schema: Schema | undefined;
  let line = 1;
  for await (const bytes of linesOf(opened, options.encoding, (chunk) => lastRowEnd(chunk, plan?.layout.delimiter))) {
    if (plan === undefined) plan = planOf(bytes, options.encoding ?? 'utf-8', given, warn);
    else plan = { ...plan, from: 0, line };
    const found = schemaOf(bytes, plan, given, () => undefined);
    schema = schema === undefined ? found.schema : joined(schema, found.schema);
    line = found.nextLine;
  }
  return { ...schema!, known: { types: schema!.known.types, dateOrders: schema!.known.dateOrders ?? new Map() } };
}

function joined(a: Schema, b: Schema): Schema {
  const types = new Map<string, ColumnType>();
  const dateOrders = new Map<string, DateOrder>([...(b.known.dateOrders ?? []), ...(a.known.dateOrders ?? [])]);
  for (const [name, type] of a.known.types) {
    const other = b.known.types.get(name)!;
    const text = type === 'text' || other === 'text';
    const empty = (one: Schema): boolean => one.empty.has(name);
    const both = type === other ? type : text ? 'text' : 'categorical';
    types.set(name, empty(a) ? other : empty(b) ? type : both);
  }
  return {
    known: { types, dateOrders },
    decimal: a.decimal,
    empty: new Set([...a.empty].filter((name) => b.empty.has(name))),
    left: new Set([...a.left].filter((name) => b.left.has(name))),
  };
}

function isEmpty(column: Column): boolean {
  return 'values' in column ? column.values.every(Number.isNaN) : column.codes.every((code) => code < 0);
}
