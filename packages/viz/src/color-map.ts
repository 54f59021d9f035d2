import {
  interpolateCividis,
  interpolateInferno,
  interpolateMagma,
  interpolatePlasma,
  interpolateTurbo,
  interpolateViridis,
  schemeBlues,
  schemeBrBG,
  schemeGreens,
  schemeGreys,
  schemeOranges,
  schemePiYG,
  schemePuOr,
  schemePurples,
  schemeRdBu,
  schemeRdYlBu,
  schemeRdYlGn,
  schemeReds,
  schemeSpectral,
  schemeYlGnBu,
  schemeYlOrRd,
} from 'd3-scale-chromatic';
import { hex, parseColor, type Rgb, ramp } from './color.js';
import { VizError } from './errors.js';

/** Even steps of a function of d3's, which writes colours as `#rrggbb` or `rgb(r, g, b)`. */
function sampled(color: (part: number) => string): readonly string[] {
  return Array.from({ length: 33 }, (_, i) => {
    const text = color(i / 32);
    return text.startsWith('#') ? text : hex((text.match(/\d+/g) ?? []).map(Number) as unknown as Rgb);
  });
}

// Read when a map is asked for, so that a bundle that names none computes none.
const maps = {
  viridis: () => sampled(interpolateViridis),
  inferno: () => sampled(interpolateInferno),
  magma: () => sampled(interpolateMagma),
  plasma: () => sampled(interpolatePlasma),
  cividis: () => sampled(interpolateCividis),
  turbo: () => sampled(interpolateTurbo),
  Blues: () => schemeBlues[9]!,
  Greens: () => schemeGreens[9]!,
  Greys: () => schemeGreys[9]!,
  Oranges: () => schemeOranges[9]!,
  Purples: () => schemePurples[9]!,
  Reds: () => schemeReds[9]!,
  YlGnBu: () => schemeYlGnBu[9]!,
  YlOrRd: () => schemeYlOrRd[9]!,
  RdYlBu: () => schemeRdYlBu[11]!,
  RdYlGn: () => schemeRdYlGn[11]!,
  RdBu: () => schemeRdBu[11]!,
  PuOr: () => schemePuOr[11]!,
  BrBG: () => schemeBrBG[11]!,
  PiYG: () => schemePiYG[11]!,
  Spectral: () => schemeSpectral[11]!,
} as const;

/** A colour map that Matplotlib and D3 know by the same name; `_r` turns it round. */
export type ColorMapName = keyof typeof maps | `${keyof typeof maps}_r`;

/** A colour map by name, or colours of one's own (`#rrggbb`, two or more) at even distances. */
export type ColorMap = ColorMapName | readonly string[];

/** The colours of a map at even distances, first to last. */
export function colorsOf(where: string, map: ColorMap): readonly string[] {
  if (typeof map !== 'string') {
    if (!Array.isArray(map) || map.length < 2) {
      throw new VizError(`${where}: colors is ${JSON.stringify(map)}, expected a name or two colours or more`);
    }
    for (const color of map) parseColor(color);
    return map;
  }
  const reversed = map.endsWith('_r');
  const name = reversed ? map.slice(0, -2) : map;
  if (!Object.hasOwn(maps, name)) {
    throw new VizError(
      `${where}: colors is '${map}', expected one of ${Object.keys(maps).join(', ')}, each also with _r`,
    );
  }
  const colors = maps[name as keyof typeof maps]();
  return reversed ? [...colors].reverse() : colors;
}

/**
 * A function from parts, 0 to 1, to colours.
 *
 * @param map a name that Matplotlib knows (`'viridis'`, `'RdYlBu_r'`, …) or colours at even distances
 * @throws VizError for another name, or fewer than two colours
 * @example
 * ```ts
 * import { colorMap } from '@kindling/viz';
 *
 * console.log(colorMap('viridis')(0), colorMap('RdYlBu_r')(1)); // => #440154 #a50026
 * console.log(colorMap(['#000000', '#ffffff'])(0.5)); // => #808080
 * ```
 */
export function colorMap(map: ColorMap): (part: number) => string {
  const colors = colorsOf('colorMap', map);
  return (part) => ramp(colors, part);
}
