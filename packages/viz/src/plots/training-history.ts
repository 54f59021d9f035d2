import { aColumn, aRecord, type Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { type Numbers, readNumbers } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { linePlot } from './line-plot.js';

/** Options of {@link updateHistory}. */
export interface UpdateHistoryOptions extends PlotOptions {
  /** How large the gradient was in each step: the sum or norm of a parameter's, say. */
  gradient: Numbers;
  /** How far the step then went. */
  update?: Numbers | undefined;
  /** Further measures of each step, by name. */
  others?: Readonly<Record<string, Numbers>> | undefined;
  /** `'log'` when left out, as sizes fall by powers of ten. */
  scale?: 'linear' | 'log' | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
}

const known: Known<UpdateHistoryOptions> = {
  ...plotKeys,
  gradient: aColumn,
  update: aColumn,
  others: aRecord,
  scale: 1,
  xLabel: 'string',
  yLabel: 'string',
};

/**
 * Draws how large gradients and updates were over training: that they fade, or explode, is seen here first.
 *
 * @throws VizError for measures of different lengths, or a log scale without a value above zero
 * @example
 * ```ts
 * import { toSvg, updateHistory } from '@kindling/viz';
 *
 * const plot = updateHistory({ gradient: [2, 1.1, 0.4], update: [0.2, 0.11, 0.04] });
 * console.log(toSvg(plot).includes('>gradient</text>')); // => true
 * ```
 */
export function updateHistory(options: UpdateHistoryOptions): Scene {
  const where = 'updateHistory';
  checkPlot(where, options, known);
  const { title, width, height, theme, scale = 'log' } = options;
  const measures = Object.entries({ gradient: options.gradient, update: options.update, ...options.others });
  const series = measures.flatMap(([name, values]) =>
    values === undefined ? [] : [{ name, y: readNumbers(where, name, values) }],
  );
  if (series.length === 0) throw new VizError(`${where}: nothing to draw; give gradient, update or others`);
  const steps = series[0]!.y.length;
  for (const { name, y } of series) {
    if (y.length !== steps) throw new VizError(`${where}: ${name} has ${y.length} values, gradient has ${steps}`);
  }
  return linePlot({
    title: title ?? 'Gradient and update',
    width,
    height,
    theme,
    yScale: scale,
    xLabel: options.xLabel ?? 'epoch',
    yLabel: options.yLabel ?? 'size',
    series: series.map((one, i) => ({ ...one, dash: i === 0 ? undefined : ('dashed' as const) })),
  });
}
