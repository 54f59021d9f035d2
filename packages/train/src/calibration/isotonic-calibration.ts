import { wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type Calibrator, checkPairs } from './calibrator.js';
import { checkScores } from './check-scores.js';

/** Scores nearer to one another than this count as equal, as in scikit-learn. */
const EQUAL = 1e-15;

/**
 * The rising curve of probabilities that fits best, by pooling neighbours that fall (scikit-learn's
 * `IsotonicRegression(out_of_bounds='clip')`); between the scores that were seen it is interpolated.
 *
 * It needs more rows than the other two, some hundreds at least.
 *
 * @throws `ArgumentError` for scores that are not finite, targets other than 0 and 1, or only one class.
 * @example
 * ```ts
 * import { IsotonicCalibration } from '@kindling/train';
 * const calibration = new IsotonicCalibration().fit([1, 2, 3, 4], [0, 1, 0, 1]);
 * console.log([...calibration.transform([0, 2, 3.5, 9])]); // => [ 0, 0.5, 0.75, 1 ]
 * ```
 */
export class IsotonicCalibration implements Calibrator {
  private scores: number[] = [];
  private probabilities: number[] = [];

  /** Learns from scores of any scale, and the true classes, 0 and 1. */
  fit(scores: ArrayLike<number>, targets: ArrayLike<number>): this {
    checkPairs('IsotonicCalibration', scores, targets);
    const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort((i, j) => scores[i]! - scores[j]!);
    // Blocks of neighbours with their mean; equal scores are one from the start.
    const blocks: { first: number; last: number; sum: number; count: number }[] = [];
    for (const i of order) {
      const score = scores[i]!;
      const before = blocks.at(-1);
      if (before !== undefined && before.last === before.first && score - before.first < EQUAL) {
        before.sum += targets[i]!;
        before.count++;
      } else {
        pool(blocks);
        blocks.push({ first: score, last: score, sum: targets[i]!, count: 1 });
      }
    }
    pool(blocks);
    this.scores = [];
    this.probabilities = [];
    for (const { first, last, sum, count } of blocks) {
      for (const score of first === last ? [first] : [first, last]) {
        this.scores.push(score);
        this.probabilities.push(sum / count);
      }
    }
    return this;
  }

  /** The probability of class 1 for each score. */
  transform(scores: ArrayLike<number>): Float64Array {
    checkScores('IsotonicCalibration', scores);
    const { scores: known, probabilities } = this;
    if (known.length === 0) throw new ArgumentError('IsotonicCalibration: fit it first');
    return Float64Array.from(scores, (score) => {
      if (Number.isNaN(score)) return Number.NaN;
      let [low, high] = [0, known.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (known[middle]! < score) low = middle + 1;
        else high = middle;
      }
      if (low === 0) return probabilities[0]!;
      if (low === known.length) return probabilities.at(-1)!;
      const share = (score - known[low - 1]!) / (known[low]! - known[low - 1]!);
      return probabilities[low - 1]! + share * (probabilities[low]! - probabilities[low - 1]!);
    });
  }

  /** The corners of the curve, as plain data. */
  toJSON(): {
    readonly kind: 'isotonic';
    readonly scores: readonly number[];
    readonly probabilities: readonly number[];
  } {
    return { kind: 'isotonic', scores: [...this.scores], probabilities: [...this.probabilities] };
  }

  /** From what `toJSON` gave. */
  static fromJSON(state: {
    readonly scores: readonly number[];
    readonly probabilities: readonly number[];
  }): IsotonicCalibration {
    if (!Array.isArray(state?.scores) || state.scores.length !== state.probabilities?.length)
      wrong(ArgumentError, 'IsotonicCalibration.fromJSON', 'the state', 'what toJSON gave', state);
    const made = new IsotonicCalibration();
    made.scores = [...state.scores];
    made.probabilities = [...state.probabilities];
    return made;
  }
}

/** Joins the last blocks while they do not rise. */
function pool(blocks: { first: number; last: number; sum: number; count: number }[]): void {
  while (blocks.length > 1) {
    const last = blocks.at(-1)!;
    const before = blocks.at(-2)!;
    if (before.sum * last.count < last.sum * before.count) return;
    before.last = last.last;
    before.sum += last.sum;
    before.count += last.count;
    blocks.pop();
  }
}
