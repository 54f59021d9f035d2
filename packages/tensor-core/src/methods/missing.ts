import { Tensor } from '../tensor.js';

/** The names of `seldom`, which is not imported here: a bundler is to leave it out. */
export const NAMES =
  'argsort at bernoulli_ chunk cumsum dot elu erf expandAs flip gelu leakyRelu logicalXor logsumexp maskedSelect mm nonzero norm outer pad prod round scatterAdd silu softplus sort split topk tril triu unflatten';

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
