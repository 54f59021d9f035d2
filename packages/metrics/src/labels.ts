import { describe } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Label } from './inputs.js';

/** The distinct values of some arrays, ascending. */
export function distinct(...arrays: readonly ArrayLike<number>[]): number[] {
  const seen = new Set<number>();
  // A set is slow to ask: of two classes, the usual case, it is asked twice.
  let [last, other] = [Number.NaN, Number.NaN];
  for (const array of arrays) {
    for (let i = 0; i < array.length; i++) {
      const value = array[i]! + 0;
      if (value === last || value === other) continue;
      seen.add(value);
      [last, other] = [value, last];
    }
  }
  return [...seen].sort((a, b) => a - b);
}

/** A label or a flag as the number it stands for: `true` is 1. */
export function asLabel(where: string, argument: string, value: Label): number {
  const label = typeof value === 'string' ? Number.NaN : Number(value);
  if (!Number.isInteger(label)) throw new MetricError(`${where}: ${argument} is ${describe(value)}, not a class label`);
  return label;
}

/** The `labels` option as numbers, each once. */
export function readLabelOption(where: string, labels: ArrayLike<Label>): number[] {
  if (labels.length === 0) throw new MetricError(`${where}: labels is empty`);
  const result = Array.from(labels, (label, i) => asLabel(where, `labels[${i}]`, label));
  if (new Set(result).size !== result.length) throw new MetricError(`${where}: labels holds a value twice`);
  return result;
}

/**
 * The label that counts as positive in a two-class problem: the given one, or 1 where the labels are 0 and 1 or
 * -1 and 1, as in scikit-learn.
 */
export function positiveLabel(where: string, yTrue: Float64Array, given: Label | undefined): number {
  const present = distinct(yTrue);
  if (given !== undefined) {
    const label = asLabel(where, 'posLabel', given);
    if (present.length > 1 && !present.includes(label)) {
      throw new MetricError(`${where}: posLabel ${label} does not occur in yTrue, which holds ${present.join(', ')}`);
    }
    return label;
  }
  checkBinary(where, present);
  const usual = present.every((label) => label === 0 || label === 1) || present.every((label) => Math.abs(label) === 1);
  if (!usual) throw new MetricError(`${where}: yTrue holds ${present.join(', ')}: say which is positive with posLabel`);
  return 1;
}

/** Throws where there are more than two classes. */
export function checkBinary(where: string, present: readonly number[]): void {
  if (present.length > 2) {
    throw new MetricError(`${where}: yTrue holds ${present.length} classes (${brief(present)}), this metric takes two`);
  }
}

/** The first few labels, for a message. */
export function brief(labels: readonly number[]): string {
  return labels.length > 6 ? `${labels.slice(0, 6).join(', ')}, …` : labels.join(', ');
}
