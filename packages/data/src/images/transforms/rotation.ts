import { checkOptions, numbers, wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import type { Image } from '../image.js';
import { affine, type Matrix } from './affine.js';
import { type Fill, gather } from './gather.js';
import { angleRange, drawBetween, type Range } from './numbers.js';
import type { Interpolation } from './resample.js';
import { checkInterpolation } from './resize.js';
import { bytesNeeded, ImageTransform, type Picture } from './transform.js';

/** What {@link RandomRotation} may be told. */
export interface RandomRotationOptions {
  /** Default `nearest`. */
  readonly interpolation?: Interpolation;
  /** Whether the image grows so that nothing is cut off; default false. */
  readonly expand?: boolean;
  /** The point that stays, from the left and the top; default the middle. */
  readonly center?: readonly [x: number, y: number];
  /** What comes where the image was not; default 0. */
  readonly fill?: Fill;
}

const known = { interpolation: 1, expand: 'boolean', center: 1, fill: numbers } as const;

/**
 * A turn by a random angle, counter-clockwise, as torchvision's `RandomRotation` of Pillow's images.
 *
 * @param degrees - from and to, or `x` for -x to x.
 * @throws {@link ImageError} for a negative angle alone; for a `FloatImage`.
 * @example
 * ```ts
 * import { RandomRotation } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(1, 2, 3, 4), width: 2, height: 2, channels: 1 };
 * console.log(new RandomRotation([90, 90]).apply(image).data); // => Uint8Array(4) [ 2, 4, 1, 3 ]
 * ```
 */
export class RandomRotation extends ImageTransform {
  private readonly degrees: Range;
  private readonly options: RandomRotationOptions;

  constructor(degrees: number | Range, options: RandomRotationOptions = {}) {
    super('RandomRotation', [degrees, options]);
    this.degrees = angleRange('RandomRotation', 'degrees', degrees);
    checkOptions(ImageError, 'RandomRotation', options, known);
    checkInterpolation('RandomRotation', options.interpolation);
    checkCenter('RandomRotation', options.center);
    this.options = options;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    return rotate(bytesNeeded('RandomRotation', picture), drawBetween(generator, this.degrees), this.options);
  }
}

/** Throws for a center that is no point. */
export function checkCenter(where: string, center: unknown): void {
  if (center === undefined || (Array.isArray(center) && center.length === 2 && center.every(Number.isFinite))) return;
  wrong(ImageError, where, 'center', 'two numbers [x, y]', center);
}

function rotate(image: Image, degrees: number, options: RandomRotationOptions): Image {
  const { interpolation = 'nearest', expand = false, center, fill = 0 } = options;
  const { width, height } = image;
  const rest = degrees % 360;
  const turned = rest < 0 ? rest + 360 : rest;
  if (center === undefined) {
    if (turned === 0) return image;
    const quarter = turned === 90 || turned === 270;
    if (turned === 180 || (quarter && (expand || width === height))) return quarterTurns(image, turned / 90);
  }
  const angle = -turned * (Math.PI / 180);
  const round = (value: number): number => Math.round(value * 1e15) / 1e15;
  const [cos, sin] = [round(Math.cos(angle)), round(Math.sin(angle))];
  const [cx, cy] = center ?? [width / 2, height / 2];
  const at = (x: number, y: number, c: number, f: number): [number, number] => [
    cos * x + sin * y + c,
    -sin * x + cos * y + f,
  ];
  let [c, f] = at(-cx, -cy, 0, 0);
  c += cx;
  f += cy;
  if (!expand)
    return affine('RandomRotation', image, { width, height }, [cos, sin, c, -sin, cos, f], interpolation, fill);
  const corners = [at(0, 0, c, f), at(width, 0, c, f), at(width, height, c, f), at(0, height, c, f)];
  const extent = (k: 0 | 1): number => {
    const values = corners.map((corner) => corner[k]);
    return Math.ceil(Math.max(...values)) - Math.floor(Math.min(...values));
  };
  const size = { width: extent(0), height: extent(1) };
  [c, f] = at(-(size.width - width) / 2, -(size.height - height) / 2, c, f);
  const matrix: Matrix = [cos, sin, c, -sin, cos, f];
  return affine('RandomRotation', image, size, matrix, interpolation, fill);
}

function quarterTurns(image: Image, turns: number): Image {
  const { width, height } = image;
  const size = turns === 2 ? { width, height } : { width: height, height: width };
  return gather('RandomRotation', image, size, (x, y) => {
    if (turns === 2) return (height - 1 - y) * width + width - 1 - x;
    return turns === 1 ? x * width + width - 1 - y : (height - 1 - x) * width + y;
  }) as Image;
}
