import { describe, expect, it } from 'vitest';
import { parseTable } from './parse-table.js';
import { streamCsv } from './stream-csv.js';

const text = (values: readonly string[]): string => `x;y\n${values.map((value) => `${value};a\n`).join('')}`;
const said = (word: string, kind: string): string =>
  `column "x": "${word}" among ${kind} is read as missing; missing: [] keeps it as a text`;

describe('a word that says that there is no value', () => {
  it.each(['None', 'unknown', 'Not Available', '#DIV/0!', '\\N', '1.#QNAN', '(null)', '.', '--', 'n.d.', '–'])(
    '%s is missing among numbers',
    async (word) => {
      const values = ['1.5', word, '3', '4.5', word];
      const table = parseTable(text(values));
      const wanted = [1.5, null, 3, 4.5, null];
      expect(table.toRows().map(({ x }) => x)).toEqual(wanted);
      expect(table.warnings.map(({ message }) => message)).toEqual([said(word, 'numbers')]);
      expect(parseTable(text(values), { types: { x: 'numeric' } }).toRows()).toEqual(table.toRows());
      const streamed: unknown[] = [];
      for await (const part of streamCsv(text(values), { batchSize: 2 })) streamed.push(...part.toRows());
      expect(streamed).toEqual(table.toRows());
    },
  );

  it.each(['NaT', '0000-00-00'])('%s is missing among dates', (word) => {
    const values = ['2024-01-31', word, '2024-02-28', '2024-03-31'];
    const table = parseTable(text(values));
    expect(table.column('x').type).toBe('date');
    expect(table.missing()).toEqual({ x: 1, y: 0 });
    expect(table.warnings.map(({ message }) => message)).toEqual([said(word, 'dates')]);
    expect(parseTable(text(values), { types: { x: 'date' } }).missing()).toEqual({ x: 1, y: 0 });
  });

  it.each([
    ['beside words', ['red', 'None', 'blue', 'unknown']],
    ['beside one or two numbers', ['0', '1', 'unknown', '1']],
    ['where it may be an amount', ['1', 'none', '2', '3']],
  ])('is a category %s', (_, values) => {
    const table = parseTable(text(values));
    expect(table.column('x').type).toBe('categorical');
    expect(table.missing()).toEqual({ x: 0, y: 0 });
  });

  it('is a text where it was said what is missing', () => {
    const values = ['1', 'None', '2', '3'];
    expect(parseTable(text(values), { missing: [] }).missing()).toEqual({ x: 0, y: 0 });
    expect(() => parseTable(text(values), { missing: [], types: { x: 'numeric' } })).toThrow('"None" is not a number');
  });
});
