import { DEFAULT_SEED } from './default.js';
import { RandomState } from './numpy.js';

let shared: RandomState | undefined;

/**
 * The shared RandomState that plays the part of `np.random`: splits and data generators without a `randomState` draw
 * from it, one after the other. It starts from `DEFAULT_SEED`; `numpyRandom().seed(n)` is `np.random.seed(n)`.
 *
 * @example
 * ```ts
 * import { numpyRandom } from '@kindling/tensor-core/numpy';
 *
 * numpyRandom().seed(0);
 * console.log(numpyRandom().randint(0, 10, 3)); // => Int32Array(3) [ 5, 0, 3 ]
 * ```
 */
export function numpyRandom(): RandomState {
  shared ??= new RandomState(DEFAULT_SEED);
  return shared;
}
