import { aColumn, type Known, strings } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkLengths, type Numbers, readFinite } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { checkNames, drawBars } from './bar-plot.js';

/** Options of {@link importancePlot}. */
export interface ImportancePlotOptions extends PlotOptions {
  /** What each feature is called. */
  names: readonly string[];
  /** How much each matters: the mean loss of score when it is shuffled, say. */
  importances: Numbers;
  /** How far each is uncertain, drawn as a line to both sides. */
  errors?: Numbers | undefined;
  /** How many are shown, the largest first; 15 when left out. */
  top?: number | undefined;
  /** What is measured; `'importance'` when left out. */
  valueLabel?: string | undefined;
}

const known: Known<ImportancePlotOptions> = {
  ...plotKeys,
  names: strings,
  importances: aColumn,
  errors: aColumn,
  top: 'number',
  valueLabel: 'string',
};

/**
 * Draws how much each feature matters, the most important at the top.
 *
 * @throws VizError for importances or errors that are not one a name, or a top that is not a whole number from 1
 * @example
 * ```ts
 * import { importancePlot, toSvg } from '@kindling/viz';
 *
 * const plot = importancePlot({ names: ['age', 'income'], importances: [0.02, 0.11], errors: [0.01, 0.02] });
 * console.log(toSvg(plot).includes('>income</text>')); // => true
 * ```
 */
export function importancePlot(options: ImportancePlotOptions): Scene {
  const where = 'importancePlot';
  checkPlot(where, options, known, { names: 'an array' });
  const { names, top = 15, title, width, height, theme } = options;
  const importances = readFinite(where, 'importances', options.importances);
  checkNames(where, 'names', names, importances.length);
  const errors = options.errors === undefined ? undefined : readFinite(where, 'errors', options.errors, 0);
  if (errors !== undefined) checkLengths(where, 'errors', errors.length, 'importances', importances.length);
  if (!Number.isInteger(top) || top < 1) throw new VizError(`${where}: top is ${top}, expected a whole number from 1`);
  const order = Array.from(importances, (_, i) => i).sort((a, b) => importances[b]! - importances[a]!);
  const shown = order.slice(0, top);
  const rest = importances.length - shown.length;
  return drawBars(where, {
    title:
      title ??
      (rest === 0 ? 'Importance of features' : `The ${shown.length} most important of ${importances.length} features`),
    width,
    height,
    theme,
    names: shown.map((i) => names[i]!),
    series: [
      {
        values: shown.map((i) => importances[i]!),
        errors: errors === undefined ? undefined : shown.map((i) => errors[i]!),
      },
    ],
    horizontal: true,
    showValues: errors === undefined,
    valueLabel: options.valueLabel ?? 'importance',
  });
}
