import type { Buffer, DType, View } from '@kindling/tensor-core/backend';
import type { Shared } from '../buffer.js';
import type { Device } from '../device.js';
import type { Texture } from '../gpu-js.js';

/** What fused kernels need of the backend. */
export interface Host {
  readonly device: Device;
  /** A fresh buffer of a texture; `null` for none. */
  wrap(dtype: DType, size: number, texture: Texture | null): Buffer;
  /** A texture that buffers are going to share. */
  share(texture: Texture): Shared;
  /** The elements of a view in row-major order, in a fresh texture. */
  copy(x: View): Texture;
  /** Overwrites a view with the elements of a texture from a number on. */
  assign(target: View, texture: Texture, from: number): void;
  /** A buffer of one value. */
  fill(size: number, value: number, dtype: DType): Buffer;
}
