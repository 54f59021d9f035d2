import { mostResults } from './context.js';
import type { Device } from './device.js';
import type { GPU, GpuJs, Kernel, KernelArgument, KernelInternals, Texture } from './gpu-js.js';
import { KernelCache, MOST_KERNELS } from './kernel-cache.js';
import { kernelSource } from './kernels/glsl.js';
import { type Call, Program } from './kernels/program.js';
import { textureWidth } from './layout.js';
import { TextureMemory } from './texture-memory.js';
import { TexturePool } from './texture-pool.js';
import { Reader, write } from './transfer.js';

/** Runs kernels in one WebGL 2 context. */
export class WebGLDevice implements Device {
  readonly pool: TexturePool;
  /** Gives back memory that can be had again, when the device has none left; whether there was any. */
  makeRoom: () => boolean = () => false;
  readonly maxSize: number;
  readonly maxElements: number;
  /** With what is written to, every device has units for so many. */
  readonly maxTextures = 13;
  readonly mostResults: 4 | 8;
  readonly stores = false;
  private readonly gpu: GPU;
  private readonly reader: Reader;
  private readonly kernels: KernelCache<Kernel>;
  private textureClass: KernelInternals['TextureConstructor'] | null = null;
  /**
   * The corners that kernels draw, for all of them. Each would have its own, but all draw with that of the kernel that
   * was made last, and would draw nothing once that is destroyed.
   */
  private readonly corners: WebGLBuffer;
  /** GPU.js asks for the kernel of a texture, for methods that we do not use. */
  private readonly nobody = {};

  constructor(
    private readonly gpuJs: GpuJs,
    readonly gl: WebGL2RenderingContext,
    mostKernels = MOST_KERNELS,
  ) {
    this.kernels = new KernelCache(mostKernels, forget);
    // Kernels set the size of their canvas to that of the largest texture; this one costs nothing.
    this.gpu = new gpuJs.GPU({ mode: 'webgl2', context: gl, canvas: { width: 1, height: 1 } });
    this.pool = new TexturePool(new TextureMemory(gl), () => this.makeRoom());
    this.reader = new Reader(gl);
    this.maxSize = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
    this.maxElements = 4 * this.maxSize ** 2;
    this.mostResults = mostResults(gl);
    this.corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.corners);
    gl.bufferData(gl.ARRAY_BUFFER, 64, gl.STATIC_DRAW);
  }

  /** The number of compiled kernels. */
  get kernelCount(): number {
    return this.kernels.size;
  }

  /** Elements from memory, in a texture that is the caller's, who gives it back to the pool. */
  upload(values: Float32Array): Texture {
    this.checkContext();
    const texture = this.textureFor(this.sizeFor(values.length));
    write(this.gl, texture, values);
    return texture;
  }

  /** Runs a kernel; the texture is the caller's, who gives it back to the pool. */
  run(call: Call): Texture {
    return this.runAll(call)[0]!;
  }

  /** Runs a kernel that writes several textures of one size. */
  runAll(call: Call): Texture[] {
    this.checkContext();
    const { textures, floats, ints, size, plane, results = 1 } = call;
    const texels = plane === undefined ? this.sizeFor(size) : Int32Array.from(plane);
    const args = [...textures, ...floats, ...ints, size, plane === undefined ? Math.log2(texels[0]!) : 0];
    const kernel = this.kernelFor(call, args);
    const made = this.pool.several(results, () => this.textureFor(texels));
    this.aim(kernel.kernel, texels, made);
    kernel(...args);
    return made;
  }

  /** The first elements of a texture, as they are now; the fresh array may be longer in memory. */
  async read(texture: Texture, count: number): Promise<Float32Array> {
    this.checkContext();
    const values = await this.reader.read(texture, count);
    this.checkErrors();
    return values;
  }

  /** As `read`, stopping everything until the elements are there. */
  readSync(texture: Texture, count: number): Float32Array {
    this.checkContext();
    const values = this.reader.readSync(texture, count);
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

  /** Throws where the device met an error since it was asked last; asking waits for the device. */
  private checkErrors(): void {
    this.checkContext();
    const { gl } = this;
    const error = gl.getError();
    if (error === gl.NO_ERROR) return;
    this.checkContext();
    const { textures, bytes } = this.pool;
    const held = `${textures} buffers of ${Math.round(bytes / 2 ** 20)} MB`;
    if (error === gl.OUT_OF_MEMORY) throw new Error(`gpu: the device is out of memory; it holds ${held}`);
    throw new Error(`gpu: WebGL reports error 0x${error.toString(16)}`);
  }

  /** Width, a power of 2, and height in texels of the texture for a number of elements. */
  private sizeFor(elements: number): Int32Array {
    const texels = Math.ceil(elements / 4);
    const width = textureWidth(texels, this.maxSize);
    if (width > 0) return new Int32Array([width, Math.ceil(texels / width)]);
    throw new Error(`gpu: ${elements} elements do not fit a texture, which holds at most ${4 * this.maxSize ** 2}`);
  }

  /** A texture of a size, whose texels may hold anything. */
  private textureFor(size: Int32Array): Texture {
    // GPU.js tells textures apart by their class, which it does not export.
    this.textureClass ??= this.kernelFor(new Program().call(1, 'return 0.0;'), [1, 0]).kernel.TextureConstructor;
    const { gl } = this;
    return new this.textureClass({
      texture: this.pool.take(size),
      size,
      dimensions: [size[0]!, size[1]!, 1],
      output: [size[0]!, size[1]!],
      context: gl,
      internalFormat: gl.RGBA32F,
      textureFormat: gl.RGBA,
      kernel: this.nobody,
    });
  }

  /** A compiled kernel; the arguments are those of the first call, whose types it takes. */
  private kernelFor(call: Call, args: readonly KernelArgument[]): Kernel {
    const { body, each, results = 1 } = call;
    return this.kernels.get(`${each} ${results} ${body}`, () => this.compile(call, args));
  }

  private compile(call: Call, args: readonly KernelArgument[]): Kernel {
    const { source, further, ...settings } = kernelSource(call);
    const all = {
      ...settings,
      // Only the number of dimensions is kept: every call says how much it writes.
      output: [1, 1],
      precision: 'single',
      tactic: 'precision',
      pipeline: true,
      immutable: false,
      dynamicArguments: false,
      returnType: 'Array(4)',
    } as const;
    const kernel =
      (call.results ?? 1) > 1 ? this.gpu.createKernelMap(further, source, all) : this.gpu.createKernel(source, all);
    kernel.kernel.buffer = this.corners;
    try {
      kernel.kernel.build(...args);
    } catch (error) {
      // Nothing compiles in a lost context.
      this.checkContext();
      throw error;
    }
    const own = kernel.kernel;
    if (!(own instanceof this.gpuJs.WebGL2Kernel)) {
      throw new Error(`gpu: GPU.js left the GPU for ${own.constructor.name}`);
    }
    for (const made of [own.texture!, ...(own.mappedTextures ?? [])]) this.gl.deleteTexture(made.texture);
    return kernel;
  }

  /** Has a kernel write to textures of a size. */
  private aim(own: KernelInternals, size: Int32Array, [first, ...further]: readonly Texture[]): void {
    const { gl } = this;
    own.texture = first!;
    own._textureSwitched = true;
    own.texSize = size;
    own.maxTexSize = size;
    gl.viewport(0, 0, size[0]!, size[1]!);
    if (further.length === 0) return;
    own.mappedTextures = further;
    gl.bindFramebuffer(gl.FRAMEBUFFER, own.framebuffer);
    for (const [k, { texture }] of further.entries()) {
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT1 + k, gl.TEXTURE_2D, texture, 0);
    }
  }
}

function forget({ kernel: own }: Kernel): void {
  // It would delete its last results and the corners, which are not its own.
  own.texture = null;
  own.mappedTextures = null;
  own.buffer = null;
  own.destroy();
}
