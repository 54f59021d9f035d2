import { checkOptions, numbers, twoNumbers } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import { crop } from './gather.js';
import { checkRange, drawBelow, drawBetween, drawRatio, pairOf, type Range, roundEven, type Size } from './numbers.js';
import { checkPadding, type Padding, type PadOptions, pad } from './pad.js';
import { type Interpolation, resize } from './resample.js';
import { checkInterpolation } from './resize.js';
import { ImageTransform, type Picture, sizeOf } from './transform.js';

/**
 * The middle of an image, as torchvision's `CenterCrop`; where the image is smaller, black is added.
 *
 * @throws {@link ImageError} for a size below 1.
 * @example
 * ```ts
 * import { CenterCrop } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(1, 2, 3, 4), width: 4, height: 1, channels: 1 };
 * console.log(new CenterCrop([1, 2]).apply(image).data); // => Uint8Array(2) [ 2, 3 ]
 * ```
 */
export class CenterCrop extends ImageTransform {
  private readonly size: Size;

  constructor(size: Size) {
    super('CenterCrop', [size]);
    pairOf('CenterCrop', size);
    this.size = size;
  }

  protected change(picture: Picture): Picture {
    const [h, w] = pairOf('CenterCrop', this.size);
    const { width, height } = sizeOf(picture);
    const short = [Math.max(w - width, 0), Math.max(h - height, 0)] as const;
    const padding = [short[0] >> 1, short[1] >> 1, (short[0] + 1) >> 1, (short[1] + 1) >> 1] as const;
    const whole = pad('CenterCrop', picture, padding, {});
    const { width: a, height: b } = sizeOf(whole);
    return crop('CenterCrop', whole, roundEven((b - h) / 2), roundEven((a - w) / 2), h, w);
  }
}

/** What {@link RandomCrop} may be told. */
export interface RandomCropOptions extends PadOptions {
  /** Pixels added on each side first; default none. */
  readonly padding?: Padding;
  /** Whether images smaller than the crop are padded to its size; default false, which makes them an error. */
  readonly padIfNeeded?: boolean;
}

const known = { padding: 1, padIfNeeded: 'boolean', fill: numbers, paddingMode: 1 } as const;

/**
 * A part at a random place, as torchvision's `RandomCrop`.
 *
 * @throws {@link ImageError} for an image smaller than the crop.
 * @example
 * ```ts
 * import { RandomCrop } from '@kindling/data/images';
 * import { manualSeed } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(0, { engine: TorchGenerator });
 * const image = { data: Uint8Array.of(1, 2, 3, 4), width: 4, height: 1, channels: 1 };
 * console.log(new RandomCrop([1, 2]).apply(image).data); // => Uint8Array(2) [ 1, 2 ]
 * ```
 */
export class RandomCrop extends ImageTransform {
  private readonly size: Size;
  private readonly options: RandomCropOptions;

  constructor(size: Size, options: RandomCropOptions = {}) {
    super('RandomCrop', [size, options]);
    pairOf('RandomCrop', size);
    checkOptions(ImageError, 'RandomCrop', options, known);
    const { padding = 0, padIfNeeded: _, ...padOptions } = options;
    checkPadding('RandomCrop', padding, padOptions);
    this.size = size;
    this.options = options;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    const [h, w] = pairOf('RandomCrop', this.size);
    const { padding, padIfNeeded = false, ...options } = this.options;
    let whole = padding === undefined ? picture : pad('RandomCrop', picture, padding, options);
    const short = { x: w - sizeOf(whole).width, y: h - sizeOf(whole).height };
    if (padIfNeeded && short.x > 0) whole = pad('RandomCrop', whole, [short.x, 0], options);
    if (padIfNeeded && short.y > 0) whole = pad('RandomCrop', whole, [0, short.y], options);
    const { width, height } = sizeOf(whole);
    if (height < h || width < w) {
      throw new ImageError(
        `RandomCrop: ${h} x ${w} does not fit into ${height} x ${width} (height x width); see padIfNeeded`,
      );
    }
    if (height === h && width === w) return whole;
    const top = drawBelow(generator, height - h + 1);
    const left = drawBelow(generator, width - w + 1);
    return crop('RandomCrop', whole, top, left, h, w);
  }
}

/** What {@link RandomResizedCrop} may be told. */
export interface RandomResizedCropOptions {
  /** The crop's part of the image's area, from and to; default `[0.08, 1]`. */
  readonly scale?: Range;
  /** Its width over its height, from and to; default `[3 / 4, 4 / 3]`. */
  readonly ratio?: Range;
  /** Default `bilinear`. */
  readonly interpolation?: Interpolation;
}

const knownResized = { scale: twoNumbers, ratio: twoNumbers, interpolation: 1 } as const;

/**
 * A part of random size and shape, brought to one size, as torchvision's `RandomResizedCrop`.
 *
 * @throws {@link ImageError} for ranges that are none.
 * @example
 * ```ts
 * import { RandomResizedCrop } from '@kindling/data/images';
 * const image = { data: new Uint8Array(300), width: 20, height: 15, channels: 1 };
 * console.log(new RandomResizedCrop(8).apply(image).data.length); // => 64
 * ```
 */
export class RandomResizedCrop extends ImageTransform {
  private readonly size: Size;
  private readonly options: RandomResizedCropOptions;

  constructor(size: Size, options: RandomResizedCropOptions = {}) {
    super('RandomResizedCrop', [size, options]);
    pairOf('RandomResizedCrop', size);
    checkOptions(ImageError, 'RandomResizedCrop', options, knownResized);
    checkRange('RandomResizedCrop', 'scale', options.scale ?? [0, 1]);
    checkRange('RandomResizedCrop', 'ratio', options.ratio ?? [1, 1], Number.MIN_VALUE);
    checkInterpolation('RandomResizedCrop', options.interpolation);
    this.size = size;
    this.options = options;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    const [height, width] = pairOf('RandomResizedCrop', this.size);
    const part = crop('RandomResizedCrop', picture, ...this.rectangle(picture, generator));
    return resize('RandomResizedCrop', part, { width, height }, this.options.interpolation ?? 'bilinear');
  }

  private rectangle(
    picture: Picture,
    generator: Generator,
  ): [top: number, left: number, height: number, width: number] {
    const { scale = [0.08, 1], ratio = [3 / 4, 4 / 3] } = this.options;
    const { width, height } = sizeOf(picture);
    for (let attempt = 0; attempt < 10; attempt++) {
      const area = width * height * drawBetween(generator, scale);
      const aspect = drawRatio(generator, ratio);
      const w = roundEven(Math.sqrt(area * aspect));
      const h = roundEven(Math.sqrt(area / aspect));
      if (w < 1 || w > width || h < 1 || h > height) continue;
      return [drawBelow(generator, height - h + 1), drawBelow(generator, width - w + 1), h, w];
    }
    const own = width / height;
    const w = own > ratio[1] ? roundEven(height * ratio[1]) : width;
    const h = own < ratio[0] ? roundEven(width / ratio[0]) : height;
    return [(height - h) >> 1, (width - w) >> 1, h, w];
  }
}
