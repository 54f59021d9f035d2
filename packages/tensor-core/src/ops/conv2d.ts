import { checkChoice, type Known } from '@internal/arguments';
import type { Activation, Windows } from '../backend.js';
import { requireOptions, requireTensor, requireWhole } from '../checks.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape, sizeOf, wrongShape } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { gradientKernels } from './activation-backward.js';
import { add } from './add.js';
import { flatten } from './flatten.js';
import { checkLayer, defineLayer } from './layer.js';
import { matmul } from './matmul.js';
import { pad } from './pad.js';
import { reshape } from './reshape.js';
import { unsqueeze } from './squeeze.js';
import { sum } from './sum.js';
import { transpose } from './transpose.js';
import { fold, unfold } from './unfold.js';
import { type NumberOrPair, onImages, type WindowOptions, windowCounts, windowOptions, windowsOf } from './windows.js';

/** What {@link conv2d} may be told. */
export interface Conv2dOptions extends Omit<WindowOptions, 'padding'> {
  /** Zeros around the images, `'valid'` for none, or `'same'` for a result as large as the images; default 0. */
  padding?: NumberOrPair | 'same' | 'valid';
  /** Into how many groups the channels are divided, each with outputs of its own; default 1. */
  groups?: number;
  /** Applied to the result in the same pass; default `'identity'`, none. */
  activation?: Activation;
}

const known: Known<Conv2dOptions> = { ...windowOptions, groups: 1, activation: 1 };

interface Args {
  readonly windows: Windows;
  /** How many windows there are, in rows and columns. */
  readonly counts: readonly [number, number];
  readonly groups: number;
  readonly activation: Activation;
}

/** [n, channels, …] as [n, groups, channels / groups, the rest]. */
function grouped(x: Tensor, groups: number): Tensor {
  const [n, channels, ...rest] = x.shape as readonly [number, number, ...number[]];
  return reshape(x, [n, groups, channels / groups, sizeOf(rest)]);
}

/** A weight [o, c / groups, kh, kw] as a matrix for each group, [1, groups, o / groups, c / groups * kh * kw]. */
function matrices(weight: Tensor, groups: number): Tensor {
  return grouped(unsqueeze(weight, 0), groups);
}

function columnsOf(images: Tensor, { kernel, ...options }: Windows): Tensor {
  return unfold(images, kernel, options);
}

function composed(x: Tensor, weight: Tensor, bias: Tensor | null, { windows, counts, groups }: Args): Tensor {
  const product = matmul(matrices(weight, groups), grouped(columnsOf(x, windows), groups));
  const images = reshape(product, [x.shape[0]!, weight.shape[0]!, ...counts]);
  return bias === null ? images : add(images, reshape(bias, [-1, 1, 1]));
}

/** How windows slide, and in which groups. */
type Sliding = Pick<Args, 'windows' | 'groups'>;

/** @internal The adjoint of a convolution by its images of `shape`, from its results. */
export function imagesFrom(
  g: Tensor,
  weight: Tensor,
  { windows, groups }: Sliding,
  shape: readonly number[],
  kernels = gradientKernels(g),
): Tensor {
  const fused = kernels?.conv2dInputGradient;
  if (fused) return wrap(fused(g, weight, shape, windows, groups), shape);
  const columns = matmul(transpose(matrices(weight, groups), 2, 3), grouped(g, groups));
  const { kernel, ...options } = windows;
  return fold(flatten(columns, 1, 2), shape.slice(2) as [number, number], kernel, options);
}

/** @internal The adjoint of a convolution by its filters of `shape`, from its results and images. */
export function filtersFrom(g: Tensor, x: Tensor, { windows, groups }: Sliding, shape: readonly number[]): Tensor {
  const fused = gradientKernels(g)?.conv2dWeightGradient;
  if (fused) return wrap(fused(g, x, windows, groups), shape);
  const columns = grouped(columnsOf(x, windows), groups);
  return reshape(sum(matmul(grouped(g, groups), transpose(columns, 2, 3)), 0), shape);
}

const conv2dOp = defineLayer<Args>('convolution', {
  fused: (kernels, x, weight, bias, { windows, groups, activation }) =>
    kernels.conv2d?.(x, weight, bias, windows, groups, activation),
  composed,
  gradients: (kernels, g, x, weight, y, { windows, groups, activation }, wanted) =>
    kernels.conv2dBackward?.(g, x, weight, y, windows, groups, activation, wanted),
  // The bias: first along the memory, which is faster than all at once.
  backward: [
    (g, { b, args, inputs }) => imagesFrom(g, b, args, inputs[0]!.shape),
    (g, { a, args, inputs }) => filtersFrom(g, a, args, inputs[1]!.shape),
    (g) => sum(sum(flatten(g, 2), 2), 0),
  ],
});

/**
 * Slides windows over images, and gives for each window its product with every filter: `torch.nn.functional.conv2d`.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param weight - the filters, [o, c / groups, kh, kw].
 * @param bias - [o], or none.
 * @returns [n, o, (h + 2 * padding - dilation * (kh - 1) - 1) / stride + 1, likewise for w], without n where x has none.
 * @throws `ShapeError` when the images have other channels than the weight, are smaller than a window, or the bias does
 * not fit; `ArgumentError` for numbers that are not whole, groups that do not divide the channels, and `'same'` with a
 * stride; `DTypeError` when dtypes differ.
 * @example
 * ```ts
 * import { arange, conv2d, ones } from '@kindling/tensor-core';
 * const images = arange(9).reshape([1, 1, 3, 3]).float();
 * console.log(conv2d(images, ones(1, 1, 2, 2)).flatten().tolist()); // => [ 8, 12, 20, 24 ]
 * ```
 */
export function conv2d(x: Tensor, weight: Tensor, bias: Tensor | null = null, options: Conv2dOptions = {}): Tensor {
  requireTensor('conv2d', x);
  requireTensor('conv2d', weight, 'the weight');
  if (bias !== null) requireTensor('conv2d', bias, 'the bias');
  requireOptions('conv2d', options, known);
  const { padding = 0, groups = 1, activation = 'identity' } = options;
  if (typeof padding === 'string') checkChoice(ArgumentError, 'conv2d', 'the padding', padding, ['same', 'valid']);
  requireWhole('conv2d', 'groups', groups, 1);
  if (weight.ndim !== 4) wrongShape('conv2d', 'the weight', '[o, c / groups, kh, kw]', weight);
  const [o, perGroup, ...kernel] = weight.shape as readonly [number, number, number, number];
  const name = `Conv2d(${perGroup * groups} -> ${o})`;
  if (o < 1) throw new ShapeError(`${name}: the weight ${formatShape(weight.shape)} has no filter`);
  if (o % groups !== 0) {
    throw new ArgumentError(`${name}: ${groups} groups do not divide ${o} channels`);
  }
  return onImages(name, x, (batch) => {
    if (batch.shape[1] !== perGroup * groups) {
      throw new ShapeError(`${name}: got ${batch.shape[1]} channels, ${formatShape(x.shape)}`);
    }
    checkLayer(() => name, x, weight, bias, activation);
    let images = batch;
    let windows = windowsOf(name, kernel, { ...options, padding: typeof padding === 'string' ? 0 : padding });
    if (padding === 'same') {
      const { stride, dilation } = windows;
      if (stride[0] !== 1 || stride[1] !== 1) {
        throw new ArgumentError(`${name}: padding 'same' needs a stride of 1, not ${formatShape(stride)}`);
      }
      // As many windows as pixels; where the padding is odd, the larger half comes last, as in PyTorch.
      const [h, w] = [dilation[0] * (kernel[0] - 1), dilation[1] * (kernel[1] - 1)];
      if (h % 2 !== 0 || w % 2 !== 0) images = pad(images, [0, w % 2, 0, h % 2]);
      windows = { ...windows, padding: [Math.floor(h / 2), Math.floor(w / 2)] };
    }
    const args = { windows, counts: windowCounts(name, images.shape, windows), groups, activation };
    return conv2dOp(bias === null ? [images, weight] : [images, weight, bias], args);
  });
}
