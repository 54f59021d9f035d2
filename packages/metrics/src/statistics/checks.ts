import { wrong } from '@internal/arguments';
import { MetricError } from '../errors.js';

/** An interval of a value that was measured on a sample. */
export interface Interval {
  /** What was measured. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** How often such intervals hold the true value, in (0, 1). */
  readonly confidence: number;
}

/** The probability that lies outside of an interval. */
export function outside(where: string, confidence: number): number {
  if (typeof confidence !== 'number' || !(confidence > 0 && confidence < 1)) {
    wrong(MetricError, where, 'confidence', 'a number in (0, 1)', confidence);
  }
  return 1 - confidence;
}

/** Throws unless a value is a whole number from `least` on. */
export function whole(where: string, what: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    wrong(MetricError, where, what, `a whole number from ${least}`, value);
  }
}
