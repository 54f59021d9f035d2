import { describe, expect, it } from 'vitest';
import { Table } from '../table/table.js';
import { OneHotEncoder } from './one-hot-encoder.js';
import { OrdinalEncoder } from './ordinal-encoder.js';
import { SimpleImputer } from './simple-imputer.js';

const rows = [
  ['b', 3, true],
  ['a', 1, false],
  [null, 3, true],
  ['b', 3, true],
];

describe.each([OneHotEncoder, OrdinalEncoder])('%o', (Kind) => {
  const { name } = Kind;

  it('undoes itself, missing values included', () => {
    const encoder = new Kind().fit(rows);
    expect(encoder.inverseTransform(encoder.transform(rows))).toEqual(rows);
    expect(encoder.categories).toEqual([
      ['a', 'b', null],
      [1, 3],
      [false, true],
    ]);
  });

  it('finds the columns of a table by name', () => {
    const table = Table.from({ town: ['Ulm', 'Bonn'], size: [3, 1] });
    const encoder = new Kind().fit(table);
    expect(encoder.transform(table.select('size', 'town'))).toEqual(encoder.transform(table));
    expect(() => encoder.transform(table.drop('size'))).toThrow('no column "size"');
    expect(() => encoder.transform(Table.from({ town: ['Ulm'], size: [3], x: [1] }))).toThrow(
      'column "x" was not there',
    );
  });

  it('is saved as JSON and loaded', () => {
    for (const encoder of [new Kind(), new Kind({ handleUnknown: 'error' }).fit(rows)]) {
      const loaded = Kind.fromJSON(JSON.parse(JSON.stringify(encoder)));
      expect(loaded).toEqual(encoder);
    }
    const state = new Kind().fit(rows).toJSON();
    expect(() => Kind.fromJSON({ ...state, counts: [[1]] })).toThrow(`${name}.fromJSON: the categories are damaged`);
    expect(() => Kind.fromJSON({ ...state, format: 'x' })).toThrow("got a string 'x'");
  });

  it('refuses what does not fit', () => {
    const encoder = new Kind().fit(rows);
    expect(() => new Kind().transform(rows)).toThrow(`${name}: fit it to a table first`);
    expect(() => encoder.transform([['c', 3, true]])).toThrow(
      '"c" in row 0, column 0 is not one of the categories it knows',
    );
    expect(() => encoder.transform([['a', 3]])).toThrow(`${name}: got 2 columns, it was fitted to 3`);
    expect(() => encoder.fit([['a'], [1]])).toThrow('column 0: labels must be all numbers');
    expect(() => encoder.fit([['a'], 'b'] as never)).toThrow("row 1 must be an array of categories, got a string 'b'");
    expect(() => encoder.fit([])).toThrow('the table is empty');
    expect(() => new Kind({ handle_unknown: 'error' } as never)).toThrow("did you mean 'handleUnknown'?");
    expect(() => new Kind({ handleUnknown: 'ignored' as never })).toThrow('handleUnknown must be');
  });
});

it('OneHotEncoder names its columns, and gathers rare categories', () => {
  const table = Table.from({ town: ['a', 'b', 'b', 'c', 'b', null] });
  const encoder = new OneHotEncoder({ minFrequency: 2, handleUnknown: 'infrequentIfExist' }).fit(table);
  expect(encoder.featureNamesOut()).toEqual(['town=b', 'town is other']);
  const { data } = encoder.transform(Table.from({ town: ['b', 'z', null] }));
  expect(data).toEqual(Float64Array.of(1, 0, 0, 1, 0, 1));
  expect(
    encoder.inverseTransform([
      [1, 0],
      [0, 1],
    ]),
  ).toEqual([['b'], [null]]);
  expect(new OneHotEncoder().fit(table).featureNamesOut()).toEqual(['town=a', 'town=b', 'town=c', 'town is missing']);
  expect(() => new OneHotEncoder({ maxCategories: 1 })).toThrow('maxCategories must be a whole number of 2 or more');
});

it('OneHotEncoder gives a dropped category back', () => {
  const encoder = new OneHotEncoder({ drop: 'first' }).fit([['a'], ['b'], ['c']]);
  const { data, rows: n, columns } = encoder.transform([['a'], ['c']]);
  expect(data).toEqual(Float64Array.of(0, 0, 0, 1));
  expect(encoder.inverseTransform({ data, rows: n, columns })).toEqual([['a'], ['c']]);
});

it('OrdinalEncoder keeps an unknown value apart', () => {
  const options = { handleUnknown: 'useEncodedValue', unknownValue: Number.NaN, encodedMissingValue: -1 } as const;
  const encoder = new OrdinalEncoder(options).fit(rows);
  expect(
    encoder.transform([
      ['z', 3, true],
      [null, 1, true],
    ]).data,
  ).toEqual(Float64Array.of(Number.NaN, 1, 1, -1, 0, 1));
  expect(OrdinalEncoder.fromJSON(JSON.parse(JSON.stringify(encoder)))).toEqual(encoder);
  expect(() => new OrdinalEncoder({ unknownValue: -1 })).toThrow('go together');
  expect(() => new OrdinalEncoder({ handleUnknown: 'useEncodedValue', unknownValue: 1 }).fit(rows)).toThrow(
    'unknownValue 1 is the number of a category',
  );
});

describe('SimpleImputer', () => {
  const table = Table.from({ a: [1, null, 4], b: [2, 2, 3], c: Float64Array.of(Number.NaN, Number.NaN, Number.NaN) });

  it('leaves out columns without values, and names the rest', () => {
    const imputer = new SimpleImputer({ addIndicator: true });
    const out = imputer.fitTransform(table);
    expect(out.columnNames).toEqual(['a', 'b', 'a is missing', 'c is missing']);
    expect(out.column('a')).toMatchObject({ values: Float64Array.of(1, 2.5, 4) });
    expect(SimpleImputer.fromJSON(JSON.parse(JSON.stringify(imputer)))).toEqual(imputer);
    expect(new SimpleImputer({ strategy: 'constant', fillValue: 7 }).fitTransform(table).columnNames).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('refuses what it cannot do', () => {
    expect(() => new SimpleImputer({ strategy: 'most_frequent' as never })).toThrow("did you mean 'mostFrequent'?");
    expect(() => new SimpleImputer({ fillValue: 1 })).toThrow('fillValue has no effect');
    expect(() => new SimpleImputer().fit(table.select('c'))).toThrow('SimpleImputer: no column has a value');
  });
});
