import { checkChoice, checkOptions, type Known, wrong } from '@internal/arguments';
import {
  ArgumentError,
  add,
  expand,
  indexSelect,
  mul,
  type NumberOrPair,
  reshape,
  ShapeError,
  sub,
  type Tensor,
  tensor,
} from '@kindling/tensor-core';
import { formatShape, requireFloat, wrongShape } from '@kindling/tensor-core/internal';
import { checkTensor } from '../checks.js';

/** What {@link interpolate} may be told: the size of the result, or how many times as large it is to be. */
export interface InterpolateOptions {
  /** [h, w] of the result. */
  size?: NumberOrPair;
  /** How many times as many rows and columns the result has. */
  scaleFactor?: NumberOrPair;
  /** `'nearest'` (default): the pixel in the place; `'bilinear'`: between the four pixels around. */
  mode?: 'nearest' | 'bilinear';
  /** For `'bilinear'`: whether the middles of the corner pixels stay where they are, or the edges of the images; default false. */
  alignCorners?: boolean;
}

const both = (value: NumberOrPair): readonly [number, number] => (typeof value === 'number' ? [value, value] : value);

/** The names of the options. */
export const known: Known<InterpolateOptions> = { size: 1, scaleFactor: 1, mode: 1, alignCorners: 'boolean' };

/** Throws for options that fit no images. */
export function checkInterpolation(name: string, options: InterpolateOptions): void {
  const { size, scaleFactor, mode = 'nearest', alignCorners = false } = options;
  if ((size === undefined) === (scaleFactor === undefined)) {
    throw new ArgumentError(`${name}: give either size or scaleFactor`);
  }
  checkChoice(ArgumentError, name, 'the mode', mode, ['nearest', 'bilinear']);
  if (alignCorners && mode === 'nearest') throw new ArgumentError(`${name}: alignCorners is for the mode bilinear`);
  if (size !== undefined && !(both(size).length === 2 && both(size).every((one) => Number.isInteger(one) && one > 0))) {
    wrong(ArgumentError, name, 'the size', 'a whole number from 1, or two', size);
  }
  if (
    scaleFactor !== undefined &&
    !(scaleFactor !== null && both(scaleFactor).length === 2 && both(scaleFactor).every((one) => one > 0))
  ) {
    wrong(ArgumentError, name, 'the scale factor', 'a number above 0, or two', scaleFactor);
  }
}

/** The size of the result, and how far apart its pixels are in the image, along one dimension. */
function along({ size, scaleFactor }: InterpolateOptions, from: number, d: 0 | 1): { to: number; step: number } {
  if (size !== undefined) return { to: both(size)[d], step: from / both(size)[d] };
  const factor = both(scaleFactor!)[d];
  return { to: Math.floor(from * factor), step: 1 / factor };
}

/** The nearest pixels along a dimension. */
function nearest(x: Tensor, dim: number, from: number, { to, step }: { to: number; step: number }): Tensor {
  const times = to / from;
  if (Number.isInteger(times) && step * times === 1) {
    const { shape } = x;
    const wide = expand(reshape(x, [...shape.slice(0, dim + 1), 1, ...shape.slice(dim + 1)]), [
      ...shape.slice(0, dim + 1),
      times,
      ...shape.slice(dim + 1),
    ]);
    return reshape(wide, shape.with(dim, to));
  }
  // In float32, as PyTorch computes it.
  const scale = Math.fround(step);
  const at = Int32Array.from({ length: to }, (_, i) => Math.min(Math.floor(Math.fround(i * scale)), from - 1));
  return indexSelect(x, dim, at);
}

/** Between the pixels on both sides along a dimension. */
function linear(x: Tensor, dim: number, from: number, to: number, step: number, alignCorners: boolean): Tensor {
  const places = Array.from({ length: to }, (_, i) =>
    alignCorners ? (to === 1 ? 0 : (i * (from - 1)) / (to - 1)) : Math.max(0, (i + 0.5) * step - 0.5),
  );
  const low = places.map((place) => Math.min(Math.floor(place), from - 1));
  const part = places.map((place, i) => place - low[i]!);
  const weights = tensor(part, { backend: x.backend, dtype: x.dtype }).reshape(
    x.shape.map((_, i) => (i === dim ? to : 1)),
  );
  const high = low.map((at) => Math.min(at + 1, from - 1));
  return add(mul(indexSelect(x, dim, low), sub(1, weights)), mul(indexSelect(x, dim, high), weights));
}

/** @internal {@link interpolate} with the name that errors give. */
export function interpolateNamed(name: string, x: Tensor, options: InterpolateOptions): Tensor {
  checkInterpolation(name, options);
  const { mode = 'nearest', alignCorners = false } = options;
  if (x.ndim !== 4) wrongShape(name, 'the images', '[n, c, h, w]', x);
  const [h, w] = x.shape.slice(2) as [number, number];
  const [rows, columns] = [along(options, h, 0), along(options, w, 1)];
  if (h === 0 || w === 0 || rows.to < 1 || columns.to < 1) {
    throw new ShapeError(`${name}: nothing is left of images ${formatShape(x.shape)} in ${rows.to} x ${columns.to}`);
  }
  if (mode === 'nearest') return nearest(nearest(x, 2, h, rows), 3, w, columns);
  const tall = linear(requireFloat(name, x), 2, h, rows.to, rows.step, alignCorners);
  return linear(tall, 3, w, columns.to, columns.step, alignCorners);
}

/**
 * Images of another size: `torch.nn.functional.interpolate`.
 *
 * @param x - [n, c, h, w].
 * @returns [n, c, ...size].
 * @throws `ArgumentError` unless there is either a size or a factor, and for numbers out of range; `ShapeError` for other
 * dimensions.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const images = tensor([0, 3]).reshape([1, 1, 1, 2]);
 * console.log(F.interpolate(images, { scaleFactor: [1, 2] }).flatten().tolist()); // => [ 0, 0, 3, 3 ]
 * const options = { size: [1, 4], mode: 'bilinear', alignCorners: true } as const;
 * console.log(F.interpolate(images, options).flatten().tolist()); // => [ 0, 1, 2, 3 ]
 * ```
 */
export function interpolate(x: Tensor, options: InterpolateOptions): Tensor {
  checkTensor('interpolate', x);
  const object = typeof options === 'object' && options !== null;
  if (!object) wrong(TypeError, 'interpolate', 'the options', 'an object with size or scaleFactor', options);
  checkOptions(TypeError, 'interpolate', options, known);
  return interpolateNamed('interpolate', x, options);
}
