import { checkOptions, wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { normals } from '@kindling/tensor-core/internal';
import { ImageError } from '../errors.js';
import { FloatImage } from '../float-image.js';
import { checkP, checkRange, drawBelow, drawBetween, drawRatio, happens, type Range, roundEven } from './numbers.js';
import { ImageTransform, type Picture } from './transform.js';

/** What {@link RandomErasing} may be told. */
export interface RandomErasingOptions {
  /** How often; default 0.5. */
  readonly p?: number;
  /** The rectangle's part of the area, from and to; default `[0.02, 0.33]`. */
  readonly scale?: Range;
  /** Its height over its width, from and to; default `[0.3, 3.3]`. */
  readonly ratio?: Range;
  /** What it is filled with: one value, one a channel, or normal numbers; default 0. */
  readonly value?: number | readonly number[] | 'random';
}

const known = { p: 1, scale: 1, ratio: 1, value: 1 } as const;

/**
 * A random rectangle overwritten, as torchvision's `RandomErasing` (Zhong et al. 2017, Random Erasing Data Augmentation);
 * after `ToTensor`.
 *
 * @throws {@link ImageError} for ranges that are none; for bytes.
 * @example
 * ```ts
 * import { FloatImage, RandomErasing } from '@kindling/data/images';
 * const image = new FloatImage(new Float32Array(64).fill(1), [1, 8, 8]);
 * const erased = new RandomErasing({ p: 1, scale: [0.25, 0.25], ratio: [1, 1] }).apply(image);
 * console.log(erased.data.filter((x) => x === 0).length); // => 16
 * ```
 */
export class RandomErasing extends ImageTransform {
  private readonly options: RandomErasingOptions;

  constructor(options: RandomErasingOptions = {}) {
    super('RandomErasing', [options]);
    checkOptions(ImageError, 'RandomErasing', options, known);
    const { p = 0.5, scale = [0.02, 0.33], ratio = [0.3, 3.3], value = 0 } = options;
    checkP('RandomErasing', p);
    checkRange('RandomErasing', 'scale', scale, 0, 1);
    checkRange('RandomErasing', 'ratio', ratio, Number.MIN_VALUE);
    if (value !== 'random' && ![value].flat().every((one) => Number.isFinite(one))) {
      wrong(ImageError, 'RandomErasing', 'value', "a number, one a channel, or 'random'", value);
    }
    this.options = options;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    const { p = 0.5, scale = [0.02, 0.33], ratio = [0.3, 3.3], value = 0 } = this.options;
    if (!(picture instanceof FloatImage))
      throw new ImageError('RandomErasing: takes float numbers; put it after ToTensor');
    const [channels, height, width] = picture.shape;
    const values = value === 'random' ? [] : [value].flat();
    if (values.length > 1 && values.length !== channels) {
      throw new ImageError(`RandomErasing: value has ${values.length} numbers for ${channels} channels`);
    }
    if (!happens(generator, p)) return picture;
    for (let attempt = 0; attempt < 10; attempt++) {
      const area = height * width * drawBetween(generator, scale);
      const aspect = drawRatio(generator, ratio);
      const h = roundEven(Math.sqrt(area * aspect));
      const w = roundEven(Math.sqrt(area / aspect));
      if (h >= height || w >= width) continue;
      const noise = value === 'random' ? normals(generator, channels * h * w) : undefined;
      const top = drawBelow(generator, height - h + 1);
      const left = drawBelow(generator, width - w + 1);
      const data = picture.data.slice();
      for (let c = 0; c < channels; c++) {
        for (let y = 0; y < h; y++) {
          for (let x = 0; x < w; x++) {
            const own = noise === undefined ? values[values.length === 1 ? 0 : c]! : noise[(c * h + y) * w + x]!;
            data[(c * height + top + y) * width + left + x] = own;
          }
        }
      }
      return new FloatImage(data, picture.shape);
    }
    return picture;
  }
}
