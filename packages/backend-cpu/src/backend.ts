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
import { makeArray } from '@kindling/tensor-core/backend';
import { CpuBuffer } from './buffer.js';
import { type PlainKernels, plainFused } from './fused.js';
import { argReduce } from './kernels/arg-reduce.js';
import { assign, copy, fill } from './kernels/copy.js';
import { cumsum } from './kernels/cumsum.js';
import { binary, binaryDType, unary } from './kernels/elementwise.js';
import { gather, scatterAdd } from './kernels/gather.js';
import { matmul } from './kernels/matmul.js';
import { reduce } from './kernels/reduce.js';
import { sort } from './kernels/sort.js';
import { givesBool } from './kernels/unary.js';
import { where } from './kernels/where.js';
import { allocate, recycle } from './memory.js';
import type { WasmKind } from './wasm/support.js';

const NOTHING = new Float32Array(0);

/** The backend of plain kernels: it runs everywhere, and says what every other kernel has to compute. */
export class PlainBackend implements Backend {
  readonly name = 'cpu';
  readonly garbageCollected = true;
  readonly kernels: WasmKind | 'plain' = 'plain';
  readonly threads: number = 1;
  readonly fused: PlainKernels = plainFused((dtype, values) => this.wrap(dtype, values));

  supports(_dtype: DType): boolean {
    return true;
  }

  upload(values: TypedArray, dtype: DType, owned = false): Buffer {
    const own = makeArray(dtype, 0).constructor === values.constructor;
    if (own && owned) return new CpuBuffer(this, dtype, values, false);
    const copied = allocate(dtype, values.length);
    if (dtype === 'bool') for (let i = 0; i < values.length; i++) copied[i] = values[i] === 0 ? 0 : 1;
    else copied.set(values);
    return this.wrap(dtype, copied);
  }

  async read(x: View): Promise<TypedArray> {
    return this.readSync(x);
  }

  readSync(x: View): TypedArray {
    return copy(x);
  }

  /** Keeps the array for a later result; without it garbage collection frees the memory, if later. */
  release(buffer: Buffer): void {
    const own = buffer as CpuBuffer;
    if (own.recyclable && own.values.length > 0) recycle(own.values);
    own.values = NOTHING;
  }

  async sync(): Promise<void> {}

  fill(size: number, value: number, dtype: DType): Buffer {
    return this.wrap(dtype, fill(size, value, dtype));
  }

  copy(x: View, dtype: DType): Buffer {
    return this.wrap(dtype, copy(x, dtype));
  }

  assign(target: View, source: Operand): void {
    assign(target, source);
  }

  unary(op: UnaryOp, x: View): Buffer {
    return this.wrap(givesBool(op) ? 'bool' : x.dtype, unary(op, x));
  }

  binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    const { dtype } = (typeof a === 'number' ? b : a) as View;
    return this.wrap(binaryDType(op, dtype), binary(op, a, b));
  }

  where(condition: View, a: Operand, b: Operand, dtype: DType): Buffer {
    return this.wrap(dtype, where(condition, a, b, dtype));
  }

  reduce(op: ReduceOp, x: View, keep: number): Buffer {
    return this.wrap(x.dtype, reduce(op, x, keep));
  }

  argReduce(op: 'max' | 'min', x: View, keep: number): Buffer {
    return this.wrap('int32', argReduce(op, x, keep));
  }

  cumsum(x: View): Buffer {
    return this.wrap(x.dtype, cumsum(x));
  }

  sort(x: View, descending: boolean): { values: Buffer; indices: Buffer } {
    const sorted = sort(x, descending);
    return { values: this.wrap(x.dtype, sorted.values), indices: this.wrap('int32', sorted.indices) };
  }

  matmul(a: View, b: View): Buffer {
    return this.wrap(a.dtype, matmul(a, b));
  }

  gather(x: View, dim: number, index: View): Buffer {
    return this.wrap(x.dtype, gather(x, dim, index));
  }

  scatterAdd(x: View, dim: number, index: View, source: View): Buffer {
    return this.wrap(x.dtype, scatterAdd(x, dim, index, source));
  }

  /** The fresh array of a kernel's result as a buffer of this backend. */
  protected wrap(dtype: DType, values: TypedArray): CpuBuffer {
    return new CpuBuffer(this, dtype, values, true);
  }
}
