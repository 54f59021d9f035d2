import type { Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { pick, themeOf } from '../theme.js';
import { drawLines } from './line-plot.js';
import { fifths, type RocPlotCurve } from './roc.js';

/** Options of {@link rocBand}. */
export interface RocBandOptions extends PlotOptions {
  /** The curve of each fold: what `rocCurve` of @kindling/metrics returns. */
  folds: readonly RocPlotCurve[];
  /** What the legend calls their mean. */
  name?: string | undefined;
}

const known: Known<RocBandOptions> = { ...plotKeys, folds: 1, name: 'string' };

const steps = 100;

/**
 * Draws the mean ROC curve of several folds with a band of one standard deviation, and the folds behind.
 *
 * @throws VizError for fewer than two folds, arrays of different lengths, or a rate outside [0, 1]
 * @example
 * ```ts
 * import { rocBand, toSvg } from '@kindling/viz';
 *
 * const folds = [{ fpr: [0, 0.1, 1], tpr: [0, 0.8, 1] }, { fpr: [0, 0.2, 1], tpr: [0, 0.9, 1] }];
 * console.log(toSvg(rocBand({ folds, name: 'wide' })).includes('>wide, mean of 2 (AUC 0.850 ± 0.000)</text>')); // => true
 * ```
 */
export function rocBand(options: RocBandOptions): Scene {
  const where = 'rocBand';
  checkPlot(where, options, known, { folds: 'an array of objects' });
  const { folds, title, width, height } = options;
  const theme = themeOf(where, options.theme);
  if (folds.length < 2) throw new VizError(`${where}: folds has ${folds.length} curves, expected 2 or more`);
  const curves = folds.map((fold, i) => {
    const x = readFinite(where, `folds[${i}].fpr`, fold.fpr, 0, 1);
    const y = readFinite(where, `folds[${i}].tpr`, fold.tpr, 0, 1);
    checkLengths(where, `folds[${i}].fpr`, x.length, `folds[${i}].tpr`, y.length);
    if (x.length < 2) throw new VizError(`${where}: folds[${i}] has ${x.length} points, expected 2 or more`);
    let area = 0;
    for (let j = 1; j < x.length; j++) area += ((x[j]! - x[j - 1]!) * (y[j]! + y[j - 1]!)) / 2;
    return { x, y, area: fold.auc ?? area };
  });
  const x = Array.from({ length: steps + 1 }, (_, i) => i / steps);
  const levels = curves.map((curve) => x.map((at) => (at === 0 ? 0 : heightAt(curve, at))));
  const spread = x.map((_, i) => meanAndDeviation(levels.map((level) => level[i]!)));
  const [mean, deviation] = meanAndDeviation(curves.map(({ area }) => area));
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  const color = pick(theme.series, 0);
  const name = `${options.name === undefined ? 'mean' : `${options.name}, mean`} of ${folds.length} (AUC ${mean.toFixed(3)} ± ${deviation.toFixed(3)})`;
  return drawLines(where, {
    title: title ?? 'ROC curve over folds',
    width: width ?? 460,
    height: height ?? 440,
    theme,
    series: [
      ...curves.map((curve) => ({ x: curve.x, y: curve.y, width: 1, opacity: 0.35, color })),
      {
        name,
        x,
        y: spread.map(([middle]) => middle),
        color,
        width: 2.4,
        band: {
          low: spread.map(([middle, off]) => clamp(middle - off)),
          high: spread.map(([middle, off]) => clamp(middle + off)),
        },
      },
    ],
    lines: [
      {
        points: [
          [0, 0],
          [1, 1],
        ],
        name: 'guess',
      },
    ],
    xLabel: 'false positive rate',
    yLabel: 'true positive rate',
    xDomain: [0, 1],
    yDomain: [0, 1],
    xTicks: fifths,
    yTicks: fifths,
    equal: true,
  });
}

/** The height of a curve at a place; the highest where it goes straight up there. */
function heightAt({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }, at: number): number {
  let i = 0;
  while (i + 1 < x.length && x[i + 1]! <= at) i++;
  if (i + 1 === x.length || x[i] === at) return y[i]!;
  return y[i]! + ((y[i + 1]! - y[i]!) * (at - x[i]!)) / (x[i + 1]! - x[i]!);
}

/** The mean and the standard deviation of all (divided by their number). */
export function meanAndDeviation(values: readonly number[]): [mean: number, deviation: number] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}
