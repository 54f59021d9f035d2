import { describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { checkPairs } from './calibrator.js';

/**
 * What makes a threshold good: the F1 score, Youden's index (recall + specificity - 1), F-beta, the smallest cost of
 * mistakes, the highest precision at a recall of at least so much, or the highest recall at a precision.
 */
export type ThresholdChoice =
  | 'f1'
  | 'youden'
  | { readonly fBeta: number }
  | { readonly cost: { readonly falseNegative: number; readonly falsePositive: number } }
  | { readonly recall: number }
  | { readonly precision: number };

/** How many rows of each kind a threshold gives. */
interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

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
  private readonly goodness: (counts: Counts) => number;
  private value: number | null = null;

  constructor(choice: ThresholdChoice) {
    this.goodness = goodnessOf(choice);
  }

  /** Scores above it are class 1. */
  get threshold(): number {
    if (this.value === null) throw new ArgumentError('TunedThreshold: fit it first');
    return this.value;
  }

  /** Tries every threshold between the scores; of equally good ones it takes the highest. */
  fit(scores: ArrayLike<number>, targets: ArrayLike<number>): this {
    checkPairs('TunedThreshold', scores, targets);
    const n = scores.length;
    const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => scores[j]! - scores[i]!);
    let ones = 0;
    for (let i = 0; i < n; i++) ones += targets[i]!;
    let [tp, fp] = [0, 0];
    let best = this.goodness({ tp, fp, fn: ones, tn: n - ones });
    let found = scores[order[0]!]!;
    for (let k = 0; k < n; k++) {
      const score = scores[order[k]!]!;
      if (targets[order[k]!] === 1) tp++;
      else fp++;
      const next = k + 1 < n ? scores[order[k + 1]!]! : score - Math.max(Math.abs(score), 1e-6);
      if (next === score) continue;
      const value = this.goodness({ tp, fp, fn: ones - tp, tn: n - ones - fp });
      if (value > best) {
        best = value;
        const middle = next + (score - next) / 2;
        // Between neighbouring numbers there is no other.
        found = middle < score ? middle : next;
      }
    }
    this.value = found;
    return this;
  }

  /** The class of each score. */
  predict(scores: ArrayLike<number>): Int32Array {
    const { threshold } = this;
    return Int32Array.from(scores, (score) => (score > threshold ? 1 : 0));
  }
}

function goodnessOf(choice: ThresholdChoice): (counts: Counts) => number {
  const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
  const fBeta =
    (beta: number) =>
    ({ tp, fp, fn }: Counts) =>
      share((1 + beta * beta) * tp, (1 + beta * beta) * tp + beta * beta * fn + fp);
  if (choice === 'f1') return fBeta(1);
  if (choice === 'youden') return ({ tp, fp, fn, tn }) => share(tp, tp + fn) + share(tn, tn + fp) - 1;
  if (typeof choice === 'object' && choice !== null) {
    if ('fBeta' in choice && choice.fBeta > 0) return fBeta(choice.fBeta);
    if ('cost' in choice && choice.cost?.falseNegative >= 0 && choice.cost.falsePositive >= 0) {
      const { falseNegative, falsePositive } = choice.cost;
      return ({ fp, fn }) => -(falseNegative * fn + falsePositive * fp);
    }
    // Where the first is reached the second counts, else how near one comes.
    if ('recall' in choice && choice.recall > 0 && choice.recall <= 1) {
      return ({ tp, fp, fn }) => (share(tp, tp + fn) >= choice.recall ? 1 + share(tp, tp + fp) : share(tp, tp + fn));
    }
    if ('precision' in choice && choice.precision > 0 && choice.precision <= 1) {
      return ({ tp, fp, fn }) =>
        tp > 0 && share(tp, tp + fp) >= choice.precision ? 1 + share(tp, tp + fn) : share(tp, tp + fp);
    }
  }
  throw new ArgumentError(
    `TunedThreshold: the choice must be 'f1', 'youden', { fBeta }, { cost: { falseNegative, falsePositive } }, { recall } or { precision }, not ${describe(choice)}`,
  );
}
