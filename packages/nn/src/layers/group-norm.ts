import type { Known } from '@internal/arguments';
import { ones, type Tensor, zeros } from '@kindling/tensor-core';
import { checkGroups, checkNames, checkSize } from '../checks.js';
import { bool, float } from '../describe.js';
import { groupNorm } from '../functional/group-norm.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link GroupNorm} may be told. */
export interface GroupNormLayerOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance; default 1e-5. */
  eps?: number;
  /** Whether weight and bias are learned; default true. */
  affine?: boolean;
}

const known: Known<GroupNormLayerOptions> = { eps: 'number', affine: 'boolean', dtype: 1, backend: 1 };

/**
 * Subtracts the mean and divides by the standard deviation of each group of channels of each image: Wu and He (2018);
 * `torch.nn.GroupNorm`.
 *
 * It takes [batch, channels, ...]; calling it throws an error for other channels.
 *
 * @throws `ArgumentError` when the numbers are no whole numbers from 1, or the groups do not divide the channels.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { GroupNorm } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new GroupNorm(2, 4)(tensor([[1, 3, 10, 30]])).detach())); // => tensor([[-1.0000,  1.0000, -1.0000,  1.0000]])
 * ```
 */
export class GroupNorm extends Module {
  static override readonly name: string = 'GroupNorm';
  readonly numGroups: number;
  readonly numChannels: number;
  readonly eps: number;
  /** [channels], or none. */
  weight: Parameter | null = null;
  /** [channels], or none. */
  bias: Parameter | null = null;

  constructor(numGroups: number, numChannels: number, options: GroupNormLayerOptions = {}) {
    checkNames('GroupNorm', options, known);
    super();
    checkSize('GroupNorm', 'the number of channels', numChannels, 1);
    checkGroups('GroupNorm', numGroups, numChannels);
    this.numGroups = numGroups;
    this.numChannels = numChannels;
    this.eps = options.eps ?? 1e-5;
    if (options.affine !== false) {
      this.weight = new Parameter(ones([numChannels], placeOf(options)));
      this.bias = new Parameter(zeros([numChannels], placeOf(options)));
    }
  }

  forward(x: Tensor): Tensor {
    const { weight, bias, eps } = this;
    return groupNorm(x, this.numGroups, { weight, bias, eps });
  }

  override extraRepr(): string {
    return `${this.numGroups}, ${this.numChannels}, eps=${float(this.eps)}, affine=${bool(this.weight !== null)}`;
  }
}
