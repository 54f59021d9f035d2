import { type Known, wrong } from '@internal/arguments';
import { ArgumentError, type NumberOrPair, type Tensor, type WindowOptions } from '@kindling/tensor-core';
import { windowsOf } from '@kindling/tensor-core/internal';
import { aPair, checkNames, checkPair, checkTensor } from '../checks.js';
import { averageOf } from './pooling/avg.js';
import { columnsOf } from './pooling/columns.js';
import { checkImages, slide } from './pooling/spans.js';

/** How {@link avgPool2d} slides its windows; the stride is by default the size of a window. */
export interface AvgPool2dOptions extends Omit<WindowOptions, 'dilation'> {
  /** Whether a last window may hang over the edge of the images; default false. */
  ceilMode?: boolean;
  /** Whether the zeros around the images count in a mean; default true. */
  countIncludePad?: boolean;
  /** What sums are divided by, in place of the number of their elements. */
  divisorOverride?: number | null;
}

/** @internal {@link avgPool2d} with the name that errors give. */
export function avgPoolNamed(name: string, x: Tensor, kernelSize: NumberOrPair, options: AvgPool2dOptions): Tensor {
  checkImages(name, x);
  const {
    stride = kernelSize,
    padding = 0,
    ceilMode = false,
    countIncludePad = true,
    divisorOverride = null,
  } = options;
  if (divisorOverride === 0 || Number.isNaN(divisorOverride)) {
    wrong(ArgumentError, name, 'divisorOverride', 'a number other than 0', divisorOverride);
  }
  const sliding = { ...windowsOf(name, kernelSize, { stride, padding }), ceilMode };
  const [rows, columns] = ([0, 1] as const).map((d) => {
    const along = slide(name, sliding, x.shape.at(d - 2)!, d, countIncludePad);
    return divisorOverride === null
      ? along
      : { ...along, weights: along.weights.map(() => (d === 0 ? 1 / divisorOverride : 1)) };
  }) as [ReturnType<typeof slide>, ReturnType<typeof slide>];
  return averageOf(name, x, rows, columns, () => columnsOf(x, sliding, rows, columns, 0));
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<AvgPool2dOptions> = {
  ceilMode: 'boolean',
  countIncludePad: 'boolean',
  divisorOverride: 'number or null',
  stride: aPair,
  padding: aPair,
};

/**
 * The mean of each window, in which what is around the images counts as 0: `torch.nn.functional.avg_pool2d`.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param kernelSize - the size of a window, [kh, kw].
 * @returns the same with an element for each window in place of h and w.
 * @throws `ShapeError` for other dimensions, or images smaller than a window; `ArgumentError` for sizes that are no
 * whole numbers, or a padding of more than half a window; `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const images = arange(16).float().reshape([1, 4, 4]);
 * console.log(F.avgPool2d(images, 2).tolist()); // => [ [ [ 2.5, 4.5 ], [ 10.5, 12.5 ] ] ]
 * console.log(F.avgPool2d(images, 3, { ceilMode: true }).tolist()); // => [ [ [ 5, 7 ], [ 13, 15 ] ] ]
 * ```
 */
export function avgPool2d(x: Tensor, kernelSize: NumberOrPair, options: AvgPool2dOptions = {}): Tensor {
  checkNames('avgPool2d', options, known);
  checkTensor('avgPool2d', x);
  checkPair('avgPool2d', 'kernelSize', kernelSize);
  return avgPoolNamed('avgPool2d', x, kernelSize, options);
}
