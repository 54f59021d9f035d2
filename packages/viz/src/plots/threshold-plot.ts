import { aColumn, aRecord, type Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { drawLines } from './line-plot.js';

/** Options of {@link thresholdPlot}. */
export interface ThresholdPlotOptions extends PlotOptions {
  /** From where on a sample counts as positive. */
  thresholds: Numbers;
  /** What a threshold leads to, by name: precision, recall, F1 or a cost, one number a threshold. */
  measures: Readonly<Record<string, Numbers>>;
  /** The threshold that was chosen, drawn as a line. */
  chosen?: number | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
}

const known: Known<ThresholdPlotOptions> = {
  ...plotKeys,
  thresholds: aColumn,
  measures: aRecord,
  chosen: 'number',
  xLabel: 'string',
  yLabel: 'string',
};

/**
 * Draws what each threshold would lead to: precision, recall, F1, a cost.
 *
 * @throws VizError for measures that are not one number a threshold
 * @example
 * ```ts
 * import { thresholdPlot, toSvg } from '@kindling/viz';
 *
 * const measures = { precision: [0.5, 0.7, 1], recall: [1, 0.8, 0.3] };
 * const plot = thresholdPlot({ thresholds: [0.2, 0.5, 0.8], measures, chosen: 0.5 });
 * console.log(toSvg(plot).includes('>chosen: 0.5</text>')); // => true
 * ```
 */
export function thresholdPlot(options: ThresholdPlotOptions): Scene {
  const where = 'thresholdPlot';
  checkPlot(where, options, known, { measures: 'an object' });
  const { measures, chosen, title, width, height, theme } = options;
  const x = readFinite(where, 'thresholds', options.thresholds);
  const dashes = ['solid', 'dashed', 'dashdot', 'dotted'] as const;
  return drawLines(where, {
    title: title ?? 'Thresholds',
    width,
    height,
    theme,
    series: Object.entries(measures).map(([name, y], i) => ({ name, x, y, dash: dashes[i % dashes.length] })),
    lines: chosen === undefined ? [] : [{ x: chosen, name: `chosen: ${Number(chosen.toPrecision(3))}` }],
    xLabel: options.xLabel ?? 'threshold',
    yLabel: options.yLabel ?? 'value',
  });
}
