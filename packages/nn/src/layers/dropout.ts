import type { Known } from '@internal/arguments';
import type { Generator, Tensor } from '@kindling/tensor-core';
import { aGenerator, checkNames, checkPart } from '../checks.js';
import { float } from '../describe.js';
import { dropout } from '../functional/dropout.js';
import { Module } from '../module.js';

const known: Known<{ generator?: Generator }> = { generator: aGenerator };

/**
 * In training, sets elements to 0 with probability `p` and scales the others by `1 / (1 - p)`; `torch.nn.Dropout`.
 *
 * @throws `RangeError` when `p` (default 0.5) is no probability.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Dropout } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Dropout(0.2).eval()(ones(3)).tolist()); // => [ 1, 1, 1 ]
 * ```
 */
export class Dropout extends Module {
  static override readonly name: string = 'Dropout';
  readonly p: number;
  readonly #generator: Generator | undefined;

  constructor(p = 0.5, options: { generator?: Generator } = {}) {
    checkNames('Dropout', options, known);
    super();
    const { generator } = options;
    checkPart('Dropout', 'the probability', p);
    this.p = p;
    this.#generator = generator;
  }

  forward(x: Tensor): Tensor {
    return dropout(x, this.p, { training: this.training, generator: this.#generator });
  }

  override extraRepr(): string {
    return `p=${float(this.p)}, inplace=False`;
  }
}
