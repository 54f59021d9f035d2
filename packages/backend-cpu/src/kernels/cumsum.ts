import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';
import { int32 } from './int32.js';

/** Running sums along the last dimension: floats and int32 carried in double, bool as "any so far". */
export function cumsum(x: View): TypedArray {
  const out = allocate(x.dtype, x.count);
  const from = rowMajor(x);
  const length = x.shape.at(-1) ?? 1;
  for (let start = 0; start < x.count; start += length) {
    let sum = 0;
    for (let i = start; i < start + length; i++) {
      sum += from[i]!;
      if (x.dtype === 'int32') int32('cumsum', sum);
      out[i] = x.dtype === 'bool' ? Number(sum > 0) : sum;
    }
  }
  return out;
}
