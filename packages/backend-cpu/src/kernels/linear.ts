import type { Activation, TypedArray, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { activate } from './activation.js';
import { matrix, multiplyFloat } from './matmul.js';

/** `activation(x @ weight.T + bias)`: x [n, i], weight [o, i], bias [o] -> [n, o]. */
export function linear(x: View, weight: View, bias: View | null, activation: Activation): TypedArray {
  const [rows, inner] = x.shape as readonly [number, number];
  const columns = weight.shape[0]!;
  const out = allocate(x.dtype, rows * columns);
  const w = matrix(weight, weight.offset);
  multiplyFloat(out, 0, matrix(x, x.offset), { ...w, row: w.column, column: w.row }, rows, inner, columns);
  if (bias !== null) {
    const values = valuesOf(bias);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++, at++) out[at] = out[at]! + values[bias.offset + j * bias.strides[0]!]!;
    }
  }
  activate(activation, out, 0, out.length);
  return out;
}
