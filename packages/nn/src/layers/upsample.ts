import type { NumberOrPair, Tensor } from '@kindling/tensor-core';
import { checkNames, checkTensor } from '../checks.js';
import { float } from '../describe.js';
import { checkInterpolation, type InterpolateOptions, interpolateNamed, known } from '../functional/interpolate.js';
import { Module } from '../module.js';

/** Numbers as Python prints them. */
function print(value: NumberOrPair, one: (value: number) => string): string {
  return typeof value === 'number' ? one(value) : `(${value.map(one).join(', ')})`;
}

/**
 * Images [n, c, h, w] in another size, or so many times as large: `torch.nn.Upsample`.
 *
 * @throws `ArgumentError` unless there is either a size or a factor; calling it, `ShapeError` for other dimensions.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Upsample } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Upsample({ scaleFactor: 2, mode: 'bilinear' })(ones(1, 3, 8, 8)).shape); // => [ 1, 3, 16, 16 ]
 * ```
 */
export class Upsample extends Module {
  static override readonly name: string = 'Upsample';
  readonly options: InterpolateOptions;

  constructor(options: InterpolateOptions) {
    super();
    checkNames('Upsample', options ?? {}, known);
    checkInterpolation('Upsample', options ?? {});
    this.options = options;
  }

  forward(x: Tensor): Tensor {
    checkTensor('Upsample', x, 'the input');
    return interpolateNamed('Upsample', x, this.options);
  }

  override extraRepr(): string {
    const { size, scaleFactor, mode = 'nearest' } = this.options;
    const to = size === undefined ? `scale_factor=${print(scaleFactor!, float)}` : `size=${print(size, String)}`;
    return `${to}, mode=${mode}`;
  }
}
