import { declarations, glslSource, link } from './glsl/function.js';
import { library } from './glsl/operations.js';
import type { GPU, GPUConstructor, Kernel, Texture } from './gpu-js.js';
import type { Call, KernelSpec } from './kernels/call.js';
import { textureWidth } from './layout.js';
import { TexturePool } from './texture-pool.js';

/** A kernel that takes more elements than this from memory is not kept, as it keeps a copy of them. */
const LARGE_UPLOAD = 2 ** 20;

const parameterTypes = { texture: 'ArrayTexture(1)', elements: 'Array', int: 'Integer', float: 'Float' } as const;

/** Runs kernels in one WebGL 2 context. */
export class Device {
  readonly pool: TexturePool;
  private readonly maxSize: number;
  private readonly gpu: GPU;
  private readonly kernels = new Map<string, Kernel>();
  /**
   * The corners that kernels draw, for all of them. Each would have its own, but all draw with that of the kernel that
   * was made last, and would draw nothing once that is destroyed.
   */
  private readonly corners: WebGLBuffer;
  /** GPU.js asks for the kernel of a texture, for methods that we do not use. */
  private readonly nobody = {};

  constructor(
    GPU: GPUConstructor,
    readonly gl: WebGL2RenderingContext,
    /** Compiled kernels kept; those unused for longest are compiled again when they come back. */
    private readonly maxKernels = 2000,
  ) {
    // Kernels set the size of their canvas to that of the largest texture; this one costs nothing.
    this.gpu = new GPU({ mode: 'webgl2', context: gl, canvas: { width: 1, height: 1 } });
    this.pool = new TexturePool(gl);
    this.corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.corners);
    gl.bufferData(gl.ARRAY_BUFFER, 64, gl.STATIC_DRAW);
    this.maxSize = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  }

  /** The number of compiled kernels. */
  get kernelCount(): number {
    return this.kernels.size;
  }

  /** Runs a kernel; the texture is the caller's, who gives it back to the pool. */
  run(call: Call): Texture {
    const kernel = this.kernelFor(call, true);
    const result = kernel(...call.args) as Texture;
    const upload = call.args[0] instanceof Float32Array && call.size > LARGE_UPLOAD;
    if (upload) this.forget(call.key);
    return result;
  }

  /** Runs a kernel and waits for its elements; the fresh array may be longer in memory. */
  async read(call: Call): Promise<Float32Array> {
    this.checkContext();
    const kernel = this.kernelFor(call, false).setAsyncMode(true);
    const result = kernel(...call.args) as Promise<Float32Array>;
    this.giveOutput(kernel);
    const values = await result;
    this.checkErrors();
    return values;
  }

  /** As `read`, stopping everything until the elements are there. */
  readSync(call: Call): Float32Array {
    this.checkContext();
    const kernel = this.kernelFor(call, false).setAsyncMode(false);
    const values = kernel(...call.args) as Float32Array;
    this.giveOutput(kernel);
    this.checkErrors();
    return values;
  }

  /** Throws where the device has given up on us: kernels would run on, and every element would be 0. */
  checkContext(): void {
    if (!this.gl.isContextLost()) return;
    throw new Error(
      'gpu: the WebGL context is lost (the GPU was reset, or the page opened more than 16 contexts), and with it every ' +
        'buffer; call gpu() again and build the tensors anew',
    );
  }

  private checkErrors(): void {
    const { gl } = this;
    const error = gl.getError();
    if (error === gl.NO_ERROR) return;
    this.checkContext();
    const { textures, bytes } = this.pool;
    const held = `${textures} tensors of ${Math.round(bytes / 2 ** 20)} MB`;
    if (error === gl.OUT_OF_MEMORY) throw new Error(`gpu: the device is out of memory; it holds ${held}`);
    throw new Error(`gpu: WebGL reports error 0x${error.toString(16)}`);
  }

  /** The kernel of a call, with a texture of its own to write to. */
  private kernelFor(call: Call, pipeline: boolean): Kernel {
    const key = pipeline ? call.key : `read|${call.key}`;
    const known = this.kernels.get(key);
    if (known !== undefined) {
      // To the end of the map's order, the most recently used.
      this.kernels.delete(key);
      this.kernels.set(key, known);
      this.prepareOutput(known);
      return known;
    }
    const kernel = this.compile(call, pipeline);
    this.kernels.set(key, kernel);
    if (this.kernels.size > this.maxKernels) this.forget(this.kernels.keys().next().value!);
    return kernel;
  }

  private compile(call: Call, pipeline: boolean): Kernel {
    const { gpu, maxSize } = this;
    const { size } = call;
    const width = textureWidth(size, maxSize);
    if (width === 0) {
      throw new Error(`gpu: ${size} elements do not fit a texture, which holds at most ${maxSize * maxSize}`);
    }
    // Results are laid out for other kernels to find elements in; what is read, so that it comes as one array.
    const spec = call.make(pipeline ? `(this.thread.y * ${width} + this.thread.x)` : 'this.thread.x');
    const kernel = gpu.createKernel(spec.source, {
      ...settingsOf(spec),
      output: pipeline ? [width, Math.ceil(size / width)] : [size],
      precision: 'single',
      tactic: 'precision',
      pipeline,
      immutable: false,
      // For loops that GPU.js does not see to be bounded; ours all are.
      loopMaxIterations: 2 ** 30,
    });
    kernel.kernel.buffer = this.corners;
    kernel.kernel.build(...call.args);
    const { name } = kernel.kernel.constructor;
    if (name !== 'WebGL2Kernel') throw new Error(`gpu: GPU.js left the GPU for ${name}`);
    if (pipeline && kernel.kernel.texSize[0] !== width) throw new Error('gpu: GPU.js made a texture of another size');
    this.pool.adopt(kernel.kernel.texture!);
    return kernel;
  }

  /** Gives a kernel a fresh texture to write to: GPU.js would write to that of its last result, or make one. */
  private prepareOutput({ kernel }: Kernel): void {
    const { gl } = this;
    const [width, height] = kernel.texSize as unknown as [number, number];
    kernel.texture = new kernel.TextureConstructor({
      texture: this.pool.take(kernel.texSize),
      size: kernel.texSize,
      dimensions: [width, height, 1],
      output: [width, height],
      context: gl,
      internalFormat: gl.R32F,
      textureFormat: gl.RED,
      kernel: this.nobody,
    });
    kernel._textureSwitched = true;
  }

  private giveOutput({ kernel }: Kernel): void {
    this.pool.give(kernel.texture!);
  }

  private forget(key: string): void {
    const kernel = this.kernels.get(key)!.kernel;
    this.kernels.delete(key);
    // It would delete its last result and the corners, which are not its own.
    kernel.texture = null;
    kernel.buffer = null;
    kernel.destroy();
  }
}

function settingsOf(spec: KernelSpec) {
  const functions = link(library, spec.own, spec.uses);
  const argumentTypes: Record<string, string> = {};
  for (const [name, type] of Object.entries(spec.parameters)) argumentTypes[name] = parameterTypes[type];
  return {
    argumentTypes,
    injectedNative: `${functions.map(glslSource).join('\n')}\n`,
    nativeFunctions: declarations(functions),
  };
}
