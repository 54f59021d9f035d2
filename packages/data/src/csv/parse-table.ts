import { describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { noColumn, Table, type TableWarning } from '../table/table.js';
import { checkFloat32, warnOfLostLetters, warnOfOneColumn, warnOfSplitNumbers, withoutExtras } from './dubious.js';
import { CsvError } from './errors.js';
import { checkReadOptions, type ReadCsvOptions } from './options.js';
import { planOf, textBytes, type Warn } from './plan.js';
import { readColumns } from './read-columns.js';

/**
 * A table from the text or the bytes of a CSV file; `readCsv` is the same for files.
 *
 * Delimiter, header, missing values and types are found out, or as the options say. What is dubious stands in
 * `table.warnings`.
 *
 * @throws {@link CsvError} naming line and column: for bytes that are no text in their encoding, files that are no CSV
 * (and says what they are), rows with too many or too few fields, malformed quotes, values that do not fit a declared type.
 * @example
 * ```ts
 * import { parseTable } from '@kindling/data';
 *
 * const table = parseTable('age;income;bought\n31;1,5;yes\n?;2,75;no\n52;0,5;yes\n');
 * console.log(table.columns.map(({ type }) => type), table.source.delimiter); // => [ 'numeric', 'numeric', 'categorical' ] ;
 * console.log(table.row(1)); // => { age: null, income: 2.75, bought: 'no' }
 * ```
 */
export function parseTable(text: string | Uint8Array | ArrayBuffer, options: ReadCsvOptions = {}): Table {
  checkReadOptions('parseTable', options);
  let bytes: Uint8Array;
  if (typeof text === 'string') {
    bytes = new TextEncoder().encode(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    const { encoding: _, ...others } = options;
    return parseBytes(bytes, others);
  }
  if (Object.prototype.toString.call(text) === '[object ArrayBuffer]') bytes = new Uint8Array(text as ArrayBuffer);
  else if (ArrayBuffer.isView(text)) bytes = new Uint8Array(text.buffer, text.byteOffset, text.byteLength);
  else throw new ArgumentError(`parseTable: expects text or bytes, got ${describe(text)}`);
  return parseBytes(bytes, options);
}

function parseBytes(given: Uint8Array, options: ReadCsvOptions): Table {
  const warnings: TableWarning[] = [];
  const warn: Warn = (message, column = null, line = null) => {
    if (warnings.length < 1000) warnings.push({ message, column, line });
  };
  const { bytes, encoding } = textBytes(given, options);
  warnOfLostLetters(bytes, warn);
  const plan = planOf(bytes, encoding, options, warn);
  const { name } = options;
  // A map, since a column may be called `constructor`.
  const types = new Map(Object.entries(options.types ?? {}));
  for (const column of types.keys()) {
    if (!plan.names.includes(column)) throw new ArgumentError(`readCsv: types: ${noColumn(column, plan.names)}`);
  }
  const read = readColumns(bytes, plan, { types }, options, warn);
  if (read.lines.length === 0) throw new CsvError(name, null, null, 'no rows after the header');
  const kept = withoutExtras(read.columns, plan, options, warn);
  const stays = new Set(kept);
  for (const { name: left } of read.columns.filter((column) => !stays.has(column))) {
    // That it has no name was said before it was left out.
    const said = warnings.findIndex(({ message }) => message.endsWith(`is called "${left}"`));
    if (said >= 0) warnings.splice(said, 1);
  }
  for (const column of kept) if (column.type === 'numeric') checkFloat32(column, read.lines, warn);
  warnOfSplitNumbers(kept, plan, warn);
  warnOfOneColumn(kept, plan, warn);
  const { delimiter, header } = plan;
  const { lines, decimal } = read;
  const source = { ...(name === undefined ? {} : { name }), delimiter, header, encoding, decimal, lines };
  return new Table(kept, { warnings, source });
}
