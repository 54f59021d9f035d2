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
import { dtypeOfArray } from '@kindling/tensor-core/backend';
import { added } from './added.js';
import { CpuBuffer } from './buffer.js';
import { plainFused, type UsualKernels } from './fused.js';
import { argReduce } from './kernels/arg-reduce.js';
import { assign, copy, fill } from './kernels/copy.js';
import { cumsum } from './kernels/cumsum.js';
import { binary, unary } from './kernels/elementwise.js';
import { gather, scatterAdd } from './kernels/gather.js';
import { matmul } from './kernels/matmul.js';
import { reduce } from './kernels/reduce.js';
import { sort } from './kernels/sort.js';
import { where } from './kernels/where.js';
import { allocate, recycle } from './memory.js';
import { NotCloned } from './not-cloned.js';
import type { WasmKind } from './wasm/support.js';

const NOTHING = new Float32Array(0);

/** The backend of plain kernels: it runs everywhere, and says what every other kernel has to compute. */
export class PlainBackend extends NotCloned implements Backend {
  readonly name = 'cpu';
  readonly module = added.module;
  readonly garbageCollected = true;
  readonly kernels: WasmKind | 'plain' = 'plain';
  readonly threads: number = 1;
  readonly fused: UsualKernels = plainFused((values) => this.wrap(values));

  supports(_dtype: DType): boolean {
    return true;
  }

  upload(values: TypedArray, dtype: DType, owned = false): Buffer {
    if (owned && dtypeOfArray(values) === dtype) return new CpuBuffer(this, values, false);
    const copied = allocate(dtype, values.length);
    if (dtype === 'bool') for (let i = 0; i < values.length; i++) copied[i] = values[i] === 0 ? 0 : 1;
    else copied.set(values);
    return this.wrap(copied);
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
    return this.wrap(fill(size, value, dtype));
  }

  copy(x: View, dtype: DType): Buffer {
    return this.wrap(copy(x, dtype));
  }

  assign(target: View, source: Operand): void {
    assign(target, source);
  }

  unary(op: UnaryOp, x: View): Buffer {
    return this.wrap(unary(op, x));
  }

  binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    return this.wrap(binary(op, a, b));
  }

  where(condition: View, a: Operand, b: Operand, dtype: DType): Buffer {
    return this.wrap(where(condition, a, b, dtype));
  }

  reduce(op: ReduceOp, x: View, keep: number): Buffer {
    return this.wrap(reduce(op, x, keep));
  }

  argReduce(op: 'max' | 'min', x: View, keep: number): Buffer {
    return this.wrap(argReduce(op, x, keep));
  }

  cumsum(x: View): Buffer {
    return this.wrap(cumsum(x));
  }

  sort(x: View, descending: boolean): { values: Buffer; indices: Buffer } {
    const sorted = sort(x, descending);
    return { values: this.wrap(sorted.values), indices: this.wrap(sorted.indices) };
  }

  matmul(a: View, b: View): Buffer {
    return this.wrap(matmul(a, b));
  }

  gather(x: View, dim: number, index: View): Buffer {
    return this.wrap(gather(x, dim, index));
  }

  scatterAdd(x: View, dim: number, index: View, source: View): Buffer {
    return this.wrap(scatterAdd(x, dim, index, source));
  }

  /** The fresh array of a kernel's result as a buffer of this backend. */
  protected wrap(values: TypedArray): CpuBuffer {
    return new CpuBuffer(this, values, true);
  }
}
