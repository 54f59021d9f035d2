import type { Known } from '@internal/arguments';
import type { Tensor } from '@kindling/tensor-core';
import { checkNames, checkTensor } from '../checks.js';
import { streamOf } from '../layers/options.js';
import { calculateGain, type Nonlinearity } from './calculate-gain.js';
import { fanInAndOut, type InitOptions } from './fan.js';
import { normal_, uniform_ } from './plain.js';

/** What the kaiming initialisers may be told. */
export interface KaimingOptions extends InitOptions {
  /** The negative slope, for leakyRelu; default 0. */
  a?: number;
  /** Whether the size of values (`'fanIn'`, default) or of gradients (`'fanOut'`) stays as it is from layer to layer. */
  mode?: 'fanIn' | 'fanOut';
  /** The function that follows; default `'leakyRelu'`. */
  nonlinearity?: Nonlinearity;
}

function deviation(name: string, x: Tensor, options: KaimingOptions): number {
  const { a = 0, mode = 'fanIn', nonlinearity = 'leakyRelu' } = options;
  return calculateGain(nonlinearity, a) / Math.sqrt(fanInAndOut(name, x)[mode]);
}

const known: Known<KaimingOptions> = { a: 1, mode: 1, nonlinearity: 1, generator: 1 };

/**
 * Fills a weight with uniform draws whose standard deviation is `gain / sqrt(fan)`, in place: He et al. (2015), as
 * `torch.nn.init.kaiming_uniform_`.
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
 * console.log(String(init.kaimingUniform_(zeros(1, 3)))); // => tensor([[-0.0106,  0.7586, -1.1640]])
 * ```
 */
export function kaimingUniform_<T extends Tensor>(x: T, options: KaimingOptions = {}): T {
  checkTensor('kaimingUniform_', x);
  checkNames('kaimingUniform_', options, known);
  const bound = Math.sqrt(3) * deviation('kaimingUniform_', x, options);
  return uniform_(x, -bound, bound, streamOf(options));
}

/**
 * Fills a weight with normal draws of standard deviation `gain / sqrt(fan)`, in place: He et al. (2015), as
 * `torch.nn.init.kaiming_normal_`.
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
 * console.log(String(init.kaimingNormal_(zeros(1, 2)))); // => tensor([[ 1.5410, -0.2934]])
 * ```
 */
export function kaimingNormal_<T extends Tensor>(x: T, options: KaimingOptions = {}): T {
  checkTensor('kaimingNormal_', x);
  checkNames('kaimingNormal_', options, known);
  return normal_(x, 0, deviation('kaimingNormal_', x, options), streamOf(options));
}
