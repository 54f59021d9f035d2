/// <reference lib="esnext.disposable" preserve="true" />

import { wrong } from '@internal/arguments';
import type { Node } from './autograd/node.js';
import type { Backend, Buffer, View } from './backend.js';
import { type DType, isFloating } from './dtype.js';
import { ArgumentError, AutogradError, DTypeError } from './errors.js';
import { isRowMajor, rowMajorStrides, type Shape, sizeOf } from './shape.js';

/**
 * A view of a backend's buffer: shape, strides and offset over elements that other tensors may share.
 *
 * Its methods (`add`, `sum`, `reshape`, …) are the functions of the same names, each defined in a file of its own.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const x = tensor([[1, 2], [3, 4]], { requiresGrad: true });
 * x.mul(x).sum().backward();
 * console.log(String(x.grad)); // => tensor([[2., 4.], [6., 8.]])
 * ```
 */
export class Tensor implements View {
  // `declare`: the constructor writes these, and no `undefined` before.
  /** The elements, shared by all views of them. */
  declare readonly buffer: Buffer;
  /** The sizes of the dimensions, outermost first. */
  declare readonly shape: Shape;
  /** Elements from one index to the next, a number for each dimension; 0 where elements repeat. */
  declare readonly strides: readonly number[];
  /** Where in the buffer the element with all indices 0 lies. */
  declare readonly offset: number;
  /** The number of elements, as `numel()`: a backend reads it of every view. */
  declare readonly count: number;
  /** Whether the elements lie in row-major order without gaps. */
  declare readonly dense: boolean;
  /** The type of the elements. */
  declare readonly dtype: DType;
  /** @internal What `grad` holds, for those who do not keep it; see `peekGrad`. */
  gradient: Tensor | null = null;
  /** @internal Whether somebody read or set `grad`, and may have kept it. */
  gradSeen = false;
  /** @internal Whether nobody but the graph can reach this tensor; see `ephemeral`. */
  isEphemeral = false;
  /** @internal The operation that made this tensor, while autograd remembers it; `null` for a leaf. */
  node: Node | null = null;
  /** Whether `backward()` keeps the gradient of this tensor although it is not a leaf. */
  retainsGrad = false;
  /** @internal */
  tracked = false;

  /** @internal Tensors are made by `tensor()`, `zeros()` and their like. */
  constructor(buffer: Buffer, shape: Shape, strides: readonly number[], offset: number, count: number, dense: boolean) {
    this.buffer = buffer;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.count = count;
    this.dense = dense;
    this.dtype = buffer.dtype;
  }

  /** The gradient that `backward()` accumulated, of this tensor's shape. */
  get grad(): Tensor | null {
    if (!this.gradSeen) this.gradient?.backend.unpin?.(this.gradient.buffer);
    this.gradSeen = true;
    return this.gradient;
  }

  set grad(value: Tensor | null) {
    const before = this.gradient;
    // Only `backward` makes gradients that are not seen, each on a buffer of its own.
    if (before !== null && !this.gradSeen && before.node === null && before.buffer !== value?.buffer) {
      before.backend.release(before.buffer);
    }
    this.gradient = value;
    this.gradSeen = value !== null;
  }

  /** The backend that holds the elements and runs the operations. */
  get backend(): Backend {
    return this.buffer.backend;
  }

  /** The number of dimensions. */
  get ndim(): number {
    return this.shape.length;
  }

  /** Whether autograd follows this tensor. */
  get requiresGrad(): boolean {
    return this.tracked;
  }

  set requiresGrad(value: boolean) {
    if (typeof value !== 'boolean') wrong(ArgumentError, 'requiresGrad', 'the value', 'true or false', value);
    if (this.node !== null && !value) {
      throw new AutogradError('requiresGrad can be turned off for leaf tensors only; use detach()');
    }
    if (value && !isFloating(this.dtype)) {
      throw new DTypeError(`only float32 and float64 tensors can require gradients, not ${this.dtype}`);
    }
    this.tracked = value;
  }

  /** Sets `requiresGrad` and returns the tensor. */
  requiresGrad_(value = true): this {
    this.requiresGrad = value;
    return this;
  }

  /** Whether the tensor was made by the user and not by a tracked operation. */
  get isLeaf(): boolean {
    return this.node === null;
  }

  /** Keeps `grad` on this tensor in later `backward()` calls, also when it is the result of an operation. */
  retainGrad(): this {
    if (!this.tracked) throw new AutogradError('retainGrad: the tensor does not require gradients');
    this.retainsGrad = this.node !== null;
    return this;
  }

  /** Whether the elements lie in row-major order without gaps. */
  isContiguous(): boolean {
    return this.dense;
  }

  /** The number of elements. */
  numel(): number {
    return this.count;
  }

  /** Gives the memory back now; on a GPU, where garbage collection comes too late. The tensor and its views are unusable after. */
  dispose(): void {
    this.backend.release(this.buffer);
  }

  /** `dispose()`, for `using`. */
  [Symbol.dispose](): void {
    this.dispose();
  }
}

/** What {@link watchTensors} calls with every tensor on a fresh buffer. */
let watcher: ((tensor: Tensor) => void) | null = null;

/** @internal Has every tensor that is made on a fresh buffer reported; returns the watcher before. */
export function watchTensors(next: ((tensor: Tensor) => void) | null): ((tensor: Tensor) => void) | null {
  const before = watcher;
  watcher = next;
  return before;
}

/** The backward pass under way, whose gradients are given back when they are used up; 0 where none is. */
let pass = 0;

/** @internal Has buffers marked as made by a backward pass; returns the pass before. */
export function setPass(next: number): number {
  const before = pass;
  pass = next;
  return before;
}

/**
 * A tensor over a fresh buffer that a backend made, for operations that call a backend's kernels themselves.
 *
 * @param buffer - elements in row-major order that no other tensor has.
 * @param shape - sizes with the product `buffer.size`.
 * @param strides - the row-major strides of the shape, where they are at hand.
 * @example
 * ```ts
 * import { fromBuffer, getBackend } from '@kindling/tensor-core';
 * console.log(fromBuffer(getBackend().fill(2, 7, 'float32'), [2]).tolist()); // => [ 7, 7 ]
 * ```
 */
export function wrap(buffer: Buffer, shape: Shape, strides: readonly number[] = rowMajorStrides(shape)): Tensor {
  if (pass !== 0) buffer.pass = pass;
  const result = new Tensor(buffer, shape, strides, 0, buffer.size, true);
  if (watcher !== null) watcher(result);
  return result;
}

/** @internal A tensor over a fresh buffer of the shape of `like`, whose stride list is shared where it fits. */
export function wrapLike(buffer: Buffer, like: View): Tensor {
  return like.dense ? wrap(buffer, like.shape, like.strides) : wrap(buffer, like.shape);
}

/** @internal Another view of a tensor's buffer. */
export function viewOf(x: View, shape: Shape, strides: readonly number[], offset = x.offset): Tensor {
  return new Tensor(x.buffer, shape, strides, offset, sizeOf(shape), isRowMajor(shape, strides));
}
