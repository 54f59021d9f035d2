import { wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type Calibrator, checkPairs, learnt, logistic } from './calibrator.js';
import { checkScores } from './check-scores.js';

/**
 * Platt's scaling: a logistic regression of the class on the score, with his targets that keep it from being too sure;
 * what scikit-learn's `CalibratedClassifierCV(method='sigmoid')` fits.
 *
 * @throws `ArgumentError` for scores that are not finite, targets other than 0 and 1, or only one class.
 * @example
 * ```ts
 * import { PlattCalibration } from '@kindling/train';
 * const calibration = new PlattCalibration().fit([-2, -1, 0, 1, 2], [0, 0, 1, 0, 1]);
 * console.log([...calibration.transform([-2, 2])].map((p) => p.toFixed(3))); // => [ '0.211', '0.646' ]
 * ```
 */
export class PlattCalibration implements Calibrator {
  private a: number | null = null;
  private b: number | null = null;

  /** What scores are multiplied by. */
  get slope(): number {
    return learnt('PlattCalibration', this.a);
  }

  /** What is then added. */
  get intercept(): number {
    return learnt('PlattCalibration', this.b);
  }

  /** Learns from scores of any scale, and the true classes, 0 and 1. */
  fit(scores: ArrayLike<number>, targets: ArrayLike<number>): this {
    checkPairs('PlattCalibration', scores, targets);
    let ones = 0;
    for (let i = 0; i < targets.length; i++) ones += targets[i]!;
    const zeros = targets.length - ones;
    const [high, low] = [(ones + 1) / (ones + 2), 1 / (zeros + 2)];
    let [a, b] = [0, Math.log((ones + 1) / (zeros + 1))];
    const loss = (a: number, b: number): number => {
      let sum = 0;
      for (let i = 0; i < scores.length; i++) {
        const z = a * scores[i]! + b;
        // log(1 + e^z) - t z, without overflow.
        sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (targets[i] === 1 ? high : low) * z;
      }
      return sum;
    };
    let best = loss(a, b);
    for (let round = 0; round < 100; round++) {
      let [ga, gb, aa, ab, bb] = [0, 0, 1e-12, 0, 1e-12];
      for (let i = 0; i < scores.length; i++) {
        const score = scores[i]!;
        const p = logistic(a * score + b);
        const off = p - (targets[i] === 1 ? high : low);
        const w = p * (1 - p);
        ga += off * score;
        gb += off;
        aa += w * score * score;
        ab += w * score;
        bb += w;
      }
      const det = aa * bb - ab * ab;
      const [da, db] = [(bb * ga - ab * gb) / det, (aa * gb - ab * ga) / det];
      // Newton's step, halved until it helps.
      let size = 1;
      while (size > 1e-10 && loss(a - size * da, b - size * db) > best) size /= 2;
      if (size <= 1e-10) break;
      a -= size * da;
      b -= size * db;
      best = loss(a, b);
      if (Math.abs(size * da) < 1e-13 * Math.abs(a) && Math.abs(size * db) < 1e-13 * (1 + Math.abs(b))) break;
    }
    this.a = a;
    this.b = b;
    return this;
  }

  /** The probability of class 1 for each score. */
  transform(scores: ArrayLike<number>): Float64Array {
    checkScores('PlattCalibration', scores);
    const { slope, intercept } = this;
    return Float64Array.from(scores, (score) => logistic(slope * score + intercept));
  }

  /** Slope and intercept, as plain data. */
  toJSON(): { readonly kind: 'platt'; readonly slope: number; readonly intercept: number } {
    return { kind: 'platt', slope: this.slope, intercept: this.intercept };
  }

  /** From what `toJSON` gave. */
  static fromJSON(state: { readonly slope: number; readonly intercept: number }): PlattCalibration {
    if (!Number.isFinite(state?.slope) || !Number.isFinite(state.intercept))
      wrong(ArgumentError, 'PlattCalibration.fromJSON', 'the state', 'what toJSON gave', state);
    const made = new PlattCalibration();
    made.a = state.slope;
    made.b = state.intercept;
    return made;
  }
}
