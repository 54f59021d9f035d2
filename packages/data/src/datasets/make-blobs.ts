import { checkOptions, numbers, twoNumbers, wrong } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { aRandomState, type RandomSource, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { checkRows, emptyData, type LabelledData, shuffleRows } from './labelled-data.js';

/** What `makeBlobs` draws. */
export interface MakeBlobsOptions {
  /** The number of points, shared out evenly, or the number for each blob; 100 by default. */
  readonly nSamples?: number | readonly number[];
  /** The number of columns where centres are drawn; 2 by default. */
  readonly nFeatures?: number;
  /** The number of blobs, 3 by default, or their centres. */
  readonly centers?: number | readonly (readonly number[])[];
  /** The standard deviation of all blobs or of each; 1 by default. */
  readonly clusterStd?: number | readonly number[];
  /** The bounds between which centres are drawn; [-10, 10] by default. */
  readonly centerBox?: readonly [low: number, high: number];
  /** Whether the points come in random order; true by default. */
  readonly shuffle?: boolean;
  /** Where centres, points and order are drawn from. */
  readonly randomState?: RandomStateLike;
}

/** Blobs and where their centres are. */
export interface Blobs extends LabelledData {
  /** The centre of each class. */
  readonly centers: number[][];
}

/**
 * Round clusters of normal points, one class each: scikit-learn's `make_blobs`, value for value. Throws where centres,
 * sizes and deviations do not fit together.
 *
 * @example
 * ```ts
 * import { makeBlobs } from '@kindling/data';
 *
 * const { target, rows, columns } = makeBlobs({ nSamples: 10, centers: 3, randomState: 0 });
 * console.log(rows, columns, target.join(' ')); // => 10 2 0 0 1 0 2 2 2 1 1 0
 * ```
 */
export function makeBlobs(options: MakeBlobsOptions = {}): Blobs {
  checkOptions(ArgumentError, 'makeBlobs', options, {
    nSamples: numbers,
    nFeatures: 'number',
    centers: numbers,
    clusterStd: numbers,
    centerBox: twoNumbers,
    shuffle: 'boolean',
    randomState: aRandomState,
  });
  const { nSamples = 100, nFeatures = 2, clusterStd = 1, centerBox = [-10, 10], shuffle = true } = options;
  const where = 'makeBlobs';
  const rng = randomSource(options.randomState);
  const given = options.centers ?? (typeof nSamples === 'number' ? 3 : nSamples.length);
  const centers =
    typeof given === 'number'
      ? drawCenters(given, nFeatures, centerBox, rng)
      : given.map((row) => coordinates(where, row));
  const columns = centers[0]?.length ?? 0;
  if (columns === 0) throw new ShapeError(`${where}: needs at least one centre with at least one coordinate`);
  for (const [i, center] of centers.entries()) {
    if (center.length !== columns) {
      throw new ShapeError(`${where}: centre ${i} has ${center.length} coordinates, the first one ${columns}`);
    }
  }
  const sizes = typeof nSamples === 'number' ? shareOut(nSamples, centers.length) : nSamples;
  for (const size of typeof nSamples === 'number' ? [nSamples] : nSamples) checkRows(where, size);
  const stds = typeof clusterStd === 'number' ? centers.map(() => clusterStd) : clusterStd;
  for (const [name, list] of [
    ['nSamples', sizes],
    ['clusterStd', stds],
  ] as const) {
    if (list.length !== centers.length) {
      throw new ShapeError(`${where}: ${name} has ${list.length} entries for ${centers.length} centres`);
    }
  }
  const negative = stds.find((std) => !(std >= 0));
  if (negative !== undefined) {
    throw new ArgumentError(`${where}: expects standard deviations of 0 or more, got ${negative}`);
  }

  let points: LabelledData = emptyData(
    sizes.reduce((sum, size) => sum + size, 0),
    columns,
  );
  let row = 0;
  for (const [blob, size] of sizes.entries()) {
    const values = rng.normal(0, 1, size * columns);
    for (let i = 0; i < values.length; i++) {
      points.data[row * columns + i] = centers[blob]![i % columns]! + stds[blob]! * values[i]!;
    }
    points.target.fill(blob, row, row + size);
    row += size;
  }
  if (shuffle) points = shuffleRows(points, rng);
  return { ...points, centers };
}

function drawCenters(
  count: number,
  nFeatures: number,
  [low, high]: readonly [number, number],
  rng: RandomSource,
): number[][] {
  for (const whole of [count, nFeatures]) {
    if (!Number.isSafeInteger(whole) || whole < 1) {
      throw new ArgumentError(`makeBlobs: expects whole numbers of centres and features, 1 or more, got ${whole}`);
    }
  }
  const values = rng.uniform(low, high, count * nFeatures);
  return Array.from({ length: count }, (_, i) => Array.from(values.subarray(i * nFeatures, (i + 1) * nFeatures)));
}

function shareOut(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, i) => Math.floor(total / parts) + (i < total % parts ? 1 : 0));
}

function coordinates(where: string, row: readonly number[]): number[] {
  if (!Array.isArray(row)) wrong(ArgumentError, where, 'each centre', 'an array of coordinates', row);
  return [...row];
}
