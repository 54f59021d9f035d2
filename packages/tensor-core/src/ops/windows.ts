import { type Known, wrong } from '@internal/arguments';
import type { Windows } from '../backend.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { squeeze, unsqueeze } from './squeeze.js';

/** One number for rows and columns, or one for each. */
export type NumberOrPair = number | readonly [number, number];

/** How windows slide over images. */
export interface WindowOptions {
  /** From one window to the next; default 1. */
  stride?: NumberOrPair;
  /** Zeros around the image, on either side; default 0. */
  padding?: NumberOrPair;
  /** From one element of a window to the next; default 1. */
  dilation?: NumberOrPair;
}

/** @internal */
export const windowOptions: Known<WindowOptions> = { stride: 1, padding: 1, dilation: 1 };

/** @internal Both numbers, checked. */
export function pairOf(name: string, what: string, value: NumberOrPair, least: number): readonly [number, number] {
  const pair = typeof value === 'number' ? ([value, value] as const) : value;
  if (!Array.isArray(pair)) wrong(ArgumentError, name, `the ${what}`, `a whole number from ${least}, or two`, value);
  if (pair.length !== 2 || !pair.every((one) => Number.isInteger(one) && one >= least)) {
    throw new ArgumentError(
      `${name}: the ${what} must be a whole number from ${least}, or two, not ${typeof value === 'number' ? value : formatShape(value)}`,
    );
  }
  return pair;
}

/** Null is no number. */
function orDefault(value: NumberOrPair | undefined, otherwise: number): NumberOrPair {
  return value === undefined ? otherwise : value;
}

/** @internal All that says how windows slide. */
export function windowsOf(name: string, kernelSize: NumberOrPair, options: WindowOptions): Windows {
  return {
    kernel: pairOf(name, 'kernel size', kernelSize, 1),
    stride: pairOf(name, 'stride', orDefault(options.stride, 1), 1),
    padding: pairOf(name, 'padding', orDefault(options.padding, 0), 0),
    dilation: pairOf(name, 'dilation', orDefault(options.dilation, 1), 1),
  };
}

/** @internal How many windows an image [..., h, w] has, in rows and columns. */
export function windowCounts(name: string, size: readonly number[], windows: Windows): readonly [number, number] {
  const { kernel, stride, padding, dilation } = windows;
  const image = size.slice(-2);
  const count = (d: 0 | 1): number =>
    Math.floor((image[d]! + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d]) + 1;
  const counts = [count(0), count(1)] as const;
  if (counts[0] < 1 || counts[1] < 1) {
    throw new ShapeError(
      `${name}: a window of ${formatShape(kernel)} (dilation ${formatShape(dilation)}) does not fit into ${formatShape(image)} (padding ${formatShape(padding)})`,
    );
  }
  return counts;
}

/** @internal Gives images to a function that takes a batch of them, [n, c, h, w]; of one image, [c, h, w], n is 1. */
export function onImages(name: string, x: Tensor, run: (images: Tensor) => Tensor): Tensor {
  return onBatch(x, 4, `${name}: the images must be [n, c, h, w] or [c, h, w]`, run);
}

/** @internal Gives a function its input with `ndim` dimensions; where the first is missing, the result is without it too. */
export function onBatch(x: Tensor, ndim: number, rule: string, run: (batch: Tensor) => Tensor): Tensor {
  if (x.ndim === ndim) return run(x);
  if (x.ndim !== ndim - 1) throw new ShapeError(`${rule}, not ${formatShape(x.shape)}`);
  return squeeze(run(unsqueeze(x, 0)), 0);
}
