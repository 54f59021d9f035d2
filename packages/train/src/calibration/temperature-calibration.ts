import { wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type Calibrator, checkPairs, learnt, logistic } from './calibrator.js';
import { checkScores } from './check-scores.js';

/**
 * Divides logits by one number, the temperature, that makes the log loss smallest (Guo et al., 2017): the order of the
 * rows, and so the AUC, stays.
 *
 * @throws `ArgumentError` for scores that are not finite, targets other than 0 and 1, or only one class.
 * @example
 * ```ts
 * import { TemperatureCalibration } from '@kindling/train';
 * const calibration = new TemperatureCalibration().fit([4, 4, 4, -4, -4, 4], [1, 1, 1, 0, 1, 0]);
 * console.log(calibration.temperature.toFixed(2)); // => 5.77
 * console.log(calibration.transform([4])[0]?.toFixed(2)); // => 0.67
 * ```
 */
export class TemperatureCalibration implements Calibrator {
  private value: number | null = null;

  /** What logits are divided by; above 1 where the model was too sure. */
  get temperature(): number {
    return learnt('TemperatureCalibration', this.value);
  }

  /** Learns from logits, and the true classes, 0 and 1. */
  fit(scores: ArrayLike<number>, targets: ArrayLike<number>): this {
    checkPairs('TemperatureCalibration', scores, targets);
    // The loss is convex in the inverse: its derivative grows, so halving finds where it is 0.
    let [low, high] = [0, 1];
    while (slope(high, scores, targets) < 0 && high < 1e6) high *= 2;
    for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
      const middle = (low + high) / 2;
      if (slope(middle, scores, targets) < 0) low = middle;
      else high = middle;
    }
    this.value = 1 / Math.max((low + high) / 2, 1e-6);
    return this;
  }

  /** The probability of class 1 for each logit. */
  transform(scores: ArrayLike<number>): Float64Array {
    checkScores('TemperatureCalibration', scores);
    const { temperature } = this;
    return Float64Array.from(scores, (score) => logistic(score / temperature));
  }

  /** The temperature, as plain data. */
  toJSON(): { readonly kind: 'temperature'; readonly temperature: number } {
    return { kind: 'temperature', temperature: this.temperature };
  }

  /** From what `toJSON` gave. */
  static fromJSON(state: { readonly temperature: number }): TemperatureCalibration {
    if (!(state?.temperature > 0))
      wrong(ArgumentError, 'TemperatureCalibration.fromJSON', 'the state', 'what toJSON gave', state);
    const made = new TemperatureCalibration();
    made.value = state.temperature;
    return made;
  }
}

/** The derivative of the log loss by the inverse temperature. */
function slope(inverse: number, scores: ArrayLike<number>, targets: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += (logistic(inverse * scores[i]!) - targets[i]!) * scores[i]!;
  return sum;
}
