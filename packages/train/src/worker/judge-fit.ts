import { wrong } from '@internal/arguments';
import { ExperimentError } from './error.js';
import type { Score } from './messages.js';

/** How training stands. */
export interface FitVerdict {
  readonly verdict: 'untrained' | 'learning' | 'underfit' | 'good' | 'overfit';
  /** From -1, far too little learned, to 1, learned by heart. */
  readonly position: number;
  /** A sentence or two for a reader. */
  readonly words: string;
}

/** What {@link judgeFit} looks at. */
export interface FitEvidence {
  readonly epoch: number;
  readonly train: Score;
  readonly heldOut: Score | null;
  /** The lowest loss on held-out points so far. */
  readonly bestHeldOut?: number;
  /** The share of the commoner class, which is the accuracy of always saying it; 0.5 when left out. */
  readonly commonShare?: number;
}

/**
 * Says in words whether a classifier has learned too little, enough, or its own points by heart: from its scores on the
 * points it is trained on and on those held out.
 *
 * @example
 * ```ts
 * import { judgeFit } from '@kindling/train/worker';
 * const { verdict, words } = judgeFit({
 *   epoch: 900,
 *   train: { loss: 0.02, accuracy: 1 },
 *   heldOut: { loss: 0.9, accuracy: 0.81 },
 *   bestHeldOut: 0.41,
 * });
 * console.log(verdict); // => overfit
 * console.log(words.startsWith('Overfitting: ')); // => true
 * ```
 */
export function judgeFit(evidence: FitEvidence): FitVerdict {
  if (typeof evidence?.train?.loss !== 'number') {
    wrong(ExperimentError, 'judgeFit', 'the evidence', '{ epoch, train, heldOut }', evidence);
  }
  const { epoch, train, heldOut, bestHeldOut = heldOut?.loss ?? 0, commonShare = 0.5 } = evidence;
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  if (epoch === 0) {
    return { verdict: 'untrained', position: -1, words: 'Not trained yet: the network guesses with random weights.' };
  }
  // Of what could be gained over always saying the commoner class.
  const learned = Math.max(0, (train.accuracy - commonShare) / (1 - commonShare));
  if (heldOut === null) {
    const words = `${percent(train.accuracy)} of its own points are right. Hold some out to see whether it overfits.`;
    return { verdict: learned > 0.9 ? 'good' : 'learning', position: learned - 1, words };
  }
  const gap = train.accuracy - heldOut.accuracy;
  const risen = heldOut.loss - bestHeldOut;
  const shares = `${percent(train.accuracy)} right on its own points, ${percent(heldOut.accuracy)} on those held out`;
  if (
    (gap > 0.08 && risen > 0.03) ||
    (risen > 0.08 && heldOut.loss > 1.5 * bestHeldOut && train.loss < heldOut.loss / 2)
  ) {
    const words = `Overfitting: ${shares}, and the held-out loss is ${risen.toFixed(2)} above its lowest. Stop earlier, or take fewer units, dropout, L2 or more points.`;
    return { verdict: 'overfit', position: Math.min(1, 0.4 + 3 * gap + risen), words };
  }
  if (learned < 0.5 && epoch >= 100) {
    const words = `Underfitting: ${shares}, little better than always saying the commoner class (${percent(commonShare)}). Add units or a layer, raise the learning rate, or train longer.`;
    return { verdict: 'underfit', position: learned - 1, words };
  }
  if (learned < 0.8) return { verdict: 'learning', position: learned - 1, words: `Still learning: ${shares}.` };
  return { verdict: 'good', position: Math.max(-0.2, Math.min(0.4, gap)), words: `A good fit: ${shares}.` };
}
