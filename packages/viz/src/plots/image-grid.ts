import { anArray, type Known, strings } from '@internal/arguments';
import { board } from '../board.js';
import type { PlotOptions } from '../chart.js';
import { parseColor } from '../color.js';
import { type ColorMap, colorsOf } from '../color-map.js';
import { VizError } from '../errors.js';
import { shaded } from '../marks/heatmap.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Box } from '../placement.js';
import type { Mark, Scene } from '../scene.js';
import { fitText, textWidth } from '../text.js';
import type { Theme } from '../theme.js';
import { extent } from './heatmap.js';

/** An image as decoders give it: rows from the top, pixels from the left, channels side by side. */
export interface ImageLike {
  /** Bytes from 0 to 255, or numbers of any range, which are then stretched from black to white. */
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colours, 4 colours and opacity. */
  readonly channels: number;
}

/** Options of {@link imageGrid}. */
export interface ImageGridOptions extends PlotOptions {
  images: readonly ImageLike[];
  /** A line under each image. */
  captions?: readonly string[] | undefined;
  /** A frame around each image, as `#rrggbb`: for what is right and wrong, say. */
  frames?: readonly (string | undefined)[] | undefined;
  /** Images a row; what fills the picture best when left out. */
  columns?: number | undefined;
  /** Side of an image in pixels, where neither width nor height is given; 72 when left out. */
  size?: number | undefined;
  /** Colours of images of one channel, from their least to their largest value; grey when left out. */
  colors?: ColorMap | undefined;
  /**
   * The values that are black and white in numbers that are not bytes: each image's own least and largest
   * (`'each'`, the default), those of `'all'` images, or two numbers.
   */
  range?: 'each' | 'all' | readonly [number, number] | undefined;
  /** Let pixels run into each other where they are drawn larger. */
  smooth?: boolean | undefined;
}

const known: Known<ImageGridOptions> = {
  ...plotKeys,
  images: 1,
  captions: strings,
  frames: anArray,
  columns: 'number',
  size: 'number',
  colors: 1,
  range: 1,
  smooth: 'boolean',
};

const gap = 8;
const captionSize = 10.5;

/**
 * Draws images in rows: a contact sheet, a layer's filters, a model's mistakes.
 *
 * @throws VizError for no images, a size that does not fit the data, or captions or frames that are not one an image
 * @example
 * ```ts
 * import { imageGrid, toSvg } from '@kindling/viz';
 *
 * const checks = { data: Uint8Array.of(0, 255, 255, 0), width: 2, height: 2, channels: 1 };
 * const sheet = imageGrid({ images: [checks, checks, checks], captions: ['3', '8', '3'], title: 'Digits' });
 * console.log(toSvg(sheet).split('<image').length - 1); // => 3
 * ```
 */
export function imageGrid(options: ImageGridOptions): Scene {
  const where = 'imageGrid';
  checkPlot(where, options, known, { images: 'an array of objects' });
  const { images, captions, frames } = options;
  if (images.length === 0) throw new VizError(`${where}: images is empty`);
  for (const [i, image] of images.entries()) checkImage(where, image, i);
  for (const [name, list] of Object.entries({ captions, frames })) {
    if (list !== undefined && list.length !== images.length) {
      throw new VizError(`${where}: ${name} has ${list.length} entries for ${images.length} images`);
    }
  }
  const colors = colorsOf(where, options.colors ?? ['#000000', '#ffffff']);
  const shared = rangeOf(where, options);
  // As wide as the widest of them, for its height.
  const aspect = Math.max(...images.map(({ width, height }) => width / height));
  const side = options.size ?? 72;
  const columns = options.columns ?? Math.ceil(Math.sqrt(images.length * 1.5));
  if (!Number.isInteger(columns) || columns < 1) {
    throw new VizError(`${where}: columns is ${columns}, expected a whole number from 1`);
  }
  const foot = captions === undefined ? 0 : captionSize + 6;
  const used = Math.min(columns, images.length);
  const wide = side * Math.max(1, aspect);
  const natural = Math.ceil(images.length / used) * (wide / aspect + foot + gap) - gap;
  return board(
    where,
    {
      title: options.title ?? 'Images',
      size: { width: Math.round(used * (wide + gap) - gap + 28), height: () => natural },
      draw: (box, theme) => {
        let cells = layCells(box, images.length, options.columns, aspect, foot);
        // In a small picture captions could not be read and leave no room for images.
        const captioned = foot > 0 && cells[0]!.width >= 16;
        if (foot > 0 && !captioned) cells = layCells(box, images.length, options.columns, aspect, 0);
        return images.flatMap((image, i) => {
          const pixels = pixelsOf(image, shared, colors, theme);
          return imageMarks(
            image,
            pixels,
            i,
            cells[i]!,
            captioned ? options : { ...options, captions: undefined },
            theme,
          );
        });
      },
    },
    options,
  );
}

function checkImage(where: string, { data, width, height, channels }: ImageLike, i: number): void {
  if (![1, 3, 4].includes(channels))
    throw new VizError(`${where}: images[${i}].channels is ${channels}, expected 1, 3 or 4`);
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new VizError(`${where}: images[${i}] is ${width} x ${height}, expected whole numbers from 1`);
  }
  if (data.length !== width * height * channels) {
    throw new VizError(
      `${where}: images[${i}].data has ${data.length} values for ${width} x ${height} x ${channels} = ${width * height * channels}`,
    );
  }
}

const isBytes = ({ data }: ImageLike): boolean => data instanceof Uint8Array || data instanceof Uint8ClampedArray;

function rangeOf(where: string, { images, range = 'each' }: ImageGridOptions): readonly [number, number] | undefined {
  if (range === 'each') return undefined;
  if (range !== 'all') {
    if (Array.isArray(range) && range.length === 2 && range[0] < range[1]) return range;
    throw new VizError(`${where}: range is ${JSON.stringify(range)}, expected 'each', 'all' or two ascending numbers`);
  }
  const each = images.map(({ data }) => extent(data));
  return [Math.min(...each.map(([low]) => low)), Math.max(...each.map(([, high]) => high))];
}

/** Red, green and blue of each pixel; what is not opaque lets the ground through. */
function pixelsOf(
  image: ImageLike,
  shared: readonly [number, number] | undefined,
  colors: readonly string[],
  theme: Theme,
): Uint8ClampedArray {
  const { data, width, height, channels } = image;
  const range = shared ?? (isBytes(image) ? [0, 255] : extent(data));
  if (channels === 1) return shaded(data, range, colors, theme.background);
  const ground = parseColor(theme.background);
  const result = new Uint8ClampedArray(width * height * 3);
  const scale = 255 / (range[1] - range[0]);
  for (let i = 0; i < width * height; i++) {
    const opaque = channels === 4 ? ((data[i * 4 + 3]! - range[0]) * scale) / 255 : 1;
    for (let c = 0; c < 3; c++) {
      const value = (data[i * channels + c]! - range[0]) * scale;
      result[3 * i + c] = value * opaque + ground[c]! * (1 - opaque);
    }
  }
  return result;
}

/** The cell of each image, as large as the box allows. */
function layCells(box: Box, count: number, asked: number | undefined, aspect: number, foot: number): Box[] {
  const space = Math.min(gap, Math.max(1, Math.sqrt((box.width * box.height) / count) / 6));
  const sideOf = (columns: number): number => {
    const rows = Math.ceil(count / columns);
    const across = (box.width - (columns - 1) * space) / columns;
    const down = ((box.height - (rows - 1) * space) / rows - foot) * aspect;
    return Math.max(0.5, Math.min(across, down));
  };
  let columns = Math.min(count, asked ?? 1);
  if (asked === undefined) for (let c = 2; c <= count; c++) if (sideOf(c) > sideOf(columns)) columns = c;
  const width = sideOf(columns);
  const height = width / aspect;
  return Array.from({ length: count }, (_, i) => ({
    x: box.x + (i % columns) * (width + space),
    y: box.y + Math.floor(i / columns) * (height + foot + space),
    width,
    height,
  }));
}

function imageMarks(
  image: ImageLike,
  colors: Uint8ClampedArray,
  i: number,
  cell: Box,
  { captions, frames, smooth }: ImageGridOptions,
  theme: Theme,
): Mark[] {
  const scale = Math.min(cell.width / image.width, cell.height / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  const box = { x: cell.x + (cell.width - size.width) / 2, y: cell.y + (cell.height - size.height) / 2, ...size };
  const named = { id: `image-${i}`, name: captions?.[i] };
  const marks: Mark[] = [
    { type: 'heatmap', ...box, columns: image.width, rows: image.height, colors, smooth, ...named },
  ];
  const stroke = frames?.[i];
  if (stroke !== undefined) marks.push({ type: 'rect', ...box, stroke, strokeWidth: 2.5 });
  const caption = captions?.[i];
  if (caption === undefined) return marks;
  const text = fitText(caption, captionSize, cell.width + gap - 2);
  const x = cell.x + (cell.width - textWidth(text, captionSize)) / 2;
  return [
    ...marks,
    {
      type: 'text',
      x,
      y: cell.y + cell.height + captionSize + 1,
      text,
      size: captionSize,
      fill: stroke ?? theme.muted,
    },
  ];
}
