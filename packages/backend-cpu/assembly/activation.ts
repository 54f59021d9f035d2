// What surrounds the product in a layer: bias and activation after it, the activation's gradient before it.
import { at, ONE, ZERO } from './math';
import { spare } from './parallel';
import { RELU, SIGMOID, TANH, unary } from './unary';
import { storeLanes, vectors } from './vector';

/**
 * c[i, j] = activation(c[i, j] + bias[j]) in place; `bias` 0 is none; 0 identity, 1 relu, 2 sigmoid, 3 tanh. Nothing is
 * written behind c, where another thread may be.
 */
export function finish(c: usize, bias: usize, rows: i32, columns: i32, activation: i32): void {
  if (bias != 0) {
    const row = <usize>columns << 2;
    const whole = row & ~15;
    let at = c;
    for (let i = 0; i < rows; i++) {
      let p: usize = 0;
      for (; p < whole; p += 16) v128.store(at + p, f32x4.add(v128.load(at + p), v128.load(bias + p)));
      for (; p < row; p += 4) store<f32>(at + p, load<f32>(at + p) + load<f32>(bias + p));
      at += row;
    }
  }
  if (activation == 0) return;
  const n = rows * columns;
  const op = activation == 1 ? RELU : activation == 2 ? SIGMOID : TANH;
  unary(op, c, c, n & ~3);
  if (n & 3) {
    const end = c + (<usize>(n & ~3) << 2);
    unary(op, end, spare(), 4);
    storeLanes(end, v128.load(spare()), n & 3);
  }
}

/** out = grad * f'(x) in terms of y = f(x): 1 relu, 2 sigmoid, 3 tanh. Whole vectors are written. */
export function activationBackward(activation: i32, grad: usize, y: usize, out: usize, n: i32): void {
  const end = out + vectors(n);
  if (activation == 1) {
    for (; out < end; out += 16, grad += 16, y += 16) {
      const g = v128.load(grad);
      // Where y is NaN the gradient is passed on, as in PyTorch.
      v128.store(out, v128.andnot(g, f32x4.le(v128.load(y), at(ZERO))));
    }
  } else if (activation == 2) {
    for (; out < end; out += 16, grad += 16, y += 16) {
      const v = v128.load(y);
      v128.store(out, f32x4.mul(f32x4.mul(v128.load(grad), v), f32x4.sub(at(ONE), v)));
    }
  } else {
    for (; out < end; out += 16, grad += 16, y += 16) {
      const v = v128.load(y);
      v128.store(out, f32x4.mul(v128.load(grad), f32x4.sub(at(ONE), f32x4.mul(v, v))));
    }
  }
}
