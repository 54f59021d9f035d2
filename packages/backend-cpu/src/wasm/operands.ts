import type { View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../kernels/copy.js';
import { allocateFloats } from '../memory.js';
import type { Engine } from './engine.js';

/** Bytes behind an operand that a kernel may read or write. */
export const SLACK = 64;

/** The address of a float32 view's elements in row-major order: where they stay, or `address`, to which they are copied. */
export function bring(engine: Engine, x: View, address: number): number {
  if (x.dense) return engine.bring(x, 0, x.count, address);
  engine.load(rowMajor(x) as Float32Array, 0, x.count, address);
  return address;
}

/** Whether a view is all of a buffer that stays in the memory, in row-major order: whole vectors may be written to it. */
export function inPlace(engine: Engine, x: View): boolean {
  return x.dense && x.count === x.buffer.size && engine.homeOf(x) !== null;
}

/** A fresh array of `n` elements from an address on. */
export function fetch(engine: Engine, address: number, n: number): Float32Array {
  const out = allocateFloats(n);
  engine.store(address, n, out, 0);
  return out;
}
