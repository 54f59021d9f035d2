import type { Texture } from './gpu-js.js';
import type { Call } from './kernels/program.js';
import type { TexturePool } from './texture-pool.js';

/** What runs kernels: a WebGL 2 context, or a WebGPU device. Calls run in the order in which they were made. */
export interface Device {
  readonly pool: TexturePool;
  /** Gives back memory that can be had again, when the device has none left; whether there was any. */
  makeRoom: () => boolean;
  /** The greatest width and height of a texture, in texels. */
  readonly maxSize: number;
  /** The most elements of a texture. */
  readonly maxElements: number;
  /** How many textures a kernel may read and write together. */
  readonly maxTextures: number;
  /** How many textures a kernel may write: four, or eight. */
  readonly mostResults: 4 | 8;
  /** Whether a thread may write any elements of a result, and not its own only. */
  readonly stores: boolean;
  /** The number of compiled kernels. */
  readonly kernelCount: number;
  /** Elements from memory, in a texture that is the caller's, who gives it back to the pool. */
  upload(values: Float32Array): Texture;
  /** Runs a kernel; the texture is the caller's, who gives it back to the pool. */
  run(call: Call): Texture;
  /** Runs a kernel that writes several textures of one size. */
  runAll(call: Call): Texture[];
  /** The first elements of a texture, as they are now; the fresh array may be longer in memory. */
  read(texture: Texture, count: number): Promise<Float32Array>;
  /** As `read`, stopping everything until the elements are there; absent where a device cannot. */
  readSync?(texture: Texture, count: number): Float32Array;
}
