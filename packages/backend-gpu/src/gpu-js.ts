/** What we use of GPU.js 2.24.1, typed here because the types that it ships do not match what it does. */
import type { WebGPUKernelConstructor } from './webgpu/gpu-js.js';

/** A texture of WebGL, on which GPU.js counts the {@link Texture}s that hold it; it never writes to one that two hold. */
export interface CountedTexture extends WebGLTexture {
  _refs?: number;
}

/** A texture on the device, as kernels take and return it. */
export interface Texture {
  readonly texture: CountedTexture;
  /** Width and height in texels; four elements a texel, row by row. */
  readonly size: Int32Array;
}

/** What a {@link Texture} is made from. */
export interface TextureSettings {
  readonly texture: CountedTexture;
  readonly size: Int32Array;
  readonly dimensions: readonly number[];
  readonly output: readonly number[];
  readonly context: WebGL2RenderingContext;
  readonly internalFormat: number;
  readonly textureFormat: number;
  readonly kernel: object;
}

/** What a kernel takes: a texture of elements, or a number (a uniform). */
export type KernelArgument = Texture | number;

/** The object behind a callable kernel; its class says where the kernel truly runs. */
export interface KernelInternals {
  /** Compiles and links; makes an output texture if there is none yet. */
  build(...args: KernelArgument[]): void;
  /** Where the next call writes. */
  texture: Texture | null;
  /** Says that `texture` was exchanged, and must be bound before the next call. */
  _textureSwitched: boolean;
  /** How much of the viewport is drawn, and the size of the viewport, in texels: what a call writes. */
  texSize: Int32Array;
  maxTexSize: Int32Array;
  /** Where the next call of a kernel map writes its further results; not bound by a call. */
  mappedTextures?: Texture[] | null;
  readonly framebuffer: WebGLFramebuffer;
  /** The corners of what is drawn, 64 bytes; made by `build` if there is none yet, and deleted by `destroy`. */
  buffer: WebGLBuffer | null;
  readonly TextureConstructor: new (settings: TextureSettings) => Texture;
  destroy(): void;
}

/** A kernel: a call runs it and writes to its textures. */
export interface Kernel {
  (...args: KernelArgument[]): unknown;
  readonly kernel: KernelInternals;
}

/** A GLSL function that kernels may call; its source is in `injectedNative`. */
export interface NativeFunction {
  readonly name: string;
  readonly source: '';
  readonly returnType: 'Array(4)';
  readonly argumentTypes: Readonly<Record<string, ArgumentType>>;
}

/** GPU.js's names of a uniform int and float, and of a texture of four floats a texel. */
export type ArgumentType = 'Integer' | 'Float' | 'ArrayTexture(4)';

/** The settings of a kernel. */
export interface KernelSettings {
  readonly output: readonly [number, number];
  readonly precision: 'single';
  readonly tactic: 'precision';
  readonly pipeline: true;
  readonly immutable: false;
  readonly dynamicArguments: false;
  readonly returnType: 'Array(4)';
  readonly argumentTypes: Readonly<Record<string, ArgumentType>>;
  readonly nativeFunctions: readonly NativeFunction[];
  readonly injectedNative: string;
}

/** An instance of GPU.js. */
export interface GPU {
  createKernel(source: string, settings: KernelSettings): Kernel;
  /** As `createKernel`, with a further result for each of the functions that the source calls. */
  createKernelMap(further: Readonly<Record<string, string>>, source: string, settings: KernelSettings): Kernel;
}

/** The class of {@link GPU}; `canvas` may be anything with a size, as kernels only write its size. */
export type GPUConstructor = new (settings: {
  readonly mode: 'webgl2';
  readonly context: WebGL2RenderingContext;
  readonly canvas: { width: number; height: number };
}) => GPU;

/** What we use of GPU.js's exports. */
export interface GpuJs {
  /** The class of kernels that run on WebGPU. */
  readonly WebGPUKernel: WebGPUKernelConstructor;
  readonly GPU: GPUConstructor;
  /** The class of kernels that run on WebGL 2. A minifier may rename it, so kernels are compared with the class itself. */
  readonly WebGL2Kernel: abstract new () => object;
}

/**
 * Loads GPU.js, which looks for a window and a document as soon as it is loaded. Its build for browsers is part of our own
 * files, as the package itself brings native modules.
 */
export async function loadGpuJs(): Promise<GpuJs> {
  // A bundler may give its exports as names, or as a default export.
  const loaded = (await import('gpu.js/dist/gpu-browser.js')) as unknown as Partial<GpuJs> & {
    default?: Partial<GpuJs>;
  };
  const { GPU, WebGL2Kernel, WebGPUKernel } = loaded.GPU === undefined ? { ...loaded.default } : loaded;
  if (GPU === undefined || WebGL2Kernel === undefined || WebGPUKernel === undefined) {
    throw new Error('gpu: gpu.js was loaded, but exports no GPU');
  }
  return { GPU, WebGL2Kernel, WebGPUKernel };
}
