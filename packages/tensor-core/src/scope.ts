import { Node } from './autograd/node.js';
import type { Buffer } from './backend.js';
import { requireFunction, requireTensor } from './checks.js';
import { Tensor, watchTensors } from './tensor.js';

/** A scope under way. */
interface Scope {
  readonly outer: Scope | null;
  /** The tensors that were made in it, one a buffer. */
  readonly made: Tensor[];
  /** What `keep` was given in it. */
  readonly kept: Tensor[];
  /** How many elements it may hold of what garbage collection would free as well, which is left to that afterwards. */
  left: number;
  open: boolean;
}

/** 128 MB of float32: what a scope holds is not free before it ends, and a program may do all its work in one. */
const MOST = 2 ** 25;
/** What a tensor counts besides its elements. */
const EACH = 512;

let current: Scope | null = null;

/**
 * Runs a function and then gives back the memory of every tensor that was made in it, except those it returns, with what
 * `backward` needs of them, those given to {@link keep}, and the gradients and values of tensors from outside.
 *
 * On a GPU garbage collection comes too late without it. On the CPU it saves time: the next results use the memory again.
 * There it leaves to the collector what an asynchronous function makes after its first `await`, and what goes beyond 128 MB.
 *
 * @param run - synchronous, or asynchronous where, on a GPU, nothing else makes tensors meanwhile.
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
  const mine: Scope = { outer: current, made: [], kept: [], left: MOST, open: true };
  current = mine;
  watchTensors(watch);
  const fail = (error: unknown): never => {
    close(mine, null);
    throw error;
  };
  let result: T;
  try {
    result = run();
  } catch (error) {
    return fail(error);
  }
  if (!(result instanceof Promise)) return close(mine, result);
  mine.left = 0;
  return result.then((value) => close(mine, value), fail) as T;
}

/**
 * Takes a tensor out of the scopes under way, so that it outlives them, with what `backward` needs of it; returns the tensor.
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
  current?.kept.push(tensor);
  return tensor;
}

/**
 * Runs a function whose tensors are the caller's, not the scope's, where garbage collection frees them: such as batches that
 * a user's code may keep.
 *
 * @example
 * ```ts
 * import { ones, scope, type Tensor } from '@kindling/tensor-core';
 * import { outside } from '@kindling/tensor-core/internal';
 * const seen: Tensor[] = [];
 * scope(() => void seen.push(outside(() => ones(2))));
 * console.log(seen[0]!.tolist()); // => [ 1, 1 ]
 * ```
 */
export function outside<T>(run: () => T): T {
  const { left } = current ?? { left: 0 };
  if (left <= 0) return run();
  const mine = current!;
  mine.left = 0;
  try {
    return run();
  } finally {
    mine.left = left;
  }
}

/** What is to be done when no scope gives back any more what is made. */
const endings: (() => void)[] = [];

/** @internal Whether a scope gives back what a backend makes now, also where garbage collection would. */
export function inScope(): boolean {
  return current !== null && current.left > 0;
}

/** @internal Has a function called, once, when what is left of the scopes under way is their callers'. */
export function atEndOfScopes(then: () => void): void {
  endings.push(then);
}

function watch(tensor: Tensor): void {
  hold(current!, tensor);
}

function hold(scope: Scope, tensor: Tensor): void {
  if (scope.left > 0) scope.left -= tensor.count + EACH;
  else if (tensor.backend.garbageCollected === true) return;
  scope.made.push(tensor);
}

/** Ends a scope; others that began later may still be under way, where functions are asynchronous. */
function close<R>(scope: Scope, result: R): R {
  scope.open = false;
  while (current !== null && !current.open) current = current.outer;
  if (current === null) watchTensors(null);
  let { outer } = scope;
  while (outer !== null && !outer.open) outer = outer.outer;
  const { made, kept } = scope;
  // Asked for now: what `backward` went through since is not needed any more.
  const staying = buffersOf(kept.length === 0 ? result : [result, kept]);
  // A held buffer is the gradient of a tensor: it goes with that tensor.
  const going = new Set<Buffer>();
  for (let i = 0; i < made.length; i++) {
    const { buffer, gradient } = made[i]!;
    if (gradient !== null && !staying.has(buffer)) going.add(gradient.buffer);
  }
  for (let i = 0; i < made.length; i++) {
    const { buffer } = made[i]!;
    if (!staying.has(buffer) && (buffer.held !== true || going.has(buffer))) buffer.backend.release(buffer);
    else if (outer !== null) hold(outer, made[i]!);
  }
  for (let i = 0; i < kept.length; i++) outer?.kept.push(kept[i]!);
  if (outer === null || outer.left <= 0) for (const then of endings.splice(0)) then();
  return result;
}

const NONE: ReadonlySet<Buffer> = new Set();

/** The buffers of the tensors in a value, of their gradients, and of what they were computed from. */
function buffersOf(value: unknown): ReadonlySet<Buffer> {
  if (typeof value !== 'object' || value === null) return NONE;
  const found = new Set<Buffer>();
  const seen = new Set<unknown>([value]);
  for (const item of seen) {
    const add = (next: unknown): void => {
      if (typeof next === 'object' && next !== null) seen.add(next);
    };
    if (item instanceof Tensor) {
      found.add(item.buffer);
      add(item.gradient);
      add(item.node);
    } else if (item instanceof Node) item.parts.forEach(add);
    else if (Array.isArray(item) || item instanceof Map || item instanceof Set) item.forEach(add);
    else if (Object.getPrototypeOf(item) === Object.prototype) Object.values(item as object).forEach(add);
  }
  return found;
}
