import type { Tensor, ValuesAndIndices } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import {
  type AdaptiveMaxPool2dOptions,
  adaptiveAvgPool2d,
  adaptiveMaxPool2d,
  known,
  type OutputSize,
} from '../functional/adaptive-pool2d.js';
import { Module } from '../module.js';

/** A size as Python prints it. */
function size(value: OutputSize): string {
  const one = (number: number | null): string => (number === null ? 'None' : String(number));
  return `output_size=${typeof value === 'object' && value !== null ? `(${value.map(one).join(', ')})` : one(value)}`;
}

/**
 * The means of as many windows as are wanted, whatever the size of the images [n, c, h, w]; `torch.nn.AdaptiveAvgPool2d`.
 * A size of `null` keeps that of the images.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { AdaptiveAvgPool2d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new AdaptiveAvgPool2d(1)(ones(2, 8, 13, 9)).shape); // => [ 2, 8, 1, 1 ]
 * ```
 */
export class AdaptiveAvgPool2d extends Module {
  static override readonly name: string = 'AdaptiveAvgPool2d';
  readonly outputSize: OutputSize;

  constructor(outputSize: OutputSize) {
    super();
    this.outputSize = outputSize;
  }

  forward(x: Tensor): Tensor {
    return adaptiveAvgPool2d(x, this.outputSize);
  }

  override extraRepr(): string {
    return size(this.outputSize);
  }
}

/**
 * The largest elements of as many windows as are wanted, whatever the size of the images [n, c, h, w];
 * `torch.nn.AdaptiveMaxPool2d`. A size of `null` keeps that of the images; with `returnIndices: true` it gives
 * `{ values, indices }`.
 *
 * @typeParam Indices - whether positions are given too.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { AdaptiveMaxPool2d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new AdaptiveMaxPool2d([3, null])(ones(2, 8, 13, 9)).shape); // => [ 2, 8, 3, 9 ]
 * ```
 */
export class AdaptiveMaxPool2d<Indices extends boolean = false> extends Module<
  [Tensor],
  Indices extends true ? ValuesAndIndices : Tensor
> {
  static override readonly name: string = 'AdaptiveMaxPool2d';
  readonly outputSize: OutputSize;
  readonly returnIndices: boolean;

  constructor(outputSize: OutputSize, options: AdaptiveMaxPool2dOptions<Indices> = {}) {
    checkNames('AdaptiveMaxPool2d', options, known);
    super();
    this.outputSize = outputSize;
    this.returnIndices = options.returnIndices ?? false;
  }

  forward(x: Tensor): Indices extends true ? ValuesAndIndices : Tensor {
    const { outputSize, returnIndices } = this;
    return adaptiveMaxPool2d(x, outputSize, { returnIndices }) as Indices extends true ? ValuesAndIndices : Tensor;
  }

  override extraRepr(): string {
    return size(this.outputSize);
  }
}
