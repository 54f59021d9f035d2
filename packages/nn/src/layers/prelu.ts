import type { Known } from '@internal/arguments';
import { full, type Tensor } from '@kindling/tensor-core';
import { checkNames, checkSize } from '../checks.js';
import { prelu } from '../functional/prelu.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link PReLU} may be told. */
export interface PReLUOptions extends Omit<LayerOptions, 'generator'> {
  /** How many slopes are learned: 1 (default), or one a channel. */
  numParameters?: number;
  /** The slope at first; default 0.25. */
  init?: number;
}

const known: Known<PReLUOptions> = { numParameters: 1, init: 1, dtype: 1, backend: 1 };

/**
 * `x` above 0, a learned slope times `x` elsewhere: He et al. (2015); `torch.nn.PReLU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { PReLU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new PReLU()(tensor([-4, 2])).tolist()); // => [ -1, 2 ]
 * ```
 */
export class PReLU extends Module {
  static override readonly name: string = 'PReLU';
  readonly numParameters: number;
  /** [numParameters]. */
  weight: Parameter;

  constructor(options: PReLUOptions = {}) {
    checkNames('PReLU', options, known);
    super();
    const { numParameters = 1, init = 0.25 } = options;
    checkSize('PReLU', 'the number of parameters', numParameters, 1);
    this.numParameters = numParameters;
    this.weight = new Parameter(full([numParameters], init, placeOf(options)));
  }

  forward(x: Tensor): Tensor {
    return prelu(x, this.weight);
  }

  override extraRepr(): string {
    return `num_parameters=${this.numParameters}`;
  }
}
