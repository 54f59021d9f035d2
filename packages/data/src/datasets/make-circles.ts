import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { roundedCos, roundedSin } from '@kindling/tensor-core/internal';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { addNoise, angles, emptyData, type LabelledData, shuffleRows, twoHalves } from './labelled-data.js';

/** What `makeCircles` draws. */
export interface MakeCirclesOptions {
  /** The number of points, or of outer and inner points; 100 by default. */
  readonly nSamples?: number | readonly [outer: number, inner: number];
  /** Whether the points come in random order; true by default. */
  readonly shuffle?: boolean;
  /** The standard deviation of the noise added to each coordinate; none by default. */
  readonly noise?: number;
  /** Where order and noise are drawn from. */
  readonly randomState?: RandomStateLike;
  /** The radius of the inner circle, from 0 to below 1; 0.8 by default. */
  readonly factor?: number;
}

/**
 * Points on a circle of radius 1 (class 0) and on a smaller one inside it (class 1), two columns: scikit-learn's
 * `make_circles`, value for value. Throws where `factor` or a number of points is out of range.
 *
 * @example
 * ```ts
 * import { makeCircles } from '@kindling/data';
 *
 * const { data, target, rows } = makeCircles({ nSamples: 4, randomState: 0 });
 * console.log(rows, target); // => 4 Int32Array(4) [ 1, 1, 0, 0 ]
 * console.log(data.subarray(4, 6)); // => Float64Array(2) [ -1, 1.2246467991473532e-16 ]
 * ```
 */
export function makeCircles(options: MakeCirclesOptions = {}): LabelledData {
  checkOptions(ArgumentError, 'makeCircles', options, {
    nSamples: 1,
    shuffle: 'boolean',
    noise: 1,
    randomState: aRandomState,
    factor: 'number',
  });
  const { nSamples = 100, shuffle = true, noise, randomState, factor = 0.8 } = options;
  if (!(factor >= 0 && factor < 1)) {
    throw new ArgumentError(`makeCircles: factor must be from 0 to below 1, got ${factor}`);
  }
  const [outer, inner] = twoHalves('makeCircles', nSamples);
  const rng = randomSource(randomState);
  let points = emptyData(outer + inner, 2);
  const draw = (from: number, count: number, radius: number): void => {
    for (const [i, angle] of angles(2 * Math.PI, count, false).entries()) {
      points.data[2 * (from + i)] = roundedCos(angle) * radius;
      points.data[2 * (from + i) + 1] = roundedSin(angle) * radius;
    }
  };
  draw(0, outer, 1);
  draw(outer, inner, factor);
  points.target.fill(1, outer);
  if (shuffle) points = shuffleRows(points, rng);
  if (noise !== undefined) addNoise(points, noise, rng);
  return points;
}
