import type { BinaryOp, Buffer, Operand, ReduceOp, TypedArray, UnaryOp, View } from '@kindling/tensor-core/backend';
import { PlainBackend } from '../backend.js';
import type { CpuBuffer } from '../buffer.js';
import type { UsualKernels, Wrap } from '../fused.js';
import { binary, CHEAP, COSTLY, unary } from './elementwise.js';
import type { Engines } from './engines.js';
import { wasmFused } from './fused.js';
import { Home } from './home.js';
import { lodging } from './lodging.js';
import { matmul } from './matmul.js';
import { sum } from './reduce.js';
import type { WasmKind } from './support.js';

/** The plain backend with WebAssembly kernels for float32 where they are faster. */
export class WasmBackend extends PlainBackend {
  override readonly kernels: WasmKind;
  override readonly threads: number;
  override readonly fused: UsualKernels;
  readonly #engines: Engines;

  constructor(kind: WasmKind, engines: Engines) {
    super();
    this.kernels = kind;
    this.threads = engines.threads;
    this.#engines = engines;
    const wrap: Wrap = (values) => this.wrap(values);
    this.fused = wasmFused(engines, wrap);
  }

  pin(buffer: Buffer): void {
    const own = buffer as CpuBuffer;
    if (own.home?.passing) Home.moveOut(own);
    if (own.dtype !== 'float32' || own.home !== null || own.values.length === 0) return;
    Home.moveIn(own, this.#engines.forBuffer(own.size));
  }

  unpin(buffer: Buffer): void {
    Home.moveOut(buffer as CpuBuffer);
  }

  override release(buffer: Buffer): void {
    const own = buffer as CpuBuffer;
    if (own.home?.passing) lodging.leave(own);
    own.home?.leave();
    own.home = null;
    super.release(buffer);
  }

  protected override wrap(values: TypedArray): CpuBuffer {
    const buffer = super.wrap(values);
    lodging.lodge(buffer);
    return buffer;
  }

  override unary(op: UnaryOp, x: View): Buffer {
    if (x.dtype === 'float32' && x.dense && x.count >= COSTLY) {
      const values = unary(this.#engines.small, op, x);
      if (values !== null) return this.wrap(values);
    }
    return super.unary(op, x);
  }

  override binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    const model = (typeof a === 'number' ? b : a) as View;
    if (model.dtype === 'float32' && model.count >= CHEAP) {
      const values = binary(this.#engines.small, op, a, b) ?? this.rareBinary(op, a, b);
      if (values !== null) return this.wrap(values);
    }
    return super.binary(op, a, b);
  }

  /** What a class with more kernels adds to `binary`: asked last, so that sums and products pay nothing for it. */
  protected rareBinary(_op: BinaryOp, _a: Operand, _b: Operand): TypedArray | null {
    return null;
  }

  override reduce(op: ReduceOp, x: View, keep: number): Buffer {
    if (op === 'sum' && x.dtype === 'float32') {
      const values = sum(this.#engines.small, x, keep);
      if (values !== null) return this.wrap(values);
    }
    return super.reduce(op, x, keep);
  }

  override matmul(a: View, b: View): Buffer {
    if (a.dtype !== 'float32') return super.matmul(a, b);
    const engine = this.#engines.forProduct(a.count * b.shape.at(-1)!, b);
    return this.wrap(matmul(engine, a, b));
  }
}
