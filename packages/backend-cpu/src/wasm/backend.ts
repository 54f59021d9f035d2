import type { BinaryOp, Buffer, FusedKernels, Operand, ReduceOp, UnaryOp, View } from '@kindling/tensor-core/backend';
import { PlainBackend } from '../backend.js';
import { plainFused, type Wrap } from '../fused.js';
import { binary, unary } from './elementwise.js';
import type { Engine } from './engine.js';
import { wasmFused } from './fused.js';
import { matmul } from './matmul.js';
import { sum } from './reduce.js';
import type { WasmKind } from './support.js';

/** From this many elements on copying into WebAssembly memory and back costs less than a plain loop; measured. */
const CHEAP = 64;
/** The same where an element costs more than an addition. */
const COSTLY = 8;
const costly: ReadonlySet<UnaryOp> = new Set(['exp', 'log', 'tanh', 'sigmoid']);

/** The plain backend with WebAssembly kernels for float32 where they are faster. */
export class WasmBackend extends PlainBackend {
  override readonly kernels: WasmKind;
  override readonly fused: FusedKernels;
  readonly #engine: Engine;

  constructor(kind: WasmKind, engine: Engine) {
    super();
    this.kernels = kind;
    this.#engine = engine;
    const wrap: Wrap = (dtype, values) => this.wrap(dtype, values);
    this.fused = wasmFused(engine, plainFused(wrap), wrap);
  }

  override unary(op: UnaryOp, x: View): Buffer {
    if (x.dtype === 'float32' && x.dense && x.size >= (costly.has(op) ? COSTLY : CHEAP)) {
      const values = unary(this.#engine, op, x);
      if (values !== null) return this.wrap('float32', values);
    }
    return super.unary(op, x);
  }

  override binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    const model = (typeof a === 'number' ? b : a) as View;
    if (model.dtype === 'float32' && model.size >= CHEAP) {
      const values = binary(this.#engine, op, a, b);
      if (values !== null) return this.wrap('float32', values);
    }
    return super.binary(op, a, b);
  }

  override reduce(op: ReduceOp, x: View, keep: number): Buffer {
    if (op === 'sum' && x.dtype === 'float32') {
      const values = sum(this.#engine, x, keep);
      if (values !== null) return this.wrap('float32', values);
    }
    return super.reduce(op, x, keep);
  }

  override matmul(a: View, b: View): Buffer {
    if (a.dtype !== 'float32') return super.matmul(a, b);
    return this.wrap('float32', matmul(this.#engine, a, b));
  }
}
