import type { Known } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import type { Area } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { lineMarks } from '../marks/line.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Point, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { diagonal, fifths, guessDash } from './roc.js';

/** One model of a {@link calibrationPlot}: what `calibrationCurve` of @kindling/metrics returns, and a name. */
export interface CalibrationPlotCurve {
  /** How often the positive class occurred in each bin, in [0, 1]. */
  probTrue: Numbers;
  /** The mean predicted probability of each bin, in [0, 1]. */
  probPred: Numbers;
  /** How many samples each bin holds: the area of its point. */
  counts?: Numbers | undefined;
  /** What the legend calls it. */
  name?: string | undefined;
}

/** Options of {@link calibrationPlot}. */
export interface CalibrationPlotOptions extends PlotOptions {
  curves: readonly CalibrationPlotCurve[];
}

const known: Known<CalibrationPlotOptions> = { ...plotKeys, curves: 1 };

interface Curve {
  readonly probTrue: Float64Array;
  readonly probPred: Float64Array;
  readonly radius: (bin: number) => number;
  readonly name: string;
}

const chars = '*x@%&';

/**
 * Draws how often the positive class occurs against how likely it was said to be; a well calibrated model lies on the
 * diagonal. Without a curve, or with empty ones, only the diagonal is drawn.
 *
 * @throws VizError for arrays of different lengths, or a probability outside [0, 1]
 * @example
 * ```ts
 * import { calibrationPlot, toSvg } from '@kindling/viz';
 *
 * const plot = calibrationPlot({ curves: [{ name: 'wide', probPred: [0.1, 0.9], probTrue: [0.2, 0.8], counts: [40, 60] }] });
 * console.log(toSvg(plot).includes('>perfectly calibrated</text>')); // => true
 * ```
 */
export function calibrationPlot(options: CalibrationPlotOptions): Scene {
  const where = 'calibrationPlot';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const theme = themeOf(where, options.theme);
  const curves = options.curves.map((curve, i) => readCurve(where, curve, i));
  const legend = curves.map(
    ({ name }, i): LegendItem => ({ label: name, color: pick(theme.series, i), char: chars[i % 5] }),
  );
  const axis = { domain: [0, 1], ticks: fifths } as const;
  return chart(
    where,
    {
      title: options.title ?? 'Calibration',
      x: { label: 'predicted probability', ...axis },
      y: { label: 'fraction of positives', ...axis },
      equal: true,
      legend: [
        ...legend.filter(({ label }) => label !== ''),
        { label: 'perfectly calibrated', color: theme.muted, dash: guessDash, char: '.' },
      ],
      legendAt: ['bottomRight', 'topLeft'],
      occupied: (area) => curves.map((curve) => linePoints(curve, area)),
      empty: curves.every((curve) => curve.probPred.length === 0),
      draw: (area) => ({
        over: [diagonal(area, theme), ...curves.flatMap((curve, i) => curveMarks(curve, i, area, theme))],
      }),
      size: { width: 440, height: 440 },
    },
    options,
  );
}

function readCurve(where: string, curve: CalibrationPlotCurve, i: number): Curve {
  const probTrue = readFinite(where, `curves[${i}].probTrue`, curve.probTrue, 0, 1);
  const probPred = readFinite(where, `curves[${i}].probPred`, curve.probPred, 0, 1);
  checkLengths(where, `curves[${i}].probTrue`, probTrue.length, `curves[${i}].probPred`, probPred.length);
  let radius = (_: number): number => 4;
  if (curve.counts !== undefined) {
    const counts = readFinite(where, `curves[${i}].counts`, curve.counts, 0);
    checkLengths(where, `curves[${i}].probTrue`, probTrue.length, `curves[${i}].counts`, counts.length);
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    radius = (bin) => Math.max(2.2, 8 * Math.sqrt(counts[bin]! / most));
  }
  return { probTrue, probPred, radius, name: curve.name ?? '' };
}

function linePoints({ probTrue, probPred }: Curve, area: Area): Point[] {
  return Array.from(probPred, (p, i): Point => [area.px(p), area.py(probTrue[i]!)]);
}

function curveMarks(curve: Curve, i: number, area: Area, theme: Theme): Mark[] {
  const points = linePoints(curve, area);
  const [fill, char] = [pick(theme.series, i), chars[i % 5]];
  const dots = points.map((point, bin): Mark => {
    const look = { fill, stroke: theme.background, strokeWidth: 1, char };
    return { type: 'points', points: [point], symbol: 'circle', r: curve.radius(bin), ...look };
  });
  return [...(points.length > 1 ? lineMarks(points, { stroke: fill, strokeWidth: 2, char }) : []), ...dots];
}
