import { aColumn, type Known, numbers, strings, twoNumbers } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { hex, mix, parseColor, ramp } from '../color.js';
import { type ColorMap, colorsOf } from '../color-map.js';
import { VizError } from '../errors.js';
import { readOver } from '../field.js';
import type { Grid } from '../grid.js';
import { type Numbers, type Pairs, readClasses, readNumbers } from '../inputs.js';
import type { Area } from '../layout.js';
import { colorBar, colorBarSpace } from '../marks/color-bar.js';
import { type Field, levels, placeIn } from '../marks/contour.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Scene } from '../scene.js';
import { dashOf, type LineDash } from '../style.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { ticksOf } from '../ticks.js';
import { extent } from './heatmap.js';
import { alike, classLegend, droppedNote, readSamples, sampleMarks } from './scatter.js';

/** Options of {@link contour}. */
export interface ContourOptions extends PlotOptions {
  /** Where the values lie, from `gridOver` or of one's own: only `x` and `y` are read. */
  grid: Pick<Grid, 'x' | 'y'>;
  /** The value at each point of the grid, row by row. */
  values?: Numbers | undefined;
  /** Instead of values, the class at each point: areas with hard borders, in the classes' colours. */
  classes?: Numbers | undefined;
  /** The values at which lines run, ascending, or about how many; 10 when left out. */
  levels?: number | readonly number[] | undefined;
  /** Fill what lies between the levels; done unless `false`. */
  filled?: boolean | undefined;
  /** Draw the lines; done where nothing is filled, unless `false`. */
  lines?: boolean | undefined;
  /** Colours of the levels, from the lowest; `'viridis'` when left out. */
  colors?: ColorMap | undefined;
  /** The values of the first and the last colour; the least and the largest when left out. */
  domain?: readonly [number, number] | undefined;
  /** One colour for all lines, as `#rrggbb`; each its level's when left out and nothing is filled. */
  lineColor?: string | undefined;
  /** Pixels; 1.4 when left out. */
  lineWidth?: number | undefined;
  /** How the lines are broken: one for all, or one a level. */
  dash?: LineDash | readonly LineDash[] | undefined;
  /** How strong the areas are, from 0 to 1, the default. */
  opacity?: number | undefined;
  /** What the values are, beside the colour bar. */
  label?: string | undefined;
  /** Samples to draw over it, `[n, 2]`. */
  points?: Pairs | undefined;
  /** The class of each sample, `[n]`. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** Draw a unit of x as long as one of y; when left out, where both span about as much. */
  equal?: boolean | undefined;
}

const known: Known<ContourOptions> = {
  ...plotKeys,
  grid: 1,
  values: aColumn,
  classes: 1,
  levels: numbers,
  filled: 'boolean',
  lines: 'boolean',
  colors: 1,
  domain: twoNumbers,
  lineColor: 'string',
  lineWidth: 'number',
  dash: 1,
  opacity: 'number',
  label: 'string',
  points: aColumn,
  labels: aColumn,
  classNames: strings,
  xLabel: 'string',
  yLabel: 'string',
  equal: 'boolean',
};

/**
 * Draws values over a plane as lines of equal value, filled areas or both; or classes as areas.
 *
 * @throws VizError for a grid that does not ascend, values that are not one a point of it, a NaN among them, levels that
 * do not ascend, or both or neither of values and classes
 * @example
 * ```ts
 * import { contour, gridOver, toSvg } from '@kindling/viz';
 *
 * const grid = gridOver([[-1, -1], [1, 1]], { columns: 30, rows: 30 });
 * const values = grid.y.flatMap((y) => grid.x.map((x) => x * x + y * y));
 * const svg = toSvg(contour({ grid, values, levels: [0.25, 0.5, 1], filled: false, dash: 'dashed', label: 'distance' }));
 * console.log(svg.includes('stroke-dasharray="6 4"')); // => true
 * ```
 */
export function contour(options: ContourOptions): Scene {
  const where = 'contour';
  checkPlot(where, options, known);
  const theme = themeOf(where, options.theme);
  if ((options.values === undefined) === (options.classes === undefined)) {
    throw new VizError(`${where}: give either values or classes`);
  }
  const content = options.classes === undefined ? shadesOf(where, options, theme) : areasOf(where, options, theme);
  const samples = readSamples(where, options.points ?? [], options.labels, options.classNames);
  const x = [options.grid.x[0]!, options.grid.x.at(-1)!] as const;
  const y = [options.grid.y[0]!, options.grid.y.at(-1)!] as const;
  return chart(
    where,
    {
      title: options.title ?? 'Contours',
      x: { label: options.xLabel, domain: x },
      y: { label: options.yLabel, domain: y },
      equal: options.equal ?? alike(x, y),
      legend: options.labels === undefined ? content.legend : classLegend(samples.classes, theme),
      legendAt: 'above',
      sideWidth: content.bar === undefined ? undefined : colorBarSpace(content.bar),
      drawSide: (area) => (content.bar === undefined ? [] : colorBar(area, content.bar, theme)),
      note: droppedNote(samples.dropped, 'point'),
      draw: (area) => ({ under: content.draw(area), over: sampleMarks(samples, area, theme) }),
      size: { width: 560, height: 440 },
    },
    options,
  );
}

interface Content {
  readonly bar?: Parameters<typeof colorBar>[1];
  readonly legend: ReturnType<typeof classLegend>;
  readonly draw: (area: Area) => Mark[];
}

function shadesOf(where: string, options: ContourOptions, theme: Theme): Content {
  const field = readOver(where, options.grid, 'values', options.values!);
  const domain = options.domain ?? extent(field.values);
  const thresholds = readLevels(where, options.levels ?? 10, domain);
  const colors = colorsOf(where, options.colors ?? 'viridis');
  const filled = options.filled !== false;
  const lines = options.lines ?? !filled;
  const dashes = dashesOf(where, options.dash, thresholds.length);
  /** The colour of what lies above the level before `band`. */
  const shade = (band: number): string => ramp(colors, thresholds.length === 0 ? 0.5 : band / thresholds.length);
  const at = (value: number): string => ramp(colors, (value - domain[0]) / (domain[1] - domain[0] || 1));
  const bands = (part: number): string => {
    const value = domain[0] + part * (domain[1] - domain[0]);
    return filled ? shade(thresholds.filter((level) => level <= value).length) : at(value);
  };
  return {
    legend: [],
    bar: { color: bands, bands: 200, domain, label: options.label },
    draw: (area) => {
      const { x, y, width, height } = area;
      const marks: Mark[] = [];
      const fillOpacity = options.opacity;
      if (filled) marks.push({ type: 'rect', x, y, width, height, fill: shade(0), fillOpacity });
      levels(field, thresholds, placeIn(area)).forEach(({ rings, lines: borders, threshold }, i) => {
        if (filled && rings.length > 0) {
          // Where areas are faint they must not lie over one another.
          const fill = fillOpacity === undefined ? shade(i + 1) : faded(shade(i + 1), theme.background, fillOpacity);
          marks.push({ type: 'polygon', rings, fill, id: `level-${i}`, name: String(threshold) });
        }
        const stroke = options.lineColor ?? (filled ? theme.ink : at(threshold));
        if (!lines) return;
        for (const points of borders) {
          const look = { stroke, strokeWidth: options.lineWidth ?? 1.4, dash: dashes[i], char: '#' };
          marks.push({ type: 'polyline', points, ...look, id: `line-${i}`, name: String(threshold) });
        }
      });
      return marks;
    },
  };
}

/** The colour that another shows through a ground. */
export function faded(color: string, ground: string, opacity: number): string {
  return hex(mix(parseColor(ground), parseColor(color), opacity));
}

function areasOf(where: string, options: ContourOptions, theme: Theme): Content {
  const field = readOver(where, options.grid, 'classes', options.classes!);
  const known = options.labels === undefined ? [] : readNumbers(where, 'labels', options.labels);
  const classes = readClasses(where, Float64Array.from([...field.values, ...known]), options.classNames);
  const tint = (group: number): string => faded(pick(theme.classes, group), theme.background, options.opacity ?? 0.35);
  const lines = options.lines !== false;
  const [dash] = dashesOf(where, options.dash, 1);
  return {
    legend: classLegend(classes, theme).map((item) => ({ ...item, sample: 'box' as const, opacity: 0.35 })),
    draw: (area) => {
      const { x, y, width, height } = area;
      const marks: Mark[] = [
        { type: 'rect', x, y, width, height, fill: tint(0), char: '-', id: 'area-0', name: classes.names[0] },
      ];
      const borders: Mark[] = [];
      // "This class or a later one", one over the other: no seam shows between neighbours.
      classes.values.slice(1).forEach((value, i) => {
        const here: Field = { ...field, values: field.values.map((own) => Number(own >= value)) };
        const [{ rings, lines: edges }] = levels(here, [0.5], placeIn(area)) as [ReturnType<typeof levels>[number]];
        const named = { id: `area-${i + 1}`, name: classes.names[i + 1] };
        if (rings.length > 0)
          marks.push({ type: 'polygon', rings, fill: tint(i + 1), char: ' +*#'[i + 1] ?? ' ', ...named });
        for (const points of edges) {
          const look = { stroke: options.lineColor ?? theme.ink, strokeWidth: options.lineWidth ?? 1.4, dash };
          borders.push({ type: 'polyline', points, ...look, char: '#' });
        }
      });
      return lines ? [...marks, ...borders] : marks;
    },
  };
}

function readLevels(where: string, asked: number | readonly number[], domain: readonly [number, number]): number[] {
  if (typeof asked === 'number') {
    if (!Number.isInteger(asked) || asked < 1 || asked > 200) {
      throw new VizError(`${where}: levels is ${asked}, expected a whole number from 1 to 200, or values`);
    }
    return ticksOf({ domain }, asked)
      .map(({ value }) => value)
      .filter((value) => value > domain[0] && value < domain[1]);
  }
  const bad = asked.findIndex((level, i) => !Number.isFinite(level) || (i > 0 && level <= asked[i - 1]!));
  if (bad >= 0) throw new VizError(`${where}: levels[${bad}] is ${asked[bad]}: they must ascend`);
  return [...asked];
}

function dashesOf(
  where: string,
  dash: ContourOptions['dash'],
  count: number,
): readonly (readonly number[] | undefined)[] {
  const perLevel = Array.isArray(dash) && dash.some((one) => typeof one !== 'number');
  if (!perLevel) return Array.from({ length: count }, () => dashOf(where, dash as LineDash | undefined));
  if (dash.length !== count) throw new VizError(`${where}: dash has ${dash.length} entries for ${count} levels`);
  return dash.map((one) => dashOf(where, one as LineDash));
}
