import { aColumn, type Known, strings } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import type { Numbers } from '../inputs.js';
import { checkPlot } from '../options.js';
import type { Scene } from '../scene.js';
import { type CalibrationPlotCurve, calibrationPlot } from './calibration.js';
import { figure } from './figure.js';
import { drawHistogram } from './histogram.js';

/** Options of {@link calibrationReport}. */
export interface CalibrationReportOptions extends Omit<PlotOptions, 'width' | 'height'> {
  curves: readonly CalibrationPlotCurve[];
  /** The predicted probability of each sample, `[n]`, in [0, 1]. */
  probabilities: Numbers;
  /** The true class of each sample, `[n]`; all alike when left out. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
}

const known: Known<CalibrationReportOptions> = {
  title: 'string',
  theme: 1,
  curves: 1,
  probabilities: aColumn,
  labels: aColumn,
  classNames: strings,
};

/**
 * Draws a calibration curve over a histogram of the probabilities, which says how many samples stand behind each point.
 *
 * @throws VizError as `calibrationPlot` and `histogram` do
 * @example
 * ```ts
 * import { calibrationReport } from '@kindling/viz';
 *
 * const curves = [{ probPred: [0.1, 0.9], probTrue: [0.2, 0.8] }];
 * const both = calibrationReport({ curves, probabilities: [0.1, 0.1, 0.9], labels: [0, 0, 1] });
 * console.log(both.panels.length); // => 2
 * ```
 */
export function calibrationReport(options: CalibrationReportOptions): Scene {
  const where = 'calibrationReport';
  checkPlot(where, options, known, { curves: 'an array of objects' });
  const { curves, probabilities, labels, classNames, title, theme } = options;
  const curve = calibrationPlot({ curves, title: title ?? 'Calibration', theme });
  const heap = { probabilities, labels, classNames, title: '', theme, width: curve.width, height: 200 };
  return figure({ plots: [curve, drawHistogram(where, heap)], columns: 1, gap: 0 });
}
