import { type Known, strings, twoNumbers } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { ramp, readable } from '../color.js';
import { type ColorMap, colorsOf } from '../color-map.js';
import { VizError } from '../errors.js';
import { type Readable, readNumbers } from '../inputs.js';
import { type Area, tickSize } from '../layout.js';
import { colorBar, colorBarSpace } from '../marks/color-bar.js';
import { shaded } from '../marks/heatmap.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Scene } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import { type Theme, themeOf } from '../theme.js';
import type { AxisSpec } from '../ticks.js';
import { checkNames } from './bar-plot.js';

/** Options of {@link heatmap}. */
export interface HeatmapOptions extends PlotOptions {
  /** The numbers, row by row, or a tensor of shape `[rows, columns]`; NaN leaves a cell empty. */
  values: ArrayLike<ArrayLike<number>> | Readable;
  /** Names of the rows, from the top. */
  rowNames?: readonly string[] | undefined;
  /** Names of the columns. */
  columnNames?: readonly string[] | undefined;
  /** Instead of names, the values at the left and right edge. */
  xDomain?: readonly [number, number] | undefined;
  /** Instead of names, the values at the bottom and top edge: the first row is then at the bottom. */
  yDomain?: readonly [number, number] | undefined;
  /** `'viridis'` when left out. */
  colors?: ColorMap | undefined;
  /** The values of the first and the last colour; the least and the largest when left out. */
  domain?: readonly [number, number] | undefined;
  /** What the numbers are, beside the colour bar. */
  label?: string | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** Write the numbers into the cells, where they fit. */
  showValues?: boolean | undefined;
  /** Let neighbouring colours run into each other. */
  smooth?: boolean | undefined;
  /** Square cells. */
  equal?: boolean | undefined;
}

const known: Known<HeatmapOptions> = {
  ...plotKeys,
  values: 1,
  rowNames: strings,
  columnNames: strings,
  xDomain: twoNumbers,
  yDomain: twoNumbers,
  colors: 1,
  domain: twoNumbers,
  label: 'string',
  xLabel: 'string',
  yLabel: 'string',
  showValues: 'boolean',
  smooth: 'boolean',
  equal: 'boolean',
};

interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * Draws a table of numbers as colours, with a colour bar.
 *
 * @throws VizError for no numbers, rows of different lengths, or names that are not one a row or column
 * @example
 * ```ts
 * import { heatmap, toSvg } from '@kindling/viz';
 *
 * const plot = heatmap({ values: [[0.1, 0.9], [0.4, 0.2]], rowNames: ['a', 'b'], showValues: true, label: 'weight' });
 * console.log(toSvg(plot).includes('>weight</text>')); // => true
 * ```
 */
export function heatmap(options: HeatmapOptions): Scene {
  const where = 'heatmap';
  checkPlot(where, options, known);
  return drawHeatmap(where, options);
}

/** The same for another plot, whose name errors then say. */
export function drawHeatmap(where: string, options: HeatmapOptions): Scene {
  const theme = themeOf(where, options.theme);
  const matrix = readMatrix(where, 'values', options.values);
  const colors = colorsOf(where, options.colors ?? 'viridis');
  const domain = options.domain ?? extent(matrix.values);
  const { rows, columns } = matrix;
  const bar = { color: (part: number) => ramp(colors, part), bands: 64, domain, label: options.label };
  return chart(
    where,
    {
      title: options.title ?? 'Heat map',
      x: axis(where, 'columnNames', options.columnNames, options.xLabel, options.xDomain ?? [0, columns], columns),
      // Upside down where rows are counted: the first stands at the top.
      y: axis(where, 'rowNames', options.rowNames, options.yLabel, options.yDomain ?? [rows, 0], rows),
      equal: options.equal,
      legend: [],
      legendAt: 'above',
      sideWidth: colorBarSpace(bar),
      drawSide: (area) => colorBar(area, bar, theme),
      draw: (area) => ({ under: cellMarks(matrix, area, domain, colors, options, theme), over: [] }),
      size: { width: 560, height: 400 },
    },
    options,
  );
}

function axis(
  where: string,
  option: string,
  names: readonly string[] | undefined,
  label: string | undefined,
  domain: readonly [number, number],
  count: number,
): AxisSpec {
  if (names === undefined) return { label, domain, grid: false, integer: domain[0] === 0 || domain[1] === 0 };
  checkNames(where, option, names, count);
  const ticks = names.map((name, i) => ({ value: i + 0.5, text: fitText(name, tickSize, 120) }));
  return { label, domain: domain[0] === 0 ? [0, count] : [count, 0], ticks, grid: false };
}

/** Reads rows of equal length, or a tensor of two dimensions. */
export function readMatrix(where: string, argument: string, values: HeatmapOptions['values']): Matrix {
  if (typeof values === 'object' && values !== null && 'dataSync' in values) {
    const [rows, columns] = values.shape;
    if (values.shape.length !== 2 || rows! * columns! === 0) {
      throw new VizError(`${where}: ${argument} has shape [${values.shape.join(', ')}], expected [rows, columns]`);
    }
    return { rows: rows!, columns: columns!, values: readNumbers(where, argument, values) };
  }
  const rows = Array.from(values ?? [], (row, i) => readNumbers(where, `${argument}[${i}]`, row));
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) throw new VizError(`${where}: ${argument} holds no numbers`);
  const flat = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    if (row.length !== columns) {
      throw new VizError(`${where}: ${argument}[${i}] has ${row.length} values, ${argument}[0] has ${columns}`);
    }
    flat.set(row, i * columns);
  });
  return { rows: rows.length, columns, values: flat };
}

/** The least and the largest of some values, infinities and NaN aside; 0 and 1 where there are none. */
export function extent(values: ArrayLike<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  return low === high ? [low - (Math.abs(low) / 2 || 0.5), high + (Math.abs(high) / 2 || 0.5)] : [low, high];
}

function cellMarks(
  { rows, columns, values }: Matrix,
  area: Area,
  domain: readonly [number, number],
  colors: readonly string[],
  options: HeatmapOptions,
  theme: Theme,
): Mark[] {
  const { x, y, width, height } = area;
  // A heatmap's rows begin at the top; with a y axis of numbers the first row is the lowest.
  const upward = options.yDomain !== undefined;
  const ordered = upward
    ? values.map((_, i) => values[(rows - 1 - Math.floor(i / columns)) * columns + (i % columns)]!)
    : values;
  const colored = shaded(ordered, domain, colors, theme.background);
  const marks: Mark[] = [
    {
      type: 'heatmap',
      x,
      y,
      width,
      height,
      columns,
      rows,
      colors: colored,
      values: ordered,
      smooth: options.smooth,
      id: 'cells',
      name: options.label,
    },
  ];
  if (options.showValues !== true) return marks;
  const [wide, high] = [width / columns, height / rows];
  const size = Math.min(13, Math.max(8, Math.min(wide * 0.3, high * 0.45)));
  ordered.forEach((value, i) => {
    const text = Number.isNaN(value) ? '' : Number.isInteger(value) ? String(value) : value.toFixed(2);
    if (text === '' || textWidth(text, size) > wide - 4 || size > high - 2) return;
    const ground = ramp(colors, (value - domain[0]) / (domain[1] - domain[0] || 1));
    const fill = readable(ground, theme.ink, theme.background);
    const middle = { x: x + ((i % columns) + 0.5) * wide, y: y + (Math.floor(i / columns) + 0.5) * high };
    marks.push({ type: 'text', x: middle.x, y: middle.y + (size * capHeight) / 2, text, size, fill, anchor: 'middle' });
  });
  return marks;
}
