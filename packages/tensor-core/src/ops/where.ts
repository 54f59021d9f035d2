import { broadcastShapes, expandView } from '../broadcast.js';
import { requireDType, requireOperand, requireTensor } from '../checks.js';
import { defineOp } from '../define-op.js';
import { Tensor, wrap } from '../tensor.js';
import { cast } from './cast.js';
import { resultType, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** `this` where the condition holds, else `other`; see {@link where}. */
    where(condition: Tensor, other: TensorOrNumber): Tensor;
  }
}

/** The operands that are numbers; the others are inputs, in order, behind the condition. */
interface WhereArgs {
  readonly a: number | undefined;
  readonly b: number | undefined;
}

const whereOp = defineOp<WhereArgs>({
  name: 'where',
  forward(inputs, args) {
    const condition = inputs[0]!;
    const a = args.a ?? inputs[1]!;
    const b = args.b ?? inputs.at(-1)!;
    const dtype = resultType(a, b);
    let { shape } = condition;
    for (const operand of [a, b])
      if (typeof operand !== 'number') shape = broadcastShapes('where', shape, operand.shape);
    const prepare = (operand: TensorOrNumber): TensorOrNumber =>
      typeof operand === 'number' ? operand : expandView(cast(operand, dtype), shape);
    return wrap(condition.backend.where(expandView(condition, shape), prepare(a), prepare(b), dtype), shape);
  },
  backward: (g, { a, args }, index) => (index === 1 && args.a === undefined ? where(a, g, 0) : where(a, 0, g)),
});

/**
 * Elements of `a` where the condition holds, of `b` elsewhere; the shapes broadcast.
 *
 * @param condition - bool.
 * @throws `DTypeError` when the condition is not bool; `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { gt, tensor, where } from '@kindling/tensor-core';
 * const x = tensor([-1, 2]);
 * console.log(String(where(gt(x, 0), x, 0))); // => tensor([0., 2.])
 * ```
 */
export function where(condition: Tensor, a: TensorOrNumber, b: TensorOrNumber): Tensor {
  requireTensor('where', condition, 'the condition');
  requireDType('where', 'the condition', condition, 'bool');
  requireOperand('where', a, 'the first operand');
  requireOperand('where', b, 'the second operand');
  const inputs = [condition];
  if (a instanceof Tensor) inputs.push(a);
  if (b instanceof Tensor) inputs.push(b);
  return whereOp(inputs, { a: a instanceof Tensor ? undefined : a, b: b instanceof Tensor ? undefined : b });
}
