import { RandomState } from '@kindling/tensor-core/numpy';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { textOf } from '../table/column.js';
import { CsvError } from './errors.js';
import { parseTable } from './parse-table.js';

const PIECES = [
  'a',
  'b',
  ',',
  ',',
  ',',
  '\n',
  '\n',
  '"',
  '""',
  ' ',
  '1',
  '.5',
  '2',
  'e3',
  '-',
  '\r\n',
  ';',
  '\t',
  '#',
  'é',
  '0',
];

it('reads 100,000 fragments as a second parser does, or refuses them', () => {
  const rng = new RandomState(11);
  let read = 0;
  for (let n = 0; n < 100_000; n++) {
    const length = rng.randint(1, 25, 1)[0]!;
    const text = Array.from(rng.randint(0, PIECES.length, length), (i) => PIECES[i]!).join('');
    let table: ReturnType<typeof parseTable>;
    try {
      table = parseTable(text, { delimiter: ',', header: false, comment: null, missing: [] });
    } catch (error) {
      if (!(error instanceof CsvError)) throw new Error(`${JSON.stringify(text)}: ${error}`);
      continue;
    }
    read++;
    const unified = text.replace(/\r\n?/g, '\n');
    // White space around quotes is ours to take off; the other parser takes it for text.
    if (/[ \t]"|"[ \t]/.test(text)) continue;
    const rows = Papa.parse<string[]>(unified, { delimiter: ',', newline: '\n' })
      .data.map((fields) => fields.map((field) => field.trim()))
      .filter((fields) => fields.some((field) => field !== ''));
    const all = Array.from({ length: table.rows }, (_, i) =>
      table.columns.map((column) => textOf(column, i).replaceAll('\r\n', '\n')),
    );
    // A line of one empty quoted field is a row with a missing value.
    const ours = all.filter((fields) => fields.some((field) => field !== ''));
    const same = rows.map((fields) =>
      fields.map((field, j) => (table.columns[j]?.type === 'numeric' && field !== '' ? String(Number(field)) : field)),
    );
    if (JSON.stringify(ours) !== JSON.stringify(same)) {
      expect({ text, ours }).toEqual({ text, ours: same });
    }
  }
  expect(read).toBeGreaterThan(20_000);
});
