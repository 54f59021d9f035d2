import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { rowMajor } from '../kernels/copy.js';
import { allocateFloats } from '../memory.js';
import type { Engine } from './engine.js';

/** Bytes behind an operand that a kernel may read or write. */
export const SLACK = 64;

/** Copies a float32 view's elements to an address, in row-major order. */
export function bring(engine: Engine, x: View, address: number): void {
  if (x.dense) engine.load(valuesOf(x) as Float32Array, x.offset, x.size, address);
  else engine.load(rowMajor(x) as Float32Array, 0, x.size, address);
}

/** A fresh array of `n` elements from an address on. */
export function fetch(engine: Engine, address: number, n: number): Float32Array {
  const out = allocateFloats(n);
  engine.store(address, n, out, 0);
  return out;
}
