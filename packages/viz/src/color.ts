import { VizError } from './errors.js';

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [r: number, g: number, b: number];

/** Reads `#rgb` or `#rrggbb`. */
export function parseColor(color: string): Rgb {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  const match = short ?? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (match === null) throw new VizError(`colour is '${color}', expected #rrggbb`);
  const channel = (i: number): number => Number.parseInt(short === null ? match[i]! : match[i]!.repeat(2), 16);
  return [channel(1), channel(2), channel(3)];
}

/** Writes `#rrggbb`. */
export function hex([r, g, b]: Rgb): string {
  const channel = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
  return `#${channel(r)}${channel(g)}${channel(b)}`;
}

/** The colour a part of the way from `a` (0) to `b` (1). */
export function mix(a: Rgb, b: Rgb, part: number): Rgb {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}

/** The colour a part of the way along some colours at even distances. */
export function ramp(stops: readonly string[], part: number): string {
  const place = Math.min(Math.max(part, 0), 1) * (stops.length - 1);
  const index = Math.min(Math.floor(place), stops.length - 2);
  return hex(mix(parseColor(stops[index]!), parseColor(stops[index + 1]!), place - index));
}

/** Relative luminance, from 0 for black to 1 for white (WCAG 2.2). */
export function luminance(color: string): number {
  const [r, g, b] = parseColor(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Whichever of two colours stands out more against a background (WCAG's contrast ratio). */
export function readable(background: string, a: string, b: string): string {
  const contrast = (color: string): number => {
    const [x, y] = [luminance(color), luminance(background)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  return contrast(a) >= contrast(b) ? a : b;
}
