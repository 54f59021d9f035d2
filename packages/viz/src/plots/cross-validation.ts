import { aRecord, type Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { pick, themeOf } from '../theme.js';
import { drawLines } from './line-plot.js';
import { meanAndDeviation } from './roc-band.js';

/** Options of {@link crossValidationPlot}. */
export interface CrossValidationPlotOptions extends PlotOptions {
  /** The score of each fold, by the design's name. */
  scores: Readonly<Record<string, Numbers>>;
  /** What is scored; `'score'` when left out. */
  yLabel?: string | undefined;
}

const known: Known<CrossValidationPlotOptions> = { ...plotKeys, scores: aRecord, yLabel: 'string' };

/**
 * Draws the score of each fold for several designs, with their means and standard deviations; folds that two designs share
 * are joined, so that one sees whether one of them wins on each.
 *
 * @throws VizError for no design, one without folds, or a score that is not finite
 * @example
 * ```ts
 * import { crossValidationPlot, toSvg } from '@kindling/viz';
 *
 * const plot = crossValidationPlot({ scores: { wide: [0.8, 0.84, 0.82], deep: [0.79, 0.88, 0.8] }, yLabel: 'accuracy' });
 * console.log(toSvg(plot).includes('>deep</text>')); // => true
 * ```
 */
export function crossValidationPlot(options: CrossValidationPlotOptions): Scene {
  const where = 'crossValidationPlot';
  checkPlot(where, options, known, { scores: 'an object' });
  const { title, width, height } = options;
  const theme = themeOf(where, options.theme);
  const designs = Object.entries(options.scores).map(([name, scores]) => {
    const folds = readFinite(where, `scores.${name}`, scores);
    if (folds.length === 0) throw new VizError(`${where}: scores.${name} is empty`);
    return { name, folds, of: meanAndDeviation([...folds]) };
  });
  if (designs.length === 0) throw new VizError(`${where}: scores is empty`);
  const shared = designs.every(({ folds }) => folds.length === designs[0]!.folds.length) && designs.length > 1;
  const joined = shared
    ? Array.from(designs[0]!.folds, (_, fold) => ({
        x: designs.map((_, i) => i + 1),
        y: designs.map(({ folds }) => folds[fold]!),
        color: theme.axis,
        width: 1,
        opacity: 0.8,
      }))
    : [];
  const dots = designs.map(({ name, folds }, i) => {
    const look = { color: pick(theme.series, i), width: 0, marker: 'circle' as const, opacity: 0.8 };
    return { ...look, x: folds.map(() => i + 1), y: folds, name: `${name}: ${text(designs[i]!.of)}` };
  });
  const means = designs.map(({ of: [mean, off] }, i) => ({
    points: [
      [i + 1.14, mean - off],
      [i + 1.14, mean + off],
    ] as const,
    color: pick(theme.series, i),
    dash: 'solid' as const,
    width: 2.5,
  }));
  const middles = designs.map(({ of: [mean] }, i) => ({
    x: [i + 1.14],
    y: [mean],
    color: pick(theme.series, i),
    width: 0,
    marker: 'diamond' as const,
    markerSize: 5,
  }));
  return drawLines(where, {
    title: title ?? 'Cross-validation',
    width: width ?? Math.max(380, 160 + designs.length * 110),
    height,
    theme,
    series: [...joined, ...dots, ...middles],
    lines: means,
    xDomain: [0.5, designs.length + 0.5],
    xTicks: designs.map(({ name }, i) => ({ value: i + 1, text: name })),
    yLabel: options.yLabel ?? 'score',
  });
}

const text = ([mean, deviation]: readonly [number, number]): string => `${mean.toFixed(3)} ± ${deviation.toFixed(3)}`;
