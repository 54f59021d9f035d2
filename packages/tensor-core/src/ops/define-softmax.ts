import type { Rule } from '../autograd/node.js';
import { normalizeDim } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import type { DType } from '../dtype.js';
import { type Tensor, wrap } from '../tensor.js';
import { gradientKernels } from './activation-backward.js';
import { convert, withDType } from './cast.js';
import { requireFloat } from './elementwise.js';
import { planReduction, reduce } from './reduction.js';
import { sub } from './sub.js';

/** @internal `softmax` or its logarithm, from what makes it of x less its maximum, and the gradient. */
/* @__NO_SIDE_EFFECTS__ */ export function defineSoftmax(
  name: 'softmax' | 'logSoftmax',
  compose: (shifted: Tensor, dim: number) => Tensor,
  rule: Rule<number>,
): (x: Tensor, dim: number, options?: { dtype?: DType }) => Tensor {
  const op = defineSingle<number>(
    name,
    (x, dim) => {
      const input = requireFloat(name, x);
      if (input.count === 0) return convert(input, input.dtype);
      const fused = input.backend.fused?.[name];
      if (fused !== undefined && input.dtype === 'float32' && dim === input.ndim - 1) {
        return wrap(fused(input), input.shape);
      }
      return compose(sub(input, reduce('max', input, planReduction(name, input, dim, true))), dim);
    },
    (g, saved, wanted) => {
      const { y, args: dim } = saved;
      const fused = gradientKernels(g)?.softmaxBackward;
      return fused && dim === y.ndim - 1 ? wrap(fused(g, y, name === 'logSoftmax'), y.shape) : rule(g, saved, wanted);
    },
  );
  return (x, dim, options) => {
    requireTensor(name, x);
    return op(options === undefined ? x : withDType(name, x, options), normalizeDim(name, dim, x.ndim));
  };
}
