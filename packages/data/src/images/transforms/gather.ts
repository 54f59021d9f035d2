import { ImageError } from '../errors.js';
import { FloatImage } from '../float-image.js';
import { type Picture, sizeOf } from './transform.js';

/** One value for all channels, or one each. */
export type Fill = number | readonly number[];

/** What a channel is filled with. */
export function fillOf(where: string, fill: Fill, channels: number): readonly number[] {
  if (typeof fill === 'number') return new Array<number>(channels).fill(fill);
  if (fill.length === channels) return fill;
  throw new ImageError(`${where}: fill has ${fill.length} values for ${channels} channels`);
}

/**
 * A picture of which pixel `i` is pixel `from(x, y)` of another (counted row by row), or the fill where that is -1.
 */
export function gather(
  where: string,
  picture: Picture,
  size: { readonly width: number; readonly height: number },
  from: (x: number, y: number) => number,
  fill: Fill = 0,
): Picture {
  const { width, height } = size;
  const { channels, width: w, height: h } = sizeOf(picture);
  const empty = fillOf(where, fill, channels);
  const pixels = width * height;
  const map = new Int32Array(pixels);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) map[y * width + x] = from(x, y);
  if (picture instanceof FloatImage) {
    const out = new Float32Array(pixels * channels);
    for (let c = 0; c < channels; c++) {
      for (let i = 0; i < pixels; i++)
        out[c * pixels + i] = map[i]! < 0 ? empty[c]! : picture.data[c * w * h + map[i]!]!;
    }
    return new FloatImage(out, [channels, height, width]);
  }
  const { data } = picture;
  const out = new Uint8Array(pixels * channels);
  for (let i = 0; i < pixels; i++) {
    const at = map[i]! * channels;
    for (let c = 0; c < channels; c++) out[i * channels + c] = at < 0 ? Math.trunc(empty[c]!) : data[at + c]!;
  }
  return { data: out, width, height, channels };
}

/** A rectangle of a picture; what lies outside is 0. */
export function crop(
  where: string,
  picture: Picture,
  top: number,
  left: number,
  height: number,
  width: number,
): Picture {
  const { width: w, height: h } = sizeOf(picture);
  return gather(where, picture, { width, height }, (x, y) => {
    const [a, b] = [x + left, y + top];
    return a < 0 || b < 0 || a >= w || b >= h ? -1 : b * w + a;
  });
}
