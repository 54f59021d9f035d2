import { aColumn, anArray, checkOptions, type Known } from '@internal/arguments';
import { type ClassScores, checkWidth, readClassScores } from './class-scores.js';
import { MetricError } from './errors.js';
import { type Label, type Labels, readWeights, type ScoreRows, type Scores } from './inputs.js';
import { brief } from './labels.js';
import { dot, sum } from './sum.js';

/** Options of {@link hingeLoss}. */
export interface HingeOptions {
  /** All classes, for a `yTrue` in which some do not occur. */
  labels?: ArrayLike<Label> | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
}

const known: Known<HingeOptions> = { labels: anArray, sampleWeight: aColumn };
const where = 'hingeLoss';

/**
 * The mean of max(0, 1 - margin): of two classes the margin is the decision towards the true one, of more by how much the
 * true class's decision is above the best other one (Crammer and Singer, "On the algorithmic implementation of multiclass
 * kernel-based vector machines", 2001). Equal to scikit-learn's `hinge_loss`.
 *
 * @param yTrue the true classes, `[n]`
 * @param decision how far on the side of the larger label each sample is, `[n]`; for more than two classes a row a sample,
 * `[n, classes]`, classes ascending
 * @throws MetricError for an empty argument, different lengths, a value that is not finite, one class only (without
 * `labels`), or a number of columns that is not the number of classes
 * @example
 * ```ts
 * import { hingeLoss } from '@kindling/metrics';
 *
 * console.log(hingeLoss([-1, 1, 1], [-2.2, 1.4, 0.1]).toFixed(2)); // => 0.30
 * ```
 */
export function hingeLoss(yTrue: Labels, decision: Scores | ScoreRows, options: HingeOptions = {}): number {
  checkOptions(MetricError, where, options, known);
  const read = readClassScores(where, yTrue, 'decision', decision, options, true);
  const { truth, classes } = read;
  if (classes.length === 1) {
    throw new MetricError(`${where}: there is class ${classes[0]} only; name the classes with labels: [0, 1]`);
  }
  const margins = read.rows === undefined ? towards(read) : overOthers(read);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const losses = margins.map((margin) => Math.max(0, 1 - margin));
  return dot(losses, weights) / sum(weights);
}

function towards({ truth, classes, one }: ClassScores): Float64Array {
  if (classes.length > 2) {
    throw new MetricError(
      `${where}: ${classes.length} classes (${brief(classes)}) take a row of decisions a sample, not one`,
    );
  }
  return one!.map((value, i) => (truth[i] === classes[1] ? value : -value));
}

function overOthers(read: ClassScores): Float64Array {
  const { truth, classes, rows } = read;
  if (classes.length === 2) {
    throw new MetricError(`${where}: two classes (${brief(classes)}) take one decision a sample, not a row`);
  }
  checkWidth(where, 'decision', read);
  return Float64Array.from(rows!, (row, i) => {
    const own = classes.indexOf(truth[i]!);
    let best = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < row.length; c++) if (c !== own) best = Math.max(best, row[c]!);
    return row[own]! - best;
  });
}
