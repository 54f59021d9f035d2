import { checkOptions, numbers, wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import type { Image } from '../image.js';
import { adjustBrightness, adjustContrast, adjustHue, adjustSaturation } from './color.js';
import { checkRange, drawBetween, type Range } from './numbers.js';
import { bytesNeeded, ImageTransform, type Picture } from './transform.js';

/** How much of each {@link ColorJitter} changes: `x` for factors from `1 - x` to `1 + x` (of the hue, -x to x), or from and to. */
export interface ColorJitterOptions {
  readonly brightness?: number | Range;
  readonly contrast?: number | Range;
  readonly saturation?: number | Range;
  /** A part of the circle of hues, at most 0.5. */
  readonly hue?: number | Range;
}

const known = { brightness: numbers, contrast: numbers, saturation: numbers, hue: numbers } as const;
const names = ['brightness', 'contrast', 'saturation', 'hue'] as const;
const adjust = [adjustBrightness, adjustContrast, adjustSaturation, adjustHue] as const;

/**
 * Brightness, contrast, saturation and hue changed by random factors in random order, as torchvision's `ColorJitter` of
 * Pillow's images.
 *
 * @throws {@link ImageError} for ranges that are none; for a `FloatImage`.
 * @example
 * ```ts
 * import { ColorJitter } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(100, 200), width: 2, height: 1, channels: 1 };
 * console.log(new ColorJitter({ brightness: [0.5, 0.5] }).apply(image).data); // => Uint8Array(2) [ 50, 100 ]
 * ```
 */
export class ColorJitter extends ImageTransform {
  private readonly ranges: readonly (Range | null)[];

  constructor(options: ColorJitterOptions = {}) {
    super('ColorJitter', [options]);
    checkOptions(ImageError, 'ColorJitter', options, known);
    this.ranges = names.map((name) => rangeOf(name, options[name] ?? 0));
  }

  protected change(picture: Picture, generator: Generator): Picture {
    let image: Image = bytesNeeded('ColorJitter', picture);
    const order = generator.permutation(4);
    const factors = this.ranges.map((range) => (range === null ? null : drawBetween(generator, range)));
    for (const which of order) {
      const factor = factors[which];
      if (factor != null) image = adjust[which]!(image, factor);
    }
    return image;
  }
}

/** `null` where nothing changes. */
function rangeOf(name: (typeof names)[number], value: number | Range): Range | null {
  const center = name === 'hue' ? 0 : 1;
  const [least, most] = name === 'hue' ? [-0.5, 0.5] : [0, Number.POSITIVE_INFINITY];
  if (typeof value === 'number' && !(value >= 0)) {
    wrong(ImageError, 'ColorJitter', name, 'a number from 0, or two numbers [from, to]', value);
  }
  const range: Range =
    typeof value !== 'number' ? value : [name === 'hue' ? -value : Math.max(1 - value, 0), center + value];
  checkRange('ColorJitter', name, range, least, most);
  return range[0] === center && range[1] === center ? null : range;
}
