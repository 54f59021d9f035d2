import { aColumn, type Known, strings } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import type { Grid } from '../grid.js';
import type { Numbers, Pairs } from '../inputs.js';
import { checkPlot } from '../options.js';
import { aView, type View } from '../projection.js';
import type { Scene } from '../scene.js';
import { confidenceRegions } from './confidence-regions.js';
import { decisionBoundary } from './decision-boundary.js';
import { figure } from './figure.js';
import { lossCurve } from './loss-curve.js';
import { surface } from './surface.js';
import { updateHistory } from './training-history.js';

/** Options of {@link classifierFigure}. */
export interface ClassifierFigureOptions extends Omit<PlotOptions, 'width' | 'height'> {
  /** Where the model was asked, from `gridOver` or of one's own: only `x` and `y` are read. */
  grid: Pick<Grid, 'x' | 'y'>;
  /** The probability of the second class at each point of the grid, row by row. */
  probabilities?: Numbers | undefined;
  /** Instead of probabilities, the model's logits. */
  logits?: Numbers | undefined;
  /** The samples, `[n, 2]`. */
  points: Pairs;
  /** The class of each sample, `[n]`. */
  labels: Numbers;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  /** The loss after each epoch. */
  loss?: Numbers | undefined;
  /** Instead of the loss, how large the gradient was in each epoch. */
  gradient?: Numbers | undefined;
  /** With the gradient, how far each step went. */
  update?: Numbers | undefined;
  /** Where the surface is seen from, in degrees; `{ elevation: 25, azimuth: 140 }` when left out. */
  view?: View | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
}

const known: Known<ClassifierFigureOptions> = {
  title: 'string',
  theme: 1,
  grid: 1,
  probabilities: 1,
  logits: aColumn,
  points: aColumn,
  labels: aColumn,
  classNames: strings,
  loss: aColumn,
  gradient: aColumn,
  update: aColumn,
  view: aView,
  xLabel: 'string',
  yLabel: 'string',
};

/**
 * Draws all that there is to see of a model of two classes over two features, two pictures by two: its boundary, its
 * probabilities as a surface, where it is sure, and how training went.
 *
 * @throws VizError as the four plots do
 * @example
 * ```ts
 * import { classifierFigure, gridOver, toSvg } from '@kindling/viz';
 *
 * const points = [[0, 1], [1, 0]];
 * const grid = gridOver(points, { columns: 20, rows: 20 });
 * const logits = grid.y.flatMap((y) => grid.x.map((x) => 4 * (x - y)));
 * const all = classifierFigure({ grid, logits, points, labels: [0, 1], loss: [0.7, 0.5, 0.4], title: 'Two points' });
 * console.log(toSvg(all).includes('>Confidence regions</text>')); // => true
 * ```
 */
export function classifierFigure(options: ClassifierFigureOptions): Scene {
  checkPlot('classifierFigure', options, known);
  const { grid, probabilities, logits, points, labels, classNames, theme } = options;
  const { xLabel = 'x₁', yLabel = 'x₂' } = options;
  const model = { grid, probabilities, logits, points, labels, classNames, theme, xLabel, yLabel };
  const second = classNames?.[1] ?? 'class 1';
  const plots = [
    decisionBoundary(model),
    surface({
      ...model,
      view: options.view,
      heights: 'labels',
      zLabel: 'p',
      label: `p(${second})`,
      title: 'Probability',
    }),
    confidenceRegions(model),
  ];
  if (options.gradient !== undefined)
    plots.push(updateHistory({ gradient: options.gradient, update: options.update, theme }));
  else if (options.loss !== undefined)
    plots.push(lossCurve({ series: [{ values: options.loss }], title: 'Training loss', theme }));
  return figure({ plots, columns: 2, title: options.title ?? 'The model', theme });
}
