import { aColumn, type Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Point, Scene } from '../scene.js';
import { drawLines } from './line-plot.js';
import { fifths } from './roc.js';

/** One curve of a {@link precisionRecallPlot}: what `precisionRecallCurve` of @kindling/metrics returns, and a name. */
export interface PrecisionRecallPlotCurve {
  /** In [0, 1], one a threshold. */
  precision: Numbers;
  /** In [0, 1], one a threshold. */
  recall: Numbers;
  name?: string | undefined;
  /** The average precision, for the legend. */
  averagePrecision?: number | undefined;
}

/** Options of {@link precisionRecallPlot}. */
export interface PrecisionRecallPlotOptions extends PlotOptions {
  curves: readonly PrecisionRecallPlotCurve[];
  /** The values of F1 whose lines are drawn; 0.2, 0.4, 0.6 and 0.8 when left out. */
  isoF1?: readonly number[] | undefined;
  /** The fraction of positives, which a guess has as its precision. */
  prevalence?: number | undefined;
}

const known: Known<PrecisionRecallPlotOptions> = { ...plotKeys, curves: 1, isoF1: aColumn, prevalence: 'number' };

/**
 * Draws precision against recall, over lines of equal F1.
 *
 * @throws VizError for no curve, arrays of different lengths, or a value outside [0, 1]
 * @example
 * ```ts
 * import { precisionRecallPlot, toSvg } from '@kindling/viz';
 *
 * const plot = precisionRecallPlot({ curves: [{ name: 'wide', precision: [0.5, 0.8, 1, 1], recall: [1, 0.9, 0.4, 0] }] });
 * console.log(toSvg(plot).includes('>F1 0.8</text>')); // => true
 * ```
 */
export function precisionRecallPlot(options: PrecisionRecallPlotOptions): Scene {
  const where = 'precisionRecallPlot';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const { curves, isoF1 = [0.2, 0.4, 0.6, 0.8], prevalence, title, width, height, theme } = options;
  if (curves.length === 0) throw new VizError(`${where}: curves is empty`);
  readFinite(where, 'isoF1', isoF1, 0.01, 0.99);
  const series = curves.map((curve, i) => {
    const x = readFinite(where, `curves[${i}].recall`, curve.recall, 0, 1);
    const y = readFinite(where, `curves[${i}].precision`, curve.precision, 0, 1);
    checkLengths(where, `curves[${i}].recall`, x.length, `curves[${i}].precision`, y.length);
    const area = curve.averagePrecision === undefined ? undefined : `AP ${curve.averagePrecision.toFixed(3)}`;
    const name = curve.name ?? (curves.length > 1 ? `curve ${i + 1}` : undefined);
    return { x, y, width: 2.2, name: name !== undefined && area !== undefined ? `${name} (${area})` : (name ?? area) };
  });
  const lines = isoF1.map((f1) => ({ points: isoLine(f1), text: `F1 ${f1}`, dash: [2, 3], width: 1 }));
  const guess = prevalence === undefined ? [] : [{ y: prevalence, name: 'guess' }];
  return drawLines(where, {
    title: title ?? 'Precision and recall',
    width,
    height,
    theme,
    series,
    lines: [...lines, ...guess],
    xLabel: 'recall',
    yLabel: 'precision',
    xDomain: [0, 1],
    yDomain: [0, 1.02],
    xTicks: fifths,
    yTicks: fifths,
  });
}

/** From precision 1 to recall 1, where 2 p r / (p + r) is the F1. */
function isoLine(f1: number): Point[] {
  const least = f1 / (2 - f1);
  return Array.from({ length: 41 }, (_, i): Point => {
    const recall = least + ((1 - least) * i) / 40;
    return [recall, (f1 * recall) / (2 * recall - f1)];
  });
}
