import { atEndOfScopes, inScope } from '@kindling/tensor-core/internal';
import type { CpuBuffer } from '../buffer.js';
import { allocateFloats } from '../memory.js';
import type { Engine } from './engine.js';
import { Home } from './home.js';
import type { Lodging } from './lodging.js';

// What a scope makes ends with it, so that it may lie in WebAssembly memory, where the next kernel finds it. What outlives its
// scope after all is copied out, as nobody would say when it dies.

/** Results of at least so many elements lie in WebAssembly memory; smaller ones are copied in no time. */
const LEAST = 4096;

/** The last result that no buffer has yet. */
let loose: { readonly values: Float32Array; readonly home: Home } | null = null;

/** The buffers of results, until they are given back. */
const lodgers = new Set<CpuBuffer>();

/**
 * An array for a kernel's only result: in the engine's memory while a scope is under way, else one of JavaScript's. The memory
 * may grow here, but must not until the result has a buffer.
 */
function arrayFor(engine: Engine, size: number): Float32Array {
  if (size < LEAST || !inScope()) return allocateFloats(size);
  // A kernel that threw left one behind.
  loose?.home.leave();
  loose = null;
  const home = passing(engine, size);
  if (home === null) return allocateFloats(size);
  const values = home.view(size);
  loose = { values, home };
  return values;
}

/** A home for a result until its scope ends; `null` where there is no room. */
function passing(engine: Engine, size: number): Home | null {
  // Kernels write whole vectors, also of a last row that begins somewhere in a line of the cache.
  const bytes = size * 4 + 64;
  // Most of the room is for what stays.
  const address = engine.resident + bytes > engine.sizes.resident / 4 ? 0 : engine.allocate(bytes);
  return address === 0 ? null : new Home(address, { engine, bytes, addresses: [] }, null, true);
}

/** The address of a result's elements from `at` on, where kernels may write them; `bench`, to be copied from there, elsewhere. */
function addressIn(values: Float32Array, at: number, bench: number): number {
  return loose?.values === values ? loose.home.address + at * 4 : bench;
}

/** Has a buffer of a result know where it lies. */
function lodge(buffer: CpuBuffer): void {
  if (loose === null || loose.values !== buffer.values) return;
  buffer.home = loose.home;
  // The view is of memory that others get next.
  buffer.recyclable = false;
  loose = null;
  if (lodgers.size === 0) atEndOfScopes(moveOut);
  lodgers.add(buffer);
}

/** Forgets a buffer that is given back. */
function leave(buffer: CpuBuffer): void {
  lodgers.delete(buffer);
}

function moveOut(): void {
  for (const buffer of lodgers) if (buffer.home?.passing) Home.moveOut(buffer);
  lodgers.clear();
}

export const lodgings: Lodging = { arrayFor, addressIn, lodge, leave };
