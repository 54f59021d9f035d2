import { SeedrandomGenerator } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { Table } from '../table/table.js';
import { ColumnTransformer } from './column-transformer.js';
import * as all from './index.js';
import type { FlatMatrix } from './matrix.js';
import type { Step } from './step.js';

const random = new SeedrandomGenerator('round trip');
const rows = 40;
const y = Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? 'yes' : 'no'));

/** Skewed, normal and constant numbers, of which some are missing on request. */
function numbers(count: number, missing: boolean): Table {
  const normal = random.normal(3 * count, 0, 1, 'float64');
  const gap = (value: number, i: number): number => (missing && i % 7 === 3 ? Number.NaN : value);
  return Table.from({
    skewed: Array.from({ length: count }, (_, i) => gap(Math.exp(normal[3 * i]!), i)),
    normal: Array.from({ length: count }, (_, i) => gap(normal[3 * i + 1]! / 3, i + 2)),
    flat: new Array(count).fill(0.1),
  });
}

function categories(count: number): Table {
  const towns = ['Ulm', 'Bonn', 'Köln', '', '😀'];
  const draws = random.integers(count, 0, towns.length);
  return Table.from({ town: Array.from(draws, (place) => towns[place]!), grade: Array.from(draws, (one) => one % 3) });
}

const { mutualInfoClassif, chi2 } = all;
const ofNumbers: Readonly<Record<string, readonly Step[]>> = {
  Binarizer: [new all.Binarizer({ threshold: 0.3 })],
  KBinsDiscretizer: (['quantile', 'uniform', 'kmeans'] as const).flatMap((strategy) => [
    new all.KBinsDiscretizer({ nBins: 3, strategy, encode: 'ordinal' }),
    new all.KBinsDiscretizer({ nBins: 4, strategy }),
  ]),
  MaxAbsScaler: [new all.MaxAbsScaler()],
  MinMaxScaler: [new all.MinMaxScaler(), new all.MinMaxScaler({ featureRange: [-0.3, 0.7], clip: true })],
  Normalizer: [new all.Normalizer({ norm: 'l1' })],
  PCA: [new all.PCA(), new all.PCA({ nComponents: 2, whiten: true }), new all.PCA({ nComponents: 0.9 })],
  PolynomialFeatures: [new all.PolynomialFeatures({ degree: 3, interactionOnly: true })],
  PowerTransformer: [new all.PowerTransformer(), new all.PowerTransformer({ standardize: false })],
  QuantileTransformer: [
    new all.QuantileTransformer({ nQuantiles: 9 }),
    new all.QuantileTransformer({ nQuantiles: 9, outputDistribution: 'normal' }),
  ],
  RobustScaler: [new all.RobustScaler({ quantileRange: [10, 80] })],
  SelectKBest: [
    new all.SelectKBest({ k: 2 }),
    new all.SelectKBest({ k: 1, scoreFunc: mutualInfoClassif }),
    new all.SelectKBest({ k: 1, scoreFunc: (x, labels) => chi2(new all.MinMaxScaler().fitTransform(x), labels) }),
  ],
  StandardScaler: [new all.StandardScaler(), new all.StandardScaler({ withStd: false })],
  VarianceThreshold: [new all.VarianceThreshold({ threshold: 1e-3 })],
};
const ofGaps: Readonly<Record<string, readonly Step[]>> = {
  SimpleImputer: [
    new all.SimpleImputer({ addIndicator: true }),
    new all.SimpleImputer({ strategy: 'median' }),
    new all.SimpleImputer({ strategy: 'mostFrequent' }),
    new all.SimpleImputer({ strategy: 'constant', fillValue: 0.1 }),
  ],
  KNNImputer: [new all.KNNImputer({ nNeighbors: 3 }), new all.KNNImputer({ weights: 'distance', addIndicator: true })],
};
const ofCategories: Readonly<Record<string, readonly Step[]>> = {
  OneHotEncoder: [
    new all.OneHotEncoder(),
    new all.OneHotEncoder({ minFrequency: 9, handleUnknown: 'infrequentIfExist' }),
    new all.OneHotEncoder({ drop: 'first' }),
  ],
  OrdinalEncoder: [new all.OrdinalEncoder()],
  TargetEncoder: [new all.TargetEncoder(), new all.TargetEncoder({ smooth: 3, cv: 4 })],
};

const passed = <V>(steps: Readonly<Record<string, readonly V[]>>): [string, V][] =>
  Object.entries(steps).flatMap(([name, ones]) => ones.map((one): [string, V] => [name, one]));

it('the tests below know every transformer that is saved', () => {
  const tested = [ofNumbers, ofGaps, ofCategories].flatMap(Object.keys);
  const saved = Object.entries(all).filter(([, one]) => typeof one === 'function' && 'fromJSON' in one);
  const others = ['ColumnTransformer', 'LabelEncoder', 'Pipeline', 'Preprocessor'];
  expect([...tested, ...others].sort()).toEqual(saved.map(([name]) => name).sort());
});

/** Fitted within a column transformer within a pipeline, saved as text and loaded: the same bits for other rows. */
function comesBack(step: Step, fit: Table, other: Table): void {
  const pipeline = new all.Pipeline([
    ['columns', new ColumnTransformer([['step', step, fit.columnNames]])],
    ['again', new all.Pipeline([['scale', new all.MaxAbsScaler()]])],
  ]);
  pipeline.fit(fit, y);
  const text = JSON.stringify(pipeline);
  const loaded = all.transformerFrom(JSON.parse(text));
  expect(JSON.stringify(loaded)).toBe(text);
  const bits = (made: unknown): BigUint64Array =>
    new BigUint64Array((made as { data: Float64Array }).data.slice().buffer);
  expect(bits(loaded.transform(other))).toEqual(bits(pipeline.transform(other)));
  expect(loaded.featureNamesOut()).toEqual(pipeline.featureNamesOut());
  expect((pipeline.transform(other) as FlatMatrix).columns).toBeGreaterThan(0);
}

it.each(passed(ofNumbers))('%s comes back from JSON with the same bits', (_, step) => {
  comesBack(step, numbers(rows, false), numbers(12, false));
});

it.each(passed(ofGaps))('%s comes back from JSON with the same bits', (_, step) => {
  comesBack(step, numbers(rows, true), numbers(12, true));
});

it.each(passed(ofCategories))('%s comes back from JSON with the same bits', (_, step) => {
  const fit = categories(rows);
  comesBack(step, fit, fit.head(12));
});

it('LabelEncoder and Preprocessor come back from JSON with the same answers', () => {
  for (const classes of [
    ['b', 'a', '😀'],
    [10, 9],
    [true, false],
  ]) {
    const labels = new all.LabelEncoder().fit(classes);
    const state = JSON.parse(JSON.stringify(labels));
    expect(all.LabelEncoder.fromJSON(state).transform(classes)).toEqual(labels.transform(classes));
    expect(() => all.LabelEncoder.fromJSON({ ...state, classes })).toThrow('classes is damaged');
    expect(() => labels.transform('ab' as never)).toThrow('the labels must be an array of labels');
  }
  const table = new Table([...numbers(rows, true).columns, ...categories(rows).columns]);
  const made = all.makePreprocessor(table);
  const loaded = all.Preprocessor.fromJSON(JSON.parse(JSON.stringify(made)));
  expect(loaded.transform(table).data).toEqual(made.transform(table).data);
  expect(loaded.toString()).toBe(made.toString());
});
