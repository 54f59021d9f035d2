import {
  add,
  DTypeError,
  matmul,
  mul,
  permute,
  reshape,
  ShapeError,
  sum,
  type Tensor,
  unsqueeze,
} from '@kindling/tensor-core';
import { formatShape, sameShape, sizeOf, wrongShape } from '@kindling/tensor-core/internal';
import { checkTensor, checkWeights } from '../checks.js';

/**
 * `x1 @ weight[o] @ x2 + bias[o]` for each output: `torch.nn.functional.bilinear`.
 *
 * @param x1 - [..., in1].
 * @param x2 - [..., in2], equal to x1 in all dimensions but the last.
 * @param weight - [out, in1, in2].
 * @param bias - [out], or none.
 * @returns [..., out].
 * @throws `ShapeError` when the shapes do not fit; `DTypeError` when dtypes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { ones, setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.bilinear(tensor([[1, 2]]), tensor([[3, 4]]), ones(1, 2, 2)).tolist()); // => [ [ 21 ] ]
 * ```
 */
export function bilinear(x1: Tensor, x2: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  checkTensor('bilinear', x1, 'x1');
  checkTensor('bilinear', x2, 'x2');
  checkTensor('bilinear', weight, 'weight');
  if (weight.ndim !== 3) {
    wrongShape('bilinear', 'the weight', '[out, in1, in2]', weight);
  }
  const [out, in1, in2] = weight.shape as readonly [number, number, number];
  const name = `Bilinear(${in1}, ${in2} -> ${out})`;
  const lead = x1.shape.slice(0, -1);
  if (x1.shape.at(-1) !== in1 || x2.shape.at(-1) !== in2 || !sameShape(lead, x2.shape.slice(0, -1))) {
    throw new ShapeError(`${name}: got ${formatShape(x1.shape)} and ${formatShape(x2.shape)}`);
  }
  checkWeights(name, [out], { bias });
  for (const { dtype } of bias === null ? [x1, x2] : [x1, x2, bias]) {
    if (dtype !== weight.dtype) throw new DTypeError(`${name}: an input is ${dtype}, the weight ${weight.dtype}`);
  }
  const rows = sizeOf(lead);
  const flat = reshape(permute(weight, [1, 0, 2]), [in1, out * in2]);
  const halves = reshape(matmul(reshape(x1, [rows, in1]), flat), [rows, out, in2]);
  const y = sum(mul(halves, unsqueeze(reshape(x2, [rows, in2]), 1)), 2);
  return reshape(bias === null ? y : add(y, bias), [...lead, out]);
}
