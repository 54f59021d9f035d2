import { checkOptions, wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import { checkRange, drawBetween, pairOf, type Range, roundEven } from './numbers.js';
import { pad } from './pad.js';
import { bytesNeeded, ImageTransform, type Picture } from './transform.js';

/** What {@link GaussianBlur} may be told. */
export interface GaussianBlurOptions {
  /** The standard deviation in pixels, or from and to; default `[0.1, 2]`. */
  readonly sigma?: number | Range;
}

const known = { sigma: 1 } as const;

/**
 * Blurred by a Gaussian of random width, as torchvision's `GaussianBlur`.
 *
 * @param kernelSize - how many pixels count, odd; one number, or width and height.
 * @throws {@link ImageError} for an even size, and a `sigma` that is not above 0; for a `FloatImage`.
 * @example
 * ```ts
 * import { GaussianBlur } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(0, 0, 0, 0, 90, 0, 0, 0, 0), width: 3, height: 3, channels: 1 };
 * console.log(new GaussianBlur(3, { sigma: 0.5 }).apply(image).data[4]); // => 56
 * ```
 */
export class GaussianBlur extends ImageTransform {
  private readonly size: readonly [width: number, height: number];
  private readonly sigma: Range;

  constructor(kernelSize: number | readonly [width: number, height: number], options: GaussianBlurOptions = {}) {
    super('GaussianBlur', [kernelSize, options]);
    this.size = pairOf('GaussianBlur', kernelSize);
    if (this.size.some((side) => side % 2 === 0)) {
      wrong(ImageError, 'GaussianBlur', 'kernelSize', 'odd', kernelSize);
    }
    checkOptions(ImageError, 'GaussianBlur', options, known);
    const { sigma = [0.1, 2] } = options;
    this.sigma = typeof sigma === 'number' ? [sigma, sigma] : sigma;
    checkRange('GaussianBlur', 'sigma', this.sigma, Number.MIN_VALUE);
  }

  protected change(picture: Picture, generator: Generator): Picture {
    const image = bytesNeeded('GaussianBlur', picture);
    const { width, height, channels } = image;
    const [w, h] = this.size;
    const sigma = drawBetween(generator, this.sigma);
    const [across, down] = [kernel(w, sigma), kernel(h, sigma)];
    const wide = pad('GaussianBlur', image, [w >> 1, h >> 1], { paddingMode: 'reflect' });
    const line = (width + w - 1) * channels;
    const out = new Uint8Array(image.data.length);
    for (let y = 0; y < height; y++) {
      for (let i = 0; i < width * channels; i++) {
        let sum = 0;
        for (let dy = 0; dy < h; dy++) {
          for (let dx = 0; dx < w; dx++) {
            sum += Math.fround(down[dy]! * across[dx]!) * wide.data[(y + dy) * line + i + dx * channels]!;
          }
        }
        out[y * width * channels + i] = roundEven(Math.fround(sum));
      }
    }
    return { ...image, data: out };
  }
}

/** Weights that add up to 1. */
function kernel(size: number, sigma: number): Float32Array {
  const half = (size - 1) / 2;
  const bell = Float32Array.from({ length: size }, (_, i) => Math.exp(-0.5 * Math.fround((i - half) / sigma) ** 2));
  const total = Math.fround(bell.reduce((a, b) => a + b, 0));
  return bell.map((value) => value / total);
}
