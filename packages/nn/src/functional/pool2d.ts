import {
  ArgumentError,
  formatShape,
  max,
  mean,
  type NumberOrPair,
  pad,
  reshape,
  ShapeError,
  sizeOf,
  type Tensor,
  unfold,
  type WindowOptions,
  windowCounts,
  windowsOf,
} from '@kindling/tensor-core';

/** How {@link maxPool2d} slides its windows; the stride is by default the size of a window. */
export interface MaxPool2dOptions extends WindowOptions {}

/** How {@link avgPool2d} slides its windows; the stride is by default the size of a window. */
export interface AvgPool2dOptions extends Omit<WindowOptions, 'dilation'> {}

/** Reduces the windows of each channel, [channels, window, windows], to one element each. */
function pool(
  name: string,
  x: Tensor,
  kernelSize: NumberOrPair,
  options: WindowOptions,
  outside: number,
  reduce: (columns: Tensor) => Tensor,
): Tensor {
  if (x.ndim !== 3 && x.ndim !== 4) {
    throw new ShapeError(`${name}: the images must be [n, c, h, w] or [c, h, w], not ${formatShape(x.shape)}`);
  }
  const windows = windowsOf(name, kernelSize, { ...options, stride: options.stride ?? kernelSize });
  const { kernel, stride, dilation } = windows;
  const [ph, pw] = windows.padding;
  if (ph > kernel[0] / 2 || pw > kernel[1] / 2) {
    throw new ArgumentError(
      `${name}: the padding must lie between 0 and half of the window ${formatShape(kernel)}, not ${formatShape([ph, pw])}`,
    );
  }
  const counts = windowCounts(name, x.shape, windows);
  const padded = ph + pw > 0 ? pad(x, [pw, pw, ph, ph], outside) : x;
  const lead = x.shape.slice(0, -2);
  const images = reshape(padded, [sizeOf(lead), 1, ...padded.shape.slice(-2)]);
  return reshape(reduce(unfold(images, kernel, { stride, dilation })), [...lead, ...counts]);
}

/**
 * The largest element of each window: `torch.nn.functional.max_pool2d`. What is around the images is never chosen, and of
 * equal elements the first is, which gets the gradient.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param kernelSize - the size of a window, [kh, kw].
 * @returns the same with an element for each window in place of h and w.
 * @throws `ShapeError` for other dimensions, or images smaller than a window; `ArgumentError` for sizes that are no
 * whole numbers, or a padding of more than half a window.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { functional as F } from '@kindling/nn';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.maxPool2d(arange(16).reshape([1, 4, 4]), 2).tolist()); // => [ [ [ 5, 7 ], [ 13, 15 ] ] ]
 * ```
 */
export function maxPool2d(x: Tensor, kernelSize: NumberOrPair, options: MaxPool2dOptions = {}): Tensor {
  return pool('maxPool2d', x, kernelSize, options, Number.NEGATIVE_INFINITY, (columns) => max(columns, 1).values);
}

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
 * import { functional as F } from '@kindling/nn';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.avgPool2d(arange(16).float().reshape([1, 4, 4]), 2).tolist()); // => [ [ [ 2.5, 4.5 ], [ 10.5, 12.5 ] ] ]
 * ```
 */
export function avgPool2d(x: Tensor, kernelSize: NumberOrPair, options: AvgPool2dOptions = {}): Tensor {
  return pool('avgPool2d', x, kernelSize, options, 0, (columns) => mean(columns, 1));
}
