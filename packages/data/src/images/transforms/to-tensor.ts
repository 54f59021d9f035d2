import { FloatImage } from '../float-image.js';
import { ImageTransform, type Picture } from './transform.js';

/**
 * Bytes from 0 to 255 to float32 from 0 to 1, and height x width x channels to channels x height x width, as
 * torchvision's `ToTensor`.
 *
 * @example
 * ```ts
 * import { ToTensor } from '@kindling/data/images';
 * const image = new ToTensor().apply({ data: Uint8Array.of(0, 51, 255), width: 1, height: 1, channels: 3 });
 * console.log(image.data); // => Float32Array(3) [ 0, 0.20000000298023224, 1 ]
 * ```
 */
export class ToTensor extends ImageTransform {
  constructor() {
    super('ToTensor', []);
  }

  protected change(picture: Picture): Picture {
    if (picture instanceof FloatImage) return picture;
    const { data, width, height, channels } = picture;
    const pixels = width * height;
    const out = new Float32Array(pixels * channels);
    for (let i = 0; i < pixels; i++) {
      for (let c = 0; c < channels; c++) out[c * pixels + i] = data[i * channels + c]! / 255;
    }
    return new FloatImage(out, [channels, height, width]);
  }
}
