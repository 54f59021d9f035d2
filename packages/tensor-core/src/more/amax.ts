import { keepdimOf, requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { type Dims, type KeepdimOptions, planChoice, reduce, withKeptDims } from '../ops/reduction.js';
import { choiceShare } from '../ops/winner-share.js';
import type { Tensor } from '../tensor.js';

interface ExtremeArgs {
  readonly dim: Dims | undefined;
  readonly keepdim: boolean;
}

function defineExtremeOver(name: 'amax' | 'amin', kernel: 'max' | 'min'): (x: Tensor, args: ExtremeArgs) => Tensor {
  return defineSingle<ExtremeArgs>(
    name,
    (x, { dim, keepdim }) => reduce(kernel, x, planChoice(name, x, dim, keepdim)),
    (g, { a, y, args: { dim } }) => choiceShare(withKeptDims(g, a, dim), a, withKeptDims(y, a, dim), dim),
  );
}

const amaxOp = /* @__PURE__ */ defineExtremeOver('amax', 'max');
const aminOp = /* @__PURE__ */ defineExtremeOver('amin', 'min');

/**
 * The largest elements over one dimension, several or all; NaN wins. Equal ones share the gradient, where that of `max` along
 * a dimension goes to one.
 *
 * @param x - any shape.
 * @param dim - default all.
 * @throws `ShapeError` when there is nothing to choose from, or a dimension is out of range or given twice.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { amax } from '@kindling/tensor-core/more';
 * console.log(amax(tensor([[1, 5], [7, 2]]), [0, 1]).item()); // => 7
 * ```
 */
export function amax(x: Tensor, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('amax', x);
  return amaxOp(x, { dim, keepdim: keepdimOf('amax', options) });
}

/**
 * The smallest elements over one dimension, several or all; see {@link amax}.
 *
 * @param x - any shape.
 * @param dim - default all.
 * @throws `ShapeError` when there is nothing to choose from, or a dimension is out of range or given twice.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { amin } from '@kindling/tensor-core/more';
 * console.log(amin(tensor([[1, 5], [7, 2]]), 1).tolist()); // => [ 1, 2 ]
 * ```
 */
export function amin(x: Tensor, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('amin', x);
  return aminOp(x, { dim, keepdim: keepdimOf('amin', options) });
}
