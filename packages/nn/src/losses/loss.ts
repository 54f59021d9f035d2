import { checkChoice, wrong } from '@internal/arguments';
import {
  ArgumentError,
  DTypeError,
  defineOp,
  div,
  fromBuffer,
  isFloating,
  isGradEnabled,
  mul,
  type NestedArray,
  type Saved,
  ShapeError,
  sum,
  Tensor,
  tensor,
} from '@kindling/tensor-core';
import { formatShape, type LossKind, type LossReduction, sameShape } from '@kindling/tensor-core/internal';

/** What becomes of the losses of the elements: all of them, their mean, or their sum. */
export type Reduction = LossReduction;

/** What every loss may be told. */
export interface LossOptions {
  /** Default `'mean'`. */
  reduction?: Reduction;
}

/** The reduction that options name, checked; `more` is one that a loss has besides. */
export function reductionOf<R extends string = Reduction>(
  name: string,
  { reduction = 'mean' }: { reduction?: R | Reduction },
  more?: R,
): R | Reduction {
  const words = ['none', 'mean', 'sum'];
  if (reduction !== 'mean') checkChoice(RangeError, name, 'the reduction', reduction, more ? [...words, more] : words);
  return reduction;
}

/** What a loss takes: a tensor, or numbers that become one, nested as `tensor()` takes them. Only a tensor gets a gradient. */
export type LossValues = Tensor | NestedArray;

/** A tensor itself, or one of numbers, on the backend and of the dtype of another where there is one. */
export function lossTensor(name: string, what: string, value: LossValues, like?: LossValues): Tensor {
  if (value instanceof Tensor) return value;
  const list = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
  if (!list) wrong(TypeError, name, what, 'a tensor or an array of numbers', value);
  const near = like instanceof Tensor ? like : undefined;
  const made = tensor(value, near && { backend: near.backend });
  const dtype = near !== undefined && isFloating(near.dtype) ? near.dtype : 'float32';
  return isFloating(made.dtype) && near === undefined ? made : made.to(dtype);
}

/** A weight of the losses of elements, checked: it broadcasts to the shape of the input, and not beyond. */
export function weightFor(name: string, what: string, weight: Tensor, { shape }: Tensor): Tensor {
  if (!(weight instanceof Tensor)) wrong(TypeError, name, what, 'a tensor', weight);
  const lead = shape.length - weight.ndim;
  if (lead < 0 || weight.shape.some((size, i) => size !== 1 && size !== shape[lead + i])) {
    throw new ShapeError(
      `${name}: ${what} is ${formatShape(weight.shape)}, which does not repeat to the input's ${formatShape(shape)}`,
    );
  }
  return weight;
}

/** Input and target as tensors of the input's dtype, checked: they have one shape. */
export function matchTarget(name: string, input: LossValues, target: LossValues): readonly [x: Tensor, t: Tensor] {
  const x = lossTensor(name, 'the input', input, target);
  const t = lossTensor(name, 'the target', target, x);
  if (!sameShape(x.shape, t.shape)) {
    throw new ShapeError(`${name}: target is ${formatShape(t.shape)}, input ${formatShape(x.shape)}`);
  }
  if (!isFloating(x.dtype)) throw new DTypeError(`${name}: the input is ${x.dtype}, not float32 or float64`);
  return [x, t.dtype === x.dtype ? t : t.to(x.dtype)];
}

/**
 * Throws where a target of the binary losses is no probability, where it can be read without waiting: the loss would fall
 * for ever, below 0.
 */
export function checkProbable(name: string, target: Tensor): void {
  const values = target.backend.readSync?.(target) ?? [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // What is NaN shows in the loss.
    if (value < 0 || value > 1) {
      throw new ArgumentError(
        `${name}: a target is ${value}, not 0, 1 or a probability between; classes 1 and 2 become 0 and 1 by y.sub(1)`,
      );
    }
  }
}

/** Reduces the losses of the elements. */
export function reduceLoss(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === 'none') return losses;
  const total = sum(losses);
  return reduction === 'sum' ? total : div(total, losses.numel());
}

/** The gradient of each element's loss from that of the reduced one: a scalar, or for `'none'` one an element. */
function spread(g: Tensor, reduction: Reduction, size: number): Tensor {
  return reduction === 'mean' ? mul(g, 1 / size) : g;
}

/** The derivative of each element's loss. */
type Slope = (saved: Saved<Reduction>) => Tensor;

/**
 * Defines a loss of inputs and targets of one shape: computed by the backend's kernel where it has one, else composed.
 *
 * @param losses - the loss of each element.
 * @param slopes - its derivatives by the input and by the target.
 */
/* @__NO_SIDE_EFFECTS__ */ export function defineLoss(
  name: string,
  kind: LossKind,
  losses: (x: Tensor, target: Tensor) => Tensor,
  [byInput, byTarget]: readonly [Slope, Slope],
): (x: Tensor, target: Tensor, reduction: Reduction) => Tensor {
  const op = defineOp<Reduction>({
    name,
    forward(inputs, reduction) {
      const x = inputs[0]!;
      const target = inputs[1]!;
      const { fused } = x.backend;
      if (fused?.loss === undefined) return reduceLoss(losses(x, target), reduction);
      return fromBuffer(fused.loss(kind, x, target, reduction), reduction === 'none' ? x.shape : []);
    },
    backward: [
      (g, saved) => {
        const { args: reduction } = saved;
        const { fused } = g.backend;
        if (fused?.lossBackward !== undefined && !isGradEnabled()) {
          const { a: x, b: target } = saved;
          return fromBuffer(fused.lossBackward(kind, g, x, target, reduction), x.shape);
        }
        return mul(byInput(saved), spread(g, reduction, saved.inputs[0]!.numel()));
      },
      (g, saved) => mul(byTarget(saved), spread(g, saved.args, saved.inputs[0]!.numel())),
    ],
  });
  return (x, target, reduction) => op([x, target], reduction);
}
