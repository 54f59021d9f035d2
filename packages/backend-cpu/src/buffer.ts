import type { Backend, Buffer, DType, TypedArray, View } from '@kindling/tensor-core/backend';
import { dtypeOfArray } from '@kindling/tensor-core/backend';
import type { Home } from './wasm/home.js';

/** Elements in a typed array. */
export class CpuBuffer implements Buffer {
  readonly backend: Backend;
  readonly dtype: DType;
  readonly size: number;
  /** Empty once the buffer is released, so that a later use shows. */
  values: TypedArray;
  // What the engine notes down is no property: equality, as test runners see it, is of the elements.
  #recyclable: boolean;
  #home: Home | null = null;
  #version = 0;
  #pass = 0;
  #held!: boolean;
  pending = 0;

  constructor(backend: Backend, values: TypedArray, recyclable: boolean) {
    this.backend = backend;
    // Nearly all are float32, and a call takes longer than a small tensor's kernel has to spare.
    this.dtype = values instanceof Float32Array ? 'float32' : dtypeOfArray(values)!;
    this.size = values.length;
    this.values = values;
    this.#recyclable = recyclable;
  }

  /** Whether the array came from `allocate` and is this buffer's alone, so that its memory may be used again. */
  get recyclable(): boolean {
    return this.#recyclable;
  }
  set recyclable(value: boolean) {
    this.#recyclable = value;
  }

  /** Where in WebAssembly memory the elements are, if they stay there; `values` is then a view of that. */
  get home(): Home | null {
    return this.#home;
  }
  set home(value: Home | null) {
    this.#home = value;
  }

  get version(): number {
    return this.#version;
  }
  set version(value: number) {
    this.#version = value;
  }

  get held(): boolean {
    return this.#held;
  }
  set held(value: boolean) {
    this.#held = value;
  }

  get pass(): number {
    return this.#pass;
  }
  set pass(value: number) {
    this.#pass = value;
  }
}

/**
 * The array that a view reads from; the view's offset and strides count its elements.
 *
 * Throws where the buffer was released: its memory may hold another result by now.
 */
export function valuesOf(view: View): TypedArray {
  const buffer = view.buffer as CpuBuffer;
  return buffer.values.length === buffer.size ? buffer.values : found(buffer);
}

/** The elements of a dense view, in the buffer's own memory: what is written there stays. */
export function denseValues(view: View): TypedArray {
  const values = valuesOf(view);
  return view.count === values.length ? values : values.subarray(view.offset, view.offset + view.count);
}

/** The array of a buffer whose `values` is empty. */
function found(buffer: CpuBuffer): TypedArray {
  const { home, size } = buffer;
  if (home === null) {
    throw new Error(
      `cpu: the tensor of ${size} elements was disposed, or its scope ended, as each step of fit; keep(tensor) takes it out`,
    );
  }
  // The memory grew, which emptied all views of it.
  buffer.values = home.view(size);
  return buffer.values;
}
