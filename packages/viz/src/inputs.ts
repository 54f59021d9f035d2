import { describe } from '@internal/arguments';
import { VizError } from './errors.js';

/**
 * What a plot needs of a tensor: its shape, and its values in row-major order read at once.
 *
 * @example
 * ```ts
 * import { lossCurve, type Readable } from '@kindling/viz';
 *
 * const losses: Readable = { shape: [3], dataSync: () => new Float32Array([0.7, 0.5, 0.4]) };
 * console.log(lossCurve({ series: [{ values: losses }] }).title); // => Loss
 * ```
 */
export interface Readable {
  /** The size of each dimension. */
  readonly shape: readonly number[];
  /** The values, row by row. */
  dataSync(): ArrayLike<number | boolean>;
}

/** One number a sample: an array, a typed array or a tensor; booleans count as 0 and 1. */
export type Numbers = ArrayLike<number | boolean> | Readable;

/** One (x, y) a sample: an array of pairs, or a tensor of shape `[n, 2]`. */
export type Pairs = ArrayLike<ArrayLike<number>> | Readable;

const isReadable = (values: object): values is Readable =>
  'dataSync' in values && typeof values.dataSync === 'function';

function numeric(where: string, argument: string, flat: ArrayLike<unknown>): Float64Array {
  const result = new Float64Array(flat.length);
  for (let i = 0; i < flat.length; i++) {
    const value = flat[i];
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw new VizError(`${where}: ${argument}[${i}] is ${describe(value)}, not a number`);
    }
    result[i] = Number(value);
  }
  return result;
}

function requireObject(where: string, argument: string, values: unknown): void {
  const sized = typeof values === 'object' && values !== null && ('length' in values || isReadable(values));
  if (!sized) throw new VizError(`${where}: ${argument} is ${describe(values)}, not an array or a tensor`);
}

/** Reads one number a sample; NaN and infinities come through. */
export function readNumbers(where: string, argument: string, values: Numbers): Float64Array {
  requireObject(where, argument, values);
  return numeric(where, argument, isReadable(values) ? values.dataSync() : values);
}

/** Reads numbers that all must be finite and, where bounds are given, inside them. */
export function readFinite(
  where: string,
  argument: string,
  values: Numbers,
  low = Number.NEGATIVE_INFINITY,
  high = Number.POSITIVE_INFINITY,
): Float64Array {
  const result = readNumbers(where, argument, values);
  for (let i = 0; i < result.length; i++) {
    const value = result[i]!;
    if (!Number.isFinite(value)) throw new VizError(`${where}: ${argument}[${i}] is ${value}`);
    if (value < low || value > high) {
      throw new VizError(`${where}: ${argument}[${i}] is ${value}, outside [${low}, ${high}]`);
    }
  }
  return result;
}

/** Reads one (x, y) a sample. */
export function readPairs(where: string, argument: string, values: Pairs): { x: Float64Array; y: Float64Array } {
  requireObject(where, argument, values);
  if (isReadable(values)) {
    if (values.shape.length !== 2 || values.shape[1] !== 2) {
      throw new VizError(`${where}: ${argument} has shape [${values.shape.join(', ')}], expected [n, 2]`);
    }
    const flat = numeric(where, argument, values.dataSync());
    return { x: flat.filter((_, i) => i % 2 === 0), y: flat.filter((_, i) => i % 2 === 1) };
  }
  const x = new Float64Array(values.length);
  const y = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const row = values[i];
    if (row === undefined || row.length !== 2) {
      throw new VizError(`${where}: ${argument}[${i}] has ${row?.length ?? 0} values, expected x and y`);
    }
    [x[i], y[i]] = numeric(where, `${argument}[${i}]`, row) as unknown as [number, number];
  }
  return { x, y };
}

/** Throws unless two arguments speak of the same number of samples. */
export function checkLengths(where: string, a: string, lengthA: number, b: string, lengthB: number): void {
  if (lengthA !== lengthB) throw new VizError(`${where}: ${a} has ${lengthA} values, ${b} has ${lengthB}`);
}

/** The classes among some labels, ascending, with a name for each. */
export interface Classes {
  readonly values: readonly number[];
  readonly names: readonly string[];
}

/** Finds the classes; without `classNames` they are called by their label. */
export function readClasses(where: string, labels: Float64Array, classNames: readonly string[] | undefined): Classes {
  const bad = labels.findIndex((label) => !Number.isInteger(label));
  if (bad >= 0) throw new VizError(`${where}: labels[${bad}] is ${labels[bad]}, not a class label (an integer)`);
  let values = [...new Set(labels)].sort((a, b) => a - b);
  // A two-class problem keeps both colours where only one class occurs.
  for (const usual of [
    [0, 1],
    [-1, 1],
  ]) {
    if (values.length === 1 && usual.includes(values[0]!)) values = usual;
  }
  if (classNames === undefined) return { values, names: values.map((value) => `class ${value}`) };
  // Names are given in the order of the labels; where too few labels occur they are taken to be 0, 1, ...
  if (classNames.length > values.length) {
    const counted = classNames.map((_, i) => i);
    if (values.every((value) => counted.includes(value))) values = counted;
  }
  if (classNames.length !== values.length) {
    throw new VizError(
      `${where}: classNames has ${classNames.length} names for ${values.length} classes (${values.slice(0, 6).join(', ')})`,
    );
  }
  return { values, names: classNames };
}
