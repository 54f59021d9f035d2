import { isGradEnabled } from '../autograd/mode.js';
import { broadcastShapes, expandView } from '../broadcast.js';
import { requireNumber, requireOperand, requireTensor } from '../checks.js';
import { requireOneBackend } from '../define-op.js';
import { isFloating } from '../dtype.js';
import { ArgumentError, AutogradError, DTypeError, ShapeError } from '../errors.js';
import { formatShape, sameShape } from '../shape.js';
import { Tensor } from '../tensor.js';
import { cast, convert } from './cast.js';
import { clamp } from './clamp.js';
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

/**
 * Elements that others share cannot be changed, nor can there be more of them. In place, autograd would lose what it
 * needs: allowed where it does not follow the target.
 */
function checkTarget(name: string, x: Tensor, other: unknown): void {
  if (!x.dense && x.shape.some((size, i) => size > 1 && x.strides[i] === 0)) {
    throw new ArgumentError(
      `${name}: several elements of the ${formatShape(x.shape)} share memory; change a clone() instead`,
    );
  }
  if (other instanceof Tensor) {
    const shape = broadcastShapes(name, x.shape, other.shape);
    if (!sameShape(shape, x.shape)) {
      throw new ShapeError(`${name}: ${formatShape(x.shape)} would have to grow to ${formatShape(shape)} in place`);
    }
  }
  if (!isGradEnabled()) return;
  if (x.tracked) {
    throw new AutogradError(
      x.node === null
        ? `${name}: a leaf that requires gradients cannot be changed in place; do it inside noGrad()`
        : `${name}: the result of a recorded operation cannot be changed in place; use the operation without the underscore`,
    );
  }
  if (other instanceof Tensor && other.tracked) {
    throw new AutogradError(`${name}: the other operand requires gradients; use the operation without the underscore`);
  }
}

type Bound = number | null | undefined;

/** Integers hold no fractions; PyTorch refuses to cut them off, too. Nor do they hold 3e9, which counts as one. */
function checkFractions(name: string, x: Tensor, other: TensorOrNumber): void {
  if (isFloating(x.dtype)) return;
  if (other instanceof Tensor ? isFloating(other.dtype) : other !== (other | 0))
    throw new DTypeError(`${name}: the result is no number that ${x.dtype} holds`);
}

/** Defines a method that overwrites its tensor with what `values` computes from it and from the method's arguments. */
/* @__NO_SIDE_EFFECTS__ */ function defineInPlace<A, B = undefined>(
  name: keyof Tensor & string,
  values: (x: Tensor, a: A, b: B) => TensorOrNumber,
  check?: (name: string, a: A, b: B) => void,
): (x: Tensor, a: A, b?: B) => Tensor {
  return (x, a, b) => {
    check?.(name, a, b!);
    checkTarget(name, x, a);
    assign(x, values(x, a, b!));
    return x;
  };
}

/* @__NO_SIDE_EFFECTS__ */ function defineArithmetic(
  op: 'add' | 'sub' | 'mul' | 'div',
): (x: Tensor, other: TensorOrNumber) => Tensor {
  const name = `${op}_` as const;
  return defineInPlace<TensorOrNumber>(
    name,
    (x, other) => {
      checkFractions(name, x, op === 'div' ? 0.5 : other);
      return runBinary(op, x, other, x.dtype);
    },
    requireOperand,
  );
}

/** Adds to the elements of `x` in place; `other` broadcasts to its shape. */
export const add_: (x: Tensor, other: TensorOrNumber) => Tensor = defineArithmetic('add');
/** @internal The method `sub_`. */
export const sub_: typeof add_ = defineArithmetic('sub');
/** @internal The method `mul_`. */
export const mul_: typeof add_ = defineArithmetic('mul');
/** @internal The method `div_`. */
export const div_: typeof add_ = defineArithmetic('div');
/** @internal The method `clamp_`. */
export const clamp_: (x: Tensor, min: Bound, max?: Bound) => Tensor = defineInPlace<Bound, Bound>(
  'clamp_',
  (x, min, max) => {
    for (const bound of [min, max]) if (Number.isFinite(bound)) checkFractions('clamp_', x, bound! % 1);
    return cast(clamp(x, min, max), x.dtype);
  },
  (name, min, max) => {
    if (min == null && max == null) throw new ArgumentError(`${name}: give a lower bound, an upper one, or both`);
    for (const bound of [min, max]) if (bound != null) requireNumber(name, 'a bound', bound);
  },
);
/** @internal The method `copy_`. */
export const copy_: (x: Tensor, source: Tensor) => Tensor = defineInPlace<Tensor>(
  'copy_',
  (x, source) => {
    requireOneBackend('copy_', [x, source]);
    // A fresh copy where both share a buffer: the backend reads and writes in no promised order.
    const values = source.dtype !== x.dtype || source.buffer === x.buffer ? convert(source, x.dtype) : source;
    return expandView(values, x.shape);
  },
  (name, source) => requireTensor(name, source, 'the source'),
);
/** @internal The method `fill_`. */
export const fill_: (x: Tensor, value: number) => Tensor = defineInPlace<number>(
  'fill_',
  (_, value) => value,
  (name, value) => requireNumber(name, 'the value', value),
);
/** @internal The method `zero_`. */
export const zero_: (x: Tensor, nothing: undefined) => Tensor = defineInPlace<undefined>('zero_', () => 0);
