import type { Known } from '@internal/arguments';
import type { NumberOrPair, Tensor, WindowOptions } from '@kindling/tensor-core';
import { ValuesAndIndices, windowsOf } from '@kindling/tensor-core/internal';
import { aPair, checkNames, checkPair, checkTensor } from '../checks.js';
import { columnsOf } from './pooling/columns.js';
import { largestOf } from './pooling/max.js';
import { checkImages, slide } from './pooling/spans.js';

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<MaxPool2dOptions> = {
  ceilMode: 'boolean',
  returnIndices: 'boolean',
  stride: aPair,
  padding: aPair,
  dilation: aPair,
};

/** How {@link maxPool2d} slides its windows; the stride is by default the size of a window. */
export interface MaxPool2dOptions<Indices extends boolean = boolean> extends WindowOptions {
  /** Whether a last window may hang over the edge of the images; default false. */
  ceilMode?: boolean;
  /** Whether the result is `{ values, indices }`, with the positions of the elements chosen; default false. */
  returnIndices?: Indices;
}

/** @internal {@link maxPool2d} with the name that errors give. */
export function maxPoolNamed(
  name: string,
  x: Tensor,
  kernelSize: NumberOrPair,
  options: MaxPool2dOptions,
): Tensor | ValuesAndIndices {
  checkImages(name, x);
  const windows = windowsOf(name, kernelSize, { ...options, stride: options.stride ?? kernelSize });
  const sliding = { ...windows, ceilMode: options.ceilMode ?? false };
  const [h, w] = x.shape.slice(-2) as [number, number];
  const [rows, columns] = [slide(name, sliding, h, 0), slide(name, sliding, w, 1)];
  const largest = largestOf(x, rows, columns, () => columnsOf(x, sliding, rows, columns, Number.NEGATIVE_INFINITY));
  return options.returnIndices === true ? new ValuesAndIndices(largest.values, largest.indices()) : largest.values;
}

/**
 * The largest element of each window: `torch.nn.functional.max_pool2d`. What is around the images is never chosen, and of
 * equal elements the first is, which gets the gradient.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param kernelSize - the size of a window, [kh, kw].
 * @returns the same with an element for each window in place of h and w; with `returnIndices` that as `values`, and as
 * `indices` the int32 positions in the channels, `row * w + column`.
 * @throws `ShapeError` for other dimensions, or images smaller than a window; `ArgumentError` for sizes that are no
 * whole numbers, or a padding of more than half a window.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const images = arange(16).float().reshape([1, 4, 4]);
 * console.log(F.maxPool2d(images, 2).tolist()); // => [ [ [ 5, 7 ], [ 13, 15 ] ] ]
 * console.log(F.maxPool2d(images, 3, { ceilMode: true, returnIndices: true }).indices.shape); // => [ 1, 2, 2 ]
 * ```
 */
export function maxPool2d(
  x: Tensor,
  kernelSize: NumberOrPair,
  options: MaxPool2dOptions<true> & { returnIndices: true },
): ValuesAndIndices;
export function maxPool2d(x: Tensor, kernelSize: NumberOrPair, options?: MaxPool2dOptions<false>): Tensor;
export function maxPool2d(x: Tensor, kernelSize: NumberOrPair, options?: MaxPool2dOptions): Tensor | ValuesAndIndices;
export function maxPool2d(
  x: Tensor,
  kernelSize: NumberOrPair,
  options: MaxPool2dOptions = {},
): Tensor | ValuesAndIndices {
  checkNames('maxPool2d', options, known);
  checkTensor('maxPool2d', x);
  checkPair('maxPool2d', 'kernelSize', kernelSize);
  return maxPoolNamed('maxPool2d', x, kernelSize, options);
}
