import type { Known } from '@internal/arguments';
import type { Generator, Tensor } from '@kindling/tensor-core';
import { aGenerator, checkNames, checkPart } from '../checks.js';
import { float } from '../describe.js';
import { alphaDropout } from '../functional/alpha-dropout.js';
import { Module } from '../module.js';

const known: Known<{ generator?: Generator }> = { generator: aGenerator };

/**
 * In training, sets elements to a negative number with probability `p`, so that behind SELU mean and variance stay as they
 * are; `torch.nn.AlphaDropout`.
 *
 * @throws `RangeError` when `p` (default 0.5) is no probability.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { AlphaDropout } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new AlphaDropout(0.2).eval()(ones(3)).tolist()); // => [ 1, 1, 1 ]
 * ```
 */
export class AlphaDropout extends Module {
  static override readonly name: string = 'AlphaDropout';
  readonly p: number;
  readonly #generator: Generator | undefined;

  constructor(p = 0.5, options: { generator?: Generator } = {}) {
    checkNames('AlphaDropout', options, known);
    super();
    const { generator } = options;
    checkPart('AlphaDropout', 'the probability', p);
    this.p = p;
    this.#generator = generator;
  }

  forward(x: Tensor): Tensor {
    return alphaDropout(x, this.p, { training: this.training, generator: this.#generator });
  }

  override extraRepr(): string {
    return `p=${float(this.p)}, inplace=False`;
  }
}
