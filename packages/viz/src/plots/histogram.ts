import { aColumn, type Known, strings } from '@internal/arguments';
import { bin } from 'd3-array';
import { chart, type PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readClasses, readFinite, readNumbers } from '../inputs.js';
import type { Area } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { classChars } from '../marks/symbols.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Point, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { fifths, guessDash } from './roc.js';

/** Options of {@link histogram}. */
export interface HistogramOptions extends PlotOptions {
  /** The predicted probability of each sample, `[n]`, in [0, 1]. */
  probabilities: Numbers;
  /** The true class of each sample, `[n]`; all alike when left out. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  /** How many bins [0, 1] is cut into; 20 when left out. */
  bins?: number | undefined;
  /** Where a sample becomes positive, drawn as a line; 0.5 when left out. */
  threshold?: number | undefined;
  xLabel?: string | undefined;
}

const known: Known<HistogramOptions> = {
  ...plotKeys,
  probabilities: aColumn,
  labels: aColumn,
  classNames: strings,
  bins: 'number',
  threshold: 'number',
  xLabel: 'string',
};

/**
 * Draws how the predicted probabilities of each class are spread: two heaps far apart for a model that tells them apart.
 *
 * @throws VizError for a probability outside [0, 1], labels that are not one integer a sample, or bins that are not a
 * whole number from 1 to 500
 * @example
 * ```ts
 * import { histogram, toSvg } from '@kindling/viz';
 *
 * const plot = histogram({ probabilities: [0.1, 0.2, 0.8], labels: [0, 0, 1], classNames: ['rock', 'mine'] });
 * console.log(toSvg(plot).includes('>rock</text>')); // => true
 * ```
 */
export function histogram(options: HistogramOptions): Scene {
  const where = 'histogram';
  checkPlot(where, options, known);
  return drawHistogram(where, options);
}

/** The same for another plot, whose name errors then say. */
export function drawHistogram(where: string, options: HistogramOptions): Scene {
  const theme = themeOf(where, options.theme);
  const probabilities = readFinite(where, 'probabilities', options.probabilities, 0, 1);
  const count = options.bins ?? 20;
  if (!Number.isInteger(count) || count < 1 || count > 500) {
    throw new VizError(`${where}: bins is ${count}, expected a whole number from 1 to 500`);
  }
  const threshold = options.threshold ?? 0.5;
  const labels = options.labels === undefined ? undefined : readNumbers(where, 'labels', options.labels);
  if (labels !== undefined) checkLengths(where, 'probabilities', probabilities.length, 'labels', labels.length);
  const classes = labels === undefined ? undefined : readClasses(where, labels, options.classNames);

  const edges = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  const heights = (classes?.values ?? [undefined]).map((value) => {
    const members = Array.from(probabilities).filter((_, i) => value === undefined || labels![i] === value);
    return bin()
      .domain([0, 1])
      .thresholds(edges)(members)
      .map((members) => members.length);
  });
  const highest = Math.max(1, ...heights.flat());
  const heap = (group: number): number => (classes === undefined ? 1 : group);
  const runs = (area: Area): Point[][][] => heights.map((values) => outlines(values, area));
  const legend = (classes?.names ?? []).map(
    (label, i): LegendItem => ({
      label,
      color: pick(theme.classes, i),
      sample: 'box',
      opacity: 0.35,
      char: pick(classChars, i),
    }),
  );
  return chart(
    where,
    {
      title: options.title ?? 'Predicted probabilities',
      x: {
        label: options.xLabel ?? `predicted probability of ${classes?.names[1] ?? 'class 1'}`,
        domain: [0, 1],
        ticks: fifths,
        grid: false,
      },
      y: { label: 'samples', domain: [0, highest * 1.06], integer: true },
      legend: [...legend, { label: `threshold ${threshold}`, color: theme.muted, dash: guessDash, char: ':' }],
      legendAt: ['topRight', 'topLeft'],
      occupied: (area) => runs(area).flat(),
      empty: probabilities.length === 0,
      draw: (area) => ({
        over: [
          ...runs(area).flatMap((rings, i) => heapMarks(rings, heap(i), theme)),
          thresholdLine(area, threshold, theme),
        ],
      }),
      size: { width: 560, height: 360 },
    },
    options,
  );
}

/** The outlines of a histogram: up and down in steps from the ground to the ground, one for each run of filled bins. */
function outlines(heights: readonly number[], area: Area): Point[][] {
  const ground = area.py(0);
  const runs: Point[][] = [];
  heights.forEach((height, i) => {
    if (height === 0) return;
    const [left, right] = [area.px(i / heights.length), area.px((i + 1) / heights.length)];
    if (i === 0 || heights[i - 1] === 0) runs.push([[left, ground]]);
    const run = runs.at(-1)!;
    run.push([left, area.py(height)], [right, area.py(height)]);
    if (i === heights.length - 1 || heights[i + 1] === 0) run.push([right, ground]);
  });
  return runs;
}

function heapMarks(rings: readonly (readonly Point[])[], group: number, theme: Theme): Mark[] {
  const [color, char] = [pick(theme.classes, group), pick(classChars, group)];
  return [
    { type: 'polygon', rings, fill: color, fillOpacity: 0.35, char },
    ...rings.map((points): Mark => ({ type: 'polyline', points, stroke: color, strokeWidth: 1.6, char })),
  ];
}

function thresholdLine(area: Area, threshold: number, theme: Theme): Mark {
  const x = area.px(threshold);
  const points = [
    [x, area.y],
    [x, area.y + area.height],
  ] as const;
  return { type: 'polyline', points, stroke: theme.muted, strokeWidth: 1.2, dash: guessDash, char: ':' };
}
