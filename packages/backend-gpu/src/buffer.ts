import { type Backend, type Buffer, type DType, rowMajorStrides, type View } from '@kindling/tensor-core/backend';
import type { Texture } from './gpu-js.js';
import type { Source } from './kernels/program.js';
import type { TexturePool } from './texture-pool.js';

/** A texture that one or more buffers hold; nothing writes to it, so a copy of a buffer may share it. */
export class Shared {
  private holders = 1;

  constructor(
    readonly texture: Texture,
    private readonly pool: TexturePool,
  ) {}

  hold(): this {
    this.holders++;
    return this;
  }

  drop(): void {
    if (--this.holders === 0) this.pool.give(this.texture);
  }
}

/** What a buffer holds, apart from the buffer, so that a finalizer can reach it without keeping the buffer alive. */
export interface Cell {
  /** `null` for a buffer without elements; `undefined` once released. */
  shared: Shared | null | undefined;
}

/** Lets go of what a cell holds; nothing the second time. */
export function release(cell: Cell): void {
  cell.shared?.drop();
  cell.shared = undefined;
}

/** Elements on the device. */
export class GpuBuffer implements Buffer {
  version = 0;
  readonly cell: Cell;

  constructor(
    readonly backend: Backend,
    readonly dtype: DType,
    readonly size: number,
    shared: Shared | null,
  ) {
    this.cell = { shared };
  }
}

/** What a view's buffer holds; throws where it was released. */
export function sharedOf(buffer: Buffer): Shared | null {
  const { shared } = (buffer as GpuBuffer).cell;
  if (shared === undefined)
    throw new Error(`gpu: a released buffer of ${buffer.size} ${buffer.dtype} elements is used`);
  return shared;
}

/** A view with elements as kernels read it. */
export function sourceOf(view: View): Source {
  const shared = sharedOf(view.buffer);
  if (shared === null) throw new Error('gpu: a view with elements of a buffer without any');
  const { shape, strides, offset } = view;
  return { texture: shared.texture, shape, strides, offset };
}

/** A texture whose elements lie in row-major order. */
export function denseSource(texture: Texture, shape: readonly number[]): Source {
  return { texture, shape, strides: rowMajorStrides(shape), offset: 0 };
}
