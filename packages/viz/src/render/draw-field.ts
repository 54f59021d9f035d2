import { anArray, checkOptions, type Known, wrong } from '@internal/arguments';
import { ramp } from '../color.js';
import { VizError } from '../errors.js';
import type { Theme, ThemeOption } from '../theme.js';
import { themeOf } from '../theme.js';

/** Options of {@link drawField}. */
export interface DrawFieldOptions {
  /** Logits on a square grid, row by row from the smallest y. */
  logits: ArrayLike<number>;
  /** Half the side of the square around zero that the grid covers. */
  extent: number;
  /** Points to draw over it, two coordinates each. */
  points?: ArrayLike<number> | undefined;
  /** The class of each point, 0 or 1. */
  labels?: ArrayLike<number> | undefined;
  /** 1 for points that are drawn hollow, such as those held out. */
  hollow?: ArrayLike<number> | undefined;
  /** The probability whose border is drawn; 0.5 when left out, and none with `null`. */
  threshold?: number | null | undefined;
  /** `'light'` (the default), `'dark'`, or colours of one's own. */
  theme?: ThemeOption | undefined;
  /** Pixels of the canvas for a pixel of the page; `devicePixelRatio` when left out. */
  scale?: number | undefined;
}

const known: Known<DrawFieldOptions> = {
  logits: anArray,
  extent: 1,
  points: anArray,
  labels: anArray,
  hollow: 1,
  threshold: 1,
  theme: 1,
  scale: 'number',
};

const SHADES = 256;
/** Beyond this many logits shades no longer change. */
const CERTAIN = 4;

/**
 * Paints what a model of two classes says over a square, as shades that run into each other, with its border and its points:
 * what `decisionBoundary` draws, without axes and in well under a millisecond, for pictures that change with each frame.
 * It fills the canvas, whose size stays what it is.
 *
 * @throws VizError for a number of logits that is no square, an extent that is not above zero, points without labels, or a
 * canvas that cannot be drawn on
 * @example
 * ```ts
 * import { drawField } from '@kindling/viz/browser';
 *
 * function live(canvas: HTMLCanvasElement, logits: Float32Array): void {
 *   drawField(canvas, { logits, extent: 1.5, points: [0.2, 0.4], labels: [1] });
 * }
 * console.log(typeof live); // => function
 * ```
 */
export function drawField(canvas: HTMLCanvasElement, options: DrawFieldOptions): void {
  const where = 'drawField';
  checkOptions(VizError, where, options, known);
  if (typeof canvas?.getContext !== 'function') wrong(VizError, where, 'the first argument', 'a canvas', canvas);
  const { logits, extent, threshold = 0.5 } = options ?? {};
  const size = Math.sqrt(logits?.length ?? 0);
  if (size < 2 || !Number.isInteger(size)) {
    throw new VizError(`${where}: logits are ${logits?.length} numbers; a square of them is needed, from 4`);
  }
  if (!(extent > 0)) wrong(VizError, where, 'extent', 'a number above 0', extent);
  if (threshold !== null && !(threshold >= 0 && threshold <= 1)) {
    wrong(VizError, where, 'threshold', 'a probability, or null', threshold);
  }
  const theme = themeOf(where, options.theme);
  const context = canvas.getContext('2d');
  if (context === null) throw new VizError(`${where}: the canvas has no 2d context`);
  const scale = options.scale ?? globalThis.devicePixelRatio ?? 1;
  paintShades(context, logits, size, theme);
  if (threshold !== null) paintBorder(context, logits, size, threshold, theme, scale);
  if (options.points !== undefined) {
    const { labels, points } = options;
    if (labels === undefined || points.length !== 2 * labels.length) {
      throw new VizError(`${where}: ${points.length / 2} points have ${labels?.length ?? 'no'} labels`);
    }
    // Of a canvas without a pixel there is no picture.
    if (canvas.width > 0 && canvas.height > 0) {
      context.drawImage(pointsOf(canvas, { ...options, points, labels }, theme, scale), 0, 0);
    }
  }
}

const shades = new WeakMap<Theme, Uint8Array>();

/** Red, green and blue of each shade. */
function shadesOf(theme: Theme): Uint8Array {
  let table = shades.get(theme);
  if (table === undefined) {
    table = new Uint8Array(3 * SHADES);
    for (let i = 0; i < SHADES; i++) {
      const color = Number.parseInt(ramp(theme.probability, i / (SHADES - 1)).slice(1), 16);
      table.set([color >> 16, (color >> 8) & 255, color & 255], 3 * i);
    }
    shades.set(theme, table);
  }
  return table;
}

/** The grid as an image: one for all fields of a size, which are painted one after the other. */
const grids = new Map<number, { readonly image: ImageData; readonly canvas: OffscreenCanvas }>();

function gridOf(size: number) {
  let grid = grids.get(size);
  if (grid === undefined) {
    // Sizes are few; somebody who asks for all of them keeps the last.
    if (grids.size >= 4) grids.clear();
    grid = { image: new ImageData(size, size), canvas: new OffscreenCanvas(size, size) };
    grids.set(size, grid);
  }
  return grid;
}

function paintShades(context: CanvasRenderingContext2D, logits: ArrayLike<number>, size: number, theme: Theme): void {
  const table = shadesOf(theme);
  const { image, canvas: small } = gridOf(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const logit = logits[row * size + column]!;
      // What is no number is in the middle.
      const part = Number.isNaN(logit) ? 0.5 : 1 / (1 + Math.exp(-Math.max(-CERTAIN, Math.min(CERTAIN, logit))));
      const shade = 3 * Math.round(part * (SHADES - 1));
      const pixel = 4 * ((size - 1 - row) * size + column);
      image.data[pixel] = table[shade]!;
      image.data[pixel + 1] = table[shade + 1]!;
      image.data[pixel + 2] = table[shade + 2]!;
      image.data[pixel + 3] = 255;
    }
  }
  small.getContext('2d')!.putImageData(image, 0, 0);
  const { width, height } = context.canvas;
  context.imageSmoothingEnabled = true;
  // The outermost values lie on the edge, not half a cell within.
  context.drawImage(small, 0.5, 0.5, size - 1, size - 1, 0, 0, width, height);
}

/** The line on which the probability is the threshold: a straight piece in each cell, in the grid's coordinates. */
function* pieces(logits: ArrayLike<number>, size: number, level: number): Generator<readonly number[]> {
  for (let row = 0; row < size - 1; row++) {
    for (let column = 0; column < size - 1; column++) {
      const at = row * size + column;
      const [a, b, c, d] = [logits[at]!, logits[at + 1]!, logits[at + size + 1]!, logits[at + size]!];
      const ends: number[] = [];
      const cross = (from: number, to: number, x: number, y: number, dx: number, dy: number): void => {
        if (from > level === to > level) return;
        const part = (level - from) / (to - from);
        ends.push(column + x + part * dx, row + y + part * dy);
      };
      cross(a, b, 0, 0, 1, 0);
      cross(b, c, 1, 0, 0, 1);
      cross(d, c, 0, 1, 1, 0);
      cross(a, d, 0, 0, 0, 1);
      for (let i = 0; i + 3 < ends.length; i += 4) yield ends.slice(i, i + 4);
    }
  }
}

function paintBorder(
  context: CanvasRenderingContext2D,
  logits: ArrayLike<number>,
  size: number,
  threshold: number,
  theme: Theme,
  scale: number,
): void {
  const { width, height } = context.canvas;
  const level = Math.log(threshold / (1 - threshold));
  context.beginPath();
  for (const [x0, y0, x1, y1] of pieces(logits, size, level)) {
    context.moveTo((x0! * width) / (size - 1), height - (y0! * height) / (size - 1));
    context.lineTo((x1! * width) / (size - 1), height - (y1! * height) / (size - 1));
  }
  context.lineCap = 'round';
  context.strokeStyle = theme.background;
  context.globalAlpha = 0.7;
  context.lineWidth = 4.5 * scale;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = theme.ink;
  context.lineWidth = 2 * scale;
  context.stroke();
}

/** Points that were painted, which stay the same while a field changes many times a second. */
interface PaintedPoints {
  readonly picture: OffscreenCanvas;
  readonly numbers: readonly (Float64Array | undefined)[];
  readonly theme: Theme;
  readonly scale: number;
}

const painted = new WeakMap<HTMLCanvasElement, PaintedPoints>();

type GivenPoints = DrawFieldOptions & { readonly points: ArrayLike<number>; readonly labels: ArrayLike<number> };

/** A picture of the points as large as the canvas; that of the time before where all is as it was. */
function pointsOf(canvas: HTMLCanvasElement, given: GivenPoints, theme: Theme, scale: number): OffscreenCanvas {
  const { width, height } = canvas;
  const last = painted.get(canvas);
  const numbers = [[given.extent], given.points, given.labels, given.hollow];
  if (
    last?.picture.width === width &&
    last.picture.height === height &&
    last.theme === theme &&
    last.scale === scale &&
    numbers.every((array, i) => alike(array, last.numbers[i]))
  ) {
    return last.picture;
  }
  const picture = new OffscreenCanvas(width, height);
  paintPoints(picture.getContext('2d')!, given, theme, scale);
  const copies = numbers.map((array) => (array === undefined ? undefined : Float64Array.from(array)));
  painted.set(canvas, { picture, numbers: copies, theme, scale });
  return picture;
}

function alike(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function paintPoints(
  context: OffscreenCanvasRenderingContext2D,
  { points, labels, hollow, extent }: GivenPoints,
  theme: Theme,
  scale: number,
): void {
  const { width, height } = context.canvas;
  const r = (labels.length > 600 ? 2.4 : 3.6) * scale;
  for (let i = 0; i < labels.length; i++) {
    const color = theme.classes[labels[i] === 1 ? 1 : 0]!;
    const open = hollow?.[i] === 1;
    context.beginPath();
    const x = ((points[2 * i]! / extent + 1) / 2) * width;
    const y = height - ((points[2 * i + 1]! / extent + 1) / 2) * height;
    context.arc(x, y, open ? r - 0.5 * scale : r, 0, 2 * Math.PI);
    context.fillStyle = open ? theme.background : color;
    context.strokeStyle = open ? color : theme.background;
    context.lineWidth = (open ? 1.8 : 1) * scale;
    context.fill();
    context.stroke();
  }
}
