import { wrong } from '@internal/arguments';
import { ImageError } from '../errors.js';
import { FloatImage } from '../float-image.js';
import { ImageTransform, type Picture } from './transform.js';

/**
 * `(x - mean) / std` of each channel, as torchvision's `Normalize`; after `ToTensor`.
 *
 * @param mean - one for all channels, or one each.
 * @param std - likewise; not 0.
 * @throws {@link ImageError} for a standard deviation of 0, and another number of channels.
 * @example
 * ```ts
 * import { FloatImage, Normalize } from '@kindling/data/images';
 * const image = new FloatImage(Float32Array.of(0, 0.5, 1), [1, 1, 3]);
 * console.log([...new Normalize(0.5, 0.5).apply(image).data]); // => [ -1, 0, 1 ]
 * ```
 */
export class Normalize extends ImageTransform {
  private readonly mean: readonly number[];
  private readonly std: readonly number[];

  constructor(mean: number | readonly number[], std: number | readonly number[]) {
    super('Normalize', [mean, std]);
    this.mean = [mean].flat();
    this.std = [std].flat();
    const ok = (values: readonly unknown[]): boolean => values.length > 0 && values.every((x) => Number.isFinite(x));
    if (!ok(this.mean)) wrong(ImageError, 'Normalize', 'mean', 'a number, or one a channel', mean);
    if (!ok(this.std)) wrong(ImageError, 'Normalize', 'std', 'a number, or one a channel', std);
    if (this.std.includes(0)) throw new ImageError('Normalize: the standard deviation must not be 0');
  }

  protected change(picture: Picture): Picture {
    if (!(picture instanceof FloatImage)) throw new ImageError('Normalize: takes float numbers; put it after ToTensor');
    const { data, shape } = picture;
    const [channels, height, width] = shape;
    const of = (what: string, values: readonly number[], c: number): number => {
      if (values.length !== 1 && values.length !== channels) {
        throw new ImageError(`Normalize: ${what} has ${values.length} values for ${channels} channels`);
      }
      return Math.fround(values[values.length === 1 ? 0 : c]!);
    };
    const out = new Float32Array(data.length);
    const pixels = height * width;
    for (let c = 0; c < channels; c++) {
      const [mean, std] = [of('mean', this.mean, c), of('std', this.std, c)];
      for (let i = c * pixels; i < (c + 1) * pixels; i++) out[i] = Math.fround(data[i]! - mean) / std;
    }
    return new FloatImage(out, shape);
  }
}
