import { clean } from '@internal/arguments';
import { dateOrder, daysOf } from './date-text.js';
import type { Context, Texts } from './infer.js';
import { isGrouped, numberOf } from './number-text.js';

/** Says what seems to be meant by a column that is read as texts. */
export function warnOfTexts(column: Texts, distinct: readonly string[], context: Context): void {
  const { name } = column;
  warnOfSpellings(name, distinct, context);
  if (warnOfMoney(name, distinct, context) || warnOfDates(name, distinct, context)) return;
  if (!warnOfUnits(name, distinct, context)) warnOfOddOnes(column, distinct, context);
}

/** Says which categories differ in case or spaces only. */
function warnOfSpellings(name: string, distinct: readonly string[], { warn }: Context): void {
  if (distinct.length > 1000) return;
  const byPlain = new Map<string, string>();
  for (const text of distinct) {
    const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    const before = byPlain.get(plain);
    if (before === undefined) byPlain.set(plain, text);
    else warn(`column "${clean(name)}": "${clean(before)}" and "${clean(text)}" differ in case or spaces only`, name);
  }
}

/** Says that a column is one of amounts of money, which are read as texts. */
function warnOfMoney(name: string, distinct: readonly string[], { warn }: Context): boolean {
  const amount = (text: string): string => text.replace(/^([-+(]*)\s*[$€£¥₹]\s*|\s*[$€£¥₹]$/g, '$1');
  if (!distinct.every((text) => amount(text) !== text && /^[-+(]*\d[\d.,'’ \u00a0\u202f]*\)?$/.test(amount(text))))
    return false;
  warn(
    `column "${clean(name)}": every value is an amount of money, as "${clean(distinct[0]!)}", and read as text; take the mark off for numbers`,
    name,
  );
  return true;
}

/** Says that every value is a number beside the same few letters or marks, such as a unit, a quote or brackets. */
function warnOfUnits(name: string, distinct: readonly string[], { decimal, warn }: Context): boolean {
  const around = new Set<string>();
  for (const text of distinct) {
    const [, before, number, after] =
      /^([^\p{L}\d+.-]*)([-+.\d][-+.,\de'’ \u00a0\u202f]*?)([^\d.]*)$/u.exec(text) ?? [];
    if (number === undefined) return false;
    if (numberOf(number, decimal) === undefined && !isGrouped(number, decimal)) return false;
    around.add(`${before}|${after}`);
  }
  if (
    distinct.length < 4 ||
    around.size > 3 ||
    (around.size === 1 && around.has('|')) ||
    around.size * 2 > distinct.length
  )
    return false;
  const example = distinct.find((text) => numberOf(text, decimal) === undefined)!;
  warn(
    `column "${clean(name)}": every value is a number with something beside it, as "${clean(example)}", and read as text; take that off for numbers`,
    name,
  );
  return true;
}

const DATE_LIKE =
  /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d)|\d{1,2}[- ][a-z]{3,9}[- ](?:\d{4}|\d\d))(?![-/.\d])/i;

/** Says that nearly every value looks like a date, of a day that is none or a form that is not read. */
function warnOfDates(name: string, distinct: readonly string[], { warn }: Context): boolean {
  const like = distinct.filter((text) => DATE_LIKE.test(text));
  if (distinct.length < 3 || like.length < distinct.length * 0.9) return false;
  // Where day and month are in doubt, that was said.
  const order = dateOrder(distinct);
  if (order !== undefined) return order === 'ambiguous';
  const odd = distinct.find((text) => !like.includes(text)) ?? oddDate(distinct);
  warn(
    `column "${clean(name)}": the values look like dates, but not all are of one order that is read, as "${clean(odd)}"; write them as 2024-01-31, or they are read as texts`,
    name,
  );
  return true;
}

/** The first text that is no date in the order that most have. */
function oddDate(distinct: readonly string[]): string {
  const orders = (['ymd', 'dmy', 'mdy'] as const).map((order) =>
    distinct.filter((text) => daysOf(text, order) === undefined),
  );
  return orders.reduce((a, b) => (b.length < a.length ? b : a))[0]!;
}

/** Says that a column would be one of numbers but for a few values. */
function warnOfOddOnes({ name, codes, texts }: Texts, distinct: readonly string[], { decimal, warn }: Context): void {
  const odd = new Set(distinct.filter((text) => numberOf(text, decimal) === undefined));
  if (odd.size === distinct.length) return;
  let count = 0;
  let first: string | undefined;
  for (const code of codes) {
    if (code < 0 || !odd.has(texts[code]!)) continue;
    count++;
    first ??= texts[code]!;
  }
  // One mark for what is missing may be in many rows.
  if (first === undefined || count > codes.length / (odd.size === 1 ? 3 : 10)) return;
  warn(
    `column "${clean(name)}": all but ${count} of ${codes.length} values are numbers, as "${clean(first)}" is not; it is read as texts unless that is said to be missing`,
    name,
  );
}
