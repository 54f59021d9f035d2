import { Tensor } from '../tensor.js';

/** The names of `seldom`, which is not imported here: a bundler is to leave it out. */
export const NAMES =
  'argsort at bernoulli_ ceil chunk clamp clamp_ cos cumsum dot elu erf expandAs expm1 flip floor gelu isfinite isnan leakyRelu log1p logicalXor logsumexp maskedSelect mm nonzero norm normal_ outer pad prod rsqrt scatterAdd sign silu sin softplus sort split std topk tril triu unbind unflatten var';

/** @internal Has the methods that a prototype lacks say where they are. */
export function defineMissing(prototype: Tensor): void {
  for (const name of NAMES.split(' ')) {
    if (name in prototype) continue;
    const value = (): never => {
      throw new TypeError(
        `${name}: bundlers leave this method out of a page; import '@kindling/tensor-core/methods' once`,
      );
    };
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}

defineMissing(Tensor.prototype);
