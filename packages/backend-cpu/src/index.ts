/**
 * The CPU backend: plain kernels for everything.
 *
 * @module
 */
import type { Backend } from '@kindling/tensor-core/backend';
import { PlainBackend } from './backend.js';

/**
 * Makes a backend that computes on the CPU.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(tensor([1, 2]).add(1).tolist()); // => [ 2, 3 ]
 * ```
 */
export async function cpu(): Promise<Backend> {
  return new PlainBackend();
}
