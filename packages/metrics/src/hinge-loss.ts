import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import {
  checkLengths,
  hasRows,
  type Label,
  type Labels,
  readLabels,
  readRows,
  readScores,
  readWeights,
  type ScoreRows,
  type Scores,
} from './inputs.js';
import { brief, distinct, readLabelOption } from './labels.js';
import { dot, sum } from './sum.js';
import { codeTexts } from './text-labels.js';

/** Options of {@link hingeLoss}. */
export interface HingeOptions {
  /** All classes, for a `yTrue` in which some do not occur. */
  labels?: ArrayLike<Label> | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
}

const known: Known<HingeOptions> = { labels: 1, sampleWeight: 1 };
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
  const coded = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const present = distinct(truth);
  const classes = coded.options.labels === undefined ? present : distinct(readLabelOption(where, coded.options.labels));
  if (classes.length === 1) {
    throw new MetricError(`${where}: there is class ${classes[0]} only; name the classes with labels: [0, 1]`);
  }
  const unknown = present.find((label) => !classes.includes(label));
  if (unknown !== undefined) throw new MetricError(`${where}: yTrue holds ${unknown}, which labels leaves out`);
  const margins = hasRows(decision)
    ? overOthers(truth, readRows(where, 'decision', decision), classes)
    : towards(truth, readScores(where, 'decision', decision), classes);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const losses = margins.map((margin) => Math.max(0, 1 - margin));
  return dot(losses, weights) / sum(weights);
}

function towards(truth: Float64Array, decision: Float64Array, classes: readonly number[]): Float64Array {
  checkLengths(where, 'yTrue', truth.length, 'decision', decision.length);
  if (classes.length > 2) {
    throw new MetricError(
      `${where}: ${classes.length} classes (${brief(classes)}) take a row of decisions a sample, not one`,
    );
  }
  return decision.map((value, i) => (truth[i] === classes[1] ? value : -value));
}

function overOthers(truth: Float64Array, rows: readonly Float64Array[], classes: readonly number[]): Float64Array {
  checkLengths(where, 'yTrue', truth.length, 'decision', rows.length);
  if (classes.length === 2 || rows[0]!.length !== classes.length) {
    const wanted = classes.length === 2 ? 1 : classes.length;
    throw new MetricError(
      `${where}: decision has ${rows[0]!.length} columns, ${classes.length} classes (${brief(classes)}) take ${wanted}`,
    );
  }
  return Float64Array.from(rows, (row, i) => {
    const own = classes.indexOf(truth[i]!);
    let best = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < row.length; c++) if (c !== own) best = Math.max(best, row[c]!);
    return row[own]! - best;
  });
}
