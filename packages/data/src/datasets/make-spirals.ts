import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { roundedCos, roundedSin } from '@kindling/tensor-core/internal';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { addNoise, checkRows, emptyData, type LabelledData, shuffleRows } from './labelled-data.js';

/** What `makeSpirals` draws. */
export interface MakeSpiralsOptions {
  /** The number of points, shared out among the arms; 100 by default. */
  readonly nSamples?: number;
  /** How many arms there are, a class each; 2 by default. */
  readonly arms?: number;
  /** How often each goes round; 1.75 by default. */
  readonly turns?: number;
  /** Whether the points come in random order; true by default. */
  readonly shuffle?: boolean;
  /** The standard deviation of the noise added to each coordinate; none by default. */
  readonly noise?: number;
  /** Where order and noise are drawn from. */
  readonly randomState?: RandomStateLike;
}

/**
 * Points on spirals that wind around one another, from near the middle out to a distance of 1: a test that only curved borders pass (after
 * Lang and Witbrock, 1988). Throws where a number is out of range.
 *
 * @example
 * ```ts
 * import { makeSpirals } from '@kindling/data';
 *
 * const { data, target } = makeSpirals({ nSamples: 4, turns: 1, shuffle: false });
 * console.log(target, data.map((value) => Math.round(value * 100) / 100 + 0));
 * // => Int32Array(4) [ 0, 0, 1, 1 ] Float64Array(8) [ -0.5, 0, 1, 0, 0.5, 0, -1, 0 ]
 * ```
 */
export function makeSpirals(options: MakeSpiralsOptions = {}): LabelledData {
  const where = 'makeSpirals';
  const known = {
    nSamples: 'number',
    arms: 1,
    turns: 'number',
    shuffle: 'boolean',
    noise: 1,
    randomState: aRandomState,
  } as const;
  checkOptions(ArgumentError, where, options, known);
  const { nSamples = 100, arms = 2, turns = 1.75, shuffle = true, noise, randomState } = options;
  checkRows(where, nSamples);
  if (!Number.isSafeInteger(arms) || arms < 1) wrong(ArgumentError, where, 'arms', 'a whole number from 1', arms);
  if (!(turns > 0 && turns < Number.POSITIVE_INFINITY)) wrong(ArgumentError, where, 'turns', 'a number above 0', turns);
  if (noise !== undefined && !(noise >= 0 && noise < Number.POSITIVE_INFINITY))
    wrong(ArgumentError, where, 'noise', 'a number from 0', noise);
  const rng = randomSource(randomState);
  let points = emptyData(nSamples, 2);
  for (let arm = 0, i = 0; arm < arms; arm++) {
    // The first arms have one more where they cannot be as large.
    const count = Math.floor(nSamples / arms) + Number(arm < nSamples % arms);
    for (let k = 0; k < count; k++, i++) {
      const radius = (k + 1) / count;
      const angle = 2 * Math.PI * (turns * radius + arm / arms);
      points.data[2 * i] = radius * roundedCos(angle);
      points.data[2 * i + 1] = radius * roundedSin(angle);
      points.target[i] = arm;
    }
  }
  if (shuffle) points = shuffleRows(points, rng);
  if (noise !== undefined) addNoise(points, noise, rng);
  return points;
}
