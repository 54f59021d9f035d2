import {
  ArgumentError,
  formatShape,
  max,
  mean,
  type NumberOrPair,
  pad,
  reshape,
  ShapeError,
  type Tensor,
  unfold,
  type WindowOptions,
  windowCounts,
} from '@kindling/tensor-core';

/** How {@link maxPool2d} slides its windows; the stride is by default the size of a window. */
export interface MaxPool2dOptions extends WindowOptions {}

/** How {@link avgPool2d} slides its windows; the stride is by default the size of a window. */
export interface AvgPool2dOptions extends Omit<WindowOptions, 'dilation'> {}

const pair = (value: NumberOrPair): readonly [number, number] => (typeof value === 'number' ? [value, value] : value);

/** Reduces the windows of each channel, [channels, window, windows], to one element each. */
function pool(
  name: string,
  x: Tensor,
  kernelSize: NumberOrPair,
  { stride = kernelSize, padding = 0, dilation = 1 }: WindowOptions,
  outside: number,
  reduce: (columns: Tensor) => Tensor,
): Tensor {
  if (x.ndim !== 3 && x.ndim !== 4) {
    throw new ShapeError(`${name}: the images must be [n, c, h, w] or [c, h, w], not ${formatShape(x.shape)}`);
  }
  const kernel = pair(kernelSize);
  const [ph, pw] = pair(padding);
  if (!(ph >= 0 && pw >= 0 && ph <= kernel[0] / 2 && pw <= kernel[1] / 2)) {
    throw new ArgumentError(
      `${name}: the padding must lie between 0 and half of the window ${formatShape(kernel)}, not ${formatShape([ph, pw])}`,
    );
  }
  const padded = ph + pw > 0 ? pad(x, [pw, pw, ph, ph], outside) : x;
  const lead = x.shape.slice(0, -2);
  const size = padded.shape.slice(-2);
  const images = reshape(padded, [lead.reduce((a, b) => a * b, 1), 1, ...size]);
  const columns = unfold(images, kernel, { stride, dilation });
  const windows = { kernel, stride: pair(stride), padding: [0, 0], dilation: pair(dilation) } as const;
  const counts = windowCounts(name, size, windows);
  return reshape(reduce(columns), [...lead, ...counts]);
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
