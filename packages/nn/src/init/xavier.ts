import type { Known } from '@internal/arguments';
import type { Tensor } from '@kindling/tensor-core';
import { checkNames, checkTensor } from '../checks.js';
import { streamOf } from '../layers/options.js';
import { fanInAndOut, type InitOptions } from './fan.js';
import { normal_, uniform_ } from './plain.js';

/** What the xavier initialisers may be told. */
export interface XavierOptions extends InitOptions {
  /** A factor for the standard deviation, as of `calculateGain`; default 1. */
  gain?: number;
}

function deviation(name: string, x: Tensor, { gain = 1 }: XavierOptions): number {
  const { fanIn, fanOut } = fanInAndOut(name, x);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}

const known: Known<XavierOptions> = { gain: 'number', generator: 1 };

/**
 * Fills a weight with uniform draws of standard deviation `gain * sqrt(2 / (fanIn + fanOut))`, in place: Glorot and
 * Bengio (2010), as `torch.nn.init.xavier_uniform_`.
 *
 * @param x - [out, in, ...kernel].
 * @throws `ShapeError` for fewer than two dimensions.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { manualSeed, setBackend, zeros } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(init.xavierUniform_(zeros(1, 2)))); // => tensor([[-0.0106,  0.7586]])
 * ```
 */
export function xavierUniform_<T extends Tensor>(x: T, options: XavierOptions = {}): T {
  checkTensor('xavierUniform_', x);
  checkNames('xavierUniform_', options, known);
  const bound = Math.sqrt(3) * deviation('xavierUniform_', x, options);
  return uniform_(x, -bound, bound, streamOf(options));
}

/**
 * Fills a weight with normal draws of standard deviation `gain * sqrt(2 / (fanIn + fanOut))`, in place: Glorot and
 * Bengio (2010), as `torch.nn.init.xavier_normal_`.
 *
 * @param x - [out, in, ...kernel].
 * @throws `ShapeError` for fewer than two dimensions.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { manualSeed, setBackend, zeros } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(init.xavierNormal_(zeros(1, 1)))); // => tensor([[1.5410]])
 * ```
 */
export function xavierNormal_<T extends Tensor>(x: T, options: XavierOptions = {}): T {
  checkTensor('xavierNormal_', x);
  checkNames('xavierNormal_', options, known);
  return normal_(x, 0, deviation('xavierNormal_', x, options), streamOf(options));
}
