import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { roundedCos, roundedSin } from '@kindling/tensor-core/internal';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { addNoise, angles, emptyData, type LabelledData, shuffleRows, twoHalves } from './labelled-data.js';

/** What `makeMoons` draws. */
export interface MakeMoonsOptions {
  /** The number of points, or of points on each moon; 100 by default. */
  readonly nSamples?: number | readonly [outer: number, inner: number];
  /** Whether the points come in random order; true by default. */
  readonly shuffle?: boolean;
  /** The standard deviation of the noise added to each coordinate; none by default. */
  readonly noise?: number;
  /** Where order and noise are drawn from. */
  readonly randomState?: RandomStateLike;
}

/**
 * Points on two half circles that reach into each other, two columns: scikit-learn's `make_moons`, value for value.
 * Throws where a number of points is out of range.
 *
 * @example
 * ```ts
 * import { makeMoons } from '@kindling/data';
 *
 * const { data, target } = makeMoons({ nSamples: 4, shuffle: false });
 * console.log(target); // => Int32Array(4) [ 0, 0, 1, 1 ]
 * console.log(data.subarray(4)); // => Float64Array(4) [ 0, 0.5, 2, 0.4999999999999999 ]
 * ```
 */
export function makeMoons(options: MakeMoonsOptions = {}): LabelledData {
  checkOptions(ArgumentError, 'makeMoons', options, {
    nSamples: 1,
    shuffle: 'boolean',
    noise: 1,
    randomState: aRandomState,
  });
  const { nSamples = 100, shuffle = true, noise, randomState } = options;
  const [outer, inner] = twoHalves('makeMoons', nSamples);
  const rng = randomSource(randomState);
  let points = emptyData(outer + inner, 2);
  for (const [i, angle] of angles(Math.PI, outer, true).entries()) {
    points.data[2 * i] = roundedCos(angle);
    points.data[2 * i + 1] = roundedSin(angle);
  }
  for (const [i, angle] of angles(Math.PI, inner, true).entries()) {
    points.data[2 * (outer + i)] = 1 - roundedCos(angle);
    points.data[2 * (outer + i) + 1] = 1 - roundedSin(angle) - 0.5;
  }
  points.target.fill(1, outer);
  if (shuffle) points = shuffleRows(points, rng);
  if (noise !== undefined) addNoise(points, noise, rng);
  return points;
}
