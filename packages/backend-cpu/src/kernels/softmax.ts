import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';

/** `exp(x - max) / sum` along the last dimension. */
export function softmax(x: View): TypedArray {
  return rows(x, (out, from, start, end) => {
    const max = largest(from, start, end);
    const sum = sumOfExp(from, start, end, max);
    for (let i = start; i < end; i++) out[i] = Math.exp(from[i]! - max) / sum;
  });
}

/** `x - logsumexp(x)` along the last dimension. */
export function logSoftmax(x: View): TypedArray {
  return rows(x, (out, from, start, end) => {
    const max = largest(from, start, end);
    const logSum = Math.log(sumOfExp(from, start, end, max));
    for (let i = start; i < end; i++) out[i] = from[i]! - max - logSum;
  });
}

function rows(x: View, row: (out: TypedArray, from: TypedArray, start: number, end: number) => void): TypedArray {
  const out = allocate(x.dtype, x.count);
  const from = rowMajor(x);
  const length = x.shape.at(-1) ?? 1;
  for (let start = 0; start < x.count; start += length) row(out, from, start, start + length);
  return out;
}

function largest(x: TypedArray, start: number, end: number): number {
  let max = -Infinity;
  for (let i = start; i < end; i++) max = Math.max(max, x[i]!);
  return max;
}

function sumOfExp(x: TypedArray, start: number, end: number, max: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += Math.exp(x[i]! - max);
  return sum;
}
