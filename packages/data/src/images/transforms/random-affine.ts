import { checkOptions, numbers, twoNumbers } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import { affine, type Matrix } from './affine.js';
import type { Fill } from './gather.js';
import { angleRange, checkRange, drawBetween, type Range, roundEven } from './numbers.js';
import type { Interpolation } from './resample.js';
import { checkInterpolation } from './resize.js';
import { checkCenter } from './rotation.js';
import { bytesNeeded, ImageTransform, type Picture } from './transform.js';

/** What {@link RandomAffine} may be told. */
export interface RandomAffineOptions {
  /** How far at most, as parts of width and height; default not at all. */
  readonly translate?: readonly [x: number, y: number];
  /** The factor of the size, from and to; default 1. */
  readonly scale?: Range;
  /** Degrees of shear along x, and along y if four numbers are given: from and to, or `x` for -x to x; default none. */
  readonly shear?: number | Range | readonly [fromX: number, toX: number, fromY: number, toY: number];
  /** Default `nearest`. */
  readonly interpolation?: Interpolation;
  /** What comes where the image was not; default 0. */
  readonly fill?: Fill;
  /** The point that stays, from the left and the top; default the middle. */
  readonly center?: readonly [x: number, y: number];
}

const known = { translate: twoNumbers, scale: 1, shear: 1, interpolation: 1, fill: numbers, center: 1 } as const;

/**
 * A random turn, shift, change of size and shear with the middle in its place, as torchvision's `RandomAffine` of Pillow's
 * images.
 *
 * @param degrees - of the turn: from and to, or `x` for -x to x.
 * @throws {@link ImageError} for ranges that are none; for a `FloatImage`.
 * @example
 * ```ts
 * import { RandomAffine } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(1, 2, 3, 4), width: 2, height: 2, channels: 1 };
 * console.log(new RandomAffine([180, 180]).apply(image).data); // => Uint8Array(4) [ 4, 3, 2, 1 ]
 * ```
 */
export class RandomAffine extends ImageTransform {
  private readonly degrees: Range;
  private readonly shears: readonly Range[];
  private readonly options: RandomAffineOptions;

  constructor(degrees: number | Range, options: RandomAffineOptions = {}) {
    super('RandomAffine', [degrees, options]);
    this.degrees = angleRange('RandomAffine', 'degrees', degrees);
    checkOptions(ImageError, 'RandomAffine', options, known);
    const { translate, scale, shear, center, interpolation } = options;
    for (const part of translate ?? []) checkRange('RandomAffine', 'each part of translate', [part, part], 0, 1);
    if (scale !== undefined) checkRange('RandomAffine', 'scale', scale, Number.MIN_VALUE);
    checkCenter('RandomAffine', center);
    checkInterpolation('RandomAffine', interpolation);
    const list = Array.isArray(shear) && shear.length === 4 ? [shear.slice(0, 2), shear.slice(2)] : [shear];
    this.shears = shear === undefined ? [] : list.map((one) => angleRange('RandomAffine', 'shear', one as Range));
    this.options = options;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    const image = bytesNeeded('RandomAffine', picture);
    const { width, height } = image;
    const {
      translate,
      scale,
      interpolation = 'nearest',
      fill = 0,
      center = [width * 0.5, height * 0.5],
    } = this.options;
    const angle = drawBetween(generator, this.degrees);
    const shift = (translate ?? []).map((part, k) => {
      const most = part * (k === 0 ? width : height);
      return roundEven(drawBetween(generator, [-most, most]));
    });
    const factor = scale === undefined ? 1 : drawBetween(generator, scale);
    const shear = this.shears.map((range) => drawBetween(generator, range));
    const matrix = inverse(center, angle, [shift[0] ?? 0, shift[1] ?? 0], factor, [shear[0] ?? 0, shear[1] ?? 0]);
    return affine('RandomAffine', image, { width, height }, matrix, interpolation, fill);
  }
}

/** From new places to old ones: the inverse of turn, scale and shear about the center, then a shift. */
function inverse(
  [cx, cy]: readonly [number, number],
  degrees: number,
  [tx, ty]: readonly [number, number],
  scale: number,
  shear: readonly [number, number],
): Matrix {
  const radians = (angle: number): number => angle * (Math.PI / 180);
  const [turn, sx, sy] = [radians(degrees), radians(shear[0]), radians(shear[1])];
  const a = Math.cos(turn - sy) / Math.cos(sy);
  const b = (-Math.cos(turn - sy) * Math.tan(sx)) / Math.cos(sy) - Math.sin(turn);
  const c = Math.sin(turn - sy) / Math.cos(sy);
  const d = (-Math.sin(turn - sy) * Math.tan(sx)) / Math.cos(sy) + Math.cos(turn);
  const [p, q, r, s] = [d / scale, -b / scale, -c / scale, a / scale];
  return [p, q, p * (-cx - tx) + q * (-cy - ty) + cx, r, s, r * (-cx - tx) + s * (-cy - ty) + cy];
}
