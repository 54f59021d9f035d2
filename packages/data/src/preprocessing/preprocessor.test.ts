import { describe, expect, it } from 'vitest';
import { parseTable } from '../csv/parse-table.js';
import { Table } from '../table/table.js';
import { makePreprocessor } from './make-preprocessor.js';
import { Preprocessor } from './preprocessor.js';

const table = parseTable(
  'age,town,ok,day,y\n20,Ulm,true,2024-01-01,a\nNA,Bonn,false,2024-01-03,b\n40,?,true,2024-01-05,a\n60,Ulm,true,2024-01-07,b\n',
);
const fitted = makePreprocessor(table, { exclude: 'y' });
const rows = (given: Table, by = fitted): number[][] => {
  const { data, columns, rows: count } = by.transform(given);
  return Array.from({ length: count }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
};

it('makes numbers of every kind of column', () => {
  expect(fitted.featureNames).toEqual([
    'age',
    'age is missing',
    'town=Bonn',
    'town=Ulm',
    'town is missing',
    'ok',
    'day',
  ]);
  // The median of 20, 40 and 60 stands in for the missing age; the deviation of 20, 40, 40, 60 is the root of 200.
  expect(rows(table)[1]!.slice(0, 5)).toEqual([0, 1, 1, 0, 0]);
  expect(rows(table)[0]!.slice(0, 5)).toEqual([-20 / Math.sqrt(200), 0, 0, 1, 0]);
  expect(rows(table)[2]!.slice(2, 5)).toEqual([0, 0, 1]);
  const sum = rows(table).reduce((total, row) => total + row[6]!, 0);
  expect(sum).toBeCloseTo(0, 12);
});

it('finds columns by name, ignores others, and takes new categories and missing values', () => {
  const other = parseTable('day,extra,ok,town,age\n2024-01-04,1,true,Rom,\n,2,,Ulm,40\n');
  const [first, second] = rows(other);
  expect(first!.slice(0, 5)).toEqual([0, 1, 0, 0, 0]);
  expect(second!.slice(0, 5)).toEqual([0, 0, 0, 1, 0]);
  expect(rows(other).flat().every(Number.isFinite)).toBe(true);
});

it('groups rare categories', () => {
  const many = Table.from({ a: Array.from({ length: 200 }, (_, i) => (i < 99 ? 'x' : i < 198 ? 'y' : `r${i}`)) });
  const by = makePreprocessor(many);
  expect(by.featureNames).toEqual(['a=x', 'a=y', 'a is other']);
  expect(rows(Table.from([{ a: 'new' }, { a: 'x' }]), by)).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(makePreprocessor(many, { maxCategories: 1, minFrequency: 0 }).featureNames).toEqual(['a=x', 'a is other']);
});

it('leaves out what teaches nothing, and says so', () => {
  const odd = parseTable(`a,b,c,t\n${Array.from({ length: 50 }, (_, i) => `${i},,1,name ${i}`).join('\n')}\n`);
  const by = makePreprocessor(odd);
  expect(by.featureNames).toEqual(['a']);
  expect(String(by)).toContain('"b": numeric, left out, as every value is missing');
  expect(String(by)).toContain('"c": numeric, left out, as all values are equal');
  expect(String(by)).toContain('"t": text, left out, as it has 50 different texts');
});

it('is the same after JSON, also of the first version', () => {
  const loaded = Preprocessor.fromJSON(JSON.parse(JSON.stringify(fitted)));
  expect(loaded.transform(table)).toEqual(fitted.transform(table));
  const { columns: steps, dropped: _, version: __, ...others } = fitted.toJSON();
  const old = Preprocessor.fromJSON({ ...others, steps, version: 1 } as never);
  expect(old.transform(table)).toEqual(fitted.transform(table));
});

it('is undone as far as features tell', () => {
  const back = fitted.inverseTransform(fitted.transform(table));
  const rounded = back
    .toRows()
    .map((row) => ({ ...row, age: row.age === null ? null : Math.round(row.age as number) }));
  expect(rounded).toEqual(table.drop('y').toRows());
  expect(() => fitted.inverseTransform([[1]])).toThrow('Preprocessor: got 1 features, it makes 7');
});

it('cuts wild values where it is asked to, and takes numbers that a few rows have as texts', () => {
  const by = makePreprocessor(Table.from({ a: [1, 2, 3], b: ['x', 'y', 'x'] }), { clip: 1, minFrequency: 2 });
  expect(by.featureNames).toEqual(['a', 'b=x', 'b is other']);
  expect(rows(Table.from({ a: ['1e9', '2'], b: ['z', 'x'] }), by)).toEqual([
    [1, 0, 1],
    [0, 1, 0],
  ]);
  expect(() => by.transform(Table.from({ a: ['2', 'old'], b: ['x', 'x'] }))).toThrow(
    'column "a" is categorical here, and was numeric when fitted; row 1 has "old"',
  );
});

describe('refuses', () => {
  it.each<[string, () => unknown, string]>([
    [
      'a column that is missing',
      () => fitted.transform(table.drop('age', 'day')),
      'the table lacks columns "age", "day"',
    ],
    [
      'a column of another type',
      () => fitted.transform(parseTable('age,town,ok,day\nold,Ulm,true,2024-01-01\n', { header: true })),
      'column "age" is categorical here, and was numeric when fitted',
    ],
    ['no rows', () => makePreprocessor(table.head(0)), 'the table has no rows'],
    ['no columns', () => makePreprocessor(table.select('y'), { exclude: ['y'] }), 'no column is left'],
    ['no table', () => makePreprocessor([[1]] as never), 'expects a Table, got an array of 1'],
    ['unknown options', () => makePreprocessor(table, { target: 'y' } as never), "unknown option 'target'"],
    ['a column that is not there', () => makePreprocessor(table, { exclude: 'Y' }), 'no column "Y"; did you mean "y"?'],
    ['what is no state', () => Preprocessor.fromJSON({} as never), 'expects what toJSON gave, got an empty object'],
    [
      'a damaged state',
      () => Preprocessor.fromJSON({ ...fitted.toJSON(), columns: [{ kind: 'number', name: 'age' }] } as never),
      "the step of a string 'age' is damaged",
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
