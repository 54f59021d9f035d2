import type { Image } from '../image.js';
import { luma, withChannels } from '../image.js';

/** Pillow's `blend`: `a + factor (b - a)` in float32, cut to a byte. */
function blend(from: ArrayLike<number>, to: Image, factor: number): Image {
  const part = Math.fround(factor);
  const out = new Uint8Array(to.data.length);
  for (let i = 0; i < out.length; i++) {
    const value = Math.fround(from[i]! + Math.fround(part * (to.data[i]! - from[i]!)));
    out[i] = Math.min(Math.max(value, 0), 255);
  }
  return { ...to, data: out };
}

/** Towards black (0), as it is (1), brighter (above). */
export function adjustBrightness(image: Image, factor: number): Image {
  return blend(new Uint8Array(image.data.length), image, factor);
}

/** Towards its mean grey (0), as it is (1), more (above). */
export function adjustContrast(image: Image, factor: number): Image {
  const grey = withChannels(image, 1).data;
  const mean = Math.trunc(Array.from(grey).reduce((a, b) => a + b, 0) / grey.length + 0.5);
  return blend(new Uint8Array(image.data.length).fill(mean), image, factor);
}

/** Towards grey (0), as it is (1), more coloured (above). */
export function adjustSaturation(image: Image, factor: number): Image {
  const { data, channels } = image;
  if (channels < 3) return image;
  const grey = Uint8Array.from(data);
  for (let i = 0; i < data.length; i += channels) grey.fill(luma(data[i]!, data[i + 1]!, data[i + 2]!), i, i + 3);
  return blend(grey, image, factor);
}

/** Colours shifted along the circle of hues by a part of it, from -0.5 to 0.5, in Pillow's bytes of hue. */
export function adjustHue(image: Image, factor: number): Image {
  const { data, channels } = image;
  if (channels < 3) return image;
  const shift = Math.trunc(factor * 255) & 255;
  const out = Uint8Array.from(data);
  for (let i = 0; i < data.length; i += channels) {
    const [h, s, v] = toHsv(data[i]!, data[i + 1]!, data[i + 2]!);
    out.set(toRgb((h + shift) & 255, s, v), i);
  }
  return { ...image, data: out };
}

const { fround } = Math;

function toHsv(r: number, g: number, b: number): [h: number, s: number, v: number] {
  const most = Math.max(r, g, b);
  const least = Math.min(r, g, b);
  if (most === least) return [0, 0, most];
  const span = fround(most - least);
  const [rc, gc, bc] = [fround((most - r) / span), fround((most - g) / span), fround((most - b) / span)];
  const sixths = r === most ? fround(bc - gc) : g === most ? fround(2 + rc - bc) : fround(4 + gc - rc);
  const h = fround((sixths / 6 + 1) % 1);
  return [Math.trunc(h * 255), Math.trunc(fround(span / most) * 255), most];
}

function toRgb(h: number, s: number, v: number): [r: number, g: number, b: number] {
  if (s === 0) return [v, v, v];
  const saturation = fround(s / 255);
  const sixths = fround((h * 6) / 255);
  const sector = Math.floor(sixths);
  const f = fround(sixths - sector);
  const p = Math.round(v * (1 - saturation));
  const q = Math.round(v * (1 - fround(saturation * f)));
  const t = Math.round(v * (1 - saturation * (1 - f)));
  return (
    [
      [v, t, p],
      [q, v, p],
      [p, v, t],
      [p, q, v],
      [t, p, v],
      [v, p, q],
    ] as const
  )[sector % 6]!.slice() as [number, number, number];
}
