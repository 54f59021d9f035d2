import type {
  BinaryOp,
  Buffer,
  DType,
  FusedKernels,
  Operand,
  ReduceOp,
  TypedArray,
  UnaryOp,
  View,
} from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import type { Wrap } from '../fused.js';
import { WasmBackend } from '../wasm/backend.js';
import type { Engine } from '../wasm/engine.js';
import type { Engines } from '../wasm/engines.js';
import { lodging } from '../wasm/lodging.js';
import type { WasmKind } from '../wasm/support.js';
import { gatherAlong, gatherRows, scatterAddRows } from './kernels/rows.js';
import { sortByDigits } from './kernels/sort.js';
import { transposed } from './kernels/transpose.js';
import { batchNormFused } from './wasm/batch-norm.js';
import { chosenRows, pickedAlong, within } from './wasm/chosen.js';
import { compare, where } from './wasm/compare.js';
import { copied, uploaded } from './wasm/copy.js';
import * as elementwise from './wasm/elementwise.js';
import { extremes, positions } from './wasm/extremes.js';
import { engineOf, fasterFused } from './wasm/faster.js';
import { moreWasmFused } from './wasm/fused.js';
import { cumsum, reduceMiddle, sumRows } from './wasm/reductions.js';

/** From this many elements on the kernels are faster than plain loops; measured. */
const LEAST = 128;

/** From this many elements on threads share elementwise work; measured. */
const SHARED = 32768;

/** Whether a view is of a kind that the kernels take, and large enough. */
const takes = (x: Operand): x is View => typeof x !== 'number' && x.dtype === 'float32' && x.count >= LEAST;

/** The WebAssembly backend with kernels for what few pages need. */
export class MoreWasmBackend extends WasmBackend {
  declare readonly fused: FusedKernels;
  readonly #engines: Engines;

  constructor(kind: WasmKind, engines: Engines) {
    super(kind, engines);
    this.#engines = engines;
    const wrap: Wrap = (values) => this.wrap(values);
    this.fused = {
      ...this.fused,
      ...moreWasmFused(engines, wrap),
      ...fasterFused(engines, wrap, this.fused),
      ...batchNormFused(engines, wrap, this.fused),
    };
  }

  override readSync(x: View): TypedArray {
    // This takes half as long as an array that is filled with zeros first.
    return takes(x) && x.dense ? valuesOf(x).slice(x.offset, x.offset + x.count) : super.readSync(x);
  }

  override upload(values: TypedArray, dtype: DType, owned?: boolean): Buffer {
    const mayMove = !owned && values instanceof Float32Array && dtype === 'float32';
    return mayMove ? this.wrap(uploaded(this.#engines.small, values)) : super.upload(values, dtype, owned);
  }

  override fill(size: number, value: number, dtype: DType): Buffer {
    const engine = this.#engines.forBuffer(size);
    // JavaScript takes twice as long in memory that threads share.
    if (dtype !== 'float32' || engine.threads > 1) return super.fill(size, value, dtype);
    return this.wrap(lodging.arrayFor(engine, size).fill(value));
  }

  override copy(x: View, dtype: DType): Buffer {
    let values: TypedArray | null = null;
    if (dtype === x.dtype) {
      if (takes(x)) values = copied(this.#copier(x), x);
      if (values === null && !x.dense) values = transposed(x);
    }
    return values === null ? super.copy(x, dtype) : this.wrap(values);
  }

  override unary(op: UnaryOp, x: View): Buffer {
    const seldom = elementwise.isSeldom(op);
    if (x.count >= (seldom ? LEAST : SHARED) && x.dtype === 'float32' && x.dense) {
      const engine = engineOf(this.#engines, x);
      const values = elementwise.unary(engine, op, x);
      if (values !== null) return this.wrap(values);
    }
    if (op === 'erf' && takes(x) && x.dense) return this.wrap(elementwise.erf(engineOf(this.#engines, x), x, false));
    return super.unary(op, x);
  }

  override binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    const model = (typeof a === 'number' ? b : a) as View;
    if (model.count >= SHARED && model.dtype === 'float32') {
      const engine = engineOf(this.#engines, a, b);
      const values = elementwise.binary(engine, op, a, b);
      if (values !== null) return this.wrap(values);
    }
    return super.binary(op, a, b);
  }

  protected override rareBinary(op: BinaryOp, a: Operand, b: Operand): TypedArray | null {
    if (!takes(typeof a === 'number' ? b : a)) return null;
    const engine = engineOf(this.#engines, a, b);
    return compare(engine, op, a, b) ?? elementwise.binary(engine, op, a, b);
  }

  /** The engine in whose memory a copy may lie: that of what is copied, or where a buffer of its size stays. */
  #copier(x: View): Engine {
    const { small } = this.#engines;
    return small.homeOf(x) === null ? this.#engines.forBuffer(x.count) : small;
  }

  override where(condition: View, a: Operand, b: Operand, dtype: DType): Buffer {
    const takes = dtype === 'float32' && condition.count >= LEAST;
    const values = takes ? where(engineOf(this.#engines, a, b), condition, a, b) : null;
    return values === null ? super.where(condition, a, b, dtype) : this.wrap(values);
  }

  override reduce(op: ReduceOp, x: View, keep: number): Buffer {
    const values = op !== 'prod' && takes(x) ? this.#reduced(op, x, keep) : null;
    return values === null ? super.reduce(op, x, keep) : this.wrap(values);
  }

  #reduced(op: 'sum' | 'max' | 'min', x: View, keep: number): TypedArray | null {
    const engine = engineOf(this.#engines, x);
    if (!x.dense) {
      const values = reduceMiddle(engine, op, x, keep);
      if (values !== null) return values;
    } else if (op === 'sum') return sumRows(engine, x, keep);
    return op === 'sum' ? null : extremes(engine, op, x, keep);
  }

  override argReduce(op: 'max' | 'min', x: View, keep: number): Buffer {
    let values: TypedArray | null = null;
    if (takes(x)) {
      const engine = engineOf(this.#engines, x);
      values = x.dense
        ? positions(engine, op, x, keep)
        : reduceMiddle(engine, op === 'max' ? 'argmax' : 'argmin', x, keep);
    }
    return values === null ? super.argReduce(op, x, keep) : this.wrap(values);
  }

  override cumsum(x: View): Buffer {
    return takes(x) ? this.wrap(cumsum(engineOf(this.#engines, x), x)) : super.cumsum(x);
  }

  override sort(x: View, descending: boolean): { values: Buffer; indices: Buffer } {
    const sorted = sortByDigits(x, descending);
    if (sorted === null) return super.sort(x, descending);
    return { values: this.wrap(sorted.values), indices: this.wrap(sorted.indices) };
  }

  within(index: View, size: number): boolean {
    return index.dense && index.count >= LEAST && within(this.#engines.small, index, size);
  }

  override gather(x: View, dim: number, index: View): Buffer {
    const engine = takes(x) ? engineOf(this.#engines, x) : null;
    const values =
      (engine && chosenRows(engine, x, dim, index)) ||
      gatherRows(x, dim, index) ||
      (engine && index.count >= LEAST && pickedAlong(engine, x, dim, index)) ||
      gatherAlong(x, dim, index);
    return values === null ? super.gather(x, dim, index) : this.wrap(values);
  }

  override scatterAdd(x: View, dim: number, index: View, source: View): Buffer {
    const values = scatterAddRows(x, dim, index, source);
    return values === null ? super.scatterAdd(x, dim, index, source) : this.wrap(values);
  }
}
