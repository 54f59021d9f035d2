import { clean } from '@internal/arguments';
import type { Column, ColumnType } from '../table/column.js';
import type { DateOrder } from './date-text.js';
import { checkRagged, report } from './dubious.js';
import { CsvError } from './errors.js';
import { type Context, declaredColumn, inferColumn, provesComma } from './infer.js';
import { numberOf } from './number-text.js';
import type { ReadCsvOptions } from './options.js';
import type { Plan, Warn } from './plan.js';
import { FAILED, FRACTION, NUMBERS, Scan, SKIP, TEXTS, WIDE, ZERO_LED } from './scan.js';

/** The columns of a file, or of a part of it. */
export interface ReadColumns {
  readonly columns: readonly Column[];
  /** The line of each row. */
  readonly lines: Int32Array;
  readonly decimal: '.' | ',';
  /** The line after the last one. */
  readonly nextLine: number;
}

/** What is known of columns before they are read. */
export interface KnownColumns {
  readonly types: ReadonlyMap<string, ColumnType>;
  /** The order of day, month and year in some of them. */
  readonly dateOrders?: ReadonlyMap<string, DateOrder>;
  /** Those whose types were taken from other rows. */
  readonly guessed?: ReadonlySet<string>;
}

/** Reads the rows below the header into columns of the types that are declared, or that their values show. */
export function readColumns(
  bytes: Uint8Array,
  plan: Plan,
  known: KnownColumns,
  options: ReadCsvOptions,
  warn: Warn,
): ReadColumns {
  const { name } = options;
  const { types, dateOrders, guessed } = known;
  const scan = new Scan(plan.layout, firstModes(plan, types), plan.line, guessRows(bytes, plan));
  scan.header = plan.headerBytes;
  scan.run(bytes, plan.from);
  checkRagged(scan, plan, options, warn);
  report(scan, warn);
  if (scan.rows === 0) return { columns: [], lines: new Int32Array(0), decimal: plan.decimal, nextLine: scan.line };

  // Columns that are not all numbers are read once more, as texts.
  const again = plan.names.map((column, j) => needsTexts(scan, j, types.get(column)));
  let texts = scan;
  if (again.includes(true)) {
    const modes = Uint8Array.from(again, (needed) => (needed ? TEXTS : SKIP));
    texts = new Scan(plan.layout, modes, plan.line, scan.rows);
    texts.header = plan.headerBytes;
    texts.run(bytes, plan.from);
  }
  const points = scan.flags.some(
    (flags, j) => scan.modes[j] === NUMBERS && (flags & FRACTION) !== 0 && plan.decimal === '.',
  );
  const dictionaries = plan.names.map((_, j) => (again[j] ? texts : scan).dictionaries[j]!.texts);
  const commas = options.decimal === undefined && !points && plan.delimiter !== ',' && dictionaries.some(provesComma);
  if (commas) warn("the numbers have a decimal comma; say decimal: '.' where they do not");
  const context: Context = {
    decimal: plan.decimal,
    decimalGiven: options.decimal !== undefined,
    points,
    commas,
    missingGiven: options.missing !== undefined,
    warn,
  };
  const lines = scan.lines.slice(0, scan.rows);
  const columns = plan.names.map((column, j): Column => {
    const type = types.get(column);
    if (scan.modes[j] === NUMBERS && !again[j]) {
      const values = scan.values[j]!.slice(0, scan.rows);
      return {
        name: column,
        type: 'numeric',
        length: scan.rows,
        reason: type === undefined ? 'every value is a number' : 'as declared',
        values,
      };
    }
    const from = again[j] ? texts : scan;
    const found = {
      name: column,
      codes: from.codes[j]!.slice(0, scan.rows),
      texts: from.dictionaries[j]!.texts,
      wide: (scan.flags[j]! & WIDE) !== 0,
      zeroLed: (scan.flags[j]! & ZERO_LED) !== 0,
    };
    if (type === undefined) return inferColumn(found, context);
    const order = options.dateOrder ?? dateOrders?.get(column);
    return declaredColumn(found, type, context, order, (text, row, wanted) => {
      const hint = guessed?.has(column) ? "; the first rows had only such: declare its type, or say infer: 'all'" : '';
      throw new CsvError(name, lines[row]!, `"${clean(column)}"`, `"${clean(text)}" is not ${wanted}${hint}`);
    });
  });
  const named = columns.map((column) =>
    column.type === 'numeric' &&
    column.reason === 'every value is a number' &&
    Number.isNaN(column.values.find((value) => !Number.isNaN(value)) ?? Number.NaN)
      ? { ...column, reason: 'every value is missing' }
      : column,
  );
  return { columns: named, lines, decimal: commas ? ',' : plan.decimal, nextLine: scan.line };
}

/** How the columns are read first: as numbers, unless the sample shows texts. */
function firstModes({ names, sample, layout, decimal }: Plan, types: ReadonlyMap<string, ColumnType>): Uint8Array {
  return Uint8Array.from(names, (name, j) => {
    const type = types.get(name);
    if (type !== undefined) return type === 'numeric' ? NUMBERS : TEXTS;
    const text = sample.some(({ fields }) => {
      const field = fields[j] ?? '';
      return !layout.missing.has(field) && numberOf(field, decimal) === undefined;
    });
    return text ? TEXTS : NUMBERS;
  });
}

function guessRows(bytes: Uint8Array, { sample, from }: Plan): number {
  const last = sample.at(-1)!;
  const each = Math.max(1, (last.to - sample[0]!.from) / sample.length);
  return Math.ceil(((bytes.length - from) / each) * 1.05) + 16;
}

function needsTexts(scan: Scan, j: number, declared: ColumnType | undefined): boolean {
  const flags = scan.flags[j]!;
  if ((flags & FAILED) !== 0) return true;
  if (scan.modes[j] !== NUMBERS || declared !== undefined) return false;
  // Whole numbers that a number cannot hold are ids, and so may digits with a leading zero be.
  return (flags & FRACTION) === 0 && (flags & (WIDE | ZERO_LED)) !== 0;
}
