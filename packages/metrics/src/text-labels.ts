import { clean, describe } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Label, Labels } from './inputs.js';

/** Labels and the options that name some of them, with numbers in the place of texts. */
export interface Coded<Options> {
  readonly columns: Labels[];
  readonly options: Options;
  /** The label that a number stands for. */
  readonly name: (code: number) => number | string;
}

interface LabelOptions {
  readonly labels?: ArrayLike<Label> | undefined;
  readonly posLabel?: Label | undefined;
}

/**
 * Numbers the labels that are texts, in the order of their code points, as scikit-learn sorts them; all else stays as it is.
 *
 * @param columns - what the arguments are called, and what was given.
 */
export function codeTexts<Options extends LabelOptions>(
  where: string,
  columns: readonly (readonly [string, Labels])[],
  options: Options,
): Coded<Options> {
  if (!columns.some(([, values]) => isText(values))) {
    return { columns: columns.map(([, values]) => values), options, name: (code) => code };
  }
  const { labels, posLabel } = options;
  const texts = columns.map(([argument, values]) => readTexts(where, argument, values as ArrayLike<Label>));
  if (labels !== undefined) texts.push(readTexts(where, 'labels', labels));
  if (posLabel !== undefined) texts.push(readTexts(where, 'posLabel', [posLabel]));
  const names = [...new Set(texts.flat())].sort(byCodePoint);
  const codes = new Map(names.map((name, code) => [name, code]));
  const coded = texts.map((column) => Float64Array.from(column, (text) => codes.get(text)!));
  const rest: { labels?: Float64Array; posLabel?: number } = {};
  if (posLabel !== undefined) rest.posLabel = coded.pop()![0]!;
  if (labels !== undefined) rest.labels = coded.pop()!;
  return { columns: coded, options: { ...options, ...rest }, name: (code) => names[code] ?? code };
}

/** Throws where labels are texts and nothing says which is positive, or more than two would take part. */
export function checkPositiveText(where: string, yTrue: Labels, posLabel: Label | undefined): void {
  if (!isText(yTrue)) return;
  const present = [...new Set(readTexts(where, 'yTrue', yTrue as ArrayLike<Label>))].sort(byCodePoint);
  const shown = present
    .slice(0, 6)
    .map((text) => `'${clean(text)}'`)
    .join(', ');
  if (posLabel === undefined) {
    throw new MetricError(`${where}: yTrue holds ${shown}: say which is positive with posLabel`);
  }
  if (present.length > 1 && !present.includes(posLabel as string)) {
    throw new MetricError(
      `${where}: posLabel '${clean(String(posLabel))}' does not occur in yTrue, which holds ${shown}`,
    );
  }
}

const isText = (values: Labels): boolean =>
  typeof values === 'object' && values !== null && 'length' in values && typeof values[0] === 'string';

function readTexts(where: string, argument: string, values: ArrayLike<Label>): string[] {
  return Array.from(values, (value, i) => {
    if (typeof value === 'string') return value;
    const place = argument === 'posLabel' ? argument : `${argument}[${i}]`;
    throw new MetricError(`${where}: ${place} is ${describe(value)}, but other labels are texts`);
  });
}

/** The order of Unicode's code points, in which a pair of surrogates comes after all single units. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
