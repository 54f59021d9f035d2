import type { ThresholdChoice } from '@kindling/train';

/** A number from the command line. */
export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`"${text}" is not a number`);
  return value;
}

/** A number above 0. */
export function positive(text: string): number {
  const value = number(text);
  if (!(value > 0)) throw new Error(`"${text}" is not a number above 0`);
  return value;
}

/** A learning rate, or that it is to be sought. */
export function learningRate(text: string): number | 'auto' {
  if (text === 'auto') return text;
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new Error(`"${text}" is not a number above 0, nor auto`);
  return value;
}

/** A share from 0 to below 1. */
export function share(text: string): number {
  const value = number(text);
  if (!(value >= 0 && value < 1)) throw new Error(`"${text}" is not a share from 0 to below 1, such as 0.25`);
  return value;
}

/** A share above 0 and below 1. */
export function properShare(text: string): number {
  const value = share(text);
  if (value === 0) throw new Error(`"${text}" is not a share above 0 and below 1, such as 0.25`);
  return value;
}

/** How many parts there are. */
export function folds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 2 || value > 1000) throw new Error(`"${text}" is not a whole number from 2`);
  return value;
}

/** `60,60` as sizes; `none` as no hidden layer. */
export function hiddenSizes(text: string): number[] {
  if (text === 'none') return [];
  const sizes = text.split(',').map(Number);
  if (!/^\d+(?:,\d+)*$/.test(text) || sizes.some((size) => size < 1 || size > 1e6)) {
    throw new Error(`"${text}" is no list of layer sizes such as 60,60, nor none`);
  }
  return sizes;
}

/** A number, `f1`, `youden`, `cost:FN,FP`, `recall:0.9` or `precision:0.9`. */
export function threshold(text: string): number | ThresholdChoice {
  if (text === 'f1' || text === 'youden') return text;
  const [, kind, values = ''] = /^(cost|recall|precision):(.+)$/.exec(text) ?? [];
  if (kind === 'cost') {
    const [falseNegative, falsePositive, ...more] = values.split(',').map(number);
    if (falsePositive !== undefined && more.length === 0 && falseNegative! >= 0 && falsePositive >= 0)
      return { cost: { falseNegative: falseNegative!, falsePositive } };
  } else if (kind !== undefined) {
    const at = properShare(values);
    return kind === 'recall' ? { recall: at } : { precision: at };
  } else if (text.trim() !== '' && Number(text) >= 0 && Number(text) <= 1) return Number(text);
  throw new Error(
    `"${text}" is no threshold; there are a number from 0 to 1, f1, youden, cost:FN,FP, recall:0.9 and precision:0.9`,
  );
}
