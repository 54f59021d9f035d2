import type { Known } from '@internal/arguments';
import { wrong } from '@internal/arguments';
import { checkSize } from '../chart.js';
import { VizError } from '../errors.js';
import { checkPlot, checkScene } from '../options.js';
import type { Insets, Mark, Panel, Scene } from '../scene.js';
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
  /** Line up what the axes of neighbours enclose; done unless `false`. */
  align?: boolean | undefined;
  /** Colours of the ground and the title; the first picture's when left out. */
  theme?: ThemeOption | undefined;
}

const known: Known<FigureOptions> = {
  plots: 1,
  columns: 'number',
  title: 'string',
  gap: 'number',
  align: 'boolean',
  theme: 1,
};

const titleSize = 17;

/**
 * Puts several pictures into one, in rows and columns, each laid out anew to fill its cell, with their axes lined up;
 * figures can be put into figures.
 *
 * @throws VizError for no pictures, or columns that are not a whole number from 1
 * @example
 * ```ts
 * import { figure, lossCurve } from '@kindling/viz';
 *
 * const plot = lossCurve({ series: [{ values: [3, 2, 1] }], width: 300, height: 200 });
 * const both = figure({ plots: [plot, plot], columns: 2, gap: 10 });
 * console.log(both.width, both.height, both.panels.length); // => 610 200 2
 * ```
 */
export function figure(options: FigureOptions): Scene {
  const where = 'figure';
  checkPlot(where, options, known);
  const { plots, gap = 8 } = options;
  if (!Array.isArray(plots)) wrong(VizError, where, 'plots', 'an array of plots', plots);
  for (const plot of plots) checkScene(where, plot);
  const first = plots[0];
  if (first === undefined) throw new VizError(`${where}: plots is empty`);
  if (!(gap >= 0)) throw new VizError(`${where}: gap is ${gap}, expected 0 or more`);
  const columns = Math.min(plots.length, options.columns ?? Math.ceil(Math.sqrt(plots.length)));
  if (!Number.isInteger(columns) || columns < 1) {
    throw new VizError(`${where}: columns is ${columns}, expected a whole number from 1`);
  }
  const theme = options.theme === undefined ? first.theme : themeOf(where, options.theme);
  const rows = Math.ceil(plots.length / columns);
  const inColumn = (column: number): Scene[] => plots.filter((_, i) => i % columns === column);
  const inRow = (row: number): Scene[] => plots.slice(row * columns, (row + 1) * columns);
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...inColumn(c).map((plot) => plot.width)));
  const heights = Array.from({ length: rows }, (_, r) => Math.max(...inRow(r).map((plot) => plot.height)));
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
  const panels: Panel[] = [];
  const cells = fitted(plots, widths, heights, options.align !== false);
  cells.forEach((plot, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const { theme: own, marks: inner } = plot;
    const ground: Mark = { type: 'rect', x: 0, y: 0, width: plot.width, height: plot.height, fill: own.background };
    const x = before(widths, column, gap);
    const y = head + before(heights, row, gap);
    marks.push({ type: 'group', x, y, marks: own.background === theme.background ? inner : [ground, ...inner] });
    panels.push(...plot.panels.map((panel) => moved(panel, x, y)));
  });
  const title = options.title ?? plots.map((plot) => plot.title).join('; ');
  const old = { width, height, head, gap, columns, rows };
  return { width, height, title, theme, marks, panels, resize: (w, h) => resized(options, old, w, h) };
}

/** Every picture fills its cell, so that neighbours begin and end on one line; then what their axes enclose does too. */
function fitted(
  plots: readonly Scene[],
  widths: readonly number[],
  heights: readonly number[],
  align: boolean,
): Scene[] {
  const columns = widths.length;
  const cells = plots.map((plot, i) => plot.resize(widths[i % columns]!, heights[Math.floor(i / columns)]!));
  if (!align) return cells;
  return cells.map((cell, i) => {
    if (cell.insets === undefined) return cell;
    const beside = cells.filter((_, j) => j % columns === i % columns).map(({ insets }) => insets);
    const level = cells.filter((_, j) => Math.floor(j / columns) === Math.floor(i / columns)).map((c) => c.insets);
    const most = (all: readonly (Insets | undefined)[], side: keyof Insets): number =>
      Math.max(...all.map((insets) => insets?.[side] ?? 0));
    return cell.resize(cell.width, cell.height, {
      left: most(beside, 'left'),
      right: most(beside, 'right'),
      top: most(level, 'top'),
      bottom: most(level, 'bottom'),
    });
  });
}

function moved(panel: Panel, dx: number, dy: number): Panel {
  const { x, y } = panel.scales;
  const shift = (scale: Panel['scales']['x'], by: number): Panel['scales']['x'] => ({
    ...scale,
    toPixel: (value) => scale.toPixel(value) + by,
    toValue: (pixel) => scale.toValue(pixel - by),
  });
  return { ...panel, x: panel.x + dx, y: panel.y + dy, scales: { x: shift(x, dx), y: shift(y, dy) } };
}

function before(sizes: readonly number[], index: number, gap: number): number {
  return sizes.slice(0, index).reduce((a, b) => a + b + gap, 0);
}

interface Measures {
  readonly width: number;
  readonly height: number;
  readonly head: number;
  readonly gap: number;
  readonly columns: number;
  readonly rows: number;
}

/** Each picture takes its share of the new size; the title and the gaps keep theirs. */
function resized(options: FigureOptions, old: Measures, width: number, height: number): Scene {
  checkSize('figure', 'width', width);
  checkSize('figure', 'height', height);
  const gapsAcross = (old.columns - 1) * old.gap;
  const gapsDown = old.head + (old.rows - 1) * old.gap;
  const across = Math.max(16 / old.width, (width - gapsAcross) / (old.width - gapsAcross));
  const down = Math.max(16 / old.height, (height - gapsDown) / (old.height - gapsDown));
  const plots = options.plots.map((plot) =>
    plot.resize(Math.max(16, plot.width * across), Math.max(16, plot.height * down)),
  );
  return figure({ ...options, plots });
}
