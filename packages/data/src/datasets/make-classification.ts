import { anArray, checkOptions } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { aRandomState, type RandomSource, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { checkRows, emptyData, type LabelledData, shuffleRows } from './labelled-data.js';
import { sampleWithoutReplacement } from './sample-without-replacement.js';

/** What `makeClassification` draws. */
export interface MakeClassificationOptions {
  /** The number of rows; 100 by default. */
  readonly nSamples?: number;
  /** The number of columns; 20 by default. */
  readonly nFeatures?: number;
  /** Columns that tell the classes apart; 2 by default. */
  readonly nInformative?: number;
  /** Columns that are mixtures of the informative ones; 2 by default. */
  readonly nRedundant?: number;
  /** Columns that repeat others of those; 0 by default. What is left over is noise. */
  readonly nRepeated?: number;
  /** The number of classes; 2 by default. */
  readonly nClasses?: number;
  /** The number of clusters of each class; 2 by default. */
  readonly nClustersPerClass?: number;
  /** The share of each class (the last may be left out); equal by default. */
  readonly weights?: readonly number[];
  /** The share of rows whose class is drawn at random; 0.01 by default. */
  readonly flipY?: number;
  /** Half the side of the cube on whose corners the clusters sit; 1 by default. */
  readonly classSep?: number;
  /** Whether they sit on a cube (the default) or on a random polytope. */
  readonly hypercube?: boolean;
  /** What is added to all columns or to each, 0 by default; `null` draws it from [-classSep, classSep). */
  readonly shift?: number | readonly number[] | null;
  /** What all columns or each are then multiplied by, 1 by default; `null` draws it from [1, 101). */
  readonly scale?: number | readonly number[] | null;
  /** Whether rows and columns come in random order; true by default. */
  readonly shuffle?: boolean;
  /** Where everything is drawn from. */
  readonly randomState?: RandomStateLike;
}

const defaults = {
  nSamples: 100,
  nFeatures: 20,
  nInformative: 2,
  nRedundant: 2,
  nRepeated: 0,
  nClasses: 2,
  nClustersPerClass: 2,
  flipY: 0.01,
  classSep: 1,
  hypercube: true,
  shift: 0,
  scale: 1,
  shuffle: true,
} satisfies MakeClassificationOptions;

/**
 * A random classification problem of clusters on the corners of a cube, with mixed, repeated and useless columns:
 * scikit-learn's `make_classification` (Guyon, 2003), the same draws, and the same values up to the order in which
 * matrix products add up. Throws where the numbers of columns, classes and clusters do not fit together.
 *
 * @example
 * ```ts
 * import { makeClassification } from '@kindling/data';
 *
 * const { target, rows, columns } = makeClassification({ nSamples: 8, nFeatures: 4, randomState: 0 });
 * console.log(rows, columns, target.join(' ')); // => 8 4 1 0 1 0 0 0 1 1
 * ```
 */
export function makeClassification(options: MakeClassificationOptions = {}): LabelledData {
  checkOptions(ArgumentError, 'makeClassification', options, {
    nSamples: 'number',
    nFeatures: 'number',
    nInformative: 'number',
    nRedundant: 'number',
    nRepeated: 'number',
    nClasses: 'number',
    nClustersPerClass: 'number',
    weights: anArray,
    flipY: 'number',
    classSep: 'number',
    hypercube: 'boolean',
    shift: 1,
    scale: 1,
    shuffle: 'boolean',
    randomState: aRandomState,
  });
  const o: Resolved = { ...defaults, ...options };
  const { nSamples, nFeatures, nInformative, nClasses, classSep } = o;
  check(o);
  const rng = randomSource(options.randomState);
  const sizes = clusterSizes(o, options.weights);
  const points = emptyData(nSamples, nFeatures);

  const corners = hypercube(sizes.length, nInformative, rng).map((bit) => bit * 2 * classSep - classSep);
  if (!o.hypercube) {
    const stretch = rng.uniform(0, 1, sizes.length);
    for (let i = 0; i < corners.length; i++) corners[i]! *= stretch[Math.floor(i / nInformative)]!;
    const widen = rng.uniform(0, 1, nInformative);
    for (let i = 0; i < corners.length; i++) corners[i]! *= widen[i % nInformative]!;
  }

  const informative = rng.normal(0, 1, nSamples * nInformative);
  let row = 0;
  for (const [cluster, size] of sizes.entries()) {
    const mix = signed(rng, nInformative * nInformative);
    points.target.fill(cluster % nClasses, row, row + size);
    for (const stop = row + size; row < stop; row++) {
      const values = informative.subarray(row * nInformative, (row + 1) * nInformative);
      const mixed = product(values, mix, nInformative);
      for (let j = 0; j < nInformative; j++) values[j] = mixed[j]! + corners[cluster * nInformative + j]!;
      points.data.set(values, row * nFeatures);
    }
  }

  fillColumns(points, o, informative, rng);
  if (o.flipY >= 0) flip(points.target, o.flipY, nClasses, rng);
  const shift = o.shift ?? signed(rng, nFeatures).map((value) => value * classSep);
  const scale = o.scale ?? rng.uniform(0, 1, nFeatures).map((value) => 1 + 100 * value);
  for (let i = 0; i < points.data.length; i++) {
    const j = i % nFeatures;
    points.data[i] = (points.data[i]! + at(shift, j)) * at(scale, j);
  }
  return o.shuffle ? shuffleColumns(shuffleRows(points, rng), rng) : points;
}

function at(value: number | ArrayLike<number>, column: number): number {
  return typeof value === 'number' ? value : value[column]!;
}

type Resolved = Required<Omit<MakeClassificationOptions, 'weights' | 'randomState'>>;

function check(o: Resolved): void {
  checkRows('makeClassification', o.nSamples);
  for (const [name, least] of [
    ['nFeatures', 1],
    ['nInformative', 1],
    ['nRedundant', 0],
    ['nRepeated', 0],
    ['nClasses', 1],
    ['nClustersPerClass', 1],
  ] as const) {
    if (!Number.isSafeInteger(o[name]) || o[name] < least) {
      throw new ArgumentError(`makeClassification: ${name} must be a whole number of ${least} or more, got ${o[name]}`);
    }
  }
  const used = o.nInformative + o.nRedundant + o.nRepeated;
  if (used > o.nFeatures) {
    throw new ArgumentError(
      `makeClassification: ${o.nInformative} informative, ${o.nRedundant} redundant and ${o.nRepeated} repeated columns are more than the ${o.nFeatures} there are`,
    );
  }
  if (o.nInformative < Math.log2(o.nClasses * o.nClustersPerClass)) {
    throw new ArgumentError(
      `makeClassification: ${o.nClasses} classes of ${o.nClustersPerClass} clusters do not fit on the ${2 ** o.nInformative} corners of ${o.nInformative} informative columns`,
    );
  }
  for (const name of ['shift', 'scale'] as const) {
    const values = o[name];
    if (values !== null && typeof values !== 'number' && values.length !== o.nFeatures) {
      throw new ShapeError(`makeClassification: ${name} has ${values.length} entries for ${o.nFeatures} columns`);
    }
  }
}

/** The number of rows of each cluster, the clusters of the classes in turn. */
function clusterSizes(o: Resolved, weights: readonly number[] | undefined): number[] {
  const { nSamples, nClasses, nClustersPerClass } = o;
  const shares = weights === undefined ? Array<number>(nClasses).fill(1 / nClasses) : [...weights];
  if (shares.length === nClasses - 1) shares.push(1 - shares.reduce((sum, share) => sum + share, 0));
  if (shares.length !== nClasses) {
    throw new ShapeError(`makeClassification: weights has ${shares.length} entries for ${nClasses} classes`);
  }
  const sizes = Array.from({ length: nClasses * nClustersPerClass }, (_, k) =>
    Math.trunc((nSamples * shares[k % nClasses]!) / nClustersPerClass),
  );
  const placed = sizes.reduce((sum, size) => sum + size, 0);
  if (placed > nSamples || sizes.some((size) => !(size >= 0))) {
    throw new ArgumentError(
      `makeClassification: weights must be shares that add up to 1 at most, got ${shares.join(', ')}`,
    );
  }
  for (let i = 0; i < nSamples - placed; i++) sizes[i % sizes.length]!++;
  return sizes;
}

/** `count` different corners of the unit cube, row after row of 0 and 1. */
function hypercube(count: number, dimensions: number, rng: RandomSource): Float64Array {
  const corners = new Float64Array(count * dimensions);
  // A corner is drawn as a number of 30 bits at most; bits beyond that are drawn one by one.
  const loose = Math.max(0, dimensions - 30);
  if (loose > 0) {
    const bits = rng.randint(0, 2, count * loose);
    for (let i = 0; i < bits.length; i++) corners[Math.floor(i / loose) * dimensions + (i % loose)] = bits[i]!;
  }
  const tied = dimensions - loose;
  for (const [row, corner] of sampleWithoutReplacement(2 ** tied, count, rng).entries()) {
    for (let j = 0; j < tied; j++) corners[row * dimensions + loose + j] = (corner >>> (tied - 1 - j)) & 1;
  }
  return corners;
}

/** `n` values evenly over [-1, 1). */
function signed(rng: RandomSource, n: number): Float64Array {
  return rng.uniform(0, 1, n).map((value) => 2 * value - 1);
}

/** One row times a matrix of so many columns. */
function product(row: Float64Array, matrix: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(columns);
  for (let i = 0; i < row.length; i++) for (let j = 0; j < columns; j++) out[j]! += row[i]! * matrix[i * columns + j]!;
  return out;
}

/** The columns after the informative ones: mixtures, repetitions, noise. */
function fillColumns(
  { data, rows, columns }: LabelledData,
  o: Resolved,
  informative: Float64Array,
  rng: RandomSource,
): void {
  const { nInformative, nRedundant, nRepeated } = o;
  if (nRedundant > 0) {
    const mix = signed(rng, nInformative * nRedundant);
    for (let row = 0; row < rows; row++) {
      const values = informative.subarray(row * nInformative, (row + 1) * nInformative);
      data.set(product(values, mix, nRedundant), row * columns + nInformative);
    }
  }
  const useful = nInformative + nRedundant;
  if (nRepeated > 0) {
    const chosen = rng.uniform(0, 1, nRepeated).map((value) => Math.trunc((useful - 1) * value + 0.5));
    for (let row = 0; row < rows; row++) {
      for (const [j, from] of chosen.entries()) data[row * columns + useful + j] = data[row * columns + from]!;
    }
  }
  const useless = columns - useful - nRepeated;
  if (useless > 0) {
    const noise = rng.normal(0, 1, rows * useless);
    for (let row = 0; row < rows; row++) {
      data.set(noise.subarray(row * useless, (row + 1) * useless), row * columns + useful + nRepeated);
    }
  }
}

/** Draws the class of some rows anew. */
function flip(target: Int32Array, share: number, nClasses: number, rng: RandomSource): void {
  const draws = rng.uniform(0, 1, target.length);
  const rows = [...draws.keys()].filter((row) => draws[row]! < share);
  const classes = rng.randint(0, nClasses, rows.length);
  for (const [i, row] of rows.entries()) target[row] = classes[i]!;
}

/** The same columns in random order, in place. */
function shuffleColumns(points: LabelledData, rng: RandomSource): LabelledData {
  const { data, rows, columns } = points;
  const order = Int32Array.from({ length: columns }, (_, j) => j);
  rng.shuffle(order);
  for (let row = 0; row < rows; row++) {
    const values = data.slice(row * columns, (row + 1) * columns);
    for (let j = 0; j < columns; j++) data[row * columns + j] = values[order[j]!]!;
  }
  return points;
}
