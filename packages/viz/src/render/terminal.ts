import { checkOptions, describe } from '@internal/arguments';
import { luminance, parseColor, type Rgb } from '../color.js';
import { VizError } from '../errors.js';
import { cellAt } from '../marks/heatmap.js';
import { checkScene } from '../options.js';
import type { HeatmapMark, Mark, Point, PointsMark, PolylineMark, Scene, TextMark } from '../scene.js';
import type { Theme } from '../theme.js';
import { type ColorDepth, terminalColor } from './ansi.js';
import { Cells, type Clip, cellHeight, cellWidth, type Ink } from './cells.js';

/** Options of {@link toTerminal}. */
export interface TerminalOptions {
  /** Characters a line; 80 when left out. */
  columns?: number | undefined;
  /** Lines; as many as give the picture about its own form when left out. */
  rows?: number | undefined;
  /**
   * Colours: by name, `true` for all, `false` for none; judged from the process when left out. Without colour the
   * picture is made of plain ASCII characters.
   */
  color?: ColorDepth | boolean | undefined;
}

// Grey that can be read on a dark and on a light terminal alike.
const grey: Ink = { color: [128, 136, 145], ink: false };

/**
 * Draws a scene with characters: lines and points in braille dots, shades in half blocks, in the terminal's own letters.
 * The scene is laid out anew for the number of characters.
 *
 * @param scene what a plot function returned
 * @returns lines joined by line feeds, without one at the end
 * @throws VizError for fewer than 20 columns or 6 rows, or more than 1000
 * @example
 * ```ts
 * import { lossCurve, toTerminal } from '@kindling/viz';
 *
 * const plot = lossCurve({ series: [{ values: [0.7, 0.5, 0.4] }], title: 'Training' });
 * const lines = toTerminal(plot, { columns: 60, rows: 16, color: false }).split('\n');
 * console.log(lines.length, lines.some((line) => line.includes('Training'))); // => 16 true
 * ```
 */
export function toTerminal(scene: Scene, options: TerminalOptions = {}): string {
  checkScene('toTerminal', scene);
  checkOptions(VizError, 'toTerminal', options, { columns: 'number', rows: 'number', color: 1 });
  const columns = options.columns ?? 80;
  const natural = Math.round((columns * cellWidth * scene.height) / scene.width / cellHeight);
  const rows = options.rows ?? Math.min(Math.max(natural, 12), 60);
  for (const [name, value, least] of [['columns', columns, 20] as const, ['rows', rows, 6] as const]) {
    if (!Number.isInteger(value) || value < least || value > 1000) {
      throw new VizError(`toTerminal: ${name} is ${value}, expected a whole number from ${least} to 1000`);
    }
  }
  const cells = new Cells(columns, rows, depthOf(options.color));
  const fitted = scene.resize(columns * cellWidth, rows * cellHeight);
  const page: Clip = { left: 0, top: 0, right: fitted.width, bottom: fitted.height };
  for (const mark of fitted.marks) draw(mark, { cells, theme: fitted.theme, x: 0, y: 0, clip: page });
  return cells.toString();
}

function depthOf(color: TerminalOptions['color']): ColorDepth {
  if (color === undefined) return terminalColor();
  if (typeof color === 'boolean') return color ? 'truecolor' : 'none';
  if (color === 'truecolor' || color === '256' || color === 'none') return color;
  throw new VizError(`toTerminal: color is ${describe(color)}, expected 'truecolor', '256', 'none' or a boolean`);
}

interface Context {
  readonly cells: Cells;
  readonly theme: Theme;
  readonly x: number;
  readonly y: number;
  readonly clip: Clip;
}

function draw(mark: Mark, context: Context): void {
  const { cells, theme, clip } = context;
  const move = ([x, y]: Point): Point => [x + context.x, y + context.y];
  switch (mark.type) {
    case 'group': {
      const [x, y] = move([mark.x ?? 0, mark.y ?? 0]);
      const inner = mark.clip === undefined ? clip : intersect(clip, mark.clip, x, y);
      for (const child of mark.marks) draw(child, { ...context, x, y, clip: inner });
      return;
    }
    case 'polyline':
      drawLine(mark, mark.points.map(move), context);
      return;
    case 'polygon':
      if (mark.fill !== undefined && mark.fill !== theme.background) {
        fillRings(
          mark.rings.map((ring) => ring.map(move)),
          mark,
          mark.fill,
          context,
        );
      }
      return;
    case 'rect': {
      const [x, y] = move([mark.x, mark.y]);
      const { width, height } = mark;
      if (mark.fill !== undefined && mark.fill !== theme.background) {
        const ring = [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ] as const;
        fillRings([ring], mark, mark.fill, context);
      } else if (mark.stroke === theme.axis) cells.frame(x, y, width, height, grey);
      return;
    }
    case 'heatmap': {
      const [x, y] = move([mark.x, mark.y]);
      drawCells({ ...mark, x, y }, context);
      return;
    }
    case 'points':
      drawPoints(mark, mark.points.map(move), context);
      return;
    case 'text':
      drawText(mark, move([mark.x, mark.y]), context);
      return;
  }
}

function fillRings(
  rings: readonly (readonly Point[])[],
  mark: {
    readonly fillOpacity?: number | undefined;
    readonly opacity?: number | undefined;
    readonly char?: string | undefined;
  },
  fill: string,
  { cells, theme, clip }: Context,
): void {
  const opacity = (mark.fillOpacity ?? 1) * (mark.opacity ?? 1);
  cells.fill(rings, parseColor(fill), opacity, parseColor(theme.background), mark.char ?? '', clip);
}

const shadeChars = ' .:-=+*#%@';

/** A heatmap in half blocks; where there are no colours, in characters that are heavier the more a cell is unlike the ground. */
function drawCells(mark: HeatmapMark, { cells, theme, clip }: Context): void {
  const ground = luminance(theme.background);
  const far = Math.max(ground, 1 - ground);
  const look = (x: number, y: number): { color: Rgb; char: string } | undefined => {
    const cell = cellAt(mark, x, y);
    if (cell === undefined) return undefined;
    const color = [mark.colors[3 * cell]!, mark.colors[3 * cell + 1]!, mark.colors[3 * cell + 2]!] as const;
    const [r, g, b] = color.map((value) => (value / 255) ** 2.2) as [number, number, number];
    const unlike = Math.abs(0.2126 * r + 0.7152 * g + 0.0722 * b - ground) / far;
    return { color, char: shadeChars[Math.min(9, Math.floor(unlike * 10))]! };
  };
  cells.image(mark, look, clip);
}

/** Sets a dot every pixel of the way, with gaps where the line is dashed. Ticks and grid lines are left out: a
 * character is too large for them. */
function drawLine(mark: PolylineMark, points: readonly Point[], { cells, theme, clip }: Context): void {
  const { stroke, dash } = mark;
  if (stroke === undefined || stroke === theme.grid || stroke === theme.axis || stroke === theme.background) return;
  const ink = inkOf(stroke, theme);
  // Dashes shorter than the space between dots would be drawn as a full line.
  const period = dash === undefined ? [] : dash.map((length) => Math.max(length, 6));
  const cycle = period.reduce((a, b) => a + b, 0);
  let walked = 0;
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1]!, points[i]!];
    const length = Math.hypot(bx - ax, by - ay);
    const steps = Math.min(20_000, Math.max(1, Math.ceil(length)));
    for (let step = 0; step <= steps; step++) {
      const part = step / steps;
      if (cycle > 0 && (walked + part * length) % cycle >= period[0]!) continue;
      cells.dot(ax + (bx - ax) * part, ay + (by - ay) * part, ink, mark.char ?? '*', clip);
    }
    walked += length;
  }
}

function drawPoints(mark: PointsMark, points: readonly Point[], { cells, theme, clip }: Context): void {
  const ink = inkOf(mark.fill ?? mark.stroke ?? theme.ink, theme);
  const char = mark.char ?? 'o';
  for (const [x, y] of points) {
    cells.dot(x, y, ink, char, clip);
    if (cells.depth === 'none') continue;
    // The braille dots whose middles lie within the symbol.
    const apart = cellWidth / 2;
    const middle = (value: number): number => (Math.floor(value / apart) + 0.5) * apart;
    for (let dy = middle(y - mark.r); dy <= y + mark.r; dy += apart) {
      for (let dx = middle(x - mark.r); dx <= x + mark.r; dx += apart) {
        if (Math.hypot(dx - x, dy - y) <= mark.r * 0.9) cells.dot(dx, dy, ink, char, clip);
      }
    }
  }
}

function drawText(mark: TextMark, [x, y]: Point, { cells, theme }: Context): void {
  const text = cells.depth === 'none' ? plain(mark.text) : mark.text;
  const count = [...text].length;
  const shift = mark.anchor === 'middle' ? 0.5 : mark.anchor === 'end' ? 1 : 0;
  const ink = inkOf(mark.fill, theme);
  if (mark.rotate !== undefined && Math.abs(mark.rotate) > 45) {
    // Letters below one another, read downwards; further left where they would touch the ticks' texts.
    const row = Math.max(0, Math.round(y / cellHeight - count * shift));
    let column = Math.max(0, Math.floor((x - mark.size * 0.35) / cellWidth) - 1);
    while (!cells.write(column, row, text, ink, true) && column > 0) column--;
    return;
  }
  // What stands under a frame goes by its baseline, so that it does not fall into the frame's last row; what stands
  // beside something by its middle.
  const row = Math.floor((y - mark.size * (mark.anchor === 'middle' ? 0.15 : 0.36)) / cellHeight);
  const column = Math.round(x / cellWidth - count * shift);
  cells.write(Math.min(column, Math.max(0, cells.columns - count)), row, text, ink, false);
}

/** Reference lines and labels in grey, everything else in its own colour. */
function inkOf(color: string, theme: Theme): Ink {
  if (color === theme.muted || color === theme.axis) return grey;
  return { color: parseColor(color), ink: color === theme.ink };
}

function intersect(a: Clip, b: { x: number; y: number; width: number; height: number }, dx: number, dy: number): Clip {
  return {
    left: Math.max(a.left, b.x + dx),
    top: Math.max(a.top, b.y + dy),
    right: Math.min(a.right, b.x + dx + b.width),
    bottom: Math.min(a.bottom, b.y + dy + b.height),
  };
}

/** Text in ASCII: letters without their accents, signs by their nearest likeness. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('−', '-')
    .replaceAll('×', 'x')
    .replaceAll('…', '~')
    .replaceAll(/[^\x20-\x7e]/gu, '?');
}
