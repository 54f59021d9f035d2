import type { Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { drawLines } from './line-plot.js';
import { fifths } from './roc.js';

/** One model of a {@link gainPlot} or a {@link liftPlot}. */
export interface GainPlotCurve {
  /** Which part of all samples is taken, those of the highest scores first, in [0, 1]. */
  fraction: Numbers;
  /** Which part of all positives is among them, in [0, 1]. */
  gain: Numbers;
  name?: string | undefined;
}

/** Options of {@link gainPlot} and {@link liftPlot}. */
export interface GainPlotOptions extends PlotOptions {
  curves: readonly GainPlotCurve[];
  /** The fraction of positives: a perfect model is drawn beside. */
  prevalence?: number | undefined;
}

const known: Known<GainPlotOptions> = { ...plotKeys, curves: 1, prevalence: 'number' };

/**
 * Draws which part of all positives is found by taking the samples of the highest scores.
 *
 * @throws VizError for no curve, arrays of different lengths, or a part outside [0, 1]
 * @example
 * ```ts
 * import { gainPlot, toSvg } from '@kindling/viz';
 *
 * const plot = gainPlot({ curves: [{ name: 'wide', fraction: [0, 0.25, 1], gain: [0, 0.75, 1] }], prevalence: 0.3 });
 * console.log(toSvg(plot).includes('>perfect</text>')); // => true
 * ```
 */
export function gainPlot(options: GainPlotOptions): Scene {
  const where = 'gainPlot';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const { prevalence, title, width, height, theme } = options;
  const series = readCurves(where, options).map(({ name, fraction, gain }) => ({ name, x: fraction, y: gain }));
  const perfect =
    prevalence === undefined
      ? []
      : [
          {
            points: [
              [0, 0],
              [prevalence, 1],
              [1, 1],
            ] as const,
            name: 'perfect',
            dash: 'dotted' as const,
          },
        ];
  return drawLines(where, {
    title: title ?? 'Cumulative gain',
    width,
    height,
    theme,
    series,
    lines: [
      {
        points: [
          [0, 0],
          [1, 1],
        ],
        name: 'guess',
      },
      ...perfect,
    ],
    xLabel: 'fraction of samples taken',
    yLabel: 'fraction of positives found',
    xDomain: [0, 1],
    yDomain: [0, 1.02],
    xTicks: fifths,
    yTicks: fifths,
  });
}

/**
 * Draws how many times more positives than by chance are among the samples of the highest scores.
 *
 * @throws VizError for no curve, arrays of different lengths, or a part outside [0, 1]
 * @example
 * ```ts
 * import { liftPlot } from '@kindling/viz';
 *
 * const plot = liftPlot({ curves: [{ fraction: [0, 0.25, 1], gain: [0, 0.75, 1] }] });
 * console.log(plot.panels[0]!.scales.y.domain[1] > 3); // => true
 * ```
 */
export function liftPlot(options: GainPlotOptions): Scene {
  const where = 'liftPlot';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const { prevalence, title, width, height, theme } = options;
  const series = readCurves(where, options).map(({ name, fraction, gain }) => {
    const taken = Array.from(fraction, (_, i) => i).filter((i) => fraction[i]! > 0);
    return { name, x: taken.map((i) => fraction[i]!), y: taken.map((i) => gain[i]! / fraction[i]!) };
  });
  const most = Math.max(1, ...series.map(({ y }) => y.reduce((a, b) => Math.max(a, b), 1)));
  const perfect =
    prevalence === undefined ? [] : [{ y: 1 / prevalence, name: 'most possible', dash: 'dotted' as const }];
  return drawLines(where, {
    title: title ?? 'Lift',
    width,
    height,
    theme,
    series,
    lines: [{ y: 1, name: 'guess' }, ...perfect],
    xLabel: 'fraction of samples taken',
    yLabel: 'lift',
    xDomain: [0, 1],
    yDomain: [0, Math.max(most, prevalence === undefined ? 0 : 1 / prevalence) * 1.06],
    xTicks: fifths,
  });
}

function readCurves(
  where: string,
  { curves }: GainPlotOptions,
): { name: string | undefined; fraction: Float64Array; gain: Float64Array }[] {
  if (curves.length === 0) throw new VizError(`${where}: curves is empty`);
  return curves.map((curve, i) => {
    const fraction = readFinite(where, `curves[${i}].fraction`, curve.fraction, 0, 1);
    const gain = readFinite(where, `curves[${i}].gain`, curve.gain, 0, 1);
    if (fraction.length !== gain.length) {
      throw new VizError(
        `${where}: curves[${i}].fraction has ${fraction.length} values, curves[${i}].gain has ${gain.length}`,
      );
    }
    return { name: curve.name ?? (curves.length > 1 ? `curve ${i + 1}` : undefined), fraction, gain };
  });
}
