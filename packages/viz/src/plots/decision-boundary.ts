import { aColumn, type Known, strings } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { ramp } from '../color.js';
import { type ColorMap, colorsOf } from '../color-map.js';
import { logit, readLogOdds } from '../field.js';
import type { Grid } from '../grid.js';
import type { Numbers, Pairs } from '../inputs.js';
import type { Area } from '../layout.js';
import { colorBar, colorBarWidth } from '../marks/color-bar.js';
import { type Field, levels, placeIn } from '../marks/contour.js';
import type { LegendItem } from '../marks/legend.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Scene } from '../scene.js';
import { type Theme, themeOf } from '../theme.js';
import { alike, classLegend, droppedNote, readSamples, sampleMarks } from './scatter.js';

/** Options of {@link decisionBoundary}. */
export interface DecisionBoundaryOptions extends PlotOptions {
  /** Where the model was asked, from `gridOver` or of one's own: only `x` and `y` are read. */
  grid: Pick<Grid, 'x' | 'y'>;
  /** The probability of the second class at each point of the grid, row by row. */
  probabilities?: Numbers | undefined;
  /** Instead of probabilities, the model's logits: the picture is the same, and finer where the model is certain. */
  logits?: Numbers | undefined;
  /** Samples to draw over it, `[n, 2]`. */
  points?: Pairs | undefined;
  /** The class of each sample, `[n]`. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  /** Shades from a probability of 0 to 1, such as `'RdYlBu_r'`; the theme's when left out. */
  colors?: ColorMap | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** Draw a unit of x as long as one of y; when left out, where both span about as much. */
  equal?: boolean | undefined;
}

const known: Known<DecisionBoundaryOptions> = {
  ...plotKeys,
  grid: 1,
  probabilities: 1,
  logits: aColumn,
  points: aColumn,
  labels: aColumn,
  classNames: strings,
  colors: 1,
  xLabel: 'string',
  yLabel: 'string',
  equal: 'boolean',
};

const bands = 20;
/** In plain text only what is likely has a shade. */
const shadeChar = (band: number): string => (band < bands / 4 ? '-' : band < (3 * bands) / 4 ? ' ' : '+');

/**
 * Draws what a model of two classes says over a plane: shades of probability, the border where it is 0.5, and samples.
 * The shades are contours of the log-odds, which are smooth where probabilities have steps: the borders stay round on
 * a coarse grid.
 *
 * @throws VizError for a grid that does not ascend, scores that are not one a point of it, a NaN among them, a
 * probability outside [0, 1], or both or neither of probabilities and logits
 * @example
 * ```ts
 * import { decisionBoundary, gridOver, toSvg } from '@kindling/viz';
 *
 * const points = [[0, 0], [1, 1]];
 * const grid = gridOver(points, { columns: 20, rows: 20 });
 * const logits = Array.from({ length: 400 }, (_, i) => grid.points[2 * i]! + grid.points[2 * i + 1]! - 1);
 * console.log(toSvg(decisionBoundary({ grid, logits, points, labels: [0, 1] })).includes('>p = 0.5</text>')); // => true
 * ```
 */
export function decisionBoundary(options: DecisionBoundaryOptions): Scene {
  const where = 'decisionBoundary';
  checkPlot(where, options, known);
  const theme = themeOf(where, options.theme);
  const field = readLogOdds(where, options);
  const colors = options.colors === undefined ? theme.probability : colorsOf(where, options.colors);
  const samples = readSamples(where, options.points ?? [], options.labels, options.classNames);
  const classes = samples.classes.values.length === 2 ? samples.classes.names : (options.classNames ?? []);
  const x = [options.grid.x[0]!, options.grid.x.at(-1)!] as const;
  const y = [options.grid.y[0]!, options.grid.y.at(-1)!] as const;
  const border: LegendItem = { label: 'p = 0.5', color: theme.ink, char: '#' };
  return chart(
    where,
    {
      title: options.title ?? 'Decision boundary',
      x: { label: options.xLabel, domain: x },
      y: { label: options.yLabel, domain: y },
      equal: options.equal ?? alike(x, y),
      legend: [...(options.labels === undefined ? [] : classLegend(samples.classes, theme)), border],
      legendAt: 'above',
      sideWidth: colorBarWidth,
      drawSide: (area) =>
        colorBar(
          area,
          {
            color: (part) => ramp(colors, part),
            bands,
            domain: [0, 1],
            label: `p(${classes[1] ?? 'class 1'})`,
            char: shadeChar,
          },
          theme,
        ),
      note: droppedNote(samples.dropped, 'point'),
      draw: (area) => ({
        under: shades(field, area, colors, theme),
        over: sampleMarks(samples, area, theme),
      }),
      size: { width: 560, height: 440 },
    },
    options,
  );
}

/** Nested areas "at least p", lightest line for each, and the border at p = 0.5. */
function shades(field: Field, area: Area, colors: readonly string[], theme: Theme): Mark[] {
  const thresholds = Array.from({ length: bands - 1 }, (_, i) => logit((i + 1) / bands));
  const { x, y, width, height } = area;
  const shade = (band: number): string => ramp(colors, band / (bands - 1));
  const marks: Mark[] = [{ type: 'rect', x, y, width, height, fill: shade(0), char: shadeChar(0) }];
  const areas = levels(field, thresholds, placeIn(area));
  areas.forEach(({ rings }, i) => {
    if (rings.length > 0) marks.push({ type: 'polygon', rings, fill: shade(i + 1), char: shadeChar(i + 1) });
  });
  for (const points of areas[bands / 2 - 1]!.lines) {
    // Under the border a wider line of the ground's colour, so that it stands out from points and shades alike.
    marks.push({ type: 'polyline', points, stroke: theme.background, strokeWidth: 4.5, opacity: 0.7, char: ' ' });
    marks.push({ type: 'polyline', points, stroke: theme.ink, strokeWidth: 2, char: '#' });
  }
  return marks;
}
