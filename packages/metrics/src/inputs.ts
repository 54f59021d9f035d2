import { describe } from '@internal/arguments';
import { MetricError } from './errors.js';

/**
 * What a metric needs of a tensor: its shape, and its values in row-major order read at once.
 *
 * @example
 * ```ts
 * import { accuracyScore, type Readable } from '@kindling/metrics';
 *
 * const prediction: Readable = { shape: [3, 1], dataSync: () => new Float32Array([0, 1, 1]) };
 * console.log(accuracyScore([0, 1, 1], prediction)); // => 1
 * ```
 */
export interface Readable {
  /** The size of each dimension. */
  readonly shape: readonly number[];
  /** The values, row by row. */
  dataSync(): ArrayLike<number | boolean>;
}

/** A class: an integer, a boolean (`true` counts as 1) or a text. */
export type Label = number | boolean | string;

/** One class label a sample: integers, booleans or texts, as an array, a typed array or a tensor. */
export type Labels = ArrayLike<Label> | Readable;

/** One finite number a sample, as an array, a typed array or a tensor of shape `[n]`, `[n, 1]` or `[1, n]`. */
export type Scores = ArrayLike<number> | Readable;

/** One row of finite numbers a sample: nested arrays, or a tensor of shape `[n, classes]`. */
export type ScoreRows = ArrayLike<ArrayLike<number>> | Readable;

const isReadable = (values: object): values is Readable =>
  'dataSync' in values && typeof values.dataSync === 'function';

/** The values of a one-dimensional argument; `where` and `argument` go into the message of what is thrown. */
export function readColumn(where: string, argument: string, values: unknown): ArrayLike<unknown> {
  if (typeof values !== 'object' || values === null) {
    throw new MetricError(`${where}: ${argument} is ${describe(values)}, not an array or a tensor`);
  }
  let flat: ArrayLike<unknown>;
  if (isReadable(values)) {
    if (values.shape.filter((size) => size !== 1).length > 1) {
      throw new MetricError(
        `${where}: ${argument} has shape [${values.shape.join(', ')}], expected one value a sample`,
      );
    }
    flat = values.dataSync();
  } else {
    flat = values as ArrayLike<unknown>;
  }
  if (!Number.isInteger(flat.length)) throw new MetricError(`${where}: ${argument} has no length, so it is no array`);
  if (flat.length === 0) throw new MetricError(`${where}: ${argument} is empty`);
  return flat;
}

function finite(where: string, argument: string, flat: ArrayLike<unknown>): Float64Array {
  if (ArrayBuffer.isView(flat) && !(flat instanceof BigInt64Array || flat instanceof BigUint64Array)) {
    // Copied at once, and read in a loop that meets one kind of array only.
    const copy = new Float64Array(flat as unknown as ArrayLike<number>);
    const bad = firstNotFinite(copy);
    if (bad >= 0) throw new MetricError(`${where}: ${argument}[${bad}] is ${copy[bad]}, not a finite number`);
    return copy;
  }
  const result = new Float64Array(flat.length);
  for (let i = 0; i < flat.length; i++) {
    const value = flat[i];
    if (typeof value === 'boolean') result[i] = value ? 1 : 0;
    else if (typeof value === 'number' && Number.isFinite(value)) result[i] = value;
    else throw new MetricError(`${where}: ${argument}[${i}] is ${describe(value)}, not a finite number`);
  }
  return result;
}

function firstNotFinite(values: Float64Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return i;
  return -1;
}

/** Reads class labels; a fraction is refused, because it is nearly always a score that nobody has thresholded. */
export function readLabels(where: string, argument: string, values: Labels): Float64Array {
  const labels = finite(where, argument, readColumn(where, argument, values));
  for (let i = 0; i < labels.length; i++) {
    if (!Number.isInteger(labels[i])) {
      throw new MetricError(
        `${where}: ${argument}[${i}] is ${labels[i]}, not a class label (an integer or a boolean); ` +
          'turn scores into classes first',
      );
    }
  }
  return labels;
}

/** Reads one finite number a sample. */
export function readScores(where: string, argument: string, values: Scores): Float64Array {
  return finite(where, argument, readColumn(where, argument, values));
}

/** Reads one probability a sample, each in [0, 1]. */
export function readProbabilities(where: string, argument: string, values: Scores): Float64Array {
  const scores = readScores(where, argument, values);
  for (let i = 0; i < scores.length; i++) {
    // The place is put into words only where something is wrong.
    if (!(scores[i]! >= 0 && scores[i]! <= 1)) checkProbability(where, `${argument}[${i}]`, scores[i]!);
  }
  return scores;
}

/** Throws unless `value` is in [0, 1]. */
export function checkProbability(where: string, place: string, value: number): void {
  if (value < 0 || value > 1) throw new MetricError(`${where}: ${place} is ${value}, not a probability in [0, 1]`);
}

/** Reads a row of numbers a sample; all rows have the same length. */
export function readRows(where: string, argument: string, values: ScoreRows): Float64Array[] {
  if (isReadable(values)) {
    const [rows, columns] = values.shape;
    if (values.shape.length !== 2 || rows === undefined || columns === undefined) {
      throw new MetricError(
        `${where}: ${argument} has shape [${values.shape.join(', ')}], expected [samples, classes]`,
      );
    }
    if (rows === 0) throw new MetricError(`${where}: ${argument} is empty`);
    const flat = finite(where, argument, values.dataSync());
    return Array.from({ length: rows }, (_, i) => flat.subarray(i * columns, (i + 1) * columns));
  }
  if (values.length === 0) throw new MetricError(`${where}: ${argument} is empty`);
  const result = Array.from(values, (row, i) => readScores(where, `${argument}[${i}]`, row));
  const width = result[0]!.length;
  for (let i = 1; i < result.length; i++) {
    if (result[i]!.length !== width) {
      throw new MetricError(`${where}: ${argument}[${i}] has ${result[i]!.length} columns, the first row ${width}`);
    }
  }
  return result;
}

/** Whether an argument holds a row of numbers a sample rather than one number. */
export function hasRows(values: Scores | ScoreRows): values is ScoreRows {
  // What is neither is told so by whoever reads it.
  if (typeof values !== 'object' || values === null) return false;
  if (isReadable(values)) return values.shape.length === 2 && values.shape[1] !== 1 && values.shape[0] !== 1;
  return values.length > 0 && typeof values[0] === 'object';
}

/** How many numbers the first row has. */
export function columnsOf(values: ScoreRows): number {
  return isReadable(values) ? values.shape[1]! : (values[0]?.length ?? 0);
}

/** Reads the weight of each sample, 1 where none are given; weights are finite, not negative, and not all zero. */
export function readWeights(where: string, values: Scores | undefined, samples: number): Float64Array {
  if (values === undefined) return new Float64Array(samples).fill(1);
  const weights = readScores(where, 'sampleWeight', values);
  checkLengths(where, 'yTrue', samples, 'sampleWeight', weights.length);
  for (let i = 0; i < samples; i++) {
    if (weights[i]! < 0) throw new MetricError(`${where}: sampleWeight[${i}] is ${weights[i]}, below zero`);
  }
  if (weights.every((weight) => weight === 0)) throw new MetricError(`${where}: every sampleWeight is zero`);
  return weights;
}

/** Throws unless two arguments speak of the same number of samples. */
export function checkLengths(where: string, a: string, lengthA: number, b: string, lengthB: number): void {
  if (lengthA !== lengthB) {
    throw new MetricError(`${where}: ${a} has ${lengthA} samples, ${b} has ${lengthB}`);
  }
}
