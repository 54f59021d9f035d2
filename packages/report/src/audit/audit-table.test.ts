import { Table } from '@kindling/data';
import { expect, it } from 'vitest';
import { auditTable, ReportError } from '../index.js';

type Row = Record<string, unknown>;

/** A fair table of many rows: nothing in it is to be told. */
function fair(count: number, more: (i: number) => Row = () => ({})): Table {
  let state = 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Table.from(
    Array.from({ length: count }, (_, i) => {
      const [a, b] = [next(), next()];
      return {
        a,
        b,
        town: ['Ulm', 'Bonn', 'Rom'][Math.floor(3 * next())]!,
        y: a + next() > 1 ? 'yes' : 'no',
        ...more(i),
      };
    }) as never,
  );
}

const kinds = (table: Table, options: object = {}): string[] =>
  auditTable(table, { target: 'y', ...options }).map(({ kind, column }) => `${kind} ${column}`);

it('finds nothing in a fair table', () => {
  expect(kinds(fair(400))).toEqual([]);
});

it.each<[string, string[], Table, object?]>([
  [
    'a number that gives the class away',
    ['leak score'],
    (() => {
      const table = fair(300);
      return table.with(
        Table.from(table.labels('y').map((y, i) => ({ score: y === 'yes' ? 100 + i : -i }))).column('score'),
      );
    })(),
  ],
  [
    'a category that gives the class away',
    ['leak state'],
    (() => {
      const table = fair(300);
      return table.with(
        Table.from(table.labels('y').map((y) => ({ state: y === 'yes' ? 'closed' : 'open' }))).column('state'),
      );
    })(),
  ],
  [
    'a value that is missing in one class only',
    ['leak end'],
    (() => {
      const table = fair(300);
      return table.with(
        Table.from(table.labels('y').map((y, i) => ({ end: y === 'yes' ? (i * 7) % 13 : null }))).column('end'),
      );
    })(),
  ],
  ['numbers of the rows', ['identifier id'], fair(300, (i) => ({ id: 1000 + i }))],
  ['names of the rows', ['identifier name'], fair(300, (i) => ({ name: `patient ${i}` }))],
  ['a constant', ['constant unit'], fair(300, () => ({ unit: 'kg' }))],
  ['dates', ['time day'], fair(300, (i) => ({ day: new Date(Date.UTC(2024, 0, 1 + (i % 90))) }))],
  [
    'dates that the split respects',
    [],
    fair(300, (i) => ({ day: new Date(Date.UTC(2024, 0, 1 + (i % 90))) })),
    { time: 'day' },
  ],
  ['a column that is not used', [], fair(300, (i) => ({ id: i })), { drop: ['id'] }],
])('tells %s', (_, expected, table, options) => {
  expect(kinds(table, options)).toEqual(expected);
});

it('tells rows that stand twice, and test rows that stand in training', () => {
  const table = fair(200);
  const twice = table.take([...Array(200).keys(), 3, 4, 5]);
  expect(auditTable(twice, { target: 'y' })[0]).toMatchObject({ kind: 'duplicates', column: null });
  expect(auditTable(twice, { target: 'y' })[0]!.message).toMatch(/^3 rows repeat another/);
  const test = table.take([7, 8]);
  expect(auditTable(table, { target: 'y', test })[0]!.message).toMatch(
    /^2 of 2 test rows stand among the training rows too/,
  );
});

it('says nothing of rows that are alike because their columns are coarse', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    a: (i * 7) % 5,
    b: (i * 11) % 6,
    y: (i * 13) % 3 === 0 ? 'yes' : 'no',
  }));
  expect(kinds(Table.from(rows))).toEqual([]);
});

it('tells rare classes and few rows', () => {
  const rows = fair(400)
    .toRows()
    .map((row, i) => ({ ...row, y: i % 40 === 0 ? 'yes' : 'no' }));
  const found = auditTable(Table.from(rows as never), { target: 'y' });
  expect(found.map(({ kind }) => kind)).toEqual(['imbalance', 'few-rows']);
  expect(found[0]!.message).toMatch(
    /^only 10 of 400 rows are "yes" \(2\.5 %\): always saying "no" is right in 97\.5 %/,
  );
});

it('tells groups whose rows are all of one class', () => {
  const rows = fair(600)
    .toRows()
    .map((row, i) => ({ ...row, patient: `p${i % 60}`, y: (i % 60) % 7 < 3 ? 'yes' : 'no' }));
  const table = Table.from(rows as never);
  expect(kinds(table)).toContain('group patient');
  expect(kinds(table, { group: 'patient' })).not.toContain('group patient');
});

it('tells columns that are distributed otherwise in the test rows', () => {
  const table = fair(400);
  const moved = Table.from(
    fair(300)
      .toRows()
      .map((row, i) => ({ ...row, a: (row.a as number) + 0.6, b: (i * 0.618034) % 1, town: 'Ulm' })) as never,
  );
  expect(kinds(table, { test: moved })).toEqual(['drift a', 'drift town']);
});

it.each([
  ['no table', () => auditTable([] as never, { target: 'y' }), /^auditTable: table must be a Table, /],
  ['no target', () => auditTable(fair(20), {} as never), /^auditTable: target must be the name of a column, /],
  [
    'a slip',
    () => auditTable(fair(20), { target: 'y', tset: 1 } as never),
    /unknown option 'tset'; did you mean 'test'\?/,
  ],
])('refuses %s', (_, call, message) => {
  expect(call).toThrow(ReportError);
  expect(call).toThrow(message);
});

it('names a column that is not there', () => {
  expect(() => auditTable(fair(20), { target: 'yy' })).toThrow(/no column "yy"; did you mean "y"\?/);
});
