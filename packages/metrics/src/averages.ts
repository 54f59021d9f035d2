import { describe, type Kind } from '@internal/arguments';
import type { ClassCounts } from './counts.js';
import { MetricError } from './errors.js';
import type { Label } from './inputs.js';
import { asLabel, brief } from './labels.js';
import { sum } from './sum.js';

/**
 * How per-class scores become one number: `'binary'` scores the positive class only, `'macro'` takes the plain mean
 * over classes, `'weighted'` the mean weighted by how often each class truly occurs, `'micro'` counts over all classes
 * first and scores once; of rows of marks `'samples'` takes the mean over samples.
 */
export type Average = 'binary' | 'macro' | 'micro' | 'weighted' | 'samples';

/** What a fraction with nothing in its denominator is worth. */
export type ZeroDivision = 0 | 1;

const averages: readonly string[] = ['binary', 'macro', 'micro', 'weighted', 'samples'];

/** The class to score under `average: 'binary'`, after checking that the problem has two classes. */
export function binaryLabel(where: string, present: readonly number[], posLabel: Label | undefined): number {
  const label = asLabel(where, 'posLabel', posLabel ?? 1);
  if (present.length > 2) {
    throw new MetricError(
      `${where}: yTrue and yPred hold ${present.length} classes (${brief(present)}), but average is 'binary'; ` +
        "choose average: 'macro', 'micro' or 'weighted'",
    );
  }
  if (present.length === 2 && !present.includes(label)) {
    throw new MetricError(`${where}: posLabel ${label} does not occur, the labels are ${present.join(', ')}`);
  }
  return label;
}

/** What checks of options say of a `zeroDivision`. */
export const zeroOrOne: Kind = ['0 or 1', (value) => value === 0 || value === 1];

/** Throws for an average or a zeroDivision that does not exist. */
export function checkAverage(where: string, average: string, zeroDivision: number): void {
  if (!averages.includes(average)) {
    throw new MetricError(
      `${where}: average is ${describe(average)}, expected 'binary', 'macro', 'micro', 'weighted' or 'samples'`,
    );
  }
  if (zeroDivision !== 0 && zeroDivision !== 1) {
    throw new MetricError(`${where}: zeroDivision is ${describe(zeroDivision)}, expected 0 or 1`);
  }
}

/** The counts of all classes added up, as one class: what `average: 'micro'` scores. */
export function pooled(counts: ClassCounts): Pick<ClassCounts, 'truePositive' | 'predicted' | 'actual'> {
  return {
    truePositive: [sum(counts.truePositive)],
    predicted: [sum(counts.predicted)],
    actual: [sum(counts.actual)],
  };
}

/** Element by element `numerator / denominator`, and `zeroDivision` where the denominator is zero. */
export function ratios(numerator: readonly number[], denominator: readonly number[], zeroDivision: number): number[] {
  return numerator.map((value, i) => (denominator[i] === 0 ? zeroDivision : value / denominator[i]!));
}

/** The mean over classes, weighted where weights are given. */
export function mean(values: readonly number[], weights?: readonly number[]): number {
  if (weights === undefined) return sumInEights(values) / values.length;
  return sumInEights(values.map((value, i) => value * weights[i]!)) / sumInEights(weights);
}

/**
 * A sum in the order NumPy adds up to 128 numbers, so that a mean on the edge between two printed values falls to the
 * same side in a report.
 */
function sumInEights(values: readonly number[]): number {
  const whole = values.length - (values.length % 8);
  const lanes = [0, 1, 2, 3, 4, 5, 6, 7].map((lane) => {
    let total = 0;
    for (let i = lane; i < whole; i += 8) total += values[i]!;
    return total;
  });
  const [a, b, c, d, e, f, g, h] = lanes as [number, number, number, number, number, number, number, number];
  return values.slice(whole).reduce((total, value) => total + value, a + b + (c + d) + (e + f + (g + h)));
}
