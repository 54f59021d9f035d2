import {
  type Backend,
  type Buffer,
  type DType,
  rowMajorStrides,
  type TypedArray,
  type View,
} from '@kindling/tensor-core/backend';
import type { Texture } from './gpu-js.js';
import type { Source } from './kernels/program.js';
import type { Residents } from './residents.js';

/**
 * What a finalizer lets go of when its buffer was dropped. It holds nothing while the elements are in memory: nothing but
 * the buffers may keep those alive.
 */
export interface Holder {
  shared: Shared | null;
}

/**
 * Elements that one or more buffers hold, as nothing writes to a texture that is there. They are in a texture, or in
 * memory while the device has no room for them.
 */
export class Shared {
  private readonly holders = new Set<Holder>();
  private values: Float32Array | null = null;
  /** When it was read last, by the clock of {@link Residents}. */
  used = 0;

  constructor(
    private own: Texture | null,
    private readonly residents: Residents,
  ) {
    residents.add(this);
  }

  /** The texture of the elements, back on the device where they were in memory. */
  get texture(): Texture {
    this.used = ++this.residents.clock;
    if (this.own === null) {
      this.own = this.residents.upload(this.values!);
      this.values = null;
      for (const holder of this.holders) holder.shared = this;
      this.residents.add(this);
    }
    return this.own;
  }

  hold(holder: Holder): void {
    this.holders.add(holder);
    if (this.own !== null) holder.shared = this;
  }

  /** Ends a holding; after the last one the texture is given back. */
  drop(holder: Holder): void {
    holder.shared = null;
    if (!this.holders.delete(holder) || this.holders.size > 0) return;
    if (this.own !== null) this.residents.remove(this, this.own);
    this.own = null;
    this.values = null;
  }

  /** Moves the elements to memory; the texture that is free then. */
  leave(read: (texture: Texture) => Float32Array): Texture {
    const texture = this.own!;
    this.values = read(texture);
    this.own = null;
    for (const holder of this.holders) holder.shared = null;
    return texture;
  }
}

/** Elements on the device. */
export class GpuBuffer implements Buffer {
  version = 0;
  readonly holder: Holder = { shared: null };
  /** `null` for a buffer without elements; `undefined` once released. */
  shared: Shared | null | undefined;
  /** Where in the texture its elements begin, a multiple of four: several buffers may lie in one. */
  base: number;
  /** The elements once more in memory, where they are few and were there: positions and targets are asked for again. */
  known: TypedArray | undefined;

  constructor(
    readonly backend: Backend,
    readonly dtype: DType,
    readonly size: number,
    shared: Shared | null,
    base = 0,
  ) {
    this.shared = shared;
    this.base = base;
    shared?.hold(this.holder);
  }

  /** Gives the elements back; nothing the second time. */
  release(): void {
    this.shared?.drop(this.holder);
    this.shared = undefined;
    this.known = undefined;
  }

  /** Takes other elements in place of its own, those from `base` on. */
  become(shared: Shared, base: number): void {
    const before = sharedOf(this);
    // First, as both may be one.
    const holder: Holder = { shared: null };
    shared.hold(holder);
    before?.drop(this.holder);
    shared.hold(this.holder);
    shared.drop(holder);
    this.shared = shared;
    this.base = base;
    this.known = undefined;
  }
}

/** What a view's buffer holds; throws where it was released. */
export function sharedOf(buffer: Buffer): Shared | null {
  const { shared } = buffer as GpuBuffer;
  if (shared === undefined)
    throw new Error(`gpu: a released buffer of ${buffer.size} ${buffer.dtype} elements is used`);
  return shared;
}

/** A view with elements as kernels read it. */
export function sourceOf(view: View): Source {
  const shared = sharedOf(view.buffer);
  if (shared === null) throw new Error('gpu: a view with elements of a buffer without any');
  const { shape, strides, offset } = view;
  return { texture: shared.texture, shape, strides, offset: offset + (view.buffer as GpuBuffer).base };
}

/** A buffer as a view of all its elements in one dimension. */
export function wholeOf(buffer: Buffer): View {
  const { dtype, size } = buffer;
  return { buffer, dtype, shape: [size], strides: [1], offset: 0, count: size, dense: true };
}

/** A texture whose elements lie in row-major order. */
export function denseSource(texture: Texture, shape: readonly number[]): Source {
  return { texture, shape, strides: rowMajorStrides(shape), offset: 0 };
}
