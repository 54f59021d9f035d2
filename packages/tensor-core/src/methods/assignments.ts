import { requireTensor } from '../checks.js';
import { ShapeError } from '../errors.js';
import { formatShape, sameShape } from '../shape.js';
import { Tensor } from '../tensor.js';

const refuse = (message: string) => (): never => {
  throw new TypeError(message);
};

/** @internal Has what Python writes with `=` be an error: in JavaScript it would be a property more, which nobody reads. */
export function guardAssignments(): void {
  const { prototype } = Tensor;
  const { data } = prototype;
  const set = refuse(
    'data() reads the values of a Tensor, and cannot be set: in noGrad(), x.copy_(values) writes them',
  );
  Object.defineProperty(prototype, 'data', { get: () => data, set, configurable: true });
  const at = refuse('a Tensor has no [0]: take at(0) for what lies there, and select(0, 0).copy_(values) to write it');
  Object.defineProperty(prototype, '0', { set: at, configurable: true });
  const grad = Object.getOwnPropertyDescriptor(prototype, 'grad')!;
  Object.defineProperty(prototype, 'grad', {
    ...grad,
    set(this: Tensor, value: Tensor | null) {
      if (value !== null) {
        requireTensor('grad', value, 'the gradient');
        if (!sameShape(value.shape, this.shape))
          throw new ShapeError(`grad: the gradient is ${formatShape(value.shape)}, not ${formatShape(this.shape)}`);
      }
      grad.set!.call(this, value);
    },
  });
}
