// Elementwise functions of dense float32 arrays. Whole vectors are read and written, so up to 12 bytes behind the last
// element: the caller leaves room there.
import * as many from './many';
import { at, exp, log, ONE, relu, sigmoid, tanh } from './math';
import { vectors } from './vector';

function negAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, f32x4.neg(v128.load(x)));
}

function absAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, f32x4.abs(v128.load(x)));
}

function reluAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, relu(v128.load(x)));
}

function sqrtAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, f32x4.sqrt(v128.load(x)));
}

function rsqrtAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, f32x4.div(at(ONE), f32x4.sqrt(v128.load(x))));
}

function reciprocalAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, f32x4.div(at(ONE), v128.load(x)));
}

function expAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, exp(v128.load(x)));
}

function logAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, log(v128.load(x)));
}

function tanhAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, tanh(v128.load(x)));
}

function sigmoidAll(x: usize, out: usize, end: usize): void {
  for (; x < end; x += 16, out += 16) v128.store(out, sigmoid(v128.load(x)));
}

export const RELU = 0;
export const TANH = 4;
export const SIGMOID = 5;

/**
 * out[i] = f(x[i]); the order of the functions is that of `unaryOps` in src/wasm/elementwise.ts, and of `moreUnaryOps` in
 * src/more/wasm/elementwise.ts.
 */
export function unary(op: i32, x: usize, out: usize, n: i32): void {
  const end = x + vectors(n);
  if (isDefined(MORE)) {
    switch (op) {
      case 2: return many.exp(x, out, end);
      case TANH: return many.tanh(x, out, end);
      case SIGMOID: return many.sigmoid(x, out, end);
      case 6: return negAll(x, out, end);
      case 7: return absAll(x, out, end);
      case 8: return rsqrtAll(x, out, end);
      case 9: return reciprocalAll(x, out, end);
    }
  }
  switch (op) {
    case RELU: return reluAll(x, out, end);
    case 1: return sqrtAll(x, out, end);
    case 2: return expAll(x, out, end);
    case 3: return logAll(x, out, end);
    case TANH: return tanhAll(x, out, end);
    default: return sigmoidAll(x, out, end);
  }
}
