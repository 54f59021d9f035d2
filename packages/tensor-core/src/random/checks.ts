import { describe, wrong } from '@internal/arguments';
import type { FloatArrays, FloatDtype, GeneratorState } from './generator.js';

/** Throws unless `n` is a whole number of values, 0 or more. */
export function checkCount(where: string, n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) wrong(Error, where, 'the number of values', 'a whole number from 0', n);
}

/** Throws unless low <= high and both are finite. */
export function checkBounds(where: string, low: number, high: number): void {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
    throw new Error(
      `${where}: expects finite bounds with low <= high, got low = ${describe(low)}, high = ${describe(high)}`,
    );
  }
}

/** Throws unless std is 0 or more. */
export function checkNormal(where: string, mean: number, std: number): void {
  if (typeof mean !== 'number' || Number.isNaN(mean)) wrong(Error, where, 'the mean', 'a number', mean);
  if (!(typeof std === 'number' && std >= 0)) throw new Error(`${where}: expects std >= 0, got ${describe(std)}`);
}

/** Throws unless low < high are whole numbers whose range [low, high) lies inside int32. */
export function checkIntegers(where: string, low: number, high: number): void {
  if (!Number.isInteger(low) || !Number.isInteger(high)) {
    wrong(Error, where, 'low and high', 'whole numbers', Number.isInteger(low) ? high : low);
  }
  if (low >= high) throw new Error(`${where}: low must be less than high, got low = ${low}, high = ${high}`);
  if (low < -(2 ** 31) || high > 2 ** 31) {
    throw new Error(`${where}: [${low}, ${high}) does not fit int32, which holds -2147483648 to 2147483647`);
  }
}

/** Throws unless p is one probability, or `n` of them. */
export function checkProbabilities(where: string, n: number, p: number | Float32Array | Float64Array): void {
  if (typeof p === 'number') {
    if (!(p >= 0 && p <= 1)) throw new Error(`${where}: expects p in [0, 1], got ${p}`);
    return;
  }
  if (p.length !== n) throw new Error(`${where}: got ${p.length} probabilities for ${n} values`);
  const bad = p.findIndex((value) => !(value >= 0 && value <= 1));
  if (bad >= 0) throw new Error(`${where}: expects probabilities in [0, 1], got ${p[bad]} at ${bad}`);
}

/** Throws unless the weights are finite, 0 or more, not all 0, and enough for the draws asked for. */
export function checkWeights(
  where: string,
  weights: Float32Array | Float64Array | readonly number[],
  numSamples: number,
  replacement: boolean,
): void {
  if (!Number.isSafeInteger(numSamples) || numSamples < 1) {
    wrong(Error, where, 'the number of samples', 'a whole number of 1 or more', numSamples);
  }
  let positive = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new Error(`${where}: weights must be finite and 0 or more, got ${weight} at ${i}`);
    }
    if (weight > 0) positive++;
  }
  if (positive === 0) throw new Error(`${where}: the weights add up to 0`);
  if (!replacement && numSamples > positive) {
    throw new Error(`${where}: cannot draw ${numSamples} without replacement from ${positive} weights above 0`);
  }
}

/** Throws unless the state was taken from the same engine. */
export function checkState(state: GeneratorState, engine: string): void {
  if (state?.engine !== engine) {
    throw new Error(
      `setState: a ${engine} generator cannot take the state of ${typeof state?.engine === 'string' ? JSON.stringify(state.engine) : describe(state?.engine)}`,
    );
  }
}

/** A typed array of `n` zeros of the given dtype. */
export function newFloats<D extends FloatDtype>(n: number, dtype: D): FloatArrays[D] {
  return (dtype === 'float64' ? new Float64Array(n) : new Float32Array(n)) as FloatArrays[D];
}
