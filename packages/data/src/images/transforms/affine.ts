import type { Image } from '../image.js';
import { mixing } from './alpha.js';
import { type Fill, fillOf, gather } from './gather.js';
import type { Interpolation } from './resample.js';

/** Where a new pixel comes from: `x' = a x + b y + c`, `y' = d x + e y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A picture seen through a matrix, as Pillow's `transform` makes it; what comes from outside is the fill. */
export function affine(
  where: string,
  image: Image,
  size: { readonly width: number; readonly height: number },
  matrix: Matrix,
  interpolation: Interpolation,
  fill: Fill,
): Image {
  if (interpolation === 'bilinear') return mixing(image, (mixed) => bilinear(where, mixed, size, matrix, fill));
  const { width, height } = image;
  const [a, b, c, d, e, f] = matrix;
  const inside = (x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x);
  if (b === 0 && d === 0) {
    // Added up step by step, as Pillow does, for the same roundings.
    const xs = steps(c + a * 0.5, a, size.width);
    const ys = steps(f + e * 0.5, e, size.height);
    return gather(where, image, size, (x, y) => inside(xs[x]!, ys[y]!), fill) as Image;
  }
  // Pillow's fixed point: 16 bits after it.
  const fixed = (value: number): number => Math.floor(value * 65536 + 0.5);
  const [dx, dy] = [fixed(a), fixed(d)];
  const [down, along] = [fixed(b), fixed(e)];
  const start = [fixed(c + a * 0.5 + b * 0.5), fixed(f + d * 0.5 + e * 0.5)] as const;
  return gather(
    where,
    image,
    size,
    (x, y) => inside((start[0] + y * down + x * dx) >> 16, (start[1] + y * along + x * dy) >> 16),
    fill,
  ) as Image;
}

function steps(first: number, step: number, count: number): Int32Array {
  const out = new Int32Array(count);
  for (let i = 0, at = first; i < count; i++, at += step) out[i] = at < 0 ? -1 : Math.trunc(at);
  return out;
}

function bilinear(
  where: string,
  image: Image,
  size: { readonly width: number; readonly height: number },
  [a, b, c, d, e, f]: Matrix,
  fill: Fill,
): Image {
  const { data, width, height, channels } = image;
  const out = new Uint8Array(size.width * size.height * channels);
  const empty = fillOf(where, fill, channels);
  const clip = (at: number, length: number): number => Math.min(Math.max(at, 0), length - 1);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [u, v] = [a * (x + 0.5) + b * (y + 0.5) + c, d * (x + 0.5) + e * (y + 0.5) + f];
      const at = (y * size.width + x) * channels;
      if (u < 0 || v < 0 || u >= width || v >= height) {
        for (let k = 0; k < channels; k++) out[at + k] = Math.trunc(empty[k]!);
        continue;
      }
      const [left, top] = [Math.floor(u - 0.5), Math.floor(v - 0.5)];
      const [right, down] = [u - 0.5 - left, v - 0.5 - top];
      const [x0, x1] = [clip(left, width), clip(left + 1, width)];
      const [y0, y1] = [clip(top, height), clip(top + 1, height)];
      const mix = (p: number, q: number, part: number): number => p + (q - p) * part;
      for (let k = 0; k < channels; k++) {
        const pixel = (px: number, py: number): number => data[(py * width + px) * channels + k]!;
        const upper = mix(pixel(x0, y0), pixel(x1, y0), right);
        const lower = mix(pixel(x0, y1), pixel(x1, y1), right);
        out[at + k] = mix(upper, lower, down);
      }
    }
  }
  return { data: out, ...size, channels };
}
