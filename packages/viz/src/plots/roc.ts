import type { Known } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import type { Area } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { lineMarks } from '../marks/line.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Point, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';

/** One curve of a {@link rocPlot}: what `rocCurve` of @kindling/metrics returns, and a name. */
export interface RocPlotCurve {
  /** False positive rates, ascending. */
  fpr: Numbers;
  /** True positive rates, ascending. */
  tpr: Numbers;
  /** What the legend calls it. */
  name?: string | undefined;
  /** The area under it; worked out by the trapezoid rule when left out. */
  auc?: number | undefined;
}

/** Options of {@link rocPlot}. */
export interface RocPlotOptions extends PlotOptions {
  curves: readonly RocPlotCurve[];
}

const known: Known<RocPlotOptions> = { ...plotKeys, curves: 1 };

const chars = '*x@%&';

/**
 * Draws ROC curves with their areas, and the diagonal of a guess.
 *
 * @throws VizError for no curve, a curve of fewer than two points, arrays of different lengths, or a rate outside [0, 1]
 * @example
 * ```ts
 * import { rocPlot, toSvg } from '@kindling/viz';
 *
 * const plot = rocPlot({ curves: [{ name: 'wide', fpr: [0, 0, 0.5, 1], tpr: [0, 0.5, 1, 1] }] });
 * console.log(toSvg(plot).includes('>wide (AUC 0.875)</text>')); // => true
 * ```
 */
export function rocPlot(options: RocPlotOptions): Scene {
  const where = 'rocPlot';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const theme = themeOf(where, options.theme);
  if (options.curves.length === 0) throw new VizError(`${where}: curves is empty`);
  const curves = options.curves.map((curve, i) => readCurve(where, curve, i, options.curves.length));
  const lines = (area: Area): Point[][] =>
    curves.map(({ fpr, tpr }) => Array.from(fpr, (x, i): Point => [area.px(x), area.py(tpr[i]!)]));
  const legend = curves.map(
    ({ label }, i): LegendItem => ({ label, color: pick(theme.series, i), char: chars[i % 5] }),
  );
  const rates = { domain: [0, 1], ticks: fifths } as const;
  return chart(
    where,
    {
      title: options.title ?? 'ROC curve',
      x: { label: 'false positive rate', ...rates },
      y: { label: 'true positive rate', ...rates },
      equal: true,
      legend: [...legend, { label: 'guess', color: theme.muted, dash: guessDash, char: '.' }],
      legendAt: ['bottomRight', 'topLeft'],
      occupied: lines,
      draw: (area) => ({
        over: [
          diagonal(area, theme),
          ...lines(area).flatMap((points, i) =>
            lineMarks(points, { stroke: pick(theme.series, i), strokeWidth: 2.2, char: chars[i % 5] }),
          ),
        ],
      }),
      size: { width: 440, height: 440 },
    },
    options,
  );
}

/** Ticks from 0 to 1. */
export const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({ value, text: value.toFixed(1) }));

/** Dashes of reference lines. */
export const guessDash = [4, 4] as const;

/** The line of equal rates. */
export function diagonal(area: Area, theme: Theme): Mark {
  const points = [
    [area.px(0), area.py(0)],
    [area.px(1), area.py(1)],
  ] as const;
  return { type: 'polyline', points, stroke: theme.muted, strokeWidth: 1.2, dash: guessDash, char: '.' };
}

function readCurve(
  where: string,
  curve: RocPlotCurve,
  i: number,
  count: number,
): { fpr: Float64Array; tpr: Float64Array; label: string } {
  const fpr = readFinite(where, `curves[${i}].fpr`, curve.fpr, 0, 1);
  const tpr = readFinite(where, `curves[${i}].tpr`, curve.tpr, 0, 1);
  checkLengths(where, `curves[${i}].fpr`, fpr.length, `curves[${i}].tpr`, tpr.length);
  if (fpr.length < 2) throw new VizError(`${where}: curves[${i}] has ${fpr.length} points, expected 2 or more`);
  const area = curve.auc ?? trapezoids(fpr, tpr);
  const name = curve.name ?? (count > 1 ? `curve ${i + 1}` : undefined);
  const text = `AUC ${area.toFixed(3)}`;
  return { fpr, tpr, label: name === undefined ? text : `${name} (${text})` };
}

function trapezoids(x: Float64Array, y: Float64Array): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
  return area;
}
