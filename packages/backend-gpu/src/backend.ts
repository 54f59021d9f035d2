import type {
  Backend,
  BinaryOp,
  Buffer,
  DType,
  Operand,
  ReduceOp,
  TypedArray,
  UnaryOp,
  View,
} from '@kindling/tensor-core/backend';
import { type Cell, denseSource, GpuBuffer, release, Shared, sharedOf, sourceOf } from './buffer.js';
import { fromDevice, scalarFor, toDevice } from './convert.js';
import type { Device } from './device.js';
import { binaryFunction, givesBool, isComparison, reduction, unaryFunction } from './glsl/operations.js';
import type { Texture } from './gpu-js.js';
import { assigned } from './kernels/assign.js';
import { gather, scatterAdd } from './kernels/gather.js';
import { map } from './kernels/map.js';
import { matmul } from './kernels/matmul.js';
import type { Call } from './kernels/program.js';
import { argReduceRows, cumsumRows, reduceRows, sortRows } from './passes.js';

/** What the tensors of a {@link GpuBackend} take, in numbers of textures, bytes and compiled kernels. */
export interface GpuMemory {
  /** Textures in use: one a buffer, or fewer where copies share one. */
  readonly textures: number;
  readonly bytes: number;
  /** Released textures, kept for the next results of their sizes. */
  readonly keptBytes: number;
  readonly kernels: number;
}

/** A {@link Backend} whose buffers are textures of a WebGL 2 context. */
export interface GpuBackend extends Backend {
  /** What the browser calls the device, such as `ANGLE (NVIDIA, …)`; a name with `SwiftShader` is software. */
  readonly device: string;
  /** What is held at the moment. */
  memory(): GpuMemory;
}

/** The dtype's name in a conversion, and whether converting changes anything. */
function conversion(from: DType, to: DType): string {
  if (to === 'bool' && from !== 'bool') return 'to_bool';
  return to === 'int32' && from === 'float32' ? 'to_int32' : '';
}

/** The backend over a {@link Device}; every method makes the calls of one primitive. */
export class TextureBackend implements GpuBackend {
  readonly name = 'gpu';
  /** Lets go of the textures of buffers that were dropped without `release`; too late to rely on. */
  private readonly finalizers = new FinalizationRegistry<Cell>(release);

  constructor(
    private readonly on: Device,
    readonly device: string,
  ) {}

  supports(dtype: DType): boolean {
    return dtype !== 'float64';
  }

  memory(): GpuMemory {
    const { pool, kernelCount } = this.on;
    return { textures: pool.textures, bytes: pool.bytes, keptBytes: pool.keptBytes, kernels: kernelCount };
  }

  upload(values: TypedArray, dtype: DType): Buffer {
    this.on.checkContext();
    const floats = toDevice(values, dtype);
    return this.wrap(dtype, floats.length, floats.length === 0 ? null : this.on.upload(floats));
  }

  async read(x: View): Promise<TypedArray> {
    return fromDevice(x.count === 0 ? new Float32Array(0) : await this.on.read(elements(x)), x.dtype);
  }

  readSync(x: View): TypedArray {
    return fromDevice(x.count === 0 ? new Float32Array(0) : this.on.readSync(elements(x)), x.dtype);
  }

  release(buffer: Buffer): void {
    const own = buffer as GpuBuffer;
    this.finalizers.unregister(own);
    release(own.cell);
  }

  /** Commands run in order, so one element's reading waits for all that came before. */
  async sync(): Promise<void> {
    await this.on.read(map('', [], 1, [0]));
  }

  fill(size: number, value: number, dtype: DType): Buffer {
    return this.wrap(dtype, size, size === 0 ? null : this.on.run(map('', [size], size, [scalarFor(value, dtype)])));
  }

  copy(x: View, dtype: DType): Buffer {
    if (x.count === 0) return this.wrap(dtype, 0, null);
    const convert = conversion(x.dtype, dtype);
    if (convert === '' && x.dense && x.count === x.buffer.size) {
      return this.wrapShared(dtype, x.count, sharedOf(x.buffer)!.hold());
    }
    return this.wrap(dtype, x.count, this.on.run(map(convert, x.shape, x.count, [sourceOf(x)])));
  }

  assign(target: View, source: Operand): void {
    if (target.count === 0) return;
    const buffer = target.buffer as GpuBuffer;
    const whole = target.dense && target.count === buffer.size;
    const from = typeof source === 'number' ? scalarFor(source, target.dtype) : source;
    let next: Shared;
    if (whole && typeof from !== 'number' && from.dense && from.count === from.buffer.size) {
      next = sharedOf(from.buffer)!.hold();
    } else {
      const operand = typeof from === 'number' ? from : sourceOf(from);
      const call = whole
        ? map('', target.shape, target.count, [operand])
        : assigned(sourceOf(target), buffer.size, operand);
      next = new Shared(this.on.run(call), this.on.pool);
    }
    const before = sharedOf(buffer);
    buffer.cell.shared = next;
    before?.drop();
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
    const count = product(x.shape.slice(0, keep));
    if (count === 0) return this.wrap(x.dtype, 0, null);
    if (x.count === 0) return this.fill(count, op === 'prod' ? 1 : 0, x.dtype);
    return this.wrap(x.dtype, count, reduceRows(this.on, op, x.dtype, sourceOf(x), keep));
  }

  argReduce(op: 'max' | 'min', x: View, keep: number): Buffer {
    const count = product(x.shape.slice(0, keep));
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
    const size = product(shape);
    if (size === 0) return this.wrap(a.dtype, 0, null);
    if (a.count === 0) return this.fill(size, 0, a.dtype);
    const result = this.on.run(matmul(sourceOf(a), sourceOf(b)));
    if (a.dtype !== 'bool') return this.wrap(a.dtype, size, result);
    const truth = this.on.run(map('to_bool', shape, size, [denseSource(result, shape)]));
    this.on.pool.give(result);
    return this.wrap('bool', size, truth);
  }

  gather(x: View, dim: number, index: View): Buffer {
    if (index.count === 0) return this.wrap(x.dtype, 0, null);
    return this.wrap(x.dtype, index.count, this.on.run(gather(sourceOf(x), dim, sourceOf(index))));
  }

  scatterAdd(x: View, dim: number, index: View, source: View): Buffer {
    if (x.count === 0 || index.count === 0) return this.copy(x, x.dtype);
    const { fold } = reduction('sum', x.dtype);
    const call = scatterAdd(sourceOf(x), dim, sourceOf(index), sourceOf(source), fold);
    return this.wrap(x.dtype, x.count, this.on.run(call));
  }

  private wrap(dtype: DType, size: number, texture: Texture | null): Buffer {
    return this.wrapShared(dtype, size, texture === null ? null : new Shared(texture, this.on.pool));
  }

  private wrapShared(dtype: DType, size: number, shared: Shared | null): Buffer {
    const buffer = new GpuBuffer(this, dtype, size, shared);
    if (shared !== null) this.finalizers.register(buffer, buffer.cell, buffer);
    return buffer;
  }
}

const product = (shape: readonly number[]): number => shape.reduce((n, size) => n * size, 1);

/** The call that gives a view's elements in row-major order. */
function elements(x: View): Call {
  return map('', x.shape, x.count, [sourceOf(x)]);
}
