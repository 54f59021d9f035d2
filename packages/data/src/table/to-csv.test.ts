import { expect, it } from 'vitest';
import { parseTable } from '../csv/parse-table.js';
import { Table } from './table.js';
import { toCsv } from './to-csv.js';

it('is read again as it was', () => {
  const table = Table.from([
    { n: 0.1, t: 'a "b"', d: new Date('2024-01-31'), b: true },
    { n: null, t: 'x,y\nz', d: null, b: false },
    { n: -3e-7, t: '#c', d: new Date('2024-02-01T12:00:00Z'), b: null },
  ]);
  for (const delimiter of [',', ';', '\t', '|']) {
    expect(parseTable(toCsv(table, { delimiter }), { delimiter }).toRows()).toEqual(table.toRows());
  }
  const one = Table.from({ a: [1, null, 3] });
  expect(parseTable(toCsv(one)).toRows()).toEqual(one.toRows());
});

it('guards texts and names, not numbers, on request', () => {
  const table = Table.from({ '=n': [-1, 2], t: ['@x', '-1+1'] });
  expect(toCsv(table)).toBe('=n,t\n-1,@x\n2,-1+1\n');
  expect(toCsv(table, { guardFormulas: true })).toBe("'=n,t\n-1,'@x\n2,'-1+1\n");
});

it('refuses what it does not know', () => {
  expect(() => toCsv([] as never)).toThrow('toCsv: expects a Table, got an array of 0');
  expect(() => toCsv(Table.from([]), { delimiter: '"' })).toThrow('the delimiter must be one character');
  expect(() => toCsv(Table.from([]), { guardFormula: true } as never)).toThrow("did you mean 'guardFormulas'?");
});
