import { isGradEnabled } from '../autograd/mode.js';
import type { ArithmeticOp } from '../backend.js';
import { broadcastShapes, expandView } from '../broadcast.js';
import { commonBackend, defineMethod } from '../define-op.js';
import { isFloating } from '../dtype.js';
import { ArgumentError, AutogradError, DTypeError, ShapeError } from '../errors.js';
import { formatShape, sameShape } from '../shape.js';
import { Tensor } from '../tensor.js';
import { convert } from './cast.js';
import { runBinary, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** Adds to the elements in place. */
    add_(other: TensorOrNumber): this;
    /** Subtracts from the elements in place. */
    sub_(other: TensorOrNumber): this;
    /** Multiplies the elements in place. */
    mul_(other: TensorOrNumber): this;
    /** Divides the elements in place. */
    div_(other: TensorOrNumber): this;
    /** Clamps the elements in place; see `clamp`. */
    clamp_(min?: number | null, max?: number | null): this;
    /** Overwrites the elements with those of another tensor, which is broadcast and converted. */
    copy_(source: Tensor): this;
    /** Overwrites the elements with one value. */
    fill_(value: number): this;
    /** Overwrites the elements with 0. */
    zero_(): this;
  }
}

/** @internal Overwrites elements, and tells autograd that they changed. */
export function assign(target: Tensor, source: TensorOrNumber): void {
  target.backend.assign(target, source);
  target.buffer.version++;
}

/** In place, autograd would lose what it needs: allowed where it does not follow the target. */
function checkTarget(name: string, x: Tensor, other?: TensorOrNumber): void {
  if (!x.dense && x.shape.some((size, i) => size > 1 && x.strides[i] === 0)) {
    throw new ArgumentError(
      `${name}: several elements of the ${formatShape(x.shape)} share memory; change a clone() instead`,
    );
  }
  if (!isGradEnabled()) return;
  if (x.tracked) {
    throw new AutogradError(
      x.node === null
        ? `${name}: a leaf that requires gradients cannot be changed in place while operations are recorded; do it inside noGrad()`
        : `${name}: the result of a recorded operation cannot be changed in place; use the operation without the underscore`,
    );
  }
  if (other instanceof Tensor && other.tracked) {
    throw new AutogradError(
      `${name}: the other operand requires gradients, which an in-place change would lose; use the operation without the underscore`,
    );
  }
}

/** Integers hold no fractions; PyTorch refuses to cut them off, too. */
function checkFractions(name: string, x: Tensor, other: TensorOrNumber): void {
  if (isFloating(x.dtype)) return;
  if (other instanceof Tensor ? isFloating(other.dtype) : !Number.isInteger(other))
    throw new DTypeError(`${name}: the result has fractions, which ${x.dtype} does not hold`);
}

function arithmetic(name: 'add_' | 'sub_' | 'mul_' | 'div_', op: ArithmeticOp) {
  return (x: Tensor, other: TensorOrNumber): Tensor => {
    checkTarget(name, x, other);
    if (other instanceof Tensor) {
      const shape = broadcastShapes(name, x.shape, other.shape);
      if (!sameShape(shape, x.shape)) {
        throw new ShapeError(
          `${name}: ${formatShape(x.shape)} would have to grow to ${formatShape(shape)}, which is not possible in place`,
        );
      }
    }
    checkFractions(name, x, op === 'div' ? 0.5 : other);
    const result = runBinary(op, x, other, x.dtype);
    assign(x, result);
    return x;
  };
}

/** Adds to the elements of `x` in place; `other` broadcasts to its shape. */
export const add_: (x: Tensor, other: TensorOrNumber) => Tensor = arithmetic('add_', 'add');

defineMethod('add_', add_ as never);
defineMethod('sub_', arithmetic('sub_', 'sub') as never);
defineMethod('mul_', arithmetic('mul_', 'mul') as never);
defineMethod('div_', arithmetic('div_', 'div') as never);
defineMethod('clamp_', ((x: Tensor, min?: number | null, max?: number | null) => {
  checkTarget('clamp_', x);
  for (const bound of [min, max]) if (Number.isFinite(bound)) checkFractions('clamp_', x, bound!);
  if (min != null) assign(x, runBinary('maximum', x, min, x.dtype));
  if (max != null) assign(x, runBinary('minimum', x, max, x.dtype));
  return x;
}) as never);
defineMethod('copy_', ((x: Tensor, source: Tensor) => {
  checkTarget('copy_', x, source);
  commonBackend('copy_', [x, source]);
  if (!sameShape(broadcastShapes('copy_', x.shape, source.shape), x.shape)) {
    throw new ShapeError(`copy_: ${formatShape(source.shape)} does not fit into ${formatShape(x.shape)}`);
  }
  // A fresh copy where both share a buffer: the backend reads and writes in no promised order.
  const values = source.dtype !== x.dtype || source.buffer === x.buffer ? convert(source, x.dtype) : source;
  assign(x, expandView(values, x.shape));
  return x;
}) as never);
defineMethod('fill_', ((x: Tensor, value: number) => {
  checkTarget('fill_', x);
  assign(x, value);
  return x;
}) as never);
defineMethod('zero_', ((x: Tensor) => {
  checkTarget('zero_', x);
  assign(x, 0);
  return x;
}) as never);
