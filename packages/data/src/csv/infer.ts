import { clean } from '@internal/arguments';
import type { ColumnType } from '../table/column.js';
import { type Column, compareText } from '../table/column.js';
import { looksLikeText } from '../table/from-rows.js';
import { type DateOrder, dateOrder, daysOf } from './date-text.js';
import { isGone } from './gone.js';
import { warnOfTexts } from './hints.js';
import { isGrouped, numberOf, ungrouped } from './number-text.js';

/** Texts of a column, as numbers into a list of those that occur. */
export interface Texts {
  readonly name: string;
  readonly codes: Int32Array;
  readonly texts: readonly string[];
  /** What kept it from being read as numbers straight away, in flags of the scan. */
  readonly wide: boolean;
  readonly zeroLed: boolean;
}

export interface Context {
  readonly decimal: '.' | ',';
  /** Whether that was said, or is the usual one. */
  readonly decimalGiven: boolean;
  /** Whether some column of the file can only be one of numbers with a decimal comma. */
  readonly commas: boolean;
  /** Whether some column of the file has numbers with a point. */
  readonly points: boolean;
  /** Whether it was said what stands for a missing value. */
  readonly missingGiven: boolean;
  readonly warn: (message: string, column: string) => void;
}

const TRUE = new Set(['true', 't', 'yes', 'y', '1']);
const FALSE = new Set(['false', 'f', 'no', 'n', '0']);

/** A column of the type that its texts show. */
export function inferColumn(column: Texts, context: Context): Column {
  const { codes, texts } = column;
  const used = new Uint8Array(texts.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  const distinct = texts.filter((_, code) => used[code] === 1);
  if (distinct.length === 0) return numeric(column, () => Number.NaN, 'every value is missing');
  if (
    distinct.every((text) => /^(?:true|false)$/i.test(text)) &&
    new Set(distinct.map((t) => t.toLowerCase())).size === distinct.length
  ) {
    return toBoolean(column, 'true and false');
  }
  const fixed = numbersOf(column, distinct, context);
  if (fixed !== undefined) return fixed;
  const days = datesOf(column, distinct, context);
  if (days !== undefined) return days;
  const rest = withoutGone(column, distinct, context);
  if (rest !== undefined) return rest;
  warnOfTexts(column, distinct, context);
  const count = codes.length;
  const text = looksLikeText(distinct.length, count);
  const words = distinct.length === 1 ? 'one text' : `${distinct.length} different texts`;
  const rows = count === 1 ? 'one row' : `${count} rows`;
  return toCoded(column, text ? 'text' : 'categorical', `${words} in ${rows}`);
}

/** A column of dates, or none. */
function datesOf(column: Texts, distinct: readonly string[], context: Context): Column | undefined {
  const order = dateOrder(distinct);
  if (order === 'ambiguous') {
    context.warn(
      `column "${clean(column.name)}" has dates whose day and month cannot be told apart, as "${clean(distinct[0]!)}"; declare it with types and dateOrder`,
      column.name,
    );
  } else if (order !== undefined) {
    const days = numeric(column, (text) => daysOf(text, order)!, `dates such as ${clean(distinct[0]!)}`);
    return { ...days, type: 'date', dateOrder: order };
  }
  return undefined;
}

/** A column of numbers or dates among which some words say that a value is missing, or none. */
function withoutGone(column: Texts, distinct: readonly string[], context: Context): Column | undefined {
  const { name, codes, texts } = column;
  const kept = distinct.filter((text) => !isGone(text));
  // Beside one or two values such a word is rather one more class.
  if (context.missingGiven || kept.length === distinct.length || kept.length < 3) return undefined;
  const rest = { ...column, codes: codes.map((code) => (code < 0 || isGone(texts[code]!) ? -1 : code)) };
  const quiet = { ...context, warn: () => undefined };
  const found = numbersOf(rest, kept, quiet) ?? datesOf(rest, kept, quiet);
  if (found === undefined || !('values' in found)) return undefined;
  const words = distinct.filter(isGone).slice(0, 5);
  const kind = found.type === 'date' ? 'dates' : 'numbers';
  context.warn(
    `column "${clean(name)}": ${words.map((word) => `"${clean(word)}"`).join(', ')} among ${kind} is read as missing; missing: [] keeps it as a text`,
    name,
  );
  return found;
}

/** A column of numbers in other spellings: percents, thousands, decimal commas, whole numbers too wide; or none. */
function numbersOf(column: Texts, distinct: readonly string[], context: Context): Column | undefined {
  const { name } = column;
  const { decimal } = context;
  if (distinct.every((text) => numberOf(text, decimal) !== undefined)) {
    if (column.wide) return toCoded(column, 'text', 'whole numbers beyond 2^53, which no number can hold: ids');
    const width = distinct[0]!.length;
    if (
      column.zeroLed &&
      distinct.length > 1 &&
      distinct.every((text) => /^\d+$/.test(text) && text.length === width)
    ) {
      return toCoded(
        column,
        looksLikeText(distinct.length, column.codes.length) ? 'text' : 'categorical',
        `codes of ${width} digits, some with a leading zero`,
      );
    }
    return numeric(column, (text) => numberOf(text, decimal)!, 'every value is a number');
  }
  const percents = distinct.every(
    (text) => text.endsWith('%') && numberOf(text.slice(0, -1).trim(), decimal) !== undefined,
  );
  if (percents)
    return numeric(
      column,
      (text) => numberOf(text.slice(0, -1).trim(), decimal)! / 100,
      'percents, as shares: 5% is 0.05',
    );
  const grouped = distinct.filter((text) => isGrouped(text, '.'));
  const commas = distinct.every((text) => numberOf(text, ',') !== undefined);
  if (
    decimal === '.' &&
    grouped.length > 0 &&
    distinct.every((text) => isGrouped(text, '.') || numberOf(text) !== undefined)
  ) {
    // `1,200` is 1200 where the file writes fractions with a point, or a number has two marks.
    if (
      context.points ||
      context.decimalGiven ||
      distinct.some((text) => /[,'’ \u00a0\u202f]\d{3}[,.]|,\d\d,/.test(text) || /^\d{1,3}\.\d/.test(text))
    ) {
      return numeric(column, ungrouped, 'numbers with marks between thousands');
    }
  }
  if (decimal === '.' && !context.decimalGiven && commas) {
    if (context.commas) {
      return numeric(column, (text) => numberOf(text, ',')!, 'numbers with a decimal comma');
    }
    const odd = distinct.find((text) => text.includes(','));
    const what = odd === undefined ? 'marks between thousands' : 'a decimal comma';
    const example = clean(odd ?? distinct.find((text) => numberOf(text, '.') === undefined)!);
    const or = odd === undefined ? '' : ", or '.' where the comma marks thousands";
    context.warn(
      `column "${clean(name)}": every value looks like a number with ${what}, as "${example}"; say decimal: ','${or}`,
      name,
    );
  }
  return undefined;
}

/** A declared column; `fail` is told of what does not fit. */
export function declaredColumn(
  column: Texts,
  type: ColumnType,
  { decimal, missingGiven }: Context,
  dates: DateOrder | undefined,
  fail: (text: string, row: number, wanted: string) => never,
): Column {
  const gone = (text: string): boolean => !missingGiven && isGone(text);
  const bad = (fits: (text: string) => boolean, wanted: string): void => {
    const wrong = new Set(column.texts.flatMap((text, code) => (fits(text) ? [] : [code])));
    const row = wrong.size === 0 ? -1 : column.codes.findIndex((code) => wrong.has(code));
    if (row >= 0) fail(column.texts[column.codes[row]!]!, row, wanted);
  };
  if (type === 'categorical' || type === 'text') return toCoded(column, type, 'as declared');
  if (type === 'boolean') {
    bad((text) => TRUE.has(text.toLowerCase()) || FALSE.has(text.toLowerCase()), 'true or false');
    return toBoolean(column, 'as declared');
  }
  if (type === 'date') {
    const order = dates ?? dateOrder(column.texts.filter((text) => !gone(text)));
    const known = order === 'ambiguous' || order === undefined ? 'ymd' : order;
    bad((text) => daysOf(text, known) !== undefined || gone(text), 'a date');
    return { ...numeric(column, (text) => daysOf(text, known) ?? Number.NaN, 'as declared'), type: 'date' };
  }
  const value = (text: string): number | undefined =>
    numberOf(text, decimal) ?? (decimal === '.' && isGrouped(text, '.') ? ungrouped(text) : percentOf(text, decimal));
  bad((text) => value(text) !== undefined || gone(text), 'a number');
  return numeric(column, (text) => value(text) ?? Number.NaN, 'as declared');
}

/** The share that a text such as 5% spells. */
function percentOf(text: string, decimal: '.' | ','): number | undefined {
  if (!text.endsWith('%')) return undefined;
  const value = numberOf(text.slice(0, -1).trim(), decimal);
  return value === undefined ? undefined : value / 100;
}

function numeric(
  { name, codes, texts }: Texts,
  spelled: (text: string) => number,
  reason: string,
): Column & { type: 'numeric' | 'date'; values: Float64Array } {
  const byCode = texts.map(spelled);
  const values = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : byCode[code]!));
  return { name, type: 'numeric', length: codes.length, reason, values };
}

function toBoolean({ name, codes, texts }: Texts, reason: string): Column {
  const truth = texts.map((text) => (TRUE.has(text.toLowerCase()) ? 1 : 0));
  const spelling = (value: number, usual: string): string => texts.find((_, code) => truth[code] === value) ?? usual;
  return {
    name,
    type: 'boolean',
    length: codes.length,
    reason,
    codes: codes.map((code) => (code < 0 ? -1 : truth[code]!)),
    categories: [spelling(0, 'false'), spelling(1, 'true')],
  };
}

function toCoded({ name, codes, texts }: Texts, type: 'categorical' | 'text', reason: string): Column {
  const used = new Uint8Array(texts.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  const order = Array.from(texts.keys()).filter((code) => used[code] === 1);
  order.sort((a, b) => compareText(texts[a]!, texts[b]!));
  const place = new Int32Array(texts.length).fill(-1);
  for (const [i, code] of order.entries()) place[code] = i;
  return {
    name,
    type,
    length: codes.length,
    reason,
    codes: codes.map((code) => (code < 0 ? -1 : place[code]!)),
    categories: order.map((code) => texts[code]!),
  };
}

/** Whether a column's texts can only be numbers with a decimal comma: `0,5` and `1,25` mark no thousands. */
export function provesComma(texts: readonly string[]): boolean {
  return (
    texts.length > 0 &&
    texts.every((text) => numberOf(text, ',') !== undefined) &&
    texts.some((text) => text.includes(',') && !isGrouped(text, '.'))
  );
}
