import { describe, expect, it } from 'vitest';
import { Table } from './table.js';

const table = Table.from([
  { age: 31, town: 'Ulm', in: true, born: new Date('1993-02-01') },
  { age: null, town: 'Bonn', in: false, born: null },
  { age: 52, town: 'Ulm', in: null, born: new Date('1972-11-30T12:00:00Z') },
  { age: 4.25, town: undefined, in: true },
]);

it('has typed columns', () => {
  expect(table.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'age numeric',
    'town categorical',
    'in boolean',
    'born date',
  ]);
  expect(table.row(1)).toEqual({ age: null, town: 'Bonn', in: false, born: null });
  expect(table.get(2, 'born')).toEqual(new Date('1972-11-30T12:00:00Z'));
  expect(table.missing()).toEqual({ age: 1, town: 1, in: 1, born: 2 });
  expect(Table.from(table.toRows())).toEqual(table);
  expect(Table.from({ a: Float32Array.of(1, 2), b: ['x', 'y'] }).shape).toEqual([2, 2]);
});

it('prints as pandas does', () => {
  expect(String(table)).toBe(
    [
      '     age  town     in                  born',
      '0  31.00   Ulm   True            1993-02-01',
      '1    NaN  Bonn  False                   NaT',
      '2  52.00   Ulm    NaN  1972-11-30T12:00:00Z',
      '3   4.25   NaN   True                   NaT',
    ].join('\n'),
  );
  const wide = Table.from(
    Object.fromEntries(Array.from({ length: 30 }, (_, j) => [`c${j}`, Array(100).fill(j + 0.5)])),
  );
  const lines = String(wide).split('\n');
  expect(lines[0]).toBe('     c0   c1   c2   c3   c4   c5   c6  ...   c24   c25   c26   c27   c28   c29');
  expect(lines[6]).toBe('..  ...  ...  ...  ...  ...  ...  ...  ...   ...   ...   ...   ...   ...   ...');
  expect(lines.at(-1)).toBe('[100 rows x 30 columns]');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(String(table.head(0))).toContain('Empty table');
});

it('chooses rows and columns', () => {
  expect(table.select('town', 'age').columnNames).toEqual(['town', 'age']);
  expect(table.drop(['in', 'born']).columnNames).toEqual(['age', 'town']);
  expect(table.filter(({ age }) => age !== null && (age as number) > 30).rows).toBe(2);
  expect(
    table
      .sortBy('age')
      .toRows()
      .map(({ age }) => age),
  ).toEqual([4.25, 31, 52, null]);
  expect(
    table
      .sortBy('town', { descending: true })
      .toRows()
      .map(({ town }) => town),
  ).toEqual(['Ulm', 'Ulm', 'Bonn', null]);
  expect(table.dropMissing('age').rows).toBe(3);
  expect(table.dropMissing().rows).toBe(1);
  expect(table.tail(1).get(0, 'age')).toBe(4.25);
  expect(table.sample(2, { randomState: 0 }).rows).toBe(2);
  expect(table.sample(0.5, { randomState: 0 })).toEqual(table.sample(2, { randomState: 0 }));
});

it('gives labels, and numbers', () => {
  expect(table.head(3).labels('town')).toEqual(['Ulm', 'Bonn', 'Ulm']);
  expect(table.select('age', 'in').toMatrix()).toEqual({
    data: Float64Array.of(31, 1, Number.NaN, 0, 52, Number.NaN, 4.25, 1),
    rows: 4,
    columns: 2,
  });
});

it('describes its columns', () => {
  const { columns, rows } = table.describe();
  expect(rows).toBe(4);
  expect(columns[0]).toMatchObject({
    name: 'age',
    missing: 1,
    distinct: 3,
    range: [4.25, 52],
    examples: ['31', '52', '4.25'],
  });
  expect(columns[1]).toMatchObject({ distinct: 2, examples: ['Ulm (2)', 'Bonn (1)'] });
  expect(String(table.describe())).toContain('1972-11-30T12:00:00Z to 1993-02-01');
});

describe('refuses', () => {
  it.each<[string, () => unknown, string]>([
    ['a column that is not there', () => table.column('Age'), 'Table: no column "Age"; did you mean "age"?'],
    ['a name that is none', () => table.column(3 as never), 'Table: expects the name of a column, got 3'],
    ['a row that is not there', () => table.row(4), 'there is no row 4; there are 4, from 0'],
    ['missing labels', () => table.labels('town'), 'row 3, column "town": the label is missing'],
    ['texts as numbers', () => table.toMatrix(), 'column "town" is categorical ("Bonn"), not numeric'],
    ['mixed values', () => Table.from([{ a: 1 }, { a: 'x' }]), 'Table.from: "a" is of numbers, but row 1 has a string'],
    ['lists as values', () => Table.from([{ a: [1] }]), 'an array of 1 is no value of a table'],
    ['rows that are none', () => Table.from([1] as never), 'Table.from: row 0 must be an object, got 1'],
    [
      'columns that differ in length',
      () => Table.from({ a: [1], b: [1, 2] }),
      'column "b" has 2 rows, the first one 1',
    ],
    ['an unknown option', () => table.sample(1, { seed: 1 } as never), "unknown option 'seed'"],
    ['no count', () => table.head(-1), 'Table.head: expects a whole number of rows, 0 or more, got -1'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
