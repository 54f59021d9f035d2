import { FloatImage } from '../float-image.js';
import type { Image } from '../image.js';
import { mixing } from './alpha.js';
import { gather } from './gather.js';
import { type Picture, sizeOf } from './transform.js';

/** How new pixels are made of old ones: the nearest, or by a triangle filter that averages where pictures shrink. */
export type Interpolation = 'nearest' | 'bilinear';

/** A picture at another size: bytes as Pillow resizes them, floats as PyTorch's `interpolate` with `antialias`. */
export function resize(
  where: string,
  picture: Picture,
  size: { readonly width: number; readonly height: number },
  interpolation: Interpolation,
): Picture {
  const { width, height } = sizeOf(picture);
  if (width === size.width && height === size.height) return picture;
  if (interpolation === 'nearest') {
    const [dx, dy] = [width / size.width, height / size.height];
    const xs = positions(size.width, dx);
    const ys = positions(size.height, dy);
    return gather(where, picture, size, (x, y) => Math.min(ys[y]!, height - 1) * width + Math.min(xs[x]!, width - 1));
  }
  if (picture instanceof FloatImage) return average(picture, size);
  return mixing(picture, (image) => average(image, size) as Image);
}

/** A picture at another size by the triangle filter. */
function average(picture: Picture, size: { readonly width: number; readonly height: number }): Picture {
  const { width, height, channels } = sizeOf(picture);
  const float = picture instanceof FloatImage;
  // In one layout, whichever it is: planes of rows of pixels of `step` numbers.
  const [planes, step] = float ? [channels, 1] : [1, channels];
  const across = weights(width, size.width, float);
  const down = weights(height, size.height, float);
  const make = float ? (n: number) => new Float32Array(n) : (n: number) => new Uint8Array(n);
  const middle = width === size.width ? picture.data : make(planes * height * size.width * step);
  if (width !== size.width) {
    for (let row = 0; row < planes * height; row++) {
      for (let x = 0; x < size.width; x++) {
        for (let c = 0; c < step; c++) {
          const from = (row * width + across.first[x]!) * step + c;
          middle[(row * size.width + x) * step + c] = sum(picture.data, from, step, across.of[x]!, float);
        }
      }
    }
  }
  if (height === size.height) return finish(middle as Float32Array & Uint8Array);
  const out = make(planes * size.height * size.width * step);
  const line = size.width * step;
  for (let plane = 0; plane < planes; plane++) {
    for (let y = 0; y < size.height; y++) {
      for (let i = 0; i < line; i++) {
        const from = (plane * height + down.first[y]!) * line + i;
        out[(plane * size.height + y) * line + i] = sum(middle, from, line, down.of[y]!, float);
      }
    }
  }
  return finish(out as Float32Array & Uint8Array);

  function finish(data: Float32Array & Uint8Array): Picture {
    return float ? new FloatImage(data, [channels, size.height, size.width]) : { data, ...size, channels };
  }
}

/** The middles of the new pixels, in steps as Pillow takes them. */
function positions(count: number, step: number): Int32Array {
  const out = new Int32Array(count);
  for (let i = 0, at = step * 0.5; i < count; i++, at += step) out[i] = at;
  return out;
}

/** Bits after the point of Pillow's weights. */
const precision = 22;

function sum(data: ArrayLike<number>, from: number, step: number, weights: ArrayLike<number>, float: boolean): number {
  let total = float ? 0 : 1 << (precision - 1);
  for (let k = 0; k < weights.length; k++) total += data[from + k * step]! * weights[k]!;
  return float ? total : Math.min(Math.max(total >> precision, 0), 255);
}

/** For each new pixel the first old one that counts, and the weights of that and those after it. */
function weights(before: number, after: number, float: boolean): { first: Int32Array; of: ArrayLike<number>[] } {
  const scale = before / after;
  const stretch = Math.max(scale, 1);
  const first = new Int32Array(after);
  const of: ArrayLike<number>[] = [];
  for (let i = 0; i < after; i++) {
    const middle = (i + 0.5) * scale;
    const start = Math.max(Math.trunc(middle - stretch + 0.5), 0);
    const end = Math.min(Math.trunc(middle + stretch + 0.5), before);
    const own = Array.from({ length: end - start }, (_, k) =>
      Math.max(1 - Math.abs((k + start - middle + 0.5) / stretch), 0),
    );
    const total = own.reduce((a, b) => a + b, 0);
    first[i] = start;
    of.push(own.map((w) => (float ? w / total : Math.trunc(0.5 + (w / total) * (1 << precision)))));
  }
  return { first, of };
}
