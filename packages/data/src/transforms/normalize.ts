import { needOptions, wrong } from '@internal/arguments';
import { type Tensor, tensor } from '@kindling/tensor-core';
import type { Transform } from './compose.js';

/**
 * A transform to `(x - mean) / std` along the last dimension, with statistics known beforehand; StandardScaler measures
 * them.
 *
 * @param options.mean - a value a feature, or one for all.
 * @param options.std - likewise; above 0.
 * @throws `Error` for a standard deviation that is not above 0.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { normalize } from '@kindling/data';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const scaled = normalize({ mean: [1, 10], std: [2, 5] });
 * console.log(scaled(tensor([3, 5])).tolist()); // => [ 1, -1 ]
 * ```
 */
export function normalize(options: {
  readonly mean: number | readonly number[];
  readonly std: number | readonly number[];
}): Transform<Tensor> {
  needOptions(Error, 'normalize', options, { mean: 1, std: 1 });
  const { mean, std } = options;
  for (const [name, values] of Object.entries({ mean, std })) {
    const odd = [values].flat().find((value) => typeof value !== 'number' || Number.isNaN(value));
    if (odd !== undefined || values === undefined)
      wrong(Error, 'normalize', name, 'a number or an array of numbers', values);
  }
  const bad = [std].flat().find((value) => !(value > 0));
  if (bad !== undefined) throw new Error(`normalize: the standard deviation must be above 0, got ${bad}`);
  const operand = (values: number | readonly number[], x: Tensor): Tensor | number =>
    typeof values === 'number' ? values : tensor(values, { dtype: x.dtype, backend: x.backend });
  return (x) => x.sub(operand(mean, x)).div(operand(std, x));
}
