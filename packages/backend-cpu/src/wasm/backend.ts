import type { BinaryOp, Buffer, FusedKernels, Operand, ReduceOp, UnaryOp, View } from '@kindling/tensor-core/backend';
import { PlainBackend } from '../backend.js';
import { adamParameter } from '../kernels/adam.js';
import { sgdParameter } from '../kernels/sgd.js';
import { activationBackward, binary, unary } from './elementwise.js';
import type { Engine } from './engine.js';
import { linear, matmul } from './matmul.js';
import { adam, sgd } from './optimizers.js';
import { sum } from './reduce.js';
import { softmax } from './softmax.js';
import type { WasmKind } from './support.js';

/** The plain backend with WebAssembly kernels for float32 where they are faster. */
export class WasmBackend extends PlainBackend {
  override readonly kernels: WasmKind;
  override readonly fused: FusedKernels;
  readonly #engine: Engine;

  constructor(kind: WasmKind, engine: Engine) {
    super();
    this.kernels = kind;
    this.#engine = engine;
    this.fused = this.#fuse(this.fused);
  }

  override unary(op: UnaryOp, x: View): Buffer {
    if (x.dtype === 'float32' && x.dense && x.size >= 0) {
      const values = unary(this.#engine, op, x);
      if (values !== null) return this.wrap('float32', values);
    }
    return super.unary(op, x);
  }

  override binary(op: BinaryOp, a: Operand, b: Operand): Buffer {
    const model = (typeof a === 'number' ? b : a) as View;
    if (model.dtype === 'float32' && model.size >= 0) {
      const values = binary(this.#engine, op, a, b);
      if (values !== null) return this.wrap('float32', values);
    }
    return super.binary(op, a, b);
  }

  override reduce(op: ReduceOp, x: View, keep: number): Buffer {
    if (op === 'sum' && x.dtype === 'float32' && x.size >= 0) {
      const values = sum(this.#engine, x, keep);
      if (values !== null) return this.wrap('float32', values);
    }
    return super.reduce(op, x, keep);
  }

  override matmul(a: View, b: View): Buffer {
    if (a.dtype !== 'float32') return super.matmul(a, b);
    return this.wrap('float32', matmul(this.#engine, a, b));
  }

  #fuse(plain: FusedKernels): FusedKernels {
    const engine = this.#engine;
    return {
      linear: (x, weight, bias, activation) => {
        if (x.dtype !== 'float32') return plain.linear(x, weight, bias, activation);
        return this.wrap('float32', linear(engine, x, weight, bias, activation));
      },
      softmax: (x) => {
        if (x.dtype !== 'float32' || !x.dense) return plain.softmax(x);
        return this.wrap('float32', softmax(engine, x, false));
      },
      logSoftmax: (x) => {
        if (x.dtype !== 'float32' || !x.dense) return plain.logSoftmax(x);
        return this.wrap('float32', softmax(engine, x, true));
      },
      activationBackward: (activation, grad, y) => {
        if (y.dtype !== 'float32' || !y.dense || !grad.dense) return plain.activationBackward(activation, grad, y);
        return this.wrap('float32', activationBackward(engine, activation, grad, y));
      },
      sgd: (step) => {
        for (let j = 0; j < step.params.length; j++) {
          const { dtype, size } = step.params[j]!;
          if (dtype === 'float32' && size >= 0) sgd(engine, step, j);
          else sgdParameter(step, j);
        }
      },
      adam: (step) => {
        for (let j = 0; j < step.params.length; j++) {
          const { dtype, size } = step.params[j]!;
          if (dtype === 'float32' && size >= 0) adam(engine, step, j);
          else adamParameter(step, j);
        }
      },
    };
  }
}
