import { type Known, wrong } from '@internal/arguments';
import type { Tensor } from '@kindling/tensor-core';
import { ValuesAndIndices, type WeightedSpans } from '@kindling/tensor-core/internal';
import { aPair, checkNames, checkTensor } from '../checks.js';
import { averageOf } from './pooling/avg.js';
import { windowsOf } from './pooling/columns.js';
import { largestOf } from './pooling/max.js';
import { checkImages, divide } from './pooling/spans.js';

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<AdaptiveMaxPool2dOptions> = { returnIndices: 'boolean' };

/** The size of a result, one number for rows and columns or one for each; `null` keeps that of the images. */
export type OutputSize = number | null | readonly [number | null, number | null];

/** What {@link adaptiveMaxPool2d} may be told. */
export interface AdaptiveMaxPool2dOptions<Indices extends boolean = boolean> {
  /** Whether the result is `{ values, indices }`, with the positions of the elements chosen; default false. */
  returnIndices?: Indices;
}

/** Throws unless a size is a number, `null` or two of them. */
function checkOutputSize(name: string, size: OutputSize): void {
  if (![size].flat().every((one) => one === null || Number.isInteger(one)))
    wrong(TypeError, name, 'outputSize', aPair[0], size);
}

/** The spans of rows and columns. */
function spansOf(name: string, x: Tensor, size: OutputSize): [WeightedSpans, WeightedSpans] {
  checkImages(name, x);
  checkOutputSize(name, size);
  const [rows, columns] = Array.isArray(size) ? (size as [number | null, number | null]) : [size, size];
  const [h, w] = x.shape.slice(-2) as [number, number];
  return [divide(name, h, (rows as number | null) ?? h), divide(name, w, (columns as number | null) ?? w)];
}

/**
 * The means of as many windows as are wanted, whatever the size of the images: `torch.nn.functional.adaptive_avg_pool2d`.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param outputSize - how many rows and columns of windows there are to be.
 * @returns the same with `outputSize` in place of h and w.
 * @throws `ShapeError` for other dimensions; `ArgumentError` for a size that is no whole number; `DTypeError` for int32
 * and bool.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.adaptiveAvgPool2d(arange(9).float().reshape([1, 3, 3]), 2).tolist()); // => [ [ [ 2, 3 ], [ 5, 6 ] ] ]
 * ```
 */
export function adaptiveAvgPool2d(x: Tensor, outputSize: OutputSize): Tensor {
  checkTensor('adaptiveAvgPool2d', x);
  const [rows, columns] = spansOf('adaptiveAvgPool2d', x, outputSize);
  return averageOf('adaptiveAvgPool2d', x, rows, columns, () => windowsOf(x, rows, columns));
}

/**
 * The largest elements of as many windows as are wanted, whatever the size of the images:
 * `torch.nn.functional.adaptive_max_pool2d`.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param outputSize - how many rows and columns of windows there are to be.
 * @returns the same with `outputSize` in place of h and w; with `returnIndices` that as `values`, and as `indices` the
 * int32 positions in the channels.
 * @throws `ShapeError` for other dimensions; `ArgumentError` for a size that is no whole number.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.adaptiveMaxPool2d(arange(9).float().reshape([1, 3, 3]), [1, 3]).tolist()); // => [ [ [ 6, 7, 8 ] ] ]
 * ```
 */
export function adaptiveMaxPool2d(
  x: Tensor,
  outputSize: OutputSize,
  options: { returnIndices: true },
): ValuesAndIndices;
export function adaptiveMaxPool2d(x: Tensor, outputSize: OutputSize, options?: { returnIndices?: false }): Tensor;
export function adaptiveMaxPool2d(
  x: Tensor,
  outputSize: OutputSize,
  options?: AdaptiveMaxPool2dOptions,
): Tensor | ValuesAndIndices;
export function adaptiveMaxPool2d(
  x: Tensor,
  outputSize: OutputSize,
  options: AdaptiveMaxPool2dOptions = {},
): Tensor | ValuesAndIndices {
  checkTensor('adaptiveMaxPool2d', x);
  checkNames('adaptiveMaxPool2d', options, known);
  const { returnIndices = false } = options;
  const [rows, columns] = spansOf('adaptiveMaxPool2d', x, outputSize);
  const largest = largestOf(x, rows, columns, () => windowsOf(x, rows, columns));
  return returnIndices ? new ValuesAndIndices(largest.values, largest.indices()) : largest.values;
}
