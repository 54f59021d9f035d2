import { clean } from '@internal/arguments';
import { type Column, isMissing, showDay } from './column.js';

const MOST_ROWS = 60;
const ENDS = 5;
const WIDTH = 80;

/** A table as pandas prints it: the first and last five rows of a long one, the first and last columns of a wide one. */
export function printTable(columns: readonly Column[], rows: number): string {
  const size = `[${rows} rows x ${columns.length} columns]`;
  if (columns.length === 0 || rows === 0) {
    const names = columns.map(({ name }) => clean(name)).join(', ');
    return `Empty table\nColumns: [${names}]\nRows: ${rows}`;
  }
  const long = rows > MOST_ROWS;
  const shown = Array.from({ length: long ? 2 * ENDS : rows }, (_, i) => (long && i >= ENDS ? rows - 2 * ENDS + i : i));
  const index = lay(['', ...shown.map(String)], 'left', long);
  const texts = new Map<number, string[]>();
  const laid = (j: number): string[] => {
    const known = texts.get(j) ?? lay([clean(columns[j]!.name), ...cells(columns[j]!, shown)], 'right', long);
    texts.set(j, known);
    return known;
  };
  const { chosen, wide } = chooseColumns(columns.length, (j) => laid(j)[0]!.length + 2, WIDTH - index[0]!.length);
  const parts = [index, ...chosen.map((j) => (j < 0 ? index.map(() => '...') : laid(j)))];
  const lines = index.map((_, i) => parts.map((part) => part[i]!).join('  '));
  return long || wide ? `${lines.join('\n')}\n\n${size}` : lines.join('\n');
}

/** Columns that fit the width, from both ends; -1 stands for those left out. */
function chooseColumns(
  count: number,
  widthOf: (column: number) => number,
  width: number,
): { chosen: number[]; wide: boolean } {
  let total = 0;
  let fit = 0;
  while (fit < count && total + widthOf(fit) <= width) total += widthOf(fit++);
  if (fit === count) return { chosen: Array.from({ length: count }, (_, j) => j), wide: false };
  const left: number[] = [];
  const right: number[] = [];
  let room = width - 5;
  for (let k = 0; k < count; k++) {
    const j = k % 2 === 0 ? k / 2 : count - (k + 1) / 2;
    room -= widthOf(j);
    if (room < 0 && k > 1) break;
    if (k % 2 === 0) left.push(j);
    else right.unshift(j);
  }
  return { chosen: [...left, -1, ...right], wide: true };
}

/** Values as texts, numbers with as many decimals as the one that needs most, up to six. */
function cells(column: Column, rows: readonly number[]): string[] {
  if ('codes' in column) {
    const spell = (row: number): string =>
      column.codes[row]! < 0
        ? 'NaN'
        : column.type === 'boolean'
          ? column.codes[row] === 1
            ? 'True'
            : 'False'
          : clean(column.categories[column.codes[row]!]!);
    return rows.map(spell);
  }
  const { values } = column;
  if (column.type === 'date') return rows.map((row) => (isMissing(column, row) ? 'NaT' : showDay(values[row]!)));
  const finite = rows.map((row) => values[row]!).filter(Number.isFinite);
  const whole = values.every(Number.isInteger);
  const extreme = finite.some((value) => Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-4));
  let digits = 1;
  for (const value of finite) {
    while (digits < 6 && Number(value.toFixed(digits)) !== Number(value.toFixed(6))) digits++;
  }
  return rows.map((row) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    if (whole && Math.abs(value) < 1e15) return String(value);
    return extreme ? value.toExponential(6).replace(/e([+-])(\d)$/, 'e$10$2') : value.toFixed(digits);
  });
}

/** The texts of a column, all of one width, with dots in the middle of a long one. */
function lay(texts: readonly string[], side: 'left' | 'right', dots: boolean): string[] {
  const all = dots ? [...texts.slice(0, ENDS + 1), side === 'left' ? '..' : '...', ...texts.slice(ENDS + 1)] : texts;
  const width = all.reduce((most, text) => Math.max(most, text.length), 0);
  return all.map((text) => (side === 'left' ? text.padEnd(width) : text.padStart(width)));
}

/** Lines of texts in columns, two spaces apart. */
export function grid(rows: readonly (readonly string[])[], side: 'left' | 'right'): string {
  const columns = rows[0]!.map((_, j) =>
    lay(
      rows.map((row) => clean(row[j]!)),
      side,
      false,
    ),
  );
  return rows
    .map((_, i) =>
      columns
        .map((column) => column[i])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
