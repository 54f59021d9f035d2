// What surrounds the product in a layer: bias and activation after it, the activation's gradient before it.
import { relu, sigmoid, tanh } from './math';
import { choose, splat, storeLanes, vectors } from './vector';

/** c[i, j] = activation(c[i, j] + bias[j]) in place; `bias` 0 is none; 0 identity, 1 relu, 2 sigmoid, 3 tanh. */
export function finish(c: usize, bias: usize, rows: i32, columns: i32, activation: i32): void {
  const row = <usize>columns << 2;
  const whole = row & ~15;
  for (let i = 0; i < rows; i++) {
    let p: usize = 0;
    for (; p < whole; p += 16) v128.store(c + p, finished(c + p, bias, p, activation));
    if (p < row) storeLanes(c + p, finished(c + p, bias, p, activation), columns & 3);
    c += row;
  }
}

@inline function finished(at: usize, bias: usize, p: usize, activation: i32): v128 {
  let x = v128.load(at);
  if (bias != 0) x = f32x4.add(x, v128.load(bias + p));
  if (activation == 1) return relu(x);
  if (activation == 2) return sigmoid(x);
  if (activation == 3) return tanh(x);
  return x;
}

/** out = grad * f'(x) in terms of y = f(x): 1 relu, 2 sigmoid, 3 tanh. Whole vectors are written. */
export function activationBackward(activation: i32, grad: usize, y: usize, out: usize, n: i32): void {
  const end = out + vectors(n);
  if (activation == 1) {
    for (; out < end; out += 16, grad += 16, y += 16) {
      const g = v128.load(grad);
      // What is not passed on is a product with 0, which keeps NaN and the sign.
      v128.store(out, f32x4.mul(g, v128.and(f32x4.gt(v128.load(y), splat(0)), splat(1))));
    }
  } else if (activation == 2) {
    for (; out < end; out += 16, grad += 16, y += 16) {
      const v = v128.load(y);
      v128.store(out, f32x4.mul(f32x4.mul(v128.load(grad), v), f32x4.sub(splat(1), v)));
    }
  } else {
    for (; out < end; out += 16, grad += 16, y += 16) {
      const v = v128.load(y);
      v128.store(out, f32x4.mul(v128.load(grad), f32x4.sub(splat(1), f32x4.mul(v, v))));
    }
  }
}
