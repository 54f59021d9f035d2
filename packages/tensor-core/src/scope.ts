import type { Buffer } from './backend.js';
import { requireFunction, requireTensor } from './checks.js';
import { Tensor, watchTensors } from './tensor.js';

/** The scope under way: the tensors that were made in it. */
let made: Set<Tensor> | null = null;

/**
 * Runs a function and then gives back the memory of every tensor that was made in it, except those it returns, those
 * given to {@link keep}, and the gradients and values of tensors from outside.
 *
 * Only needed on a GPU, where garbage collection comes too late; on the CPU, whose memory the collector frees, nothing is given back.
 *
 * @param run - synchronous, or asynchronous where nothing else makes tensors meanwhile.
 * @returns what `run` returns; tensors in arrays and plain objects count as returned.
 * @example
 * ```ts
 * import { ones, scope } from '@kindling/tensor-core';
 * const total = scope(() => ones(3).mul(2).sum());
 * console.log(total.item()); // => 6
 * ```
 */
export function scope<T>(run: () => T): T {
  requireFunction('scope', 'the argument', run);
  const outer = made;
  const mine = new Set<Tensor>();
  made = mine;
  const before = watchTensors((tensor) => {
    if (tensor.backend.garbageCollected !== true) mine.add(tensor);
  });
  const close = <R>(result: R): R => {
    made = outer;
    watchTensors(before);
    release(mine, result, outer);
    return result;
  };
  const fail = (error: unknown): never => {
    close(undefined);
    throw error;
  };
  let result: T;
  try {
    result = run();
  } catch (error) {
    return fail(error);
  }
  return result instanceof Promise ? (result.then(close, fail) as T) : close(result);
}

/**
 * Takes a tensor out of the scope under way, so that it outlives it; returns the tensor.
 *
 * @example
 * ```ts
 * import { keep, ones, scope, type Tensor } from '@kindling/tensor-core';
 * const seen: Tensor[] = [];
 * scope(() => {
 *   seen.push(keep(ones(2).mul(2)));
 * });
 * console.log(seen[0]!.tolist()); // => [ 2, 2 ]
 * ```
 */
export function keep<T extends Tensor>(tensor: T): T {
  requireTensor('keep', tensor);
  if (made !== null) for (const other of made) if (other.buffer === tensor.buffer) made.delete(other);
  return tensor;
}

function release(tensors: Set<Tensor>, result: unknown, outer: Set<Tensor> | null): void {
  const kept = new Set<Buffer>();
  collect(result, kept, new Set());
  // A held buffer is the gradient of a tensor: it goes with that tensor.
  const going = new Set<Buffer>();
  for (const { buffer, gradient } of tensors) if (gradient !== null && !kept.has(buffer)) going.add(gradient.buffer);
  for (const tensor of tensors) {
    const { buffer } = tensor;
    if (kept.has(buffer) || (buffer.held === true && !going.has(buffer))) outer?.add(tensor);
    else buffer.backend.release(buffer);
  }
}

function collect(value: unknown, into: Set<Buffer>, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Tensor) {
    into.add(value.buffer);
    if (value.gradient !== null) into.add(value.gradient.buffer);
  } else if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
    for (const item of value) collect(item, into, seen);
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const item of Object.values(value)) collect(item, into, seen);
  }
}
