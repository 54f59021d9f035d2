import {
  type Backend,
  type BinaryOp,
  type Buffer,
  type DType,
  type FusedKernels,
  type Operand,
  type ReduceOp,
  sizeOf,
  type TypedArray,
  type UnaryOp,
  type View,
} from '@kindling/tensor-core/backend';
import { denseSource, GpuBuffer, type Holder, Shared, sharedOf, sourceOf } from './buffer.js';
import { fromDevice, scalarFor, toDevice } from './convert.js';
import type { Device } from './device.js';
import { fusedKernels } from './fused/index.js';
import { binaryFunction, givesBool, isComparison, reduction, unaryFunction } from './glsl/operations.js';
import type { Texture } from './gpu-js.js';
import { assigned } from './kernels/assign.js';
import { gather } from './kernels/gather.js';
import { map } from './kernels/map.js';
import { elementsOf, knownOfChoice, knownOfCopy, knownOfReading, knownOfUpload, knownRows } from './known.js';
import { argReduceRows, cumsumRows, reduceRows, sortRows } from './passes.js';
import { multiply } from './products.js';
import type { Residents } from './residents.js';
import { scatterRows } from './scatter.js';

/** What the tensors of a {@link GpuBackend} take, in numbers of textures, bytes and compiled kernels. */
export interface GpuMemory {
  /** Textures in use: one a buffer, or fewer where copies share one. */
  readonly textures: number;
  readonly bytes: number;
  /** Released textures, kept for the next results of their sizes. */
  readonly keptBytes: number;
  /** How many times elements went to memory since the start, as the budget was used up. */
  readonly moved: number;
  readonly kernels: number;
}

/** What a {@link GpuBackend} computes on, and how. */
export interface GpuInfo {
  /** Which of GPU.js's ways to a GPU is taken. */
  readonly mode: 'webgl2' | 'webgpu';
  /** What the browser calls the device, such as `ANGLE (NVIDIA, …)` or `WebGPU (nvidia, …)`. */
  readonly adapter: string;
  /** Whether that is a program that does what a GPU would, on the CPU. */
  readonly software: boolean;
  readonly limits: {
    /** Elements of a tensor. */
    readonly elements: number;
    /** int32 elements are exact below this in size. */
    readonly int32: number;
    /** Bytes on the device from which on what was not used for longest goes to memory; `Infinity` on WebGPU, which has none. */
    readonly budget: number;
  };
  /** Compiled kernels at the moment; there are at most 512. */
  readonly kernels: number;
}

/** A {@link Backend} whose buffers are textures of a WebGL 2 context, or buffers of a WebGPU device. */
export interface GpuBackend extends Backend {
  /** What the browser calls the device, as `info.adapter`. */
  readonly device: string;
  /** Where and how it computes. */
  readonly info: GpuInfo;
  /** What is held at the moment. */
  memory(): GpuMemory;
  /** Gives the device back, so that a process can end; every later call is an error. A page need not. */
  destroy(): void;
}

/** What is known of a device besides what it computes. */
export interface About {
  readonly mode: GpuInfo['mode'];
  readonly adapter: string;
  readonly software: boolean;
  destroy(): void;
}

/** The dtype's name in a conversion, and whether converting changes anything. */
function conversion(from: DType, to: DType): string {
  if (to === 'bool' && from !== 'bool') return 'to_bool';
  return to === 'int32' && from === 'float32' ? 'to_int32' : '';
}

/** The backend over a {@link Device}; every method makes the calls of one primitive. */
export class TextureBackend implements GpuBackend {
  readonly name = 'gpu';
  readonly fused: Partial<FusedKernels>;
  readonly readSync?: (x: View) => TypedArray;
  /** Lets go of the textures of buffers that were dropped without `release`; too late to rely on. */
  private readonly finalizers = new FinalizationRegistry<Holder>((holder) => holder.shared?.drop(holder));

  constructor(
    private readonly on: Device,
    private readonly residents: Residents,
    private readonly about: About,
  ) {
    // Asking whether it is there says whether a device can be waited for.
    if (on.readSync !== undefined) this.readSync = (x) => this.readNow(x);
    this.fused = fusedKernels({
      device: on,
      wrap: (dtype, size, texture) => this.wrap(dtype, size, texture),
      share: (texture) => new Shared(texture, residents),
      copy: (x) => on.run(map('', x.shape, x.count, [sourceOf(x)])),
      fill: (size, value, dtype) => this.fill(size, value, dtype),
      assign: (target, texture, from) => this.assignPart(target, texture, from),
    });
  }

  get info(): GpuInfo {
    const { on, about } = this;
    const budget = on.readSync === undefined ? Number.POSITIVE_INFINITY : this.residents.budget;
    return {
      mode: about.mode,
      adapter: about.adapter,
      software: about.software,
      limits: { elements: on.maxElements, int32: 2 ** 24, budget },
      kernels: on.kernelCount,
    };
  }

  get device(): string {
    return this.about.adapter;
  }

  destroy(): void {
    this.about.destroy();
  }

  supports(dtype: DType): boolean {
    return dtype !== 'float64';
  }

  memory(): GpuMemory {
    const { pool, kernelCount } = this.on;
    const { textures, bytes, keptBytes } = pool;
    return { textures, bytes, keptBytes, moved: this.residents.moved, kernels: kernelCount };
  }

  upload(values: TypedArray, dtype: DType): Buffer {
    const floats = toDevice(values, dtype);
    const buffer = this.wrap(dtype, floats.length, floats.length === 0 ? null : this.on.upload(floats));
    buffer.known = knownOfUpload(floats, dtype);
    return buffer;
  }

  async read(x: View): Promise<TypedArray> {
    if (x.count === 0) return fromDevice(new Float32Array(0), x.dtype);
    return this.withElements(x, async (texture) => fromDevice(await this.on.read(texture, x.count), x.dtype));
  }

  private readNow(x: View): TypedArray {
    if (x.count === 0) return fromDevice(new Float32Array(0), x.dtype);
    const buffer = x.buffer as GpuBuffer;
    const { known } = buffer;
    if (known !== undefined) return elementsOf(known, x);
    const values = this.withElements(x, (texture) => fromDevice(this.on.readSync!(texture, x.count), x.dtype));
    buffer.known = knownOfReading(values, x);
    return values;
  }

  release(buffer: Buffer): void {
    const own = buffer as GpuBuffer;
    this.finalizers.unregister(own);
    own.release();
  }

  /** Commands run in order, so one element's reading waits for all that came before. */
  async sync(): Promise<void> {
    const texture = this.on.run(map('', [], 1, [0]));
    this.on.pool.give(texture);
    await this.on.read(texture, 1);
  }

  fill(size: number, value: number, dtype: DType): Buffer {
    return this.wrap(dtype, size, size === 0 ? null : this.on.run(map('', [size], size, [scalarFor(value, dtype)])));
  }

  copy(x: View, dtype: DType): Buffer {
    if (x.count === 0) return this.wrap(dtype, 0, null);
    const convert = conversion(x.dtype, dtype);
    const shares = convert === '' && x.dense && x.count === x.buffer.size;
    const copy = shares
      ? this.hold(dtype, x.count, sharedOf(x.buffer), (x.buffer as GpuBuffer).base)
      : this.wrap(dtype, x.count, this.on.run(map(convert, x.shape, x.count, [sourceOf(x)])));
    // A float may be more than an integer holds, of which only a reading is told.
    if (convert !== 'to_int32') copy.known = knownOfCopy(x, dtype);
    return copy;
  }

  assign(target: View, source: Operand): void {
    if (target.count === 0) return;
    const buffer = target.buffer as GpuBuffer;
    const whole = target.dense && target.count === buffer.size;
    const from = typeof source === 'number' ? scalarFor(source, target.dtype) : source;
    if (whole && typeof from !== 'number' && from.dense && from.count === from.buffer.size) {
      buffer.become(sharedOf(from.buffer)!, (from.buffer as GpuBuffer).base);
      return;
    }
    const operand = typeof from === 'number' ? from : sourceOf(from);
    const call = whole
      ? map('', target.shape, target.count, [operand])
      : assigned(sourceOf(target), buffer.base, buffer.size, operand);
    buffer.become(new Shared(this.on.run(call), this.residents), 0);
  }

  private assignPart(target: View, texture: Texture, from: number): void {
    const buffer = target.buffer as GpuBuffer;
    const source = { ...denseSource(texture, target.shape), offset: from };
    const call = assigned(sourceOf(target), buffer.base, buffer.size, source);
    buffer.become(new Shared(this.on.run(call), this.residents), 0);
  }

  unary(op: UnaryOp, x: View): Buffer {
    const dtype = givesBool(op) ? 'bool' : x.dtype;
    if (x.count === 0) return this.wrap(dtype, 0, null);
    return this.wrap(dtype, x.count, this.on.run(map(unaryFunction(op), x.shape, x.count, [sourceOf(x)])));
  }

  binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    const { shape, count: size, dtype: of } = (typeof a === 'number' ? b : a) as View;
    const dtype = isComparison(op) ? 'bool' : of;
    if (size === 0) return this.wrap(dtype, 0, null);
    // In logic 0.5 is true, even beside integers.
    const operand = (x: Operand) =>
      typeof x !== 'number' ? sourceOf(x) : op.startsWith('logical') ? x : scalarFor(x, of);
    return this.wrap(dtype, size, this.on.run(map(binaryFunction(op, of), shape, size, [operand(a), operand(b)])));
  }

  where(condition: View, a: Operand, b: Operand, dtype: DType): Buffer {
    const { shape, count: size } = condition;
    if (size === 0) return this.wrap(dtype, 0, null);
    const operand = (x: Operand) => (typeof x === 'number' ? scalarFor(x, dtype) : sourceOf(x));
    const call = map('choose', shape, size, [sourceOf(condition), operand(a), operand(b)]);
    return this.wrap(dtype, size, this.on.run(call));
  }

  reduce(op: ReduceOp, x: View, keep: number): Buffer {
    const count = sizeOf(x.shape.slice(0, keep));
    if (count === 0) return this.wrap(x.dtype, 0, null);
    if (x.count === 0) return this.fill(count, op === 'prod' ? 1 : 0, x.dtype);
    return this.wrap(x.dtype, count, reduceRows(this.on, op, x.dtype, sourceOf(x), keep));
  }

  argReduce(op: 'max' | 'min', x: View, keep: number): Buffer {
    const count = sizeOf(x.shape.slice(0, keep));
    if (count === 0) return this.wrap('int32', 0, null);
    return this.wrap('int32', count, argReduceRows(this.on, op, sourceOf(x), keep));
  }

  cumsum(x: View): Buffer {
    if (x.count === 0) return this.wrap(x.dtype, 0, null);
    return this.wrap(x.dtype, x.count, cumsumRows(this.on, x.dtype, sourceOf(x)));
  }

  sort(x: View, descending: boolean): { values: Buffer; indices: Buffer } {
    if (x.count === 0) return { values: this.wrap(x.dtype, 0, null), indices: this.wrap('int32', 0, null) };
    // A number is a row of one.
    const row = x.shape.length === 0 ? { ...sourceOf(x), shape: [1], strides: [1] } : sourceOf(x);
    const order = sortRows(this.on, row, descending);
    const values = this.on.run(gather(row, row.shape.length - 1, denseSource(order, row.shape)));
    return { values: this.wrap(x.dtype, x.count, values), indices: this.wrap('int32', x.count, order) };
  }

  matmul(a: View, b: View): Buffer {
    const shape = [...a.shape.slice(0, -1), b.shape.at(-1)!];
    const size = sizeOf(shape);
    if (size === 0) return this.wrap(a.dtype, 0, null);
    if (a.count === 0) return this.fill(size, 0, a.dtype);
    const result = multiply(this.on, sourceOf(a), sourceOf(b));
    if (a.dtype !== 'bool') return this.wrap(a.dtype, size, result);
    const truth = this.on.run(map('to_bool', shape, size, [denseSource(result, shape)]));
    this.on.pool.give(result);
    return this.wrap('bool', size, truth);
  }

  gather(x: View, dim: number, index: View): Buffer {
    if (index.count === 0) return this.wrap(x.dtype, 0, null);
    const chosen = this.wrap(x.dtype, index.count, this.on.run(gather(sourceOf(x), dim, sourceOf(index))));
    chosen.known = knownOfChoice(x, dim, index);
    return chosen;
  }

  scatterAdd(x: View, dim: number, index: View, source: View): Buffer {
    if (x.count === 0 || index.count === 0) return this.copy(x, x.dtype);
    const { fold } = reduction('sum', x.dtype);
    const rows = knownRows(index);
    const result = scatterRows(this.on, sourceOf(x), dim, sourceOf(index), sourceOf(source), fold, rows);
    return this.wrap(x.dtype, x.count, result);
  }

  private wrap(dtype: DType, size: number, texture: Texture | null): GpuBuffer {
    return this.hold(dtype, size, texture === null ? null : new Shared(texture, this.residents));
  }

  private hold(dtype: DType, size: number, shared: Shared | null, base = 0): GpuBuffer {
    const buffer = new GpuBuffer(this, dtype, size, shared, base);
    if (shared !== null) this.finalizers.register(buffer, buffer.holder, buffer);
    return buffer;
  }

  /** Reads a texture that begins with the elements of a view in row-major order; it may be used again meanwhile. */
  private withElements<T>(x: View, read: (texture: Texture) => T): T {
    const source = sourceOf(x);
    if (x.dense && source.offset === 0) return read(source.texture);
    const texture = this.on.run(map('', x.shape, x.count, [source]));
    try {
      return read(texture);
    } finally {
      // Commands run in order: the elements are on their way before anything else can be written there.
      this.on.pool.give(texture);
    }
  }
}

/** Whether a device of this name is a program: SwiftShader, Mesa's llvmpipe, Windows' Basic Render Driver. */
export function isSoftware(device: string): boolean {
  return /swiftshader|llvmpipe|softpipe|basic render|software/i.test(device);
}
