import type { Windows } from '../backend.js';
import { requireOptions, requireTensor } from '../checks.js';
import { filled } from '../create/options.js';
import { defineSingle } from '../define-op.js';
import { DTypeError, ShapeError } from '../errors.js';
import { formatShape, type Shape, sizeOf } from '../shape.js';
import { type Tensor, viewOf, wrap } from '../tensor.js';
import { add } from './add.js';
import { pad } from './pad.js';
import { reshape } from './reshape.js';
import { select } from './select.js';
import { narrow } from './slice.js';
import {
  type NumberOrPair,
  onBatch,
  onImages,
  pairOf,
  type WindowOptions,
  windowCounts,
  windowOptions,
  windowsOf,
} from './windows.js';

interface Args {
  readonly windows: Windows;
  /** How many windows there are, in rows and columns. */
  readonly counts: readonly [number, number];
  /** The shape of the images. */
  readonly shape: Shape;
}

/** Padded images as [n, c, kh, kw, windows in rows, in columns]: overlapping strides, and nothing copied. */
function view(padded: Tensor, { windows: { kernel, stride, dilation }, counts }: Args): Tensor {
  const [n, c] = padded.shape as readonly [number, number];
  const [image, channel, row, column] = padded.strides as readonly [number, number, number, number];
  return viewOf(
    padded,
    [n, c, ...kernel, ...counts],
    [image, channel, row * dilation[0], column * dilation[1], row * stride[0], column * stride[1]],
  );
}

/** PyTorch's names, by which results are printed. */
const unfoldOp: (x: Tensor, args: Args) => Tensor = defineSingle<Args>(
  'im2Col',
  (x, args) => {
    const { windows, counts, shape } = args;
    const { backend, dtype } = x;
    const [ph, pw] = windows.padding;
    const fused = backend.fused?.unfold;
    const buffer = fused
      ? fused(x, windows)
      : backend.copy(view(ph + pw > 0 ? pad(x, [pw, pw, ph, ph]) : x, args), dtype);
    return wrap(buffer, [shape[0]!, shape[1]! * sizeOf(windows.kernel), sizeOf(counts)]);
  },
  (g, { args }) => foldOp(g, args),
);

const foldOp: (columns: Tensor, args: Args) => Tensor = defineSingle<Args>(
  'col2Im',
  (columns, args) => {
    const { windows, counts, shape } = args;
    const { backend, dtype } = columns;
    const fused = backend.fused?.fold;
    if (fused) return wrap(fused(columns, shape, windows), shape);
    const [n, c, h, w] = shape as readonly [number, number, number, number];
    const [ph, pw] = windows.padding;
    const padded = filled(0, [n, c, h + 2 * ph, w + 2 * pw], { backend, dtype });
    const to = view(padded, args);
    const from = reshape(columns, [n, c, ...windows.kernel, ...counts]);
    // The elements at one place of all windows do not overlap.
    for (let i = 0; i < windows.kernel[0]; i++) {
      for (let j = 0; j < windows.kernel[1]; j++) {
        const [target, part] = [to, from].map((x) => select(select(x, 2, i), 2, j)) as [Tensor, Tensor];
        backend.assign(target, add(target, part));
      }
    }
    return narrow(narrow(padded, 2, ph, h), 3, pw, w);
  },
  (g, { args }) => unfoldOp(g, args),
);

/**
 * The windows that slide over images, as columns: `torch.nn.functional.unfold`.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param kernelSize - the size of a window, [kh, kw].
 * @returns [n, c * kh * kw, windows], without n where x has none; windows go by rows.
 * @throws `ShapeError` when x has another number of dimensions or is smaller than a window; `ArgumentError` for sizes
 * that are no whole numbers.
 * @example
 * ```ts
 * import { arange, unfold } from '@kindling/tensor-core';
 * console.log(unfold(arange(6).reshape([1, 2, 3]), 2).tolist());
 * // => [ [ 0, 1 ], [ 1, 2 ], [ 3, 4 ], [ 4, 5 ] ]
 * ```
 */
export function unfold(x: Tensor, kernelSize: NumberOrPair, options: WindowOptions = {}): Tensor {
  requireTensor('unfold', x);
  requireOptions('unfold', options, windowOptions);
  return onImages('unfold', x, (images) => {
    const { shape } = images;
    const windows = windowsOf('unfold', kernelSize, options);
    return unfoldOp(images, { windows, counts: windowCounts('unfold', shape, windows), shape });
  });
}

/**
 * Images in which windows are added up where they lie: `torch.nn.functional.fold`. Where windows overlap it is not the
 * inverse of {@link unfold}, but its adjoint: the one's gradient is the other.
 *
 * @param columns - [n, c * kh * kw, windows], or without n.
 * @param outputSize - the size of the images, [h, w].
 * @param kernelSize - the size of a window, [kh, kw].
 * @returns [n, c, h, w], or without n.
 * @throws `ShapeError` when the columns are no whole number of channels, or the images have another number of windows;
 * `ArgumentError` for sizes that are no whole numbers; `DTypeError` for bool.
 * @example
 * ```ts
 * import { fold, ones } from '@kindling/tensor-core';
 * console.log(fold(ones(4, 2), [2, 3], 2).tolist()); // => [ [ [ 1, 2, 1 ], [ 1, 2, 1 ] ] ]
 * ```
 */
export function fold(
  columns: Tensor,
  outputSize: NumberOrPair,
  kernelSize: NumberOrPair,
  options: WindowOptions = {},
): Tensor {
  requireTensor('fold', columns, 'the columns');
  requireOptions('fold', options, windowOptions);
  if (columns.dtype === 'bool') throw new DTypeError('fold: bool elements have no sum; convert with int() or float()');
  return onBatch(columns, 3, 'fold: the columns must be [n, c * kh * kw, windows], or without n', (batch) => {
    const size = pairOf('fold', 'output size', outputSize, 1);
    const windows = windowsOf('fold', kernelSize, options);
    const [n, rows, count] = batch.shape as readonly [number, number, number];
    const channels = rows / sizeOf(windows.kernel);
    if (!Number.isInteger(channels)) {
      throw new ShapeError(
        `fold: the columns ${formatShape(batch.shape)} have ${rows} rows, which windows of ${formatShape(windows.kernel)} do not divide`,
      );
    }
    const counts = windowCounts('fold', size, windows);
    if (count !== sizeOf(counts)) {
      throw new ShapeError(
        `fold: ${formatShape(size)} has ${counts[0]} x ${counts[1]} windows, the columns ${formatShape(batch.shape)} have ${count}`,
      );
    }
    return foldOp(batch, { windows, counts, shape: [n, channels, ...size] });
  });
}
