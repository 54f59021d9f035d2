import { type Known, strings } from '@internal/arguments';
import { format } from 'd3-format';
import { chart, type PlotOptions } from '../chart.js';
import { ramp, readable } from '../color.js';
import { VizError } from '../errors.js';
import { readFinite } from '../inputs.js';
import { type Area, tickSize } from '../layout.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Scene } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import { type Theme, themeOf } from '../theme.js';

/** Options of {@link confusionMatrixPlot}; a `ConfusionMatrix` of @kindling/metrics has `matrix` and `labels`. */
export interface ConfusionMatrixPlotOptions extends PlotOptions {
  /** `matrix[i][j]`: samples (or a fraction) of class `i` that were predicted as class `j`. */
  matrix: ArrayLike<ArrayLike<number>>;
  /** The class of each row and column; 0, 1, 2 and so on when left out. */
  labels?: readonly (number | string)[] | undefined;
  /** Names of the classes, in order of the rows. */
  classNames?: readonly string[] | undefined;
}

const known: Known<ConfusionMatrixPlotOptions> = {
  ...plotKeys,
  matrix: 1,
  labels: [
    'an array of numbers or strings',
    (value) => Array.isArray(value) && value.every((one) => typeof one !== 'object'),
  ],
  classNames: strings,
};

/**
 * Draws a confusion matrix: a row for each true class, a column for each predicted one, shaded by the fraction of the
 * row, with counts and (where there is room) that fraction.
 *
 * @throws VizError for a matrix that is empty or not square, a value that is below zero or not finite, or names that
 * are not one a class
 * @example
 * ```ts
 * import { confusionMatrixPlot, toSvg } from '@kindling/viz';
 *
 * const plot = confusionMatrixPlot({ matrix: [[9, 1], [2, 8]], classNames: ['rock', 'mine'] });
 * console.log(toSvg(plot).includes('>90%</text>')); // => true
 * ```
 */
export function confusionMatrixPlot(options: ConfusionMatrixPlotOptions): Scene {
  const where = 'confusionMatrixPlot';
  checkPlot(where, options, known, { matrix: 'an array' });
  const theme = themeOf(where, options.theme);
  const rows = readMatrix(where, options.matrix);
  const count = rows.length;
  const names = options.classNames ?? (options.labels ?? rows.map((_, i) => i)).map(String);
  if (names.length !== count) {
    const option = options.classNames === undefined ? 'labels' : 'classNames';
    throw new VizError(`${where}: ${option} has ${names.length} names for ${count} classes`);
  }
  const ticks = names.map((name, i) => ({ value: i + 0.5, text: fitText(name, tickSize, 110) }));
  return chart(
    where,
    {
      title: options.title ?? 'Confusion matrix',
      x: { label: 'predicted', domain: [0, count], ticks, grid: false },
      // Upside down: the first class comes first, at the top.
      y: { label: 'actual', domain: [count, 0], ticks, grid: false },
      equal: true,
      legend: [],
      legendAt: 'above',
      draw: (area) => ({ under: cells(rows, area, theme), over: [] }),
      size: { width: 420, height: 400 },
    },
    options,
  );
}

function readMatrix(where: string, matrix: ArrayLike<ArrayLike<number>>): Float64Array[] {
  const rows = Array.from(matrix, (row, i) => readFinite(where, `matrix[${i}]`, row, 0));
  if (rows.length === 0) throw new VizError(`${where}: matrix is empty`);
  rows.forEach((row, i) => {
    if (row.length !== rows.length) {
      throw new VizError(`${where}: matrix[${i}] has ${row.length} values, the matrix ${rows.length} rows`);
    }
  });
  return rows;
}

function cells(rows: readonly Float64Array[], area: Area, theme: Theme): Mark[] {
  const side = area.width / rows.length;
  const counts = rows.every((row) => row.every(Number.isInteger));
  const size = Math.min(17, Math.max(8, side * 0.26));
  return rows.flatMap((row, i) => {
    const total = row.reduce((a, b) => a + b, 0);
    return Array.from(row).flatMap((value, j): Mark[] => {
      const part = total === 0 ? 0 : value / total;
      const fill = ramp(theme.intensity, part);
      const ink = readable(fill, theme.ink, theme.background);
      const [x, y] = [area.px(j), area.py(i)];
      const gap = rows.length > 20 ? 0 : 1;
      const box = { x: x + gap / 2, y: y + gap / 2, width: side - gap, height: area.height / rows.length - gap };
      const cell: Mark = { type: 'rect', ...box, fill };
      const text = counts ? format(',')(value) : value.toFixed(2);
      if (textWidth(text, size) > side - 4) return [cell];
      const middle = { x: x + side / 2, y: y + area.height / rows.length / 2 };
      const percent = format('.0%')(part);
      const two = counts && side >= 56;
      const baseline = middle.y + (size * capHeight) / 2 - (two ? size * 0.42 : 0);
      const number: Mark = { type: 'text', x: middle.x, y: baseline, text, size, fill: ink, anchor: 'middle' };
      if (!two) return [cell, number];
      const below = { x: middle.x, y: baseline + size * 1.15, size: Math.max(9, size * 0.68) };
      return [cell, number, { type: 'text', ...below, text: percent, fill: ink, anchor: 'middle', opacity: 0.8 }];
    });
  });
}
