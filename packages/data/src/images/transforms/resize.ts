import { checkChoice, checkOptions, wrong } from '@internal/arguments';
import { ImageError } from '../errors.js';
import { pairOf, type Size } from './numbers.js';
import { type Interpolation, resize } from './resample.js';
import { ImageTransform, type Picture, sizeOf } from './transform.js';

/** What {@link Resize} may be told. */
export interface ResizeOptions {
  /** Default `bilinear`, which averages where pictures shrink (`antialias`, as always for Pillow's images). */
  readonly interpolation?: Interpolation;
  /** The longer side at most, where `size` is one number. */
  readonly maxSize?: number;
}

const known = { interpolation: 1, maxSize: 1 } as const;

/**
 * Another size, as torchvision's `Resize`: bytes as Pillow makes them to the last bit.
 *
 * @param size - `[height, width]`; or the shorter side, and the other in proportion.
 * @throws {@link ImageError} for a size below 1, and `maxSize` not above it.
 * @example
 * ```ts
 * import { Resize } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(0, 100, 200, 100), width: 4, height: 1, channels: 1 };
 * console.log(new Resize([1, 2]).apply(image).data); // => Uint8Array(2) [ 71, 143 ]
 * ```
 */
export class Resize extends ImageTransform {
  private readonly size: Size;
  private readonly options: ResizeOptions;

  constructor(size: Size, options: ResizeOptions = {}) {
    super('Resize', [size, options]);
    checkOptions(ImageError, 'Resize', options, known);
    pairOf('Resize', size);
    const { maxSize, interpolation } = options;
    checkInterpolation('Resize', interpolation);
    if (maxSize !== undefined && !(typeof size === 'number' && Number.isSafeInteger(maxSize) && maxSize > size)) {
      wrong(ImageError, 'Resize', 'maxSize', 'a whole number above a size that is one number', maxSize);
    }
    this.size = size;
    this.options = options;
  }

  protected change(picture: Picture): Picture {
    const { size } = this;
    const { width, height } = sizeOf(picture);
    const { interpolation = 'bilinear', maxSize = Number.POSITIVE_INFINITY } = this.options;
    if (typeof size !== 'number') return resize('Resize', picture, { height: size[0], width: size[1] }, interpolation);
    const [short, long] = width <= height ? [width, height] : [height, width];
    let [a, b] = [size, Math.trunc((size * long) / short)];
    if (b > maxSize) [a, b] = [Math.trunc((maxSize * a) / b), maxSize];
    return resize(
      'Resize',
      picture,
      width <= height ? { width: a, height: b } : { width: b, height: a },
      interpolation,
    );
  }
}

/** Throws for a word that is no interpolation. */
export function checkInterpolation(where: string, interpolation: Interpolation = 'nearest'): void {
  checkChoice(ImageError, where, 'interpolation', interpolation, ['nearest', 'bilinear']);
}
