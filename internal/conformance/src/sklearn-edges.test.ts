import * as data from '@kindling/data';
import * as metrics from '@kindling/metrics';
import { DummyClassifier, type DummyStrategy, gridSearch, randomizedSearch } from '@kindling/train';
import { describe, expect, it } from 'vitest';
import values from '../values/sklearn-edges.json' with { type: 'json' };
import { match, outcome, type Plain, toPlain } from './numbers/edges.js';

type Rows = readonly (readonly number[])[];
type Call = (...args: readonly unknown[]) => unknown;

const all = metrics as unknown as Record<string, Call>;
const curve = (name: string, ...parts: readonly string[]): Call => {
  return (...args) => parts.map((part) => (all[name]!(...args) as Record<string, unknown>)[part]);
};

/** What is called otherwise here. */
const calls: Record<string, Call> = {
  confusionMatrix: (y, p) => (all.confusionMatrix!(y, p, { labels: [0, 1] }) as { matrix: unknown }).matrix,
  logLoss: (y, p) => all.logLoss!(y, p, { labels: [0, 1] }),
  right: (y, p) => all.accuracyScore!(y, p, { normalize: false }),
  wrong: (y, p) => all.zeroOneLoss!(y, p, { normalize: false }),
  weighted: (y, p) => all.accuracyScore!(y, p, { sampleWeight: [1, 3] }),
  rocCurve: curve('rocCurve', 'fpr', 'tpr', 'thresholds'),
  precisionRecallCurve: curve('precisionRecallCurve', 'precision', 'recall', 'thresholds'),
  detCurve: curve('detCurve', 'fpr', 'fnr', 'thresholds'),
};

const oneClass = ['one row', 'only 0', 'only 1'];

/** What scikit-learn calls undefined in a warning, and says NaN or 0 of, is an error here. */
function isUndefined(name: string, of: string): boolean {
  if (of === 'no rows') return true;
  if (name === 'cohenKappaScore' || name === 'rocCurve') return oneClass.includes(of);
  return of === 'only 0' && (name === 'averagePrecisionScore' || name === 'precisionRecallCurve');
}

describe('inputs at the edge give what scikit-learn 1.2.1 gives', () => {
  it.each([...values.classes, ...values.scores, ...values.marks])('$name, $of', (one) => {
    const call = calls[one.name] ?? all[one.name]!;
    const found = outcome(() => call(one.truth, one.other));
    if (isUndefined(one.name, one.of)) expect(found).toBe('refused');
    else match(toPlain(found), one.is as Plain, one.name);
  });

  it.each(values.tables)('$name, $of', ({ name, table, is }) => {
    const Kind = (data as unknown as Record<string, new (options?: object) => { fitTransform(x: Rows): Rows }>)[name]!;
    const options = name === 'QuantileTransformer' ? { nQuantiles: 2 } : {};
    const rows = (table as (number | null)[][]).map((row) => row.map((value) => value ?? Number.NaN));
    match(toPlain(outcome(() => new Kind(options).fitTransform(rows))), is as Plain, name);
  });

  it.each(values.splits)('$name of $y', ({ name, y, is }) => {
    const split = (): unknown => {
      const { KFold, StratifiedKFold, TimeSeriesSplit, LeaveOneOut } = data;
      const nSplits = 3;
      const kinds: Record<string, () => data.Splitter> = {
        KFold: () => new KFold({ nSplits }),
        StratifiedKFold: () => new StratifiedKFold({ nSplits }),
        TimeSeriesSplit: () => new TimeSeriesSplit({ nSplits }),
        LeaveOneOut: () => new LeaveOneOut(y.length),
      };
      return [...kinds[name]!().split(y.length, y)].map(({ train, test }) => [train, test]);
    };
    match(toPlain(outcome(split)), is as Plain, name);
  });
});

describe('searches', () => {
  it.each(values.searches)('$name: the same candidates, scores and best', async ({ name, y, grid, ...found }) => {
    const mean = (rows: Int32Array): number => rows.reduce((sum, row) => sum + y[row]!, 0) / rows.length;
    const objective = ({ shift, factor }: { shift: number; factor: number }): number => {
      const folds = [...new data.KFold({ nSplits: 3 }).split(y.length)];
      const scores = folds.map(({ train, test }) => -Math.abs(factor * mean(train) + shift - mean(test)));
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    };
    const random = name === 'randomizedSearch';
    const { best, trials } = random
      ? await randomizedSearch(grid, objective, { trials: 6 })
      : await gridSearch(grid, objective);
    // What is drawn differs in its order: the streams are not NumPy's.
    const key = ({ params }: { params: { shift: number; factor: number } }): string =>
      `${params.factor},${params.shift}`;
    const inOrder = random ? [...trials].sort((a, b) => (key(a) < key(b) ? -1 : 1)) : trials;
    const theirs = found.params.map((params, i) => ({ params, score: found.scores[i]! }));
    const wanted = random ? theirs.sort((a, b) => (key(a) < key(b) ? -1 : 1)) : theirs;
    expect(inOrder.map(({ params }) => params)).toEqual(wanted.map(({ params }) => params));
    match(toPlain(inOrder.map(({ score }) => score)), toPlain(wanted.map(({ score }) => score)), 'scores');
    expect(best.params).toEqual(found.best);
    match(best.score!, found.bestScore, 'best');
  });
});

it.each(values.dummies)('DummyClassifier $strategy of $y', ({ y, strategy, classes, prior, predict, proba }) => {
  const dummy = new DummyClassifier({ strategy: strategy as DummyStrategy }).fit(y as (number | string)[]);
  expect(dummy.classes).toEqual(classes);
  match(toPlain(dummy.prior), prior, 'prior');
  match(toPlain(dummy.predictProba(2)), proba, 'probabilities');
  if (predict !== null) expect(dummy.predict(2)).toEqual(predict);
});

it.each(values.mutual)('mutualInfoClassif, case %#', ({ table, y, scores }) => {
  match(toPlain(data.mutualInfoClassif(table, y).scores), scores, 'mutual information');
  const best = new data.SelectKBest({ scoreFunc: data.mutualInfoClassif, k: 1 }).fit(table, y);
  expect(best.transform(table).flat()).toEqual(y.map((one) => one * 2 - 1));
  const loaded = data.SelectKBest.fromJSON(JSON.parse(JSON.stringify(best)));
  expect(loaded.toJSON()).toEqual(best.toJSON());
  expect(() => data.mutualInfoClassif([[0.5], [1]], [0, 1], { discreteFeatures: true })).toThrow('KBinsDiscretizer');
});
