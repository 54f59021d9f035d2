import { MetricError } from '../errors.js';
import { checkLengths, readScores, type Scores } from '../inputs.js';

/** A sum that keeps, as {@link sum} does, what is lost in each step. */
export class RunningSum {
  private total = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.total + value;
    this.lost += Math.abs(this.total) >= Math.abs(value) ? this.total - next + value : value - next + this.total;
    this.total = next;
  }

  get value(): number {
    return Number.isFinite(this.lost) ? this.total + this.lost : this.total;
  }
}

/**
 * The weighted mean of numbers that come one by one or many at once, such as the losses of batches.
 *
 * @example
 * ```ts
 * import { StreamingMean } from '@kindling/metrics';
 *
 * const loss = new StreamingMean();
 * loss.update(0.5, 32); // of a batch of 32 rows
 * loss.update(0.2, 8);
 * console.log(loss.compute().toFixed(4)); // => 0.4400
 * loss.update([1, 2, 3]);
 * console.log(loss.compute().toFixed(4)); // => 0.5488
 * ```
 */
export class StreamingMean {
  private sum = new RunningSum();
  private weight = new RunningSum();

  /** Forgets all numbers. */
  reset(): void {
    this.sum = new RunningSum();
    this.weight = new RunningSum();
  }

  /**
   * Takes numbers more.
   *
   * @param weight one for all of them, or one each; 1 when left out
   * @throws MetricError for a number that is not finite, a weight below zero, and different lengths
   */
  update(values: number | Scores, weight: number | Scores = 1): void {
    const where = 'StreamingMean.update';
    const numbers = readScores(where, 'values', typeof values === 'number' ? [values] : values);
    const weights =
      typeof weight === 'number' ? new Float64Array(numbers.length).fill(weight) : readScores(where, 'weight', weight);
    checkLengths(where, 'values', numbers.length, 'weight', weights.length);
    const bad = weights.findIndex((one) => !(one >= 0 && one < Number.POSITIVE_INFINITY));
    if (bad >= 0) throw new MetricError(`${where}: weight is ${weights[bad]}, expected a finite number from 0`);
    for (let i = 0; i < numbers.length; i++) {
      this.sum.add(numbers[i]! * weights[i]!);
      this.weight.add(weights[i]!);
    }
  }

  /** The mean of all numbers so far. */
  compute(): number {
    if (!(this.weight.value > 0)) throw new MetricError('StreamingMean: there are no numbers yet');
    return this.sum.value / this.weight.value;
  }
}
