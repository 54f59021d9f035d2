import { chooseThreshold, type ThresholdGoal } from '@kindling/metrics';
import { ArgumentError } from '@kindling/tensor-core';
import { checkPairs } from './calibrator.js';
import { checkScores } from './check-scores.js';

/**
 * What makes a threshold good: the F1 score, Youden's index (recall + specificity - 1), F-beta, the smallest cost of
 * mistakes, the highest precision at a recall of at least so much, or the highest recall at a precision.
 */
export type ThresholdChoice = ThresholdGoal;

/**
 * Finds the threshold above which a score counts as class 1. Fit it on rows that the model was not trained on, such as
 * the predictions that cross-validation makes for the rows left out.
 *
 * @throws `ArgumentError` for an unknown choice, and for scores or targets as calibrators do.
 * @example
 * ```ts
 * import { TunedThreshold } from '@kindling/train';
 * const tuned = new TunedThreshold({ cost: { falseNegative: 5, falsePositive: 1 } });
 * tuned.fit([0.1, 0.2, 0.3, 0.6, 0.9], [0, 1, 0, 0, 1]);
 * console.log(tuned.threshold.toFixed(2), [...tuned.predict([0.1, 0.2])]); // => 0.15 [ 0, 1 ]
 * ```
 */
export class TunedThreshold {
  private readonly choice: ThresholdChoice;
  private value: number | null = null;

  constructor(choice: ThresholdChoice) {
    try {
      // A wrong choice is said here, not after the training that `fit` waits for.
      chooseThreshold([0, 1], [0, 1], choice);
    } catch (error) {
      throw new ArgumentError(
        (error as Error).message.replace('chooseThreshold', 'TunedThreshold').replace('the goal', 'the choice'),
      );
    }
    this.choice = choice;
  }

  /** Scores above it are class 1. */
  get threshold(): number {
    if (this.value === null) throw new ArgumentError('TunedThreshold: fit it first');
    return this.value;
  }

  /** Tries every threshold between the scores; of equally good ones it takes the highest. */
  fit(scores: ArrayLike<number>, targets: ArrayLike<number>): this {
    checkPairs('TunedThreshold', scores, targets);
    const { threshold } = chooseThreshold(targets, scores, this.choice, { posLabel: 1 });
    let [below, highest] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i]!;
      if (score < threshold) below = Math.max(below, score);
      highest = Math.max(highest, score);
    }
    if (threshold === Number.POSITIVE_INFINITY) {
      this.value = highest;
      return this;
    }
    if (below === Number.NEGATIVE_INFINITY) below = threshold - Math.max(Math.abs(threshold), 1e-6);
    const middle = below + (threshold - below) / 2;
    // Between neighbouring numbers there is no other.
    this.value = middle < threshold ? middle : below;
    return this;
  }

  /** The class of each score. */
  predict(scores: ArrayLike<number>): Int32Array {
    checkScores('TunedThreshold.predict', scores);
    const { threshold } = this;
    return Int32Array.from(scores, (score) => (score > threshold ? 1 : 0));
  }
}
