import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { textOf } from './column.js';
import type { Table } from './table.js';

/** How `toCsv` writes a table. */
export interface ToCsvOptions {
  /** What stands between fields: one character; a comma by default. */
  readonly delimiter?: string;
  /**
   * Whether texts and names that a spreadsheet would run as a formula (those that begin with `=`, `+`, `-`, `@`, a tab or a
   * carriage return) get a `'` before them; false by default. Say true where the texts come from strangers.
   */
  readonly guardFormulas?: boolean;
}

/**
 * A table as the text of a CSV file: names first, a line for each row, nothing where a value is missing, quotes where they are
 * needed. `readCsv` reads it again.
 *
 * @throws `ArgumentError` for what is no table, and a delimiter that is not one character or is a quote.
 * @example
 * ```ts
 * import { Table, toCsv } from '@kindling/data';
 *
 * const table = Table.from([{ town: 'Ulm, Donau', age: 31 }, { town: '=1+1', age: null }]);
 * console.log(toCsv(table, { guardFormulas: true }));
 * // => town,age
 * // => "Ulm, Donau",31
 * // => '=1+1,
 * ```
 */
export function toCsv(table: Table, options: ToCsvOptions = {}): string {
  checkOptions(ArgumentError, 'toCsv', options, { delimiter: 1, guardFormulas: 1 });
  if (!Array.isArray((table as Partial<Table> | undefined)?.columns)) {
    throw new ArgumentError(`toCsv: expects a Table, got ${describe(table)}`);
  }
  const { delimiter = ',', guardFormulas = false } = options;
  if (typeof delimiter !== 'string' || !/^[^"\r\n\ufeff\u0080-\uffff]$/.test(delimiter)) {
    throw new ArgumentError(`toCsv: the delimiter must be one character and no quote, got ${describe(delimiter)}`);
  }
  if (typeof guardFormulas !== 'boolean') {
    throw new ArgumentError(`toCsv: guardFormulas must be true or false, got ${describe(guardFormulas)}`);
  }
  const guard = (text: string): string => (guardFormulas && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const { columns, rows } = table;
  // A blank line would be no row, so that nothing alone is written as a pair of quotes.
  const alone = columns.length === 1;
  const quote = (text: string): string =>
    (alone && text === '') || text.includes(delimiter) || /["\r\n]|^[\s#]|\s$/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const lines = [columns.map(({ name }) => quote(guard(name))).join(delimiter)];
  // Numbers are no formulas, whatever their sign.
  const writers = columns.map((column) => {
    if ('values' in column) return (row: number): string => quote(textOf(column, row));
    const texts = column.categories.map((text) => quote(guard(text)));
    return (row: number): string => texts[column.codes[row]!] ?? quote('');
  });
  for (let row = 0; row < rows; row++) lines.push(writers.map((write) => write(row)).join(delimiter));
  return `${lines.join('\n')}\n`;
}
