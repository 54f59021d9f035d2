import type { Device } from '../device.js';
import type { CountedTexture, Texture } from '../gpu-js.js';
import { KernelCache, MOST_KERNELS } from '../kernel-cache.js';
import type { Call } from '../kernels/program.js';
import { textureWidth } from '../layout.js';
import { TexturePool } from '../texture-pool.js';
import { describeKernel } from './describe-kernel.js';
import { Failures } from './failures.js';
import type { WebGPUKernel, WebGPUKernelConstructor } from './gpu-js.js';
import { untilRead } from './node-loop.js';
import { GROUP } from './wgsl.js';

/** Launches that go to the device together. */
const MOST_PENDING = 256;

/** Before a buffer of this size or more is made, the device begins with what waits. */
const APART_BYTES = 2 ** 20;

/** Bytes for the numbers of the launches that wait; each has a place of its own, at a multiple of what devices ask for. */
const NUMBERS_BYTES = 2 ** 20;

/** Bindings of a kernel that are kept, as a step makes the same again. */
const MOST_BINDINGS = 64;

// The globals GPUBufferUsage and GPUMapMode are not there outside browsers; the standard has these numbers.
const STORAGE = 0x80;
const UNIFORM = 0x40;
const COPY_TO = 0x8;
const COPY_FROM = 0x4;
const MAP_READ = 0x1;
const COMPUTE = 4;

interface Compiled {
  readonly own: WebGPUKernel;
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
  readonly bindings: Map<string, GPUBindGroup>;
}

interface Launch {
  readonly kernel: Compiled;
  readonly bindings: GPUBindGroup;
  readonly offset: number;
  readonly groups: readonly [number, number];
}

/** Runs kernels on a WebGPU device: GPU.js makes them, with WGSL of ours, and many launches go to the device at once. */
export class WebGPUDevice implements Device {
  readonly pool: TexturePool;
  makeRoom: () => boolean = () => false;
  readonly maxSize = 2 ** 15;
  readonly mostResults = 4;
  readonly stores = true;
  readonly maxElements: number;
  readonly maxTextures: number;
  private readonly kernels: KernelCache<Compiled>;
  private pending: Launch[] = [];
  /** Where the numbers of the next launch go. */
  private at = 0;
  private readonly step: number;
  private readonly numbers: GPUBuffer;
  private readonly memory = new ArrayBuffer(NUMBERS_BYTES);
  private readonly ints = new Int32Array(this.memory);
  private readonly floats = new Float32Array(this.memory);
  /** Numbers of buffers, by which bindings are found again. */
  private readonly ids = new WeakMap<object, number>();
  private nextId = 0;
  private readonly failures: Failures;

  constructor(
    private readonly kernelClass: WebGPUKernelConstructor,
    readonly device: GPUDevice,
    mostKernels = MOST_KERNELS,
  ) {
    this.kernels = new KernelCache(mostKernels);
    this.failures = new Failures(device);
    const { limits } = device;
    this.maxElements = Math.floor(Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) / 16) * 4;
    this.maxTextures = limits.maxStorageBuffersPerShaderStage;
    this.step = Math.max(256, limits.minUniformBufferOffsetAlignment);
    this.numbers = device.createBuffer({ size: NUMBERS_BYTES, usage: UNIFORM | COPY_TO });
    this.pool = new TexturePool(
      {
        make: (_, bytes) => this.allocate(bytes),
        drop: (buffer) => {
          // What waits may still use it.
          this.flush();
          (buffer as unknown as GPUBuffer).destroy();
        },
        isOfUse: (buffer) => !this.failures.lacksMemory(buffer as unknown as GPUBuffer),
      },
      () => this.makeRoom(),
    );
    // In Node a process with such a promise would never end; a reading finds out there.
    if (typeof document !== 'undefined' || typeof OffscreenCanvas !== 'undefined') this.failures.watch();
  }

  get kernelCount(): number {
    return this.kernels.size;
  }

  upload(values: Float32Array): Texture {
    this.failures.check();
    const texture = this.textureFor(this.sizeFor(values.length));
    this.flush();
    this.failures.beginBatch();
    this.device.queue.writeBuffer(bufferOf(texture), 0, values as Float32Array<ArrayBuffer>);
    this.failures.wrote(bufferOf(texture));
    return texture;
  }

  run(call: Call): Texture {
    return this.runAll(call)[0]!;
  }

  runAll(call: Call): Texture[] {
    const { failures } = this;
    failures.check();
    const { size, plane, threads, results = 1 } = call;
    for (const texture of call.textures) failures.checkElements(bufferOf(texture));
    failures.beginBatch();
    const texels = plane === undefined ? this.sizeFor(size) : Int32Array.from(plane);
    const kernel = this.kernelFor(call);
    const made = this.pool.several(results, () => this.textureFor(texels));
    const count = threads ?? (plane === undefined ? Math.ceil(size / 4) : plane[0] * plane[1]);
    this.enqueue(kernel, call, count, texels, made);
    return made;
  }

  async read(texture: Texture, count: number): Promise<Float32Array> {
    const { device, failures } = this;
    failures.check();
    const checkElements = failures.checkerOf(bufferOf(texture));
    checkElements();
    this.flush();
    const bytes = Math.max(16, Math.ceil(count / 4) * 16);
    failures.beginBatch();
    const staging = failures.create({ size: bytes, usage: MAP_READ | COPY_TO }, this.pool.noRoomFor(bytes));
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(bufferOf(texture), 0, staging, 0, bytes);
    device.queue.submit([encoder.finish()]);
    failures.endBatch();
    try {
      await untilRead(staging.mapAsync(MAP_READ));
      const values = new Float32Array(staging.getMappedRange().slice(0));
      failures.check();
      checkElements();
      return values.subarray(0, count);
    } catch (error) {
      // The device says so a moment later.
      failures.watch();
      await Promise.race([device.lost, new Promise((resolve) => void setTimeout(resolve, 20))]);
      failures.check();
      checkElements();
      throw error;
    } finally {
      staging.destroy();
    }
  }

  /** Whether the device was lost. */
  get isLost(): boolean {
    return this.failures.isGone;
  }

  /** Gives the device back; a process can end then. */
  destroy(): void {
    this.failures.end('it was given back');
    this.pending = [];
    this.device.destroy();
  }

  private sizeFor(elements: number): Int32Array {
    if (elements > this.maxElements) {
      throw new Error(`gpu: ${elements} elements do not fit a buffer, which holds at most ${this.maxElements}`);
    }
    const texels = Math.ceil(elements / 4);
    const width = textureWidth(texels, 2 ** 30);
    return new Int32Array([width, Math.ceil(texels / width)]);
  }

  private textureFor(size: Int32Array): Texture {
    const bytes = size[0]! * size[1]! * 16;
    if (bytes / 4 > this.maxElements) {
      throw new Error(`gpu: ${bytes / 4} elements do not fit a buffer, which holds at most ${this.maxElements}`);
    }
    return { texture: this.pool.take(size), size };
  }

  private allocate(bytes: number): CountedTexture {
    // Where there is no memory, what goes to the device together with it is lost.
    if (bytes >= APART_BYTES) this.flush();
    const descriptor = { size: bytes, usage: STORAGE | COPY_TO | COPY_FROM };
    const buffer = this.failures.allocate(descriptor, this.pool.noRoomFor(bytes), () => {
      this.flush();
      // It may be kept there; and what is kept has memory that is wanted.
      this.pool.trim(0);
    });
    this.ids.set(buffer, this.nextId++);
    return buffer as unknown as CountedTexture;
  }

  private kernelFor(call: Call): Compiled {
    const { body, each, results = 1, plane } = call;
    return this.kernels.get(`${each} ${results} ${plane === undefined} ${body}`, () => this.compile(call));
  }

  private compile(call: Call): Compiled {
    const { device } = this;
    const own = describeKernel(this.kernelClass, call);
    const { arrayArgs } = own.paramsLayout;
    const results = call.results ?? 1;
    const entry = (binding: number, type: GPUBufferBindingType): GPUBindGroupLayoutEntry => ({
      binding,
      visibility: COMPUTE,
      buffer: { type, hasDynamicOffset: binding === 0 },
    });
    const entries = [entry(0, 'uniform')];
    for (let k = 0; k < arrayArgs.length + results; k++) {
      entries.push(entry(k + 1, k < arrayArgs.length ? 'read-only-storage' : 'storage'));
    }
    const layout = device.createBindGroupLayout({ entries });
    const module = device.createShaderModule({ code: own.compiledSource });
    void module.getCompilationInfo().then(({ messages }) => this.compiled(own.compiledSource, messages));
    const pipeline = device.createComputePipeline({
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint: 'main' },
    });
    return { own, pipeline, layout, bindings: new Map() };
  }

  /** Keeps the first error of a shader: later ones follow from it. */
  private compiled(source: string, messages: readonly GPUCompilationMessage[]): void {
    const error = messages.find(({ type }) => type === 'error');
    if (error === undefined) return;
    this.failures.report(`${error.message}: ${source.split('\n')[error.lineNum - 1] ?? ''}`);
  }

  private enqueue(kernel: Compiled, call: Call, count: number, texels: Int32Array, made: readonly Texture[]): void {
    const { arrayArgs, scalarArgs, byteLength } = kernel.own.paramsLayout;
    const bytes = Math.ceil(byteLength / this.step) * this.step;
    if (this.at + bytes > NUMBERS_BYTES || this.pending.length >= MOST_PENDING) this.flush();
    const offset = this.at;
    this.at += bytes;
    const from = offset / 4;
    const groups = Math.ceil(count / GROUP);
    const most = this.device.limits.maxComputeWorkgroupsPerDimension;
    const across = Math.min(groups, most);
    this.ints.set([count, texels[0]!, texels[1]!, across * GROUP], from);
    for (const [k, { dimsOffset }] of arrayArgs.entries()) {
      const [width, height] = call.textures[k]!.size;
      this.ints.set([width!, height!, 1, width! * height!], from + dimsOffset / 4);
    }
    const numbers = [...call.floats, ...call.ints, call.size];
    for (const [k, { type, offset: place }] of scalarArgs.entries()) {
      (type === 'Integer' ? this.ints : this.floats)[from + place / 4] = numbers[k]!;
    }
    this.failures.beginBatch();
    const bindings = this.bindingsFor(kernel, [...call.textures, ...made]);
    for (const texture of made) this.failures.wrote(bufferOf(texture));
    this.pending.push({ kernel, bindings, offset, groups: [across, Math.ceil(groups / across)] });
  }

  private bindingsFor(kernel: Compiled, textures: readonly Texture[]): GPUBindGroup {
    const key = textures.map(({ texture }) => this.ids.get(texture)).join(' ');
    let found = kernel.bindings.get(key);
    if (found !== undefined) return found;
    const entries: GPUBindGroupEntry[] = textures.map((texture, k) => ({
      binding: k + 1,
      resource: { buffer: bufferOf(texture) },
    }));
    entries.unshift({
      binding: 0,
      resource: { buffer: this.numbers, offset: 0, size: kernel.own.paramsLayout.byteLength },
    });
    found = this.device.createBindGroup({ layout: kernel.layout, entries });
    kernel.bindings.set(key, found);
    if (kernel.bindings.size > MOST_BINDINGS) kernel.bindings.delete(kernel.bindings.keys().next().value!);
    return found;
  }

  /** Has the device begin with what waits. */
  private flush(): void {
    const { device, pending } = this;
    if (pending.length > 0) {
      device.queue.writeBuffer(this.numbers, 0, this.memory, 0, this.at);
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      for (const { kernel, bindings, offset, groups } of pending) {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, bindings, [offset]);
        pass.dispatchWorkgroups(...groups);
      }
      pass.end();
      device.queue.submit([encoder.finish()]);
      this.pending = [];
      this.at = 0;
    }
    this.failures.endBatch();
  }
}

const bufferOf = ({ texture }: Texture): GPUBuffer => texture as unknown as GPUBuffer;
