import type { Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { drawLines } from './line-plot.js';

/** One curve of a {@link detPlot}. */
export interface DetPlotCurve {
  /** False positive rates. */
  fpr: Numbers;
  /** False negative rates. */
  fnr: Numbers;
  name?: string | undefined;
}

/** Options of {@link detPlot}. */
export interface DetPlotOptions extends PlotOptions {
  curves: readonly DetPlotCurve[];
}

const known: Known<DetPlotOptions> = { ...plotKeys, curves: 1 };

const shown = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99];

/**
 * Draws how many negatives are taken for positive against how many positives are missed, on axes of normal deviates:
 * scores that are normal in each class make a straight line (Martin and others, "The DET Curve", 1997). The scales of the
 * panel are deviates.
 *
 * @throws VizError for no curve, arrays of different lengths, or a rate outside [0, 1]
 * @example
 * ```ts
 * import { detPlot, toSvg } from '@kindling/viz';
 *
 * const plot = detPlot({ curves: [{ name: 'wide', fpr: [0.9, 0.3, 0.02], fnr: [0.01, 0.1, 0.6] }] });
 * console.log(toSvg(plot).includes('>40%</text>')); // => true
 * ```
 */
export function detPlot(options: DetPlotOptions): Scene {
  const where = 'detPlot';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const { curves, title, width, height, theme } = options;
  if (curves.length === 0) throw new VizError(`${where}: curves is empty`);
  const series = curves.map((curve, i) => {
    const x = readFinite(where, `curves[${i}].fpr`, curve.fpr, 0, 1).map(deviate);
    const y = readFinite(where, `curves[${i}].fnr`, curve.fnr, 0, 1).map(deviate);
    checkLengths(where, `curves[${i}].fpr`, x.length, `curves[${i}].fnr`, y.length);
    return { x, y, name: curve.name ?? (curves.length > 1 ? `curve ${i + 1}` : undefined), width: 2.2 };
  });
  const ticks = shown.map((rate) => ({ value: deviate(rate), text: `${Math.round(rate * 100)}%` }));
  const ends = [deviate(0.005), deviate(0.995)] as const;
  return drawLines(where, {
    title: title ?? 'Detection error tradeoff',
    width: width ?? 460,
    height: height ?? 440,
    theme,
    series,
    xLabel: 'false positive rate',
    yLabel: 'false negative rate',
    xDomain: ends,
    yDomain: ends,
    xTicks: ticks,
    yTicks: ticks,
  });
}

/** The value below which a part of the standard normal distribution lies; what is beyond any scale at its end. */
export function deviate(part: number): number {
  const p = Math.min(Math.max(part, 1e-9), 1 - 1e-9);
  if (p > 0.5) return -deviate(1 - p);
  // Newton's method on the logarithm of the tail, from the tail's own asymptote.
  let z = -Math.sqrt(-2 * Math.log(2 * p));
  for (let i = 0; i < 30; i++) {
    const step = (tail(z) - p) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    z -= Math.min(0.5, Math.max(-0.5, step));
    if (Math.abs(step) < 1e-12) break;
  }
  return z;
}

/** The part of the standard normal distribution below z <= 0: a series near 0, a continued fraction farther out. */
function tail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > -3) {
    let [term, sum] = [z, z];
    for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / (-z + fraction);
  return density / (-z + fraction);
}
