import type { Activation, TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { activationBackward } from './activation.js';
import { rowMajor } from './copy.js';
import { type Matrix, matrix, multiplyFloat } from './matmul.js';
import { pairwiseSum } from './sum.js';

/** The gradients of x [n, i], weight [o, i] and bias [o] from that of y [n, o], where they are wanted. */
export function linearBackward(
  grad: View,
  x: View,
  weight: View,
  y: View,
  activation: Activation,
  [ofX, ofWeight, ofBias]: readonly boolean[],
): (TypedArray | null)[] {
  const [rows, inner] = x.shape as readonly [number, number];
  const columns = weight.shape[0]!;
  const { dtype } = grad;
  const values = activation === 'identity' ? rowMajor(grad) : activationBackward(activation, grad, y);
  const g: Matrix = { values, at: 0, row: columns, column: 1 };
  let [dx, dWeight, dBias]: (TypedArray | null)[] = [null, null, null];
  if (ofX) {
    dx = allocate(dtype, rows * inner);
    multiplyFloat(dx, 0, g, matrix(weight, weight.offset), rows, columns, inner);
  }
  if (ofWeight) {
    dWeight = allocate(dtype, columns * inner);
    multiplyFloat(dWeight, 0, { ...g, row: 1, column: columns }, matrix(x, x.offset), columns, rows, inner);
  }
  if (ofBias) {
    dBias = allocate(dtype, columns);
    for (let j = 0; j < columns; j++) dBias[j] = pairwiseSum(values, j, columns, rows);
  }
  return [dx!, dWeight!, dBias!];
}
