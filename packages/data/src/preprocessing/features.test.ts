import { expect, it } from 'vitest';
import { Table } from '../table/table.js';
import {
  Binarizer,
  KBinsDiscretizer,
  KNNImputer,
  MaxAbsScaler,
  MinMaxScaler,
  Normalizer,
  PCA,
  PolynomialFeatures,
  PowerTransformer,
  QuantileTransformer,
  SelectKBest,
  SimpleImputer,
  StandardScaler,
  TargetEncoder,
  VarianceThreshold,
} from './index.js';

const table = Table.from({ a: [1, 2, 4, 8, 5], b: [3, 1, 7, 2, 2], c: [0, 0, 1, 1, 0] });

it('names the columns that come out of a table', () => {
  const names = (out: Table): string[] => out.columnNames;
  expect(names(new PCA({ nComponents: 2 }).fitTransform(table))).toEqual(['pca0', 'pca1']);
  expect(names(new PolynomialFeatures({ includeBias: false }).fitTransform(table.select('a', 'b')))).toEqual([
    'a',
    'b',
    'a^2',
    'a b',
    'b^2',
  ]);
  expect(names(new KBinsDiscretizer({ nBins: 2 }).fitTransform(table.select('a', 'c')))).toEqual(['a=0', 'a=1', 'c=0']);
  const best = new SelectKBest({ k: 1 }).fit(table, [0, 0, 1, 1, 0]);
  expect(names(best.transform(table))).toEqual(['c']);
  expect(names(best.inverseTransform(best.transform(table)))).toEqual(['a', 'b', 'c']);
  const matrix = { data: Float64Array.of(1, 2, 3, 5), rows: 2, columns: 2, featureNames: ['x', 'y'] };
  expect(new VarianceThreshold({ threshold: 1.5 }).fitTransform(matrix)).toEqual({
    data: Float64Array.of(2, 5),
    rows: 2,
    columns: 1,
    featureNames: ['y'],
  });
});

it('undoes what has as many columns and what has not', () => {
  const rows = table.toMatrix();
  for (const made of [new PCA(), new PCA({ whiten: true }), new PowerTransformer(), new QuantileTransformer()]) {
    const { data } = made.inverseTransform(made.fitTransform(rows));
    for (const [i, value] of data.entries()) expect(value).toBeCloseTo(rows.data[i]!, 10);
  }
  expect(() => new PCA({ nComponents: 1 }).fit(rows).inverseTransform([[1, 2]])).toThrow(
    'PCA: got 2 columns, transform gives 1',
  );
});

it('PCA finds directions also where there are more columns than rows', () => {
  const wide = [
    [1, 2, 3, 4],
    [2, 1, 0, 5],
    [7, 8, 1, 2],
  ];
  const pca = new PCA().fit(wide);
  const turned = new PCA({ nComponents: 2 }).fit(wide);
  expect(pca.components).toHaveLength(12);
  expect(pca.explainedVariance![2]).toBeCloseTo(0, 12);
  for (const [i, row] of turned.inverseTransform(turned.transform(wide)).entries()) {
    for (const [j, value] of row.entries()) expect(value).toBeCloseTo(wide[i]![j]!, 12);
  }
  for (let p = 0; p < 3; p++) {
    for (let q = 0; q < 3; q++) {
      let dot = 0;
      for (let j = 0; j < 4; j++) dot += pca.components![p * 4 + j]! * pca.components![q * 4 + j]!;
      expect(dot).toBeCloseTo(Number(p === q), 12);
    }
  }
});

it('scalers go on with more rows', () => {
  const { data } = table.toMatrix();
  const part = (from: number, to: number) => ({ data: data.subarray(from * 3, to * 3), rows: to - from, columns: 3 });
  for (const Kind of [MinMaxScaler, MaxAbsScaler, StandardScaler]) {
    const parts = new Kind().partialFit(part(0, 2)).partialFit(part(2, 3)).partialFit(part(3, 5));
    const all = new Kind().fit(part(0, 5));
    for (const [i, value] of parts.transform(part(0, 5)).data.entries()) {
      expect(value).toBeCloseTo(all.transform(part(0, 5)).data[i]!, 12);
    }
  }
  const { count: _, ...fitted } = new StandardScaler().fit(table).toJSON().fitted!;
  const old = StandardScaler.fromJSON({ ...new StandardScaler().fit(table).toJSON(), fitted });
  expect(() => old.partialFit(table)).toThrow('does not say how many rows it saw');
  expect(() => new StandardScaler().fit(table, { sampleWeight: [1, 2] })).toThrow('got 2 weights for 5 rows');
  expect(() => new StandardScaler().fit(table, { sampleWeight: [1, 2, -1, 1, 1] })).toThrow('row 2 must be');
  expect(() => new StandardScaler().fit(table, { weight: [1] } as never)).toThrow("unknown option 'weight'");
});

it('SimpleImputer fills columns of texts in a table', () => {
  const mixed = Table.from({
    town: ['Ulm', null, 'Bonn', 'Bonn'],
    age: [1, null, 3, 3],
    none: [null, null, null, null],
  });
  const imputer = new SimpleImputer({ strategy: 'mostFrequent', addIndicator: true });
  const out = imputer.fitTransform(mixed);
  expect(out.row(1)).toEqual({
    town: 'Bonn',
    age: 3,
    'town is missing': 1,
    'age is missing': 1,
    'none is missing': 1,
  });
  expect(imputer.featureNamesOut()).toEqual(out.columnNames);
  const loaded = SimpleImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
  expect(loaded.transform(mixed)).toEqual(out);
  const filled = new SimpleImputer({ strategy: 'constant', fillValue: 'Aachen' }).fitTransform(mixed.select('town'));
  expect(filled.column('town')).toMatchObject({ categories: ['Aachen', 'Bonn', 'Ulm'] });
  expect(filled.get(1, 'town')).toBe('Aachen');
  expect(() => new SimpleImputer().fit(mixed)).toThrow('column "town" holds texts, which have no mean');
  expect(() => imputer.transform(Table.from({ town: [3], age: [1], none: [1] }))).toThrow('and held texts when fitted');
  expect(new SimpleImputer({ keepEmptyFeatures: true }).fitTransform([[Number.NaN], [Number.NaN]])).toEqual([[0], [0]]);
});

it('TargetEncoder is saved, and encodes what it does not know by the mean', () => {
  const towns = Table.from({ town: ['a', 'b', 'a', null, 'b', 'a'] });
  const y = ['no', 'yes', 'no', 'yes', 'yes', 'yes'];
  const encoder = new TargetEncoder({ cv: 2, randomState: 0 }).fit(towns, y);
  expect(TargetEncoder.fromJSON(JSON.parse(JSON.stringify(encoder)))).toEqual(encoder);
  const { data } = encoder.transform(Table.from({ town: ['z', 'b'] }));
  expect(data).toEqual(Float64Array.of(4 / 6, 1));
  expect(encoder.fitTransform(towns, y).data).not.toEqual(encoder.transform(towns).data);
  expect(() => new TargetEncoder().fit(towns)).toThrow('needs the labels');
  expect(() => new TargetEncoder().fit(towns, ['a', 'b', 'c', 'a', 'b', 'c'])).toThrow('3 classes');
});

it('refuses what it cannot do', () => {
  const refuse = (act: () => unknown, message: string) => expect(act).toThrow(message);
  refuse(() => new PCA({ nComponents: 4 }).fit(table), 'PCA: cannot find 4 components in [5, 3]');
  refuse(() => new PCA({ nComponents: -1 }), 'nComponents must be');
  refuse(() => new PCA().fit([[1, Number.NaN]]), 'PCA: NaN at row 0, column 1');
  refuse(() => new PowerTransformer({ method: 'box-cox' }).fit(table), 'box-cox takes numbers above 0, got 0 at row 0');
  refuse(() => new PowerTransformer({ method: 'boxcox' as never }), "did you mean 'box-cox'?");
  refuse(() => new QuantileTransformer({ nQuantiles: 20, subsample: 10 }), '20 quantiles of a subsample of 10');
  refuse(() => new KBinsDiscretizer({ nBins: [2, 2] }).fit(table), 'nBins has 2 numbers for 3 columns');
  refuse(() => new KBinsDiscretizer({ nBins: 1 }), 'nBins must be a whole number of 2 or more');
  refuse(() => new PolynomialFeatures({ degree: [3, 2] }), 'degree must be');
  refuse(() => new SelectKBest({ k: 4 }).fit(table, [0, 1, 0, 1, 0]), '4 columns of 3');
  refuse(() => new SelectKBest().fit(table), 'needs the labels');
  refuse(() => new VarianceThreshold({ threshold: 100 }).fit(table), 'no column has a variance above 100');
  refuse(() => new KNNImputer({ nNeighbors: 0 }), 'nNeighbors must be');
  refuse(() => new KNNImputer().fit([[Number.NaN]]), 'no column has a value');
  refuse(() => new Normalizer({ norm: 'l3' as never }), "norm must be 'l2', 'l1' or 'max'");
  refuse(() => new Binarizer({ threshold: Number.NaN }), 'threshold must be a number');
});
