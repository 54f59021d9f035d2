import { describe, type Known } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readFinite, readNumbers } from '../inputs.js';
import type { Area } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { lineMarks } from '../marks/line.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Point, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { paddedDomain } from '../ticks.js';

/** One run of training. */
export interface LossSeries {
  /** The loss after each epoch; NaN leaves a gap. */
  values: Numbers;
  /** The loss on held-out data after each epoch, drawn dashed. */
  validation?: Numbers | undefined;
  /** What the legend calls the run. */
  name?: string | undefined;
  /** The epochs of the values; 1, 2, 3 and so on when left out. */
  epochs?: Numbers | undefined;
}

/** Options of {@link lossCurve}. */
export interface LossCurveOptions extends PlotOptions {
  series: readonly LossSeries[];
  /** `'log'` for losses over several powers of ten; `'linear'` when left out. */
  scale?: 'linear' | 'log' | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
}

const known: Known<LossCurveOptions> = { ...plotKeys, series: 1, scale: 1, xLabel: 'string', yLabel: 'string' };

interface Curve {
  readonly label: string;
  readonly epochs: Float64Array;
  readonly values: Float64Array;
  readonly color: string;
  readonly dash: readonly number[] | undefined;
  readonly char: string;
}

const chars = '*+x#o@%&';

/**
 * Draws losses over epochs, for one run or several, with validation beside training.
 *
 * @throws VizError for series of different lengths, or a log scale without a value above zero; NaN and infinities leave
 * a gap, and a note under the plot counts values that a log scale cannot show
 * @example
 * ```ts
 * import { lossCurve, toSvg } from '@kindling/viz';
 *
 * const plot = lossCurve({ series: [{ values: [0.7, 0.5, 0.4], validation: [0.7, 0.6, 0.6] }], scale: 'log' });
 * console.log(toSvg(plot).includes('>validation</text>')); // => true
 * ```
 */
export function lossCurve(options: LossCurveOptions): Scene {
  const where = 'lossCurve';
  checkPlot(where, options, known, { series: 'an array of objects' });
  const theme = themeOf(where, options.theme);
  const scale = options.scale ?? 'linear';
  if (scale !== 'linear' && scale !== 'log') {
    throw new VizError(`${where}: scale is ${describe(scale)}, expected 'linear' or 'log'`);
  }
  const curves = readCurves(where, options.series, theme);
  const values = curves.flatMap((curve) => [...curve.values].filter(Number.isFinite));
  const epochs = curves.flatMap((curve) => [...curve.epochs]);
  const drawable = scale === 'log' ? values.filter((value) => value > 0) : values;
  if (values.length > 0 && drawable.length === 0) {
    throw new VizError(`${where}: a log scale needs values above zero, and none of the ${values.length} is`);
  }
  const hidden = values.length - drawable.length;

  return chart(
    where,
    {
      title: options.title ?? 'Loss',
      x: { label: options.xLabel ?? 'epoch', domain: epochDomain(epochs), integer: epochs.every(Number.isInteger) },
      y: { label: options.yLabel ?? 'loss', domain: lossDomain(drawable, scale), scale },
      legend: curves.length > 1 || options.series[0]?.name !== undefined ? legend(curves) : [],
      legendAt: ['topRight', 'bottomLeft', 'bottomRight', 'topLeft'],
      occupied: (area) => curves.map((curve) => linePoints(curve, area)),
      note: hidden === 0 ? undefined : `${hidden} value${hidden === 1 ? '' : 's'} at or below zero not shown`,
      empty: drawable.length === 0,
      draw: (area) => ({
        over: curves.flatMap((curve) => {
          const { color: stroke, dash, char } = curve;
          return lineMarks(linePoints(curve, area), { stroke, strokeWidth: 2, dash, char });
        }),
      }),
      size: { width: 600, height: 360 },
    },
    options,
  );
}

function readCurves(where: string, series: readonly LossSeries[], theme: Theme): Curve[] {
  const validated = series.some(({ validation }) => validation !== undefined);
  return series.flatMap((one, i) => {
    const values = readNumbers(where, `series[${i}].values`, one.values);
    const epochs =
      one.epochs === undefined
        ? Float64Array.from(values, (_, epoch) => epoch + 1)
        : readFinite(where, `series[${i}].epochs`, one.epochs);
    checkLengths(where, `series[${i}].epochs`, epochs.length, `series[${i}].values`, values.length);
    const color = pick(theme.series, i);
    const name = one.name ?? (series.length > 1 ? `run ${i + 1}` : '');
    const label = (kind: string): string => (validated ? (name === '' ? kind : `${name}, ${kind}`) : name);
    const training = { label: label('training'), epochs, values, color, dash: undefined, char: chars[(2 * i) % 8]! };
    if (one.validation === undefined) return [training];
    const held = readNumbers(where, `series[${i}].validation`, one.validation);
    checkLengths(where, `series[${i}].validation`, held.length, `series[${i}].values`, values.length);
    // With one run there are colours to spare; with several a run keeps its colour.
    const other = series.length === 1 ? pick(theme.series, 1) : color;
    const validation = { label: label('validation'), epochs, values: held, color: other };
    return [training, { ...validation, dash: [5, 4], char: chars[(2 * i + 1) % 8]! }];
  });
}

function legend(curves: readonly Curve[]): LegendItem[] {
  return curves.map(({ label, color, dash, char }) => ({ label, color, dash, char }));
}

function linePoints(curve: Curve, area: Area): Point[] {
  return Array.from(curve.values, (value, i): Point => [area.px(curve.epochs[i]!), area.py(value)]);
}

function epochDomain(epochs: readonly number[]): [number, number] {
  if (epochs.length === 0) return [0, 10];
  return paddedDomain(epochs, 0);
}

/** From zero where the smallest loss is near it, so that the eye compares heights; a little room above. */
function lossDomain(values: readonly number[], scale: 'linear' | 'log'): [number, number] {
  if (values.length === 0) return scale === 'log' ? [0.1, 1] : [0, 1];
  if (scale === 'log') {
    const [low, high] = paddedDomain(values.map(Math.log10), 0.05);
    return [10 ** low, 10 ** high];
  }
  const [low, high] = paddedDomain(values, 0.05);
  const least = values.reduce((a, b) => Math.min(a, b));
  return least >= 0 && least < 0.4 * high ? [0, high] : [low, high];
}
