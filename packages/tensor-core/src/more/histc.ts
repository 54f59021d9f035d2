import { requireNumber, requireOptions, requireTensor, requireWhole } from '../checks.js';
import { zeros } from '../create/filled.js';
import { ArgumentError } from '../errors.js';
import { cast } from '../ops/cast.js';
import { clamp } from '../ops/clamp.js';
import { div } from '../ops/div.js';
import { requireFloat } from '../ops/elementwise.js';
import { floor } from '../ops/floor.js';
import { ge } from '../ops/ge.js';
import { le } from '../ops/le.js';
import { logicalAnd } from '../ops/logical-and.js';
import { max } from '../ops/max.js';
import { min } from '../ops/min.js';
import { mul } from '../ops/mul.js';
import { reshape } from '../ops/reshape.js';
import { scatterAdd } from '../ops/scatter-add.js';
import { sub } from '../ops/sub.js';
import { where } from '../ops/where.js';
import { readNow } from '../read.js';
import type { Tensor } from '../tensor.js';

/** The range of a histogram. Where both are 0, as by default, it is that of the elements. */
export interface HistcOptions {
  /** Where the first bin begins. */
  min?: number;
  /** Where the last bin ends, itself inside. */
  max?: number;
}

/**
 * How many elements lie in each of `bins` bins of one width; those outside the range count nowhere.
 *
 * @param x - floats of any shape.
 * @param bins - how many; default 100.
 * @returns [bins], of the dtype of `x`; it has no gradient.
 * @throws `DTypeError` for whole numbers; `ArgumentError` when the range is not finite or ends before it begins; without a range,
 * `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { histc } from '@kindling/tensor-core/more';
 * console.log(histc(tensor([1, 2, 1]), 4, { min: 0, max: 3 }).tolist()); // => [ 0, 2, 1, 0 ]
 * ```
 */
export function histc(x: Tensor, bins = 100, options: HistcOptions = {}): Tensor {
  requireTensor('histc', x);
  requireFloat('histc', x);
  requireWhole('histc', 'bins', bins, 1);
  requireOptions<HistcOptions>('histc', options, { min: 1, max: 1 });
  const elements = reshape(x.detach(), [-1]);
  const [low, high] = rangeOf(elements, options);
  const inside = logicalAnd(ge(elements, low), le(elements, high));
  const place = floor(div(mul(sub(where(inside, elements, low), low), bins), high - low));
  const bin = cast(clamp(place, 0, bins - 1), 'int32');
  return scatterAdd(zeros([bins], { dtype: x.dtype, backend: x.backend }), 0, bin, cast(inside, x.dtype));
}

function rangeOf(elements: Tensor, { min: low = 0, max: high = 0 }: HistcOptions): [number, number] {
  requireNumber('histc', 'min', low);
  requireNumber('histc', 'max', high);
  let range: [number, number] = [low, high];
  if (low === high && elements.count > 0) {
    range = [readNow('histc', min(elements))[0]!, readNow('histc', max(elements))[0]!];
    if (low !== 0) range = [low, high];
  }
  if (!Number.isFinite(range[0]) || !Number.isFinite(range[1])) {
    throw new ArgumentError(`histc: the range must be finite, not ${range[0]} to ${range[1]}`);
  }
  if (range[0] > range[1]) throw new ArgumentError(`histc: max is ${high}, below min ${low}`);
  return range[0] === range[1] ? [range[0] - 1, range[1] + 1] : range;
}
