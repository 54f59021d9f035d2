import { checkSize } from '../chart.js';
import { VizError } from '../errors.js';
import type { Mark, Scene } from '../scene.js';
import { textWidth, wrapText } from '../text.js';
import { type ThemeOption, themeOf } from '../theme.js';

/** Options of {@link figure}. */
export interface FigureOptions {
  /** The pictures, row by row. */
  plots: readonly Scene[];
  /** Pictures a row; as near a square as their number allows when left out. */
  columns?: number | undefined;
  /** What stands above them all. */
  title?: string | undefined;
  /** Pixels between pictures; 8 when left out. */
  gap?: number | undefined;
  /** Colours of the ground and the title; the first picture's when left out. */
  theme?: ThemeOption | undefined;
}

const titleSize = 17;

/**
 * Puts several pictures into one, in rows and columns, each laid out anew to fill its cell; figures can be put into
 * figures.
 *
 * @throws VizError for no pictures, or columns that are not a whole number from 1
 * @example
 * ```ts
 * import { figure, lossCurve } from '@kindling/viz';
 *
 * const plot = lossCurve({ series: [{ values: [3, 2, 1] }], width: 300, height: 200 });
 * const both = figure({ plots: [plot, plot], columns: 2, gap: 10 });
 * console.log(both.width, both.height); // => 610 200
 * ```
 */
export function figure(options: FigureOptions): Scene {
  const where = 'figure';
  const { plots, gap = 8 } = options;
  const first = plots[0];
  if (first === undefined) throw new VizError(`${where}: plots is empty`);
  if (!(gap >= 0)) throw new VizError(`${where}: gap is ${gap}, expected 0 or more`);
  const columns = Math.min(plots.length, options.columns ?? Math.ceil(Math.sqrt(plots.length)));
  if (!Number.isInteger(columns) || columns < 1) {
    throw new VizError(`${where}: columns is ${columns}, expected a whole number from 1`);
  }
  const theme = options.theme === undefined ? first.theme : themeOf(where, options.theme);
  const rows = Math.ceil(plots.length / columns);
  const widths = Array.from({ length: columns }, (_, c) => largest(plots, (_scene, i) => i % columns === c, 'width'));
  const heights = Array.from({ length: rows }, (_, r) =>
    largest(plots, (_scene, i) => Math.floor(i / columns) === r, 'height'),
  );
  const width = widths.reduce((a, b) => a + b, (columns - 1) * gap);
  const lines = wrapText(options.title ?? '', titleSize, width - 24, 2);
  const head = lines.length === 0 ? 0 : 18 + lines.length * (titleSize + 5);
  const height = heights.reduce((a, b) => a + b, head + (rows - 1) * gap);

  const marks: Mark[] = lines.map((text, i) => ({
    type: 'text',
    x: Math.max(12, (width - textWidth(text, titleSize)) / 2),
    y: 16 + titleSize * 0.85 + i * (titleSize + 5),
    text,
    size: titleSize,
    fill: theme.ink,
  }));
  plots.forEach((plot, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    // Every picture fills its cell, so that neighbours begin and end on one line.
    const { theme: own, marks: inner } = plot.resize(widths[column]!, heights[row]!);
    const size = { width: widths[column]!, height: heights[row]! };
    const ground: Mark = { type: 'rect', x: 0, y: 0, ...size, fill: own.background };
    const x = before(widths, column, gap);
    const y = head + before(heights, row, gap);
    marks.push({ type: 'group', x, y, marks: own.background === theme.background ? inner : [ground, ...inner] });
  });
  const title = options.title ?? plots.map((plot) => plot.title).join('; ');
  return { width, height, title, theme, marks, resize: (w, h) => resized(options, head, { width, height }, w, h) };
}

function largest(
  plots: readonly Scene[],
  which: (scene: Scene, i: number) => boolean,
  side: 'width' | 'height',
): number {
  return Math.max(...plots.filter(which).map((plot) => plot[side]));
}

function before(sizes: readonly number[], index: number, gap: number): number {
  return sizes.slice(0, index).reduce((a, b) => a + b + gap, 0);
}

/** Each picture takes its share of the new size; the title and the gaps keep theirs. */
function resized(
  options: FigureOptions,
  head: number,
  old: { readonly width: number; readonly height: number },
  width: number,
  height: number,
): Scene {
  checkSize('figure', 'width', width);
  checkSize('figure', 'height', height);
  const { plots, gap = 8 } = options;
  const columns = Math.min(plots.length, options.columns ?? Math.ceil(Math.sqrt(plots.length)));
  const gapsAcross = (columns - 1) * gap;
  const gapsDown = (Math.ceil(plots.length / columns) - 1) * gap;
  const across = Math.max(16 / old.width, (width - gapsAcross) / (old.width - gapsAcross));
  const down = Math.max(16 / old.height, (height - head - gapsDown) / (old.height - head - gapsDown));
  const scaled = plots.map((plot) => plot.resize(Math.max(16, plot.width * across), Math.max(16, plot.height * down)));
  return figure({ ...options, plots: scaled });
}
