import { checkOptions, strings } from '@internal/arguments';
import { Resvg } from '@resvg/resvg-js';
import { VizError } from '../errors.js';
import { font } from '../font.js';
import { checkScene } from '../options.js';
import type { Scene } from '../scene.js';
import { toSvg } from './svg.js';

/** Options of {@link toPng}. */
export interface PngOptions {
  /** Pixels of the image for a pixel of the scene; 2 when left out. */
  scale?: number | undefined;
  /** Paths of further fonts, for text that DejaVu Sans has no letters for (Chinese, say). */
  fontFiles?: readonly string[] | undefined;
}

/**
 * Draws a scene as a PNG image. Node only: in a page draw on a canvas, or show the SVG.
 *
 * @param scene what a plot function returned
 * @returns the bytes of the file
 * @throws VizError for a scale that is not above 0, or an image of more than 16384 pixels in a direction
 * @example
 * ```ts
 * import { lossCurve } from '@kindling/viz';
 * import { toPng } from '@kindling/viz/node';
 *
 * const png = await toPng(lossCurve({ series: [{ values: [0.7, 0.5, 0.4] }] }));
 * console.log(String.fromCharCode(...png.slice(1, 4))); // => PNG
 * ```
 */
export async function toPng(scene: Scene, options: PngOptions = {}): Promise<Uint8Array> {
  checkScene('toPng', scene);
  checkOptions(VizError, 'toPng', options, { scale: 'number', fontFiles: strings });
  const scale = options.scale ?? 2;
  if (!(scale > 0)) throw new VizError(`toPng: scale is ${scale}, expected a number above 0`);
  const [width, height] = [scene.width * scale, scene.height * scale];
  if (width > 16_384 || height > 16_384) {
    throw new VizError(
      `toPng: the image would have ${Math.round(width)} x ${Math.round(height)} pixels, more than 16384`,
    );
  }
  const image = new Resvg(toSvg(scene), {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: [font, ...(options.fontFiles ?? [])],
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans',
    },
  });
  return new Uint8Array(image.render().asPng());
}
