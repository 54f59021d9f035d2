import { anArray, describe, type Kind, type Known, twoNumbers } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readNumbers } from '../inputs.js';
import type { Area } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { lineMarks } from '../marks/line.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Point, Scene, SymbolName } from '../scene.js';
import { dashOf, type LineDash, seriesChars } from '../style.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { paddedDomain, type Tick } from '../ticks.js';

/** One line of a {@link linePlot}. */
export interface LineSeries {
  /** The height of each point; NaN leaves a gap. */
  y: Numbers;
  /** Where each point lies; 1, 2, 3 and so on when left out. */
  x?: Numbers | undefined;
  /** What the legend calls it; a line without a name is not in the legend. */
  name?: string | undefined;
  /** `#rrggbb`; the theme's next colour when left out. */
  color?: string | undefined;
  /** Pixels; 2 when left out, 0 for points without a line. */
  width?: number | undefined;
  dash?: LineDash | undefined;
  /** A symbol at each point. */
  marker?: SymbolName | undefined;
  /** Radius of the symbols in pixels; 3.5 when left out. */
  markerSize?: number | undefined;
  /** From 0, unseen, to 1, the default. */
  opacity?: number | undefined;
  /** From a point to the next level, and then up or down, as a curve of thresholds. */
  steps?: boolean | undefined;
  /** The lower and upper edge of a band around the line. */
  band?: { low: Numbers; high: Numbers } | undefined;
}

/** A line across a {@link linePlot}: upright at `x`, level at `y`, or from one point to another. */
export interface ReferenceLine {
  x?: number | undefined;
  y?: number | undefined;
  points?: readonly Point[] | undefined;
  name?: string | undefined;
  color?: string | undefined;
  dash?: LineDash | undefined;
  width?: number | undefined;
  /** A word beside the line's end. */
  text?: string | undefined;
}

/** Options of {@link linePlot}. */
export interface LinePlotOptions extends PlotOptions {
  series: readonly LineSeries[];
  /** Lines that the others are compared with. */
  lines?: readonly ReferenceLine[] | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** `'linear'` when left out. */
  xScale?: 'linear' | 'log' | undefined;
  /** `'linear'` when left out. */
  yScale?: 'linear' | 'log' | undefined;
  /** The values at both ends of the x axis; what the points need when left out. */
  xDomain?: readonly [number, number] | undefined;
  /** The values at both ends of the y axis; what the points need when left out. */
  yDomain?: readonly [number, number] | undefined;
  /** Ticks of one's own on the x axis. */
  xTicks?: readonly Tick[] | undefined;
  /** Ticks of one's own on the y axis. */
  yTicks?: readonly Tick[] | undefined;
  /** Draw a unit of x as long as one of y. */
  equal?: boolean | undefined;
}

const ticksKind: Kind = [
  'an array of { value, text }',
  (value) =>
    Array.isArray(value) && value.every((one) => typeof one?.value === 'number' && typeof one.text === 'string'),
];

const known: Known<LinePlotOptions> = {
  ...plotKeys,
  series: 1,
  lines: anArray,
  xLabel: 'string',
  yLabel: 'string',
  xScale: 1,
  yScale: 1,
  xDomain: twoNumbers,
  yDomain: twoNumbers,
  xTicks: ticksKind,
  yTicks: ticksKind,
  equal: 'boolean',
};

interface Line {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly low: Float64Array | undefined;
  readonly high: Float64Array | undefined;
  readonly color: string;
  readonly dash: readonly number[] | undefined;
  readonly char: string;
  readonly id: string;
  readonly from: LineSeries;
}

/**
 * Draws lines through points, with symbols, dashes, bands and reference lines as wanted.
 *
 * @throws VizError for arrays of different lengths, a logarithmic axis without a value above zero, or an unknown dash
 * @example
 * ```ts
 * import { linePlot, toSvg } from '@kindling/viz';
 *
 * const plot = linePlot({ series: [{ name: 'sine', y: [0, 0.8, 0.9, 0.1], marker: 'circle', dash: 'dashed' }], yLabel: 'height' });
 * console.log(toSvg(plot).includes('>sine</text>')); // => true
 * ```
 */
export function linePlot(options: LinePlotOptions): Scene {
  const where = 'linePlot';
  checkPlot(where, options, known, { series: 'an array of objects' });
  return drawLines(where, options);
}

/** The same for another plot, whose name errors then say. */
export function drawLines(where: string, options: LinePlotOptions): Scene {
  const theme = themeOf(where, options.theme);
  const lines = options.series.map((series, i) => readLine(where, series, i, theme));
  const references = options.lines ?? [];
  const { xScale = 'linear', yScale = 'linear' } = options;
  const all = (values: (line: Line) => readonly (Float64Array | undefined)[]): number[] =>
    lines.flatMap((line) => values(line).flatMap((part) => (part === undefined ? [] : [...part])));
  const xs = [
    ...all((line) => [line.x]),
    ...references.flatMap(({ x, points = [] }) => [x ?? [], ...points.map((p) => p[0])].flat()),
  ];
  const ys = [
    ...all((line) => [line.y, line.low, line.high]),
    ...references.flatMap(({ y, points = [] }) => [y ?? [], ...points.map((p) => p[1])].flat()),
  ];
  const x = options.xDomain ?? domainOf(where, 'x', xs, xScale, 0);
  const y = options.yDomain ?? domainOf(where, 'y', ys, yScale, 0.05);
  const whole = options.series.every((series) => series.x === undefined);
  return chart(
    where,
    {
      title: options.title ?? 'Lines',
      x: { label: options.xLabel, domain: x, scale: xScale, integer: whole, ticks: options.xTicks },
      y: { label: options.yLabel, domain: y, scale: yScale, ticks: options.yTicks },
      equal: options.equal,
      legend: [...lines.flatMap(legendOf), ...references.flatMap((line) => referenceLegend(where, line, theme))],
      legendAt: ['topRight', 'bottomLeft', 'bottomRight', 'topLeft'],
      occupied: (area) => [
        ...lines.map((line) => linePoints(line, line.y, area)),
        ...references.map((line) => referencePoints(line, area)),
      ],
      empty: lines.every((line) => line.y.length === 0) && references.length === 0,
      draw: (area) => ({
        over: [
          ...lines.flatMap((line) => bandMarks(line, area)),
          ...references.flatMap((line) => referenceMarks(where, line, area, theme)),
          ...lines.flatMap((line) => seriesMarks(line, area, theme)),
        ],
      }),
      size: { width: 600, height: options.equal === true ? 440 : 380 },
    },
    options,
  );
}

function readLine(where: string, series: LineSeries, i: number, theme: Theme): Line {
  const y = readNumbers(where, `series[${i}].y`, series.y);
  const x = series.x === undefined ? y.map((_, j) => j + 1) : readNumbers(where, `series[${i}].x`, series.x);
  checkLengths(where, `series[${i}].x`, x.length, `series[${i}].y`, y.length);
  const edge = (side: 'low' | 'high'): Float64Array | undefined => {
    if (series.band === undefined) return undefined;
    const values = readNumbers(where, `series[${i}].band.${side}`, series.band[side]);
    checkLengths(where, `series[${i}].band.${side}`, values.length, `series[${i}].y`, y.length);
    return values;
  };
  return {
    x,
    y,
    low: edge('low'),
    high: edge('high'),
    color: series.color ?? pick(theme.series, i),
    dash: dashOf(where, series.dash),
    char: seriesChars[i % seriesChars.length]!,
    id: `series-${i}`,
    from: series,
  };
}

function domainOf(
  where: string,
  axis: string,
  values: readonly number[],
  scale: 'linear' | 'log',
  room: number,
): readonly [number, number] {
  if (scale !== 'linear' && scale !== 'log') {
    throw new VizError(`${where}: ${axis}Scale is ${describe(scale)}, expected 'linear' or 'log'`);
  }
  if (scale === 'linear') return paddedDomain(values, room);
  const drawable = values.filter((value) => value > 0);
  if (values.length > 0 && drawable.length === 0) {
    throw new VizError(`${where}: a log scale needs values above zero, and none of the ${values.length} ${axis} is`);
  }
  const [low, high] = paddedDomain(drawable.map(Math.log10), room);
  return [10 ** low, 10 ** high];
}

function legendOf({ from, color, dash, char }: Line): LegendItem[] {
  if (from.name === undefined) return [];
  const sample = from.width === 0 ? from.marker : undefined;
  return [{ label: from.name, color, dash, char, opacity: from.opacity, sample }];
}

function linePoints(line: Line, values: Float64Array, area: Area): Point[] {
  const points = Array.from(values, (value, i): Point => [area.px(line.x[i]!), area.py(value)]);
  if (line.from.steps !== true) return points;
  return points.flatMap(([px, py], i): Point[] =>
    i === 0
      ? [[px, py]]
      : [
          [px, points[i - 1]![1]],
          [px, py],
        ],
  );
}

function bandMarks(line: Line, area: Area): Mark[] {
  if (line.low === undefined || line.high === undefined) return [];
  const whole = (_: unknown, i: number): boolean =>
    Number.isFinite(line.x[i]) && Number.isFinite(line.low![i]) && Number.isFinite(line.high![i]);
  const edge = (values: Float64Array): Point[] => linePoints(line, values, area).filter(whole);
  const ring = [...edge(line.low), ...edge(line.high).reverse()];
  if (ring.length < 4) return [];
  return [{ type: 'polygon', rings: [ring], fill: line.color, fillOpacity: 0.18, char: ' ' }];
}

function seriesMarks(line: Line, area: Area, theme: Theme): Mark[] {
  const { from, color, dash, char, id } = line;
  const points = linePoints(line, line.y, area);
  const named = { id, name: from.name, char, opacity: from.opacity };
  const width = from.width ?? 2;
  const marks = width > 0 ? lineMarks(points, { stroke: color, strokeWidth: width, dash, ...named }) : [];
  if (from.marker === undefined) return marks;
  const samples = Array.from(line.y, (_, i) => i).filter(
    (i) => Number.isFinite(line.x[i]) && Number.isFinite(line.y[i]),
  );
  const places = samples.map((i): Point => [area.px(line.x[i]!), area.py(line.y[i]!)]);
  const look = {
    symbol: from.marker,
    r: from.markerSize ?? 3.5,
    fill: color,
    stroke: theme.background,
    strokeWidth: 0.75,
  };
  return [...marks, { type: 'points', points: places, samples, ...look, ...named }];
}

function referencePoints({ x, y, points }: ReferenceLine, area: Area): Point[] {
  if (points !== undefined) return points.map(([px, py]): Point => [area.px(px), area.py(py)]);
  if (x !== undefined)
    return [
      [area.px(x), area.y + area.height],
      [area.px(x), area.y],
    ];
  if (y !== undefined)
    return [
      [area.x, area.py(y)],
      [area.x + area.width, area.py(y)],
    ];
  return [];
}

const usualDash = [4, 4];

function referenceMarks(where: string, line: ReferenceLine, area: Area, theme: Theme): Mark[] {
  const points = referencePoints(line, area);
  if (points.length === 0) throw new VizError(`${where}: a line of lines has neither x, y nor points`);
  const stroke = line.color ?? theme.muted;
  const dash = line.dash === undefined ? usualDash : dashOf(where, line.dash);
  const marks: Mark[] = [{ type: 'polyline', points, stroke, strokeWidth: line.width ?? 1.2, dash, char: '.' }];
  if (line.text === undefined) return marks;
  const [x, y] = points.at(-1)!;
  const text = { text: line.text, size: 10, fill: theme.muted, halo: theme.background } as const;
  const at = { x: Math.min(x, area.x + area.width) - 4, y: Math.max(y - 4, area.y + 10), anchor: 'end' } as const;
  return [...marks, { type: 'text', ...at, ...text }];
}

function referenceLegend(where: string, { name, color, dash }: ReferenceLine, theme: Theme): LegendItem[] {
  if (name === undefined) return [];
  const lengths = dash === undefined ? usualDash : dashOf(where, dash);
  return [{ label: name, color: color ?? theme.muted, dash: lengths, char: '.' }];
}
