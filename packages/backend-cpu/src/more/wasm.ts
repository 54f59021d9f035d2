import type {
  BinaryOp,
  Buffer,
  DType,
  FusedKernels,
  Operand,
  ReduceOp,
  TypedArray,
  View,
} from '@kindling/tensor-core/backend';
import type { Wrap } from '../fused.js';
import { WasmBackend } from '../wasm/backend.js';
import type { Engine } from '../wasm/engine.js';
import type { Engines } from '../wasm/engines.js';
import type { WasmKind } from '../wasm/support.js';
import { gatherRows, scatterAddRows } from './kernels/rows.js';
import { transposed } from './kernels/transpose.js';
import { compare, where } from './wasm/compare.js';
import { extremes, positions } from './wasm/extremes.js';
import { moreWasmFused } from './wasm/fused.js';

/** From this many elements on the kernels are faster than plain loops; measured. */
const LEAST = 128;

/** Whether a view is of a kind that the kernels take, and large enough. */
const takes = (x: Operand): x is View => typeof x !== 'number' && x.dtype === 'float32' && x.count >= LEAST;

/** The WebAssembly backend with kernels for what few pages need. */
export class MoreWasmBackend extends WasmBackend {
  declare readonly fused: FusedKernels;
  readonly #engine: Engine;

  constructor(kind: WasmKind, engines: Engines) {
    super(kind, engines);
    this.#engine = engines.small;
    const wrap: Wrap = (values) => this.wrap(values);
    this.fused = { ...this.fused, ...moreWasmFused(engines, wrap) };
  }

  override copy(x: View, dtype: DType): Buffer {
    const values = x.dense || dtype !== x.dtype ? null : transposed(x);
    return values === null ? super.copy(x, dtype) : this.wrap(values);
  }

  protected override rareBinary(op: BinaryOp, a: Operand, b: Operand): TypedArray | null {
    return takes(typeof a === 'number' ? b : a) ? compare(this.#engine, op, a, b) : null;
  }

  override where(condition: View, a: Operand, b: Operand, dtype: DType): Buffer {
    const values = dtype === 'float32' && condition.count >= LEAST ? where(this.#engine, condition, a, b) : null;
    return values === null ? super.where(condition, a, b, dtype) : this.wrap(values);
  }

  override reduce(op: ReduceOp, x: View, keep: number): Buffer {
    const values = (op === 'max' || op === 'min') && takes(x) ? extremes(this.#engine, op, x, keep) : null;
    return values === null ? super.reduce(op, x, keep) : this.wrap(values);
  }

  override argReduce(op: 'max' | 'min', x: View, keep: number): Buffer {
    const values = takes(x) ? positions(this.#engine, op, x, keep) : null;
    return values === null ? super.argReduce(op, x, keep) : this.wrap(values);
  }

  override gather(x: View, dim: number, index: View): Buffer {
    const values = gatherRows(x, dim, index);
    return values === null ? super.gather(x, dim, index) : this.wrap(values);
  }

  override scatterAdd(x: View, dim: number, index: View, source: View): Buffer {
    const values = scatterAddRows(x, dim, index, source);
    return values === null ? super.scatterAdd(x, dim, index, source) : this.wrap(values);
  }
}
