import { describe, expect, it } from 'vitest';
import { Table } from '../table/table.js';
import {
  ColumnTransformer,
  OneHotEncoder,
  OrdinalEncoder,
  PCA,
  Pipeline,
  SelectKBest,
  SimpleImputer,
  StandardScaler,
  TargetEncoder,
  transformerFrom,
} from './index.js';

const table = Table.from({
  age: [20, null, 40, 60, 30, 35],
  town: ['Ulm', 'Bonn', null, 'Ulm', 'Bonn', 'Ulm'],
  ok: [true, false, true, true, null, false],
  size: [1, 2, 3, 4, 5, 6],
});
const y = ['a', 'b', 'a', 'a', 'b', 'b'];
const numbers = (): Pipeline =>
  new Pipeline([
    ['fill', new SimpleImputer({ strategy: 'median' })],
    ['scale', new StandardScaler()],
  ]);
const columns = (): ColumnTransformer =>
  new ColumnTransformer([
    ['numbers', numbers(), { type: 'numeric' }],
    ['town', new OneHotEncoder({ handleUnknown: 'ignore' }), ['town']],
    ['flag', new OrdinalEncoder({ encodedMissingValue: -1 }), 'ok'],
  ]);

describe('Pipeline', () => {
  it('hands each step what those before made, and undoes them', () => {
    const pipeline = numbers().fit(table.select('age', 'size'));
    const out = pipeline.transform(table.select('size', 'age')) as Table;
    expect(out.columnNames).toEqual(['age', 'size']);
    expect(out.get(1, 'age')).toBeCloseTo(0, 0);
    const [first] = pipeline.steps;
    expect(first![1]).toBe(pipeline.step('fill'));
    expect(pipeline.featureNamesOut()).toEqual(['age', 'size']);
    const scaler = new Pipeline([['scale', new StandardScaler()]]).fit([[1], [3]]);
    expect(scaler.inverseTransform(scaler.transform([[5]]))).toEqual([[5]]);
    expect(() => pipeline.inverseTransform(out)).toThrow('Pipeline: the step "fill" cannot be undone');
  });

  it('gives labels to the steps that need them, and no row its own', () => {
    const pipeline = new Pipeline([
      ['town', new TargetEncoder({ cv: 2, randomState: 0 })],
      ['best', new SelectKBest({ k: 1 })],
    ]);
    expect(pipeline.supervised).toBe(true);
    const trained = pipeline.fitTransform(table.select('town', 'ok'), y);
    expect(trained).toMatchObject({ rows: 6, columns: 1 });
    const outer = new Pipeline([['inner', pipeline]]);
    expect(outer.fit(table.select('town', 'ok'), y).transform(table.select('town', 'ok'))).toMatchObject({
      columns: 1,
    });
    expect(() => outer.fit(table.select('town', 'ok'))).toThrow('needs the labels');
  });

  it('refuses what is no list of transformers', () => {
    expect(() => new Pipeline([] as never)).toThrow('expects a list of [name, transformer]');
    expect(() => new Pipeline([['a', {}]] as never)).toThrow(
      'Pipeline: "a" must be a transformer, got an empty object',
    );
    expect(() => new Pipeline([new StandardScaler()] as never)).toThrow('expects a list of');
    expect(
      () =>
        new Pipeline([
          ['a', new StandardScaler()],
          ['a', new StandardScaler()],
        ]),
    ).toThrow('two steps are called "a"');
    expect(() => numbers().step('scal')).toThrow('there are: fill, scale');
  });
});

describe('ColumnTransformer', () => {
  it('finds columns by type and name, in any order, and looks at no others', () => {
    const made = columns().fit(table);
    expect(made.featureNamesOut()).toEqual([
      'numbers__age',
      'numbers__size',
      'town__town=Bonn',
      'town__town=Ulm',
      'town__town is missing',
      'flag__ok',
    ]);
    const other = Table.from({ more: ['x'], ok: [true], town: ['Rom'], size: [3.5], age: [null] });
    const { data } = made.transform(other);
    expect([...data.slice(1)]).toEqual([0, 0, 0, 0, 1]);
    expect(() => made.transform(other.drop('town'))).toThrow('no column "town"');
  });

  it('passes others through, last, and names columns shortly on request', () => {
    const short = new ColumnTransformer([['scale', new StandardScaler(), ['size']]], {
      remainder: 'passthrough',
      verboseFeatureNamesOut: false,
    });
    const out = short.fitTransform(table.select('age', 'size'));
    expect(out.featureNames).toEqual(['size', 'age']);
    expect(out.data[3]).toBeNaN();
    const twice = new ColumnTransformer(
      [
        ['a', new StandardScaler(), ['size']],
        ['b', 'passthrough', ['size']],
      ],
      { verboseFeatureNamesOut: false },
    );
    expect(() => twice.fit(table)).toThrow('two columns would be called "size"');
  });

  it('takes rows and flat matrices by place', () => {
    const made = new ColumnTransformer([
      ['one', new OneHotEncoder(), [1]],
      ['two', new StandardScaler(), [0]],
    ]);
    expect(
      made.fitTransform([
        [1, 5],
        [3, 7],
      ]),
    ).toEqual({
      data: Float64Array.of(1, 0, -1, 0, 1, 1),
      rows: 2,
      columns: 3,
      featureNames: ['one__x0=5', 'one__x0=7', 'two__x0'],
    });
    expect(made.transform({ data: Float64Array.of(2, 7), rows: 1, columns: 2 }).data).toEqual(Float64Array.of(0, 1, 0));
    expect(() => made.transform([[1]])).toThrow('got 1 columns, it was fitted to 2');
    expect(() => new ColumnTransformer([['a', new PCA(), ['x']]]).fit([[1, 2]])).toThrow('the columns have no names');
    expect(() => new ColumnTransformer([['a', new PCA(), [2]]]).fit([[1, 2]])).toThrow('2 is no column from 0 to 1');
    expect(() => new ColumnTransformer([['a', new PCA(), ['sise']]]).fit(table)).toThrow('did you mean "size"?');
  });

  it('is saved and loaded, steps within steps', () => {
    const pipeline = new Pipeline([
      ['columns', columns()],
      ['pca', new PCA({ nComponents: 2 })],
    ]).fit(table);
    const saved = JSON.parse(JSON.stringify(pipeline));
    const kinds = { ColumnTransformer, OneHotEncoder, OrdinalEncoder, PCA, Pipeline, SimpleImputer, StandardScaler };
    expect(Pipeline.fromJSON(saved, kinds).transform(table)).toEqual(pipeline.transform(table));
    expect(transformerFrom(saved).transform(table)).toEqual(pipeline.transform(table));
    expect(transformerFrom(saved).toJSON()).toEqual(saved);
    expect(() => Pipeline.fromJSON(saved, { PCA })).toThrow('it has a ColumnTransformer; pass the class');
    expect(() => transformerFrom({} as never)).toThrow('expects what toJSON gave');
    const unfitted = JSON.parse(JSON.stringify(columns()));
    expect(() => transformerFrom(unfitted).transform(table)).toThrow('fit it to a table first');
    unfitted.fitted = { columns: 4, inputNames: null, places: [[9]], names: [] };
    expect(() => transformerFrom(unfitted)).toThrow('places is damaged');
  });
});
