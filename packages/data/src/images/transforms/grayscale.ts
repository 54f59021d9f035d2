import { wrong } from '@internal/arguments';
import { ImageError } from '../errors.js';
import { withChannels } from '../image.js';
import { bytesNeeded, ImageTransform, type Picture } from './transform.js';

/**
 * The image in grey, as torchvision's `Grayscale`.
 *
 * @param numOutputChannels - 1, or 3 alike.
 * @throws {@link ImageError} for another number; for a `FloatImage`.
 * @example
 * ```ts
 * import { Grayscale } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(255, 0, 0), width: 1, height: 1, channels: 3 };
 * console.log(new Grayscale().apply(image).data); // => Uint8Array(1) [ 76 ]
 * ```
 */
export class Grayscale extends ImageTransform {
  private readonly channels: 1 | 3;

  constructor(numOutputChannels: 1 | 3 = 1) {
    super('Grayscale', [numOutputChannels]);
    if (numOutputChannels !== 1 && numOutputChannels !== 3) {
      wrong(ImageError, 'Grayscale', 'numOutputChannels', '1 or 3', numOutputChannels);
    }
    this.channels = numOutputChannels;
  }

  protected change(picture: Picture): Picture {
    return withChannels(withChannels(bytesNeeded('Grayscale', picture), 1), this.channels);
  }
}
