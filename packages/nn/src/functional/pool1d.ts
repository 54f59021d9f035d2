import { type Known, wrong } from '@internal/arguments';
import { ArgumentError, squeeze, type Tensor, unsqueeze } from '@kindling/tensor-core';
import { ValuesAndIndices, wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkNumber, checkTensor } from '../checks.js';
import { type AvgPool2dOptions, avgPoolNamed } from './avg-pool2d.js';
import { type MaxPool2dOptions, maxPoolNamed } from './max-pool2d.js';

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<MaxPool1dOptions> = {
  dilation: 'number',
  stride: 'number',
  padding: 'number',
  ceilMode: 'boolean',
  returnIndices: 'boolean',
};
/** @internal The names of the options and their kinds, for the layer too. */
export const known2: Known<AvgPool1dOptions> = {
  stride: 'number',
  padding: 'number',
  ceilMode: 'boolean',
  countIncludePad: 'boolean',
};

/** How windows slide along a sequence. */
interface Slide1d {
  /** From one window to the next; default the size of a window. */
  stride?: number;
  /** How much is added before and after; default 0. */
  padding?: number;
}

/** What {@link maxPool1d} may be told. */
export interface MaxPool1dOptions<Indices extends boolean = boolean>
  extends Slide1d,
    Pick<MaxPool2dOptions<Indices>, 'ceilMode' | 'returnIndices'> {
  /** From one element of a window to the next; default 1. */
  dilation?: number;
}

/** What {@link avgPool1d} may be told. */
export interface AvgPool1dOptions extends Slide1d, Pick<AvgPool2dOptions, 'ceilMode' | 'countIncludePad'> {}

/** A sequence as an image of one row. */
function asImage(name: string, x: Tensor): Tensor {
  if (x.ndim !== 2 && x.ndim !== 3) {
    wrongShape(name, 'the sequences', '[n, c, length] or [c, length]', x);
  }
  return unsqueeze(x, -2);
}

/** A number for the columns of an image of one row. */
function across(name: string, what: string, value: unknown, row: number): readonly [number, number] {
  if (typeof value !== 'number') wrong(ArgumentError, name, `the ${what}`, 'one number', value);
  return [row, value];
}

/**
 * The largest element of each window of a sequence: `torch.nn.functional.max_pool1d`. What is around is never chosen.
 *
 * @param x - [n, c, length], or [c, length].
 * @returns the same with an element for each window in place of the length; with `returnIndices` that as `values`, and as
 * `indices` the int32 positions.
 * @throws `ShapeError` for other dimensions, or a sequence shorter than a window; `ArgumentError` for sizes that are no
 * whole numbers, or a padding of more than half a window.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.maxPool1d(tensor([[1, 3, 2, 5]]), 2).tolist()); // => [ [ 3, 5 ] ]
 * ```
 */
export function maxPool1d(
  x: Tensor,
  kernelSize: number,
  options: MaxPool1dOptions<true> & { returnIndices: true },
): ValuesAndIndices;
export function maxPool1d(x: Tensor, kernelSize: number, options?: MaxPool1dOptions<false>): Tensor;
export function maxPool1d(x: Tensor, kernelSize: number, options?: MaxPool1dOptions): Tensor | ValuesAndIndices;
export function maxPool1d(x: Tensor, kernelSize: number, options: MaxPool1dOptions = {}): Tensor | ValuesAndIndices {
  checkTensor('maxPool1d', x);
  checkNumber('maxPool1d', 'kernelSize', kernelSize);
  checkNames('maxPool1d', options, known);
  const name = 'maxPool1d';
  const { stride = kernelSize, padding = 0, dilation = 1, ...rest } = options;
  const made = maxPoolNamed(name, asImage(name, x), across(name, 'kernel size', kernelSize, 1), {
    ...rest,
    stride: across(name, 'stride', stride, 1),
    padding: across(name, 'padding', padding, 0),
    dilation: across(name, 'dilation', dilation, 1),
  });
  if ('values' in made) return new ValuesAndIndices(squeeze(made.values, -2), squeeze(made.indices, -2));
  return squeeze(made, -2);
}

/**
 * The mean of each window of a sequence, in which what is around counts as 0: `torch.nn.functional.avg_pool1d`.
 *
 * @param x - [n, c, length], or [c, length].
 * @returns the same with an element for each window in place of the length.
 * @throws `ShapeError` for other dimensions, or a sequence shorter than a window; `ArgumentError` for sizes that are no
 * whole numbers, or a padding of more than half a window; `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.avgPool1d(tensor([[1, 3, 2, 5]]), 2).tolist()); // => [ [ 2, 3.5 ] ]
 * ```
 */
export function avgPool1d(x: Tensor, kernelSize: number, options: AvgPool1dOptions = {}): Tensor {
  checkTensor('avgPool1d', x);
  checkNumber('avgPool1d', 'kernelSize', kernelSize);
  checkNames('avgPool1d', options, known2);
  const name = 'avgPool1d';
  const { stride = kernelSize, padding = 0, ...rest } = options;
  const made = avgPoolNamed(name, asImage(name, x), across(name, 'kernel size', kernelSize, 1), {
    ...rest,
    stride: across(name, 'stride', stride, 1),
    padding: across(name, 'padding', padding, 0),
  });
  return squeeze(made, -2);
}
