import { aColumn, type Known, strings } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { logit, readLogOdds } from '../field.js';
import type { Grid } from '../grid.js';
import type { Numbers, Pairs } from '../inputs.js';
import type { Area } from '../layout.js';
import { type Field, levels, placeIn } from '../marks/contour.js';
import type { LegendItem } from '../marks/legend.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { faded } from './contour.js';
import { alike, classLegend, droppedNote, readSamples, sampleMarks } from './scatter.js';

/** Options of {@link confidenceRegions}. */
export interface ConfidenceRegionsOptions extends PlotOptions {
  /** Where the model was asked, from `gridOver` or of one's own: only `x` and `y` are read. */
  grid: Pick<Grid, 'x' | 'y'>;
  /** The probability of the second class at each point of the grid, row by row. */
  probabilities?: Numbers | undefined;
  /** Instead of probabilities, the model's logits. */
  logits?: Numbers | undefined;
  /** Below it the model is sure of the first class; 0.3 when left out. */
  low?: number | undefined;
  /** Above it the model is sure of the second class; 0.7 when left out. */
  high?: number | undefined;
  /** Samples to draw over it, `[n, 2]`. */
  points?: Pairs | undefined;
  /** The class of each sample, `[n]`. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  /** Grounds of the three regions, as `#rrggbb`; faint ones of the classes' colours, and yellow between, when left out. */
  colors?: readonly [string, string, string] | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** Draw a unit of x as long as one of y; when left out, where both span about as much. */
  equal?: boolean | undefined;
}

const known: Known<ConfidenceRegionsOptions> = {
  ...plotKeys,
  grid: 1,
  probabilities: 1,
  logits: aColumn,
  low: 'number',
  high: 'number',
  points: aColumn,
  labels: aColumn,
  classNames: strings,
  colors: ['three colours', (value) => Array.isArray(value) && value.length === 3],
  xLabel: 'string',
  yLabel: 'string',
  equal: 'boolean',
};

const chars = ['-', ' ', '+'] as const;

/**
 * Draws where a model of two classes is sure of one of them, and where it is not, with a dashed line at p = 0.5.
 *
 * @throws VizError for bounds that do not lie as 0 < low <= 0.5 <= high < 1, and as `decisionBoundary` does
 * @example
 * ```ts
 * import { confidenceRegions, gridOver, toSvg } from '@kindling/viz';
 *
 * const grid = gridOver([[0, 0], [1, 1]], { columns: 20, rows: 20 });
 * const logits = grid.y.flatMap((y) => grid.x.map((x) => 4 * (x - y)));
 * console.log(toSvg(confidenceRegions({ grid, logits })).includes('>p 0.3 to 0.7</text>')); // => true
 * ```
 */
export function confidenceRegions(options: ConfidenceRegionsOptions): Scene {
  const where = 'confidenceRegions';
  checkPlot(where, options, known);
  const theme = themeOf(where, options.theme);
  const { low = 0.3, high = 0.7 } = options;
  if (!(low > 0 && low <= 0.5 && high >= 0.5 && high < 1)) {
    throw new VizError(`${where}: low is ${low} and high ${high}, expected 0 < low <= 0.5 <= high < 1`);
  }
  const field = readLogOdds(where, options);
  const samples = readSamples(where, options.points ?? [], options.labels, options.classNames);
  const names =
    samples.classes.values.length === 2 ? samples.classes.names : (options.classNames ?? ['class 0', 'class 1']);
  const colors = options.colors ?? groundsOf(theme);
  const x = [options.grid.x[0]!, options.grid.x.at(-1)!] as const;
  const y = [options.grid.y[0]!, options.grid.y.at(-1)!] as const;
  const regions = [`${names[0]} (p < ${low})`, `unsure (${low} to ${high})`, `${names[1]} (p > ${high})`];
  return chart(
    where,
    {
      title: options.title ?? 'Confidence regions',
      x: { label: options.xLabel, domain: x },
      y: { label: options.yLabel, domain: y },
      equal: options.equal ?? alike(x, y),
      legend: [
        ...[`p < ${low}`, `p ${low} to ${high}`, `p > ${high}`].map(
          (label, i): LegendItem => ({ label, color: colors[i]!, sample: 'box', char: chars[i] }),
        ),
        { label: 'p = 0.5', color: theme.ink, dash, char: '#' },
        ...(options.labels === undefined ? [] : classLegend(samples.classes, theme)),
      ],
      legendAt: 'above',
      note: droppedNote(samples.dropped, 'point'),
      draw: (area) => ({
        under: regionMarks(field, area, [low, high], colors, regions, theme),
        over: sampleMarks(samples, area, theme),
      }),
      size: { width: 560, height: 440 },
    },
    options,
  );
}

const dash = [6, 4];

function groundsOf(theme: Theme): readonly [string, string, string] {
  const ground = (color: string, part: number): string => faded(color, theme.background, part);
  return [ground(pick(theme.classes, 0), 0.4), ground('#f0d53c', 0.4), ground(pick(theme.classes, 1), 0.4)];
}

function regionMarks(
  field: Field,
  area: Area,
  bounds: readonly [number, number],
  colors: readonly string[],
  names: readonly string[],
  theme: Theme,
): Mark[] {
  const { x, y, width, height } = area;
  const [low, half, high] = levels(field, [logit(bounds[0]), 0, logit(bounds[1])], placeIn(area));
  const named = (i: number) => ({ id: `region-${i}`, name: names[i], char: chars[i]! });
  const marks: Mark[] = [{ type: 'rect', x, y, width, height, fill: colors[0]!, ...named(0) }];
  for (const [i, level] of [low, high].entries()) {
    if (level!.rings.length === 0) continue;
    marks.push({ type: 'polygon', rings: level!.rings, fill: colors[i + 1]!, ...named(i + 1) });
  }
  for (const points of half!.lines) {
    marks.push({ type: 'polyline', points, stroke: theme.ink, strokeWidth: 1.8, dash, char: '#' });
  }
  return marks;
}
