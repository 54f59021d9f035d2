import { glslSource, link } from './glsl/function.js';
import { library } from './glsl/operations.js';
import type { ArgumentType, GPU, GpuJs, Kernel, KernelArgument, NativeFunction, Texture } from './gpu-js.js';
import type { Call } from './kernels/program.js';
import { textureWidth } from './layout.js';
import { TexturePool } from './texture-pool.js';

/** The kernel of an upload keeps the elements it had last; after more than this it goes. */
const LARGE_UPLOAD = 2 ** 20;

/** What GPU.js makes a kernel of. */
interface Source {
  /** A function in GPU.js's part of JavaScript; a string, as a minifier would change a function. */
  readonly source: string;
  readonly argumentTypes: Readonly<Record<string, ArgumentType>>;
  readonly injectedNative: string;
  readonly nativeFunctions: readonly NativeFunction[];
}

/** The number of the texel that is written, in textures 2^shift wide. GPU.js computes it from a rounded coordinate. */
const THREAD = 'int i = (int(gl_FragCoord.y) << shift) | int(gl_FragCoord.x);';

/** Runs kernels in one WebGL 2 context. */
export class Device {
  readonly pool: TexturePool;
  private readonly gpu: GPU;
  private readonly kernels = new Map<string, Kernel>();
  private readonly maxSize: number;
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
  ) {
    // Kernels set the size of their canvas to that of the largest texture; this one costs nothing.
    this.gpu = new gpuJs.GPU({ mode: 'webgl2', context: gl, canvas: { width: 1, height: 1 } });
    this.pool = new TexturePool(gl);
    this.maxSize = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
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
    const { length } = values;
    const shift = this.shiftFor(length);
    const kernel = this.kernelFor('upload', true, uploadSource, [values, shift]);
    const result = this.prepare(kernel, length, shift)(values, shift) as Texture;
    if (length > LARGE_UPLOAD) this.forget('upload');
    return result;
  }

  /** Runs a kernel; the texture is the caller's, who gives it back to the pool. */
  run(call: Call): Texture {
    return this.start(call, true, false) as Texture;
  }

  /** Runs a kernel and waits for its elements; the fresh array may be longer in memory. */
  async read(call: Call): Promise<Float32Array> {
    this.checkContext();
    const values = await (this.start(call, false, true) as Promise<Float32Array>);
    this.checkErrors();
    return values;
  }

  /** As `read`, stopping everything until the elements are there. */
  readSync(call: Call): Float32Array {
    this.checkContext();
    const values = this.start(call, false, false) as Float32Array;
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

  private start(call: Call, pipeline: boolean, waits: boolean): ReturnType<Kernel> {
    const { textures, floats, ints, size } = call;
    const shift = this.shiftFor(size);
    const args = [...textures, ...floats, ...ints, shift];
    const kernel = this.kernelFor(call.body, pipeline, () => sourceOf(call), args);
    this.prepare(kernel, size, shift);
    if (pipeline) return kernel(...args);
    const result = kernel.setAsyncMode(waits)(...args);
    // Commands run in order: the elements are on their way before anything else can be written there.
    this.pool.give(kernel.kernel.texture!);
    return result;
  }

  /** The width of a result's texture, as a power of 2. */
  private shiftFor(size: number): number {
    const width = textureWidth(size, this.maxSize);
    if (width > 0) return Math.log2(width);
    throw new Error(`gpu: ${size} elements do not fit a texture, which holds at most ${this.maxSize ** 2}`);
  }

  /** A compiled kernel; the arguments are those of the first call, whose types it takes. */
  private kernelFor(body: string, pipeline: boolean, source: () => Source, args: readonly KernelArgument[]): Kernel {
    const key = pipeline ? body : `read ${body}`;
    const known = this.kernels.get(key);
    if (known !== undefined) return known;
    const { source: javascript, ...settings } = source();
    const kernel = this.gpu.createKernel(javascript, {
      ...settings,
      // Only the number of dimensions is kept: every call says how much it writes.
      output: pipeline ? [1, 1] : [1],
      precision: 'single',
      tactic: 'precision',
      pipeline,
      immutable: false,
      dynamicArguments: body === 'upload',
    });
    kernel.kernel.buffer = this.corners;
    kernel.kernel.build(...args);
    if (!(kernel.kernel instanceof this.gpuJs.WebGL2Kernel)) {
      throw new Error(`gpu: GPU.js left the GPU for ${kernel.kernel.constructor.name}`);
    }
    this.gl.deleteTexture(kernel.kernel.texture!.texture);
    this.kernels.set(key, kernel);
    return kernel;
  }

  /** Gives a kernel a texture for a number of elements to write to. */
  private prepare(kernel: Kernel, elements: number, shift: number): Kernel {
    const { gl } = this;
    const width = 2 ** shift;
    const height = Math.ceil(elements / width);
    const size = new Int32Array([width, height]);
    const own = kernel.kernel;
    own.texture = new own.TextureConstructor({
      texture: this.pool.take(size),
      size,
      dimensions: [width, height, 1],
      output: [width, height],
      context: gl,
      internalFormat: gl.R32F,
      textureFormat: gl.RED,
      kernel: this.nobody,
    });
    own._textureSwitched = true;
    own.texSize = size;
    own.maxTexSize = size;
    own.output = own.output.length === 1 ? [elements] : [width, height];
    gl.viewport(0, 0, width, height);
    return kernel;
  }

  private forget(key: string): void {
    const own = this.kernels.get(key)!.kernel;
    this.kernels.delete(key);
    // It would delete its last result and the corners, which are not its own.
    own.texture = null;
    own.buffer = null;
    own.destroy();
  }
}

const typeOf = { t: 'ArrayTexture(1)', f: 'Float', n: 'Integer' } as const;

/** A function of GPU.js that hands all over to the call's body. */
function sourceOf({ body, uses, textures, floats, ints }: Call): Source {
  const argumentTypes: Record<string, ArgumentType> = {};
  const glsl: string[] = [];
  for (const [letter, { length }] of Object.entries({ t: textures, f: floats, n: ints })) {
    const type = typeOf[letter as keyof typeof typeOf];
    for (let k = 0; k < length; k++) {
      const name = `${letter}${k}`;
      argumentTypes[name] = type;
      // GPU.js passes two sizes beside a texture.
      if (letter === 't') glsl.push(`sampler2D ${name}, ivec2 ${name}Size, ivec3 ${name}Dim`);
      else glsl.push(`${letter === 'f' ? 'float' : 'int'} ${name}`);
    }
  }
  argumentTypes.shift = 'Integer';
  glsl.push('int shift');
  const names = Object.keys(argumentTypes).join(', ');
  const main = `float kdMain(${glsl.join(', ')}) {\n${THREAD}\n${body}\n}`;
  return {
    source: `function (${names}) { return kdMain(${names}); }`,
    argumentTypes,
    injectedNative: `${[...link(library, uses).map(glslSource), main].join('\n')}\n`,
    nativeFunctions: [{ name: 'kdMain', source: '', returnType: 'Float', argumentTypes }],
  };
}

/** The elements of an array, which GPU.js puts into a texture of its own. */
function uploadSource(): Source {
  return {
    source: 'function (x, shift) { return x[kdThread(shift)]; }',
    argumentTypes: { x: 'Array', shift: 'Integer' },
    injectedNative: `int kdThread(int shift) {\n${THREAD}\nreturn i;\n}\n`,
    nativeFunctions: [{ name: 'kdThread', source: '', returnType: 'Integer', argumentTypes: { shift: 'Integer' } }],
  };
}
