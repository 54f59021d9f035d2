import type { Known } from '@internal/arguments';
import { noGrad, type Tensor } from '@kindling/tensor-core';
import { normal_ as drawNormal } from '@kindling/tensor-core/internal';
import { checkNames, checkNumber, checkTensor } from '../checks.js';
import { streamOf } from '../layers/options.js';
import type { InitOptions } from './fan.js';

const known: Known<InitOptions> = { generator: 1 };

/**
 * Fills a tensor with draws from [a, b), in place, as `torch.nn.init.uniform_`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { manualSeed, setBackend, zeros } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(init.uniform_(zeros(2), -1, 1))); // => tensor([-0.0075,  0.5364])
 * ```
 */
export function uniform_<T extends Tensor>(x: T, a = 0, b = 1, options: InitOptions = {}): T {
  checkTensor('uniform_', x);
  checkNumber('uniform_', 'a', a);
  checkNumber('uniform_', 'b', b);
  checkNames('uniform_', options, known);
  return noGrad(() => x.uniform_(a, b, streamOf(options)));
}

/**
 * Fills a tensor with normal draws, in place, as `torch.nn.init.normal_`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { manualSeed, setBackend, zeros } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(init.normal_(zeros(2), 10))); // => tensor([11.5410,  9.7066])
 * ```
 */
export function normal_<T extends Tensor>(x: T, mean = 0, std = 1, options: InitOptions = {}): T {
  checkTensor('normal_', x);
  checkNumber('normal_', 'mean', mean);
  checkNumber('normal_', 'std', std);
  checkNames('normal_', options, known);
  noGrad(() => drawNormal(x, mean, std, streamOf(options)));
  return x;
}
