import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { addNoise, checkRows, emptyData, type LabelledData, shuffleRows } from './labelled-data.js';

/** What `makeXor` draws. */
export interface MakeXorOptions {
  /** The number of points; 100 by default. */
  readonly nSamples?: number;
  /** Whether the points come in random order; true by default. */
  readonly shuffle?: boolean;
  /** The standard deviation of the noise added to each coordinate; none by default. */
  readonly noise?: number;
  /** Where points, order and noise are drawn from. */
  readonly randomState?: RandomStateLike;
}

/**
 * Points evenly over the square from -1 to 1, of class 1 where their coordinates differ in sign: what no straight line tells apart.
 * Throws where the number of points or the noise is out of range.
 *
 * @example
 * ```ts
 * import { makeXor } from '@kindling/data';
 *
 * const { data, target } = makeXor({ nSamples: 4, randomState: 0 });
 * console.log(Array.from(target, (label, i) => label === Number(data[2 * i]! * data[2 * i + 1]! < 0))); // => [ true, true, true, true ]
 * ```
 */
export function makeXor(options: MakeXorOptions = {}): LabelledData {
  checkOptions(ArgumentError, 'makeXor', options, {
    nSamples: 'number',
    shuffle: 'boolean',
    noise: 1,
    randomState: aRandomState,
  });
  const { nSamples = 100, shuffle = true, noise, randomState } = options;
  checkRows('makeXor', nSamples);
  if (noise !== undefined && !(noise >= 0 && noise < Number.POSITIVE_INFINITY))
    wrong(ArgumentError, 'makeXor', 'noise', 'a number from 0', noise);
  const rng = randomSource(randomState);
  let points = emptyData(nSamples, 2);
  // The quarters in turn, so that the classes are as large.
  const sizes = rng.uniform(0, 1, 2 * nSamples);
  for (let i = 0; i < nSamples; i++) {
    const quarter = i % 4;
    const [right, up] = [quarter === 0 || quarter === 2, quarter === 0 || quarter === 3];
    points.data[2 * i] = right ? 1 - sizes[2 * i]! : sizes[2 * i]! - 1;
    points.data[2 * i + 1] = up ? 1 - sizes[2 * i + 1]! : sizes[2 * i + 1]! - 1;
    points.target[i] = right === up ? 0 : 1;
  }
  if (shuffle) points = shuffleRows(points, rng);
  if (noise !== undefined) addNoise(points, noise, rng);
  return points;
}
