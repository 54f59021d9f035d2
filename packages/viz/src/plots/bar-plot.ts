import type { Known } from '@internal/arguments';
import { format } from 'd3-format';
import { chart, type PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import { type Area, tickSize } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Box } from '../placement.js';
import type { Mark, Point, Scene } from '../scene.js';
import { seriesChars } from '../style.js';
import { capHeight, fitText, textWidth } from '../text.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { type AxisSpec, paddedDomain } from '../ticks.js';

/** One set of bars of a {@link barPlot}. */
export interface BarSeries {
  /** The length of each bar. */
  values: Numbers;
  name?: string | undefined;
  /** `#rrggbb`; the theme's next colour when left out. */
  color?: string | undefined;
  /** From 0, unseen, to 1, the default. */
  opacity?: number | undefined;
  /** How far a line reaches to both sides of each bar's end. */
  errors?: Numbers | undefined;
}

/** Options of {@link barPlot}. */
export interface BarPlotOptions extends PlotOptions {
  /** What each bar, or group of bars, stands for. */
  names: readonly string[];
  series: readonly BarSeries[];
  /** From left to right, the first name at the top: for long names. */
  horizontal?: boolean | undefined;
  /** One on the other, instead of side by side. */
  stacked?: boolean | undefined;
  /** Write each bar's value at its end. */
  showValues?: boolean | undefined;
  /** What the bars measure. */
  valueLabel?: string | undefined;
  /** What the names are. */
  nameLabel?: string | undefined;
}

const known: Known<BarPlotOptions> = {
  ...plotKeys,
  names: 1,
  series: 1,
  horizontal: 'boolean',
  stacked: 'boolean',
  showValues: 'boolean',
  valueLabel: 'string',
  nameLabel: 'string',
};

interface Bar {
  readonly series: number;
  readonly place: number;
  /** Across, in parts of the place: from where, how far. */
  readonly start: number;
  readonly thick: number;
  readonly from: number;
  readonly to: number;
  readonly error: number | undefined;
}

/**
 * Draws bars, side by side or stacked, upright or lying, with error lines.
 *
 * @throws VizError for values that are not one a name, not finite, or errors below zero
 * @example
 * ```ts
 * import { barPlot, toSvg } from '@kindling/viz';
 *
 * const plot = barPlot({ names: ['wide', 'deep'], series: [{ values: [0.83, 0.81], errors: [0.03, 0.04] }], valueLabel: 'accuracy' });
 * console.log(toSvg(plot).includes('>deep</text>')); // => true
 * ```
 */
export function barPlot(options: BarPlotOptions): Scene {
  const where = 'barPlot';
  checkPlot(where, options, known, { names: 'an array', series: 'an array of objects' });
  return drawBars(where, options);
}

/** The same for another plot, whose name errors then say. */
export function drawBars(where: string, options: BarPlotOptions): Scene {
  const theme = themeOf(where, options.theme);
  const { names, horizontal = false } = options;
  const bars = layBars(where, options);
  const ends = bars.flatMap(({ from, to, error = 0 }) => [from, to - error, to + error]);
  const [low, high] = paddedDomain(ends, options.showValues === true ? 0.2 : 0.06);
  const value: AxisSpec = {
    label: options.valueLabel,
    domain: bars.length === 0 ? [0, 1] : [Math.min(...ends) >= 0 ? 0 : low, Math.max(...ends) <= 0 ? 0 : high],
  };
  const ticks = names.map((name, i) => ({ value: i + 0.5, text: fitText(name, tickSize, horizontal ? 180 : 120) }));
  const domain: [number, number] = horizontal ? [Math.max(1, names.length), 0] : [0, Math.max(1, names.length)];
  const name: AxisSpec = { label: options.nameLabel, domain, ticks, grid: false };
  const legend = options.series.flatMap((series, i): LegendItem[] =>
    series.name === undefined
      ? []
      : [
          {
            label: series.name,
            color: colorOf(series, i, theme),
            sample: 'box',
            opacity: series.opacity,
            char: charOf(i),
          },
        ],
  );
  return chart(
    where,
    {
      title: options.title ?? 'Bars',
      x: horizontal ? value : name,
      y: horizontal ? name : value,
      legend,
      legendAt: ['topRight', 'topLeft', 'bottomRight'],
      occupied: (area) => bars.map((bar) => outline(bar, area, horizontal)),
      empty: bars.length === 0,
      draw: (area) => ({ over: bars.flatMap((bar) => barMarks(bar, area, options, theme)) }),
      size: { width: 560, height: horizontal ? Math.max(200, 130 + names.length * 24) : 360 },
    },
    options,
  );
}

const colorOf = (series: BarSeries, i: number, theme: Theme): string => series.color ?? pick(theme.series, i);
const charOf = (i: number): string => seriesChars[i % seriesChars.length]!;

function layBars(where: string, { names, series, stacked = false }: BarPlotOptions): Bar[] {
  const thick = stacked ? 0.72 : 0.76 / Math.max(1, series.length);
  const above = new Float64Array(names.length);
  const below = new Float64Array(names.length);
  return series.flatMap((one, s) => {
    const values = readFinite(where, `series[${s}].values`, one.values);
    checkLengths(where, `series[${s}].values`, values.length, 'names', names.length);
    const errors = one.errors === undefined ? undefined : readFinite(where, `series[${s}].errors`, one.errors, 0);
    if (errors !== undefined) checkLengths(where, `series[${s}].errors`, errors.length, 'names', names.length);
    return Array.from(values, (value, place): Bar => {
      const sums = value < 0 ? below : above;
      const from = stacked ? sums[place]! : 0;
      sums[place]! += value;
      const start = stacked ? 0.14 : 0.12 + s * thick;
      return { series: s, place, start, thick, from, to: from + value, error: errors?.[place] };
    });
  });
}

function outline({ place, start, thick, from, to }: Bar, area: Area, horizontal: boolean): Point[] {
  const [a, b] = [place + start, place + start + thick];
  if (horizontal)
    return [
      [area.px(from), area.py(a)],
      [area.px(to), area.py(a)],
      [area.px(to), area.py(b)],
      [area.px(from), area.py(b)],
    ];
  return [
    [area.px(a), area.py(from)],
    [area.px(a), area.py(to)],
    [area.px(b), area.py(to)],
    [area.px(b), area.py(from)],
  ];
}

function barMarks(bar: Bar, area: Area, options: BarPlotOptions, theme: Theme): Mark[] {
  const { horizontal = false, series: all, names } = options;
  const series = all[bar.series]!;
  const ring = outline(bar, area, horizontal);
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  };
  const fill = colorOf(series, bar.series, theme);
  const name = [series.name, names[bar.place]].filter((part) => part !== undefined).join(', ');
  const id = `bar-${bar.series}-${bar.place}`;
  const marks: Mark[] = [
    { type: 'rect', ...box, fill, fillOpacity: series.opacity, char: charOf(bar.series), id, name },
  ];
  const middle = bar.place + bar.start + bar.thick / 2;
  const at = (value: number, across = 0): Point =>
    horizontal ? [area.px(value), area.py(middle) + across] : [area.px(middle) + across, area.py(value)];
  let end = bar.to;
  if (bar.error !== undefined && bar.error > 0) {
    const [low, high] = [bar.to - bar.error, bar.to + bar.error];
    end = bar.to < 0 ? low : high;
    for (const points of [
      [at(low), at(high)],
      [at(low, -4), at(low, 4)],
      [at(high, -4), at(high, 4)],
    ]) {
      marks.push({ type: 'polyline', points, stroke: theme.ink, strokeWidth: 1.3, char: '|' });
    }
  }
  if (options.showValues === true) marks.push(...valueText(bar, at(end), box, area, horizontal, theme));
  return marks;
}

/** A bar's value at its end, where it fits. */
function valueText({ to }: Bar, [x, y]: Point, bar: Box, area: Area, horizontal: boolean, theme: Theme): Mark[] {
  const size = 10.5;
  const text = Number.isInteger(to) ? format(',')(to) : format('.3~r')(to);
  const width = textWidth(text, size);
  const look = { type: 'text', text, size, fill: theme.ink } as const;
  if (!horizontal) {
    return width > bar.width + 8 ? [] : [{ ...look, x, y: to < 0 ? y + 12 : y - 4, anchor: 'middle' }];
  }
  const left = to < 0 ? x - 4 - width : x + 4;
  const fits = left >= area.x && left + width <= area.x + area.width && bar.height >= size;
  return fits ? [{ ...look, x: left, y: y + (size * capHeight) / 2 }] : [];
}

/** Throws unless there is a name for each of some things. */
export function checkNames(where: string, option: string, names: readonly string[], count: number): void {
  if (names.length !== count) throw new VizError(`${where}: ${option} has ${names.length} names for ${count}`);
}
