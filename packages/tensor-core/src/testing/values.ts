import { type DType, makeArray, type TypedArray } from '../dtype.js';

/** A stream of numbers in [0, 1) that is the same in every run (the multiplier and increment of Numerical Recipes). */
export function stream(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `size` elements between two bounds: whole numbers for int32, 0 and 1 for bool. */
export function draw(dtype: DType, size: number, [low, high]: readonly [number, number], seed: number): TypedArray {
  const next = stream(seed);
  const result = makeArray(dtype, size);
  for (let i = 0; i < size; i++) {
    const value = low + (high - low) * next();
    result[i] = dtype === 'bool' ? Number(value > (low + high) / 2) : dtype === 'int32' ? Math.round(value) : value;
  }
  return result;
}

/** A number that depends on nothing but a text, so that a test draws the same values alone and among others. */
export function seedOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash >>> 0;
}
