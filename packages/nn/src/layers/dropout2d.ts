import type { Known } from '@internal/arguments';
import type { Generator, Tensor } from '@kindling/tensor-core';
import { aGenerator, checkNames, checkPart } from '../checks.js';
import { float } from '../describe.js';
import { dropout2d } from '../functional/dropout2d.js';
import { Module } from '../module.js';

const known: Known<{ generator?: Generator }> = { generator: aGenerator };

/**
 * In training, sets whole channels of [n, channels, ...] to 0 with probability `p` and scales the others by `1 / (1 - p)`;
 * `torch.nn.Dropout2d`. Calling it throws a `ShapeError` where there are no channels.
 *
 * @throws `RangeError` when `p` (default 0.5) is no probability.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Dropout2d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Dropout2d(0.2).eval()(ones(1, 3)).tolist()); // => [ [ 1, 1, 1 ] ]
 * ```
 */
export class Dropout2d extends Module {
  static override readonly name: string = 'Dropout2d';
  readonly p: number;
  readonly #generator: Generator | undefined;

  constructor(p = 0.5, options: { generator?: Generator } = {}) {
    checkNames('Dropout2d', options, known);
    super();
    const { generator } = options;
    checkPart('Dropout2d', 'the probability', p);
    this.p = p;
    this.#generator = generator;
  }

  forward(x: Tensor): Tensor {
    return dropout2d(x, this.p, { training: this.training, generator: this.#generator });
  }

  override extraRepr(): string {
    return `p=${float(this.p)}, inplace=False`;
  }
}
