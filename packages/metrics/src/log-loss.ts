import { aColumn, anArray, checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import {
  checkLengths,
  checkProbability,
  hasRows,
  type Label,
  type Labels,
  readColumn,
  readLabels,
  readProbabilities,
  readRows,
  readWeights,
  type ScoreRows,
  type Scores,
} from './inputs.js';
import { brief, distinct, readLabelOption } from './labels.js';
import { dot, sum } from './sum.js';
import { codeTexts } from './text-labels.js';

/** Options of {@link logLoss}. */
export interface LogLossOptions {
  /** All classes, for a `yTrue` in which some do not occur. */
  labels?: ArrayLike<Label> | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** `true` (the default) for the mean, `false` for the weighted sum. */
  normalize?: boolean | undefined;
  /** Probabilities are kept in [eps, 1 - eps]; the spacing of float64 at 1 (of float32 for float32 input) when left out. */
  eps?: number | undefined;
}

const known: Known<LogLossOptions> = { labels: anArray, sampleWeight: aColumn, normalize: 'boolean', eps: 'number' };
const where = 'logLoss';

/**
 * The mean of -ln(probability given to the true class): cross entropy, 0 for certainty that is right.
 * Equal to scikit-learn's `log_loss`; float32 input is widened to float64 first. Rows are scaled to sum to 1.
 *
 * @param yTrue the true classes, `[n]`
 * @param yProb the probability of the larger label, `[n]`; or a row of probabilities a sample, `[n, classes]`, classes
 * ascending
 * @throws MetricError for an empty argument, different lengths, a value outside [0, 1], one class only (without
 * `labels`), or a number of columns that is not the number of classes
 * @example
 * ```ts
 * import { logLoss } from '@kindling/metrics';
 *
 * console.log(logLoss([0, 1], [0.1, 0.8]).toFixed(4)); // => 0.1643
 * console.log(logLoss([0, 1, 2], [[1, 0, 0], [0, 0.5, 0.5], [0, 0, 1]]).toFixed(4)); // => 0.2310
 * ```
 */
export function logLoss(yTrue: Labels, yProb: Scores | ScoreRows, options: LogLossOptions = {}): number {
  checkOptions(MetricError, where, options, known);
  const coded = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const classes = classesOf(truth, coded.options.labels);
  if (!hasRows(yProb)) readColumn(where, 'yProb', yProb);
  const eps = options.eps ?? (isFloat32(yProb) ? 2 ** -23 : Number.EPSILON);
  if (!(eps >= 0 && eps < 0.5)) throw new MetricError(`${where}: eps is ${eps}, expected a number in [0, 0.5)`);
  const losses = hasRows(yProb)
    ? ofRows(truth, readRows(where, 'yProb', yProb), classes, eps)
    : ofPairs(truth, readProbabilities(where, 'yProb', yProb), classes, eps);
  if (options.sampleWeight === undefined) {
    const total = sum(losses);
    return options.normalize === false ? total : total / truth.length;
  }
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const total = dot(losses, weights);
  return options.normalize === false ? total : total / sum(weights);
}

function classesOf(truth: Float64Array, given: ArrayLike<Label> | undefined): number[] {
  const present = distinct(truth);
  if (given === undefined) {
    if (present.length === 1) {
      throw new MetricError(`${where}: yTrue holds class ${present[0]} only; name the classes with labels: [0, 1]`);
    }
    return present;
  }
  const labels = distinct(readLabelOption(where, given));
  if (labels.length === 1)
    throw new MetricError(`${where}: labels holds class ${labels[0]} only, expected two or more`);
  const unknown = present.find((label) => !labels.includes(label));
  if (unknown !== undefined) throw new MetricError(`${where}: yTrue holds ${unknown}, which labels leaves out`);
  return labels;
}

/** The loss of each sample, from a row of probabilities each. */
function ofRows(truth: Float64Array, rows: Float64Array[], classes: readonly number[], eps: number): Float64Array {
  checkShape(truth, rows.length, rows[0]!.length, classes);
  const index = new Map(classes.map((label, i) => [label, i]));
  const losses = new Float64Array(truth.length);
  for (let i = 0; i < losses.length; i++) {
    const row = rows[i]!;
    for (let c = 0; c < row.length; c++) {
      checkProbability(where, `yProb[${i}][${c}]`, row[c]!);
      row[c] = Math.min(Math.max(row[c]!, eps), 1 - eps);
    }
    losses[i] = -Math.log(row[index.get(truth[i]!)!]! / sum(row));
  }
  return losses;
}

/** The loss of each sample, from the probability of the larger label; that of the other is 1 less it. */
function ofPairs(
  truth: Float64Array,
  probabilities: Float64Array,
  classes: readonly number[],
  eps: number,
): Float64Array {
  checkShape(truth, probabilities.length, 2, classes);
  const larger = classes[1]!;
  const losses = new Float64Array(truth.length);
  for (let i = 0; i < losses.length; i++) {
    const p = Math.min(Math.max(probabilities[i]!, eps), 1 - eps);
    const rest = 1 - p;
    losses[i] = -Math.log((truth[i] === larger ? p : rest) / (rest + p));
  }
  return losses;
}

function checkShape(truth: Float64Array, samples: number, columns: number, classes: readonly number[]): void {
  checkLengths(where, 'yTrue', truth.length, 'yProb', samples);
  if (columns !== classes.length) {
    throw new MetricError(`${where}: yProb has ${columns} columns for ${classes.length} classes (${brief(classes)})`);
  }
}

function isFloat32(values: Scores | ScoreRows): boolean {
  return values instanceof Float32Array || ('dataSync' in values && values.dataSync() instanceof Float32Array);
}
