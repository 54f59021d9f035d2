import { defineMethod, defineOp } from '../define-op.js';
import type { Tensor } from '../tensor.js';

/** @internal A tracked operation that makes another view of its input, and how the gradient is viewed back. */
export function defineView<Args>(
  name: string,
  forward: (x: Tensor, args: Args) => Tensor,
  backward: (g: Tensor, args: Args, x: Tensor) => Tensor,
): (x: Tensor, args: Args) => Tensor {
  const op = defineOp<Args>({
    name,
    forward: ([x], args) => forward(x!, args),
    backward: (g, saved) => backward(g, saved.args, saved.inputs[0]!),
  });
  return (x, args) => op([x], args);
}

/** @internal Installs a method that takes a list as one array or as separate numbers: `reshape([2, 3])`, `reshape(2, 3)`. */
export function defineListMethod(name: keyof Tensor, run: (x: Tensor, list: readonly number[]) => Tensor): void {
  defineMethod(name, ((x: Tensor, ...values: [readonly number[]] | number[]) =>
    run(x, Array.isArray(values[0]) ? values[0] : (values as number[]))) as never);
}
