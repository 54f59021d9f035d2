/**
 * A table that is not what was asked for; the message names the file, the line and the column.
 *
 * @example
 * ```ts
 * import { CsvError, parseCsv } from '@kindling/data';
 * try {
 *   parseCsv('1,2,R\n3,M', { name: 'sonar.csv' });
 * } catch (error) {
 *   if (error instanceof CsvError) console.log(error.message, error.line); // => sonar.csv line 2: 2 fields, expected 3 2
 * }
 * ```
 */
export class CsvError extends Error {
  override name = 'CsvError';
  /** The line of the text where it is, from 1; `null` where it concerns the whole. */
  readonly line: number | null;

  /** @internal */
  constructor(file: string | undefined, line: number | null, column: string | null, problem: string) {
    const place = [file, line === null ? undefined : `line ${line}`].filter((part) => part !== undefined).join(' ');
    const parts = [place, column === null ? '' : `column ${column}`].filter((part) => part !== '');
    super(parts.length === 0 ? problem : `${parts.join(', ')}: ${problem}`);
    this.line = line;
  }
}
