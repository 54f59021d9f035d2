import type { Column, Table } from '@kindling/data';
import { calibrationCurve, type MistakeCosts, precisionRecallCurve, rocCurve, thresholdTable } from '@kindling/metrics';
import {
  barPlot,
  calibrationPlot,
  confusionMatrixPlot,
  figure,
  histogram,
  importancePlot,
  type LossSeries,
  lossCurve,
  missingMap,
  partialDependencePlot,
  precisionRecallPlot,
  rocPlot,
  type Scene,
  type ThemeOption,
  thresholdPlot,
} from '@kindling/viz';
import type { ColumnDependence } from './column-dependence.js';
import type { ColumnImportance } from './column-importance.js';
import type { Judged, Judgement } from './judged.js';
import { cut } from './numbers.js';
import { spread } from './spread.js';

/** What the pictures of a report show. */
export interface Shown {
  /** None where images are told apart. */
  readonly train?: Table;
  readonly judgement: Judgement;
  readonly cost: MistakeCosts;
  readonly curves: readonly LossSeries[];
  readonly importance: readonly ColumnImportance[];
  readonly dependence: readonly ColumnDependence[];
}

/** All pictures are of one size, so that their texts are. */
const size = { width: 480, height: 440 };

/** A curve has at most so many points: more cannot be told apart, and make the page heavy. */
const POINTS = 400;

/** The pictures of a report by name, in the colours of a theme. */
export function picturesOf(shown: Shown, theme: ThemeOption): Record<string, Scene> {
  const { train, judgement, curves, importance, dependence } = shown;
  const { truth, labels } = judgement;
  const names = labels.map((label) => cut(String(label), 24));
  const both = truth.includes(0) && truth.includes(1);
  const pictures: Record<string, Scene> = {};
  if (curves.length > 0) pictures.loss = lossCurve({ ...size, series: curves, title: 'Loss while training', theme });
  if (both) {
    const all: readonly Judged[] = [judgement, ...judgement.compared];
    pictures.roc = rocPlot({ ...size, curves: all.map((model) => rocOf(truth, model)), theme });
    pictures['precision-recall'] = precisionRecallPlot({
      ...size,
      curves: all.map((model) => precisionRecallOf(truth, model)),
      prevalence: truth.filter((value) => value === 1).length / truth.length,
      theme,
    });
    pictures.calibration = calibrationOf(judgement, names, theme);
    pictures.thresholds = thresholds(shown, theme);
  }
  pictures.confusion = confusionMatrixPlot({
    ...size,
    matrix: judgement.measures.confusion,
    classNames: names,
    title: 'True and predicted class',
    theme,
  });
  if (importance.length > 0) {
    pictures.importance = importancePlot({
      ...size,
      names: importance.map(({ column }) => cut(column, 30)),
      importances: importance.map(({ loss }) => loss),
      errors: importance.map(({ deviation }) => deviation),
      valueLabel: both ? 'loss of AUC when shuffled' : 'growth of log loss when shuffled',
      title: 'What it relies on',
      theme,
    });
  }
  for (const [i, one] of dependence.entries()) pictures[`dependence-${i + 1}`] = dependenceOf(one, names[1]!, theme);
  if (train === undefined) return pictures;
  const gaps = train.missing();
  const incomplete = train.columns.filter(({ name }) => gaps[name]! > 0).slice(0, 20);
  // Where one column has gaps, its share says it all.
  if (incomplete.length > 1)
    pictures.missing = missingMap({ ...size, columns: Object.fromEntries(incomplete.map(gapsOf)), theme });
  return pictures;
}

function rocOf(truth: readonly number[], { name, probabilities, measures }: Judged) {
  const { fpr, tpr } = rocCurve(truth, probabilities);
  const kept = Array.from(spread(fpr.length, POINTS));
  // The last point, (1, 1), belongs to every curve.
  if (kept.at(-1) !== fpr.length - 1) kept.push(fpr.length - 1);
  return { name, auc: measures.auc ?? undefined, fpr: kept.map((i) => fpr[i]!), tpr: kept.map((i) => tpr[i]!) };
}

function precisionRecallOf(truth: readonly number[], { name, probabilities }: Judged) {
  const { precision, recall } = precisionRecallCurve(truth, probabilities);
  const kept = Array.from(spread(precision.length, POINTS));
  if (kept.at(-1) !== precision.length - 1) kept.push(precision.length - 1);
  return { name, precision: kept.map((i) => precision[i]!), recall: kept.map((i) => recall[i]!) };
}

/** The curve over a histogram of the probabilities, which says how many rows stand behind each point. */
function calibrationOf(
  { truth, probabilities, measures }: Judgement,
  classNames: readonly string[],
  theme: ThemeOption,
): Scene {
  const curve = calibrationCurve(truth, probabilities, { nBins: 10 });
  const { threshold } = measures;
  return figure({
    plots: [
      calibrationPlot({ width: 480, curves: [curve], title: 'Calibration', theme }),
      histogram({ probabilities, labels: truth, classNames, threshold, title: '', width: 480, height: 200, theme }),
    ],
    columns: 1,
    gap: 0,
  });
}

function thresholds({ judgement, cost }: Shown, theme: ThemeOption): Scene {
  const { truth, probabilities, measures } = judgement;
  const steps = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const rows = thresholdTable(truth, probabilities, { thresholds: steps, cost });
  const dearest = Math.max(...rows.map((row) => row.cost), Number.MIN_VALUE);
  return thresholdPlot({
    ...size,
    thresholds: steps,
    measures: {
      precision: rows.map((row) => row.precision),
      recall: rows.map((row) => row.recall),
      F1: rows.map((row) => row.f1),
      'cost, of the highest': rows.map((row) => row.cost / dearest),
    },
    chosen: measures.threshold,
    title: 'What a threshold leads to',
    theme,
  });
}

function dependenceOf({ column, values, average }: ColumnDependence, positive: string, theme: ThemeOption): Scene {
  const yLabel = `mean probability of ${positive}`;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === values.length && numbers.length > 1)
    return partialDependencePlot({ ...size, values: numbers, average, name: cut(column, 30), yLabel, theme });
  const names = values.map((value) =>
    cut(value instanceof Date ? value.toISOString().slice(0, 10) : String(value), 20),
  );
  return barPlot({
    ...size,
    names,
    series: [{ values: average }],
    horizontal: true,
    showValues: true,
    valueLabel: yLabel,
    title: `Dependence on ${cut(column, 30)}`,
    theme,
  });
}

function gapsOf(column: Column): [name: string, missing: boolean[]] {
  const missing =
    'codes' in column ? Array.from(column.codes, (code) => code < 0) : Array.from(column.values, Number.isNaN);
  return [cut(column.name, 16), missing];
}
