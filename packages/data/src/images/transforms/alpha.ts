import type { Image } from '../image.js';

/** Whether the last channel says how opaque a pixel is. */
const hasAlpha = ({ channels }: Image): boolean => channels === 2 || channels === 4;

/**
 * Runs what mixes pixels on an image whose colours are times their opacity, so that colours that nobody sees do not bleed
 * into others; as Pillow does in its modes La and RGBa, with its roundings.
 */
export function mixing(image: Image, mix: (image: Image) => Image): Image {
  return hasAlpha(image) ? perColour(mix(perColour(image, multiplied)), divided) : mix(image);
}

function multiplied(value: number, alpha: number): number {
  const product = value * alpha + 128;
  return ((product >> 8) + product) >> 8;
}

function divided(value: number, alpha: number): number {
  return alpha === 0 || alpha === 255 ? value : Math.min(Math.trunc((255 * value) / alpha), 255);
}

function perColour({ data, channels, ...size }: Image, of: (value: number, alpha: number) => number): Image {
  const out = Uint8Array.from(data);
  for (let alpha = channels - 1; alpha < out.length; alpha += channels) {
    for (let at = alpha - channels + 1; at < alpha; at++) out[at] = of(out[at]!, out[alpha]!);
  }
  return { data: out, channels, ...size };
}
