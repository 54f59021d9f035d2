import type { CpuBuffer } from '../buffer.js';
import { allocateFloats } from '../memory.js';
import type { Engine } from './engine.js';

/** Where kernels write results. */
export interface Lodging {
  /** An array for a kernel's only result. */
  arrayFor(engine: Engine, size: number): Float32Array;
  /** The address of a result's elements from `at` on, or `bench`, to be copied from there. */
  addressIn(values: Float32Array, at: number, bench: number): number;
  /** Has a buffer of a result know where it lies. */
  lodge(buffer: CpuBuffer): void;
  /** Forgets a buffer that is given back. */
  leave(buffer: CpuBuffer): void;
}

function nothing(): void {}

/** Results in arrays of JavaScript's, unless `more-kernels.ts`, which pages seldom load, puts `lodgers.ts` here. */
export const lodging: Lodging = {
  arrayFor: (_, size) => allocateFloats(size),
  addressIn: (_values, _at, bench) => bench,
  lodge: nothing,
  leave: nothing,
};
