import { aColumn, anArray, type Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { pick, themeOf } from '../theme.js';
import { drawLines } from './line-plot.js';

/** Options of {@link partialDependencePlot}. */
export interface PartialDependencePlotOptions extends PlotOptions {
  /** The values that the feature was set to. */
  values: Numbers;
  /** The mean prediction at each of them. */
  average: Numbers;
  /** The prediction at each of them for single samples, drawn faintly behind. */
  individual?: readonly Numbers[] | undefined;
  /** What the feature is called. */
  name?: string | undefined;
  /** What is predicted; `'mean prediction'` when left out. */
  yLabel?: string | undefined;
}

const known: Known<PartialDependencePlotOptions> = {
  ...plotKeys,
  values: aColumn,
  average: aColumn,
  individual: anArray,
  name: 'string',
  yLabel: 'string',
};

/**
 * Draws how the prediction changes with one feature, all others as they are.
 *
 * @throws VizError for averages or individual curves that are not one number a value
 * @example
 * ```ts
 * import { partialDependencePlot } from '@kindling/viz';
 *
 * const plot = partialDependencePlot({ values: [20, 40, 60], average: [0.2, 0.4, 0.7], name: 'age' });
 * console.log(plot.title); // => Partial dependence on age
 * ```
 */
export function partialDependencePlot(options: PartialDependencePlotOptions): Scene {
  const where = 'partialDependencePlot';
  checkPlot(where, options, known);
  const { name, individual = [], title, width, height } = options;
  const theme = themeOf(where, options.theme);
  const x = readFinite(where, 'values', options.values);
  const average = readFinite(where, 'average', options.average);
  checkLengths(where, 'values', x.length, 'average', average.length);
  const single = individual.map((curve, i) => {
    const y = readFinite(where, `individual[${i}]`, curve);
    checkLengths(where, 'values', x.length, `individual[${i}]`, y.length);
    return { x, y, color: pick(theme.series, 0), width: 0.8, opacity: individual.length > 30 ? 0.15 : 0.3 };
  });
  const mean = { x, y: average, color: pick(theme.series, 1), width: 2.6, marker: 'circle' as const };
  return drawLines(where, {
    title: title ?? (name === undefined ? 'Partial dependence' : `Partial dependence on ${name}`),
    width,
    height,
    theme,
    series: [...single, single.length === 0 ? mean : { ...mean, name: 'mean' }],
    xLabel: name,
    yLabel: options.yLabel ?? 'mean prediction',
  });
}
