import type { Known } from '@internal/arguments';
import { type Activation, conv2d, squeeze, type Tensor, unsqueeze } from '@kindling/tensor-core';
import { wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';

/** What {@link conv1d} may be told. */
export interface Conv1dOptions {
  /** From one window to the next; default 1. */
  stride?: number;
  /** Zeros before and after, `'valid'` for none, or `'same'` for a result as long as the sequences; default 0. */
  padding?: number | 'same' | 'valid';
  /** From one element of a window to the next; default 1. */
  dilation?: number;
  /** Into how many groups the channels are divided, each with outputs of its own; default 1. */
  groups?: number;
  /** Applied to the result in the same pass; default `'identity'`, none. */
  activation?: Activation;
}

const known: Known<Conv1dOptions> = {
  stride: 'number',
  padding: ["a whole number, 'same' or 'valid'", (value) => typeof value === 'string' || Number.isInteger(value)],
  dilation: 'number',
  groups: 1,
  activation: 1,
};

/**
 * Slides windows along sequences, and gives for each window its product with every filter: `torch.nn.functional.conv1d`.
 *
 * @param x - [n, c, length], or [c, length].
 * @param weight - the filters, [o, c / groups, k].
 * @param bias - [o], or none.
 * @returns [n, o, (length + 2 * padding - dilation * (k - 1) - 1) / stride + 1], without n where x has none.
 * @throws `ShapeError` when the sequences have other channels than the weight, are shorter than a window, or the bias does
 * not fit; `ArgumentError` for numbers that are not whole, groups that do not divide the channels, and `'same'` with a
 * stride; `DTypeError` when dtypes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { ones, setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.conv1d(tensor([[1, 2, 3]]), ones(1, 1, 2)).tolist()); // => [ [ 3, 5 ] ]
 * ```
 */
export function conv1d(x: Tensor, weight: Tensor, bias: Tensor | null = null, options: Conv1dOptions = {}): Tensor {
  checkTensor('conv1d', x);
  checkTensor('conv1d', weight, 'weight');
  if (bias !== null) checkTensor('conv1d', bias, 'bias');
  checkNames('conv1d', options, known);
  const { stride = 1, padding = 0, dilation = 1, ...rest } = options;
  if (weight.ndim !== 3) {
    wrongShape('conv1d', 'the weight', '[o, c / groups, k]', weight);
  }
  if (x.ndim !== 2 && x.ndim !== 3) {
    wrongShape('conv1d', 'the sequences', '[n, c, length] or [c, length]', x);
  }
  // As images of one row.
  const images = conv2d(unsqueeze(x, -2), unsqueeze(weight, -2), bias, {
    ...rest,
    stride: [1, stride],
    padding: typeof padding === 'string' ? padding : [0, padding],
    dilation: [1, dilation],
  });
  return squeeze(images, -2);
}
