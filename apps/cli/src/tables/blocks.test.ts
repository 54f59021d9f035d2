import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { parseTable } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { type Classifier, classifier } from '@kindling/train';
import { beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, temporaryFolder } from '../run.test-helper.js';
import { openTable, tableBlocks } from './blocks.js';
import { tableFor } from './read-table.js';

let model: Classifier;
beforeAll(async () => {
  setBackend(await cpu());
  model = await classifier({ epochs: 3, members: 2 }).fit(parseTable(customers(120)), { target: 'left', drop: ['id'] });
});

/** Chunks of a text that end anywhere. */
async function* chunks(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** How many rows each piece has. */
async function rowsOf(bytes: AsyncIterable<Uint8Array>): Promise<number[]> {
  const rows: number[] = [];
  for await (const table of tableBlocks(model, { name: 'table', chunks: bytes }, {}, 700)) rows.push(table.rows);
  return rows;
}

async function check(text: string, size: number): Promise<number> {
  const whole = tableFor(model, { bytes: Buffer.from(text), name: 'table' });
  const rows: object[] = [];
  const lines: number[] = [];
  const probabilities: number[] = [];
  let count = 0;
  for await (const table of tableBlocks(model, { name: 'table', chunks: chunks(text, 37) }, {}, size)) {
    rows.push(...table.select('age', 'town', 'member').toRows());
    lines.push(...table.source.lines!);
    probabilities.push(...(await model.predictProba(table)));
    count++;
  }
  expect(rows).toEqual(whole.select('age', 'town', 'member').toRows());
  expect(lines).toEqual([...whole.source.lines!]);
  // Sums of few rows are taken in another order.
  const wanted = await model.predictProba(whole);
  probabilities.forEach((p, i) => void expect(Math.abs(p - wanted[i]!)).toBeLessThan(1e-6));
  return count;
}

describe('a table in pieces', () => {
  const plain = customers(200, 1000);
  const quoted = plain
    .split('\n')
    .map((line, i) => (i % 5 === 1 && line !== '' ? line.replace(/[^,]*$/, '"a note, of ""two""\nlines"') : line))
    .join('\n');
  const texts: [name: string, text: string][] = [
    ['as it is', plain],
    ['with Windows line ends', plain.replaceAll('\n', '\r\n')],
    ['with line ends in quotes', quoted],
    ['with another delimiter', plain.replaceAll(',', ';')],
    ['with lines before the header', `sep=,\n${plain}`],
    ['with a quote inside a field', plain.replaceAll('row ', 'size 5" ')],
    ['without an end of the last line', plain.trimEnd()],
  ];
  it.each(texts)('is the whole table: %s', async (_, text) => {
    expect(await check(text, 700)).toBe(2);
    expect(await check(text, 1e6)).toBe(1);
  });

  it('is the whole table over many pieces, whatever stands in columns that the model does not read', async () => {
    const rows = customers(60_000, 1000)
      .split('\n')
      .map((line, i) => (line === '' ? '' : `${line},${i === 0 ? 'note' : i < 50_000 ? i : 'late'}`));
    expect(await check(rows.join('\n'), 1e6)).toBeGreaterThan(2);
  });

  it('is one piece in UTF-16', async () => {
    const bytes = Buffer.from(`\ufeff${plain}`, 'utf16le');
    expect(await rowsOf(chunks(bytes, 501))).toEqual([200]);
  });

  it('says the line of the whole file where a value does not fit', async () => {
    const after150 = (line: string): string => plain.replace(/(\n[^\n]*){150}\n/, (rows) => `${rows}${line}\n`);
    const old = rowsOf(chunks(after150('old,Bern,true,no,x'), 37));
    await expect(old).rejects.toThrow(/^table line 152, column "age": "old" is not a number$/);
    await expect(rowsOf(chunks(after150('1,2'), 37))).rejects.toThrow(/^table line 152: 2 fields, expected 5/);
  });

  it('says what is not there', async () => {
    expect(() => openTable('-', undefined)).toThrow('no standard input');
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'empty.csv'), '');
    await model.save(folder);
    expect((await kindling('predict', folder, join(folder, 'none.csv'))).err).toMatch(
      /^kindling: none\.csv: cannot read .*no such file/,
    );
    expect((await kindling('predict', folder, join(folder, 'empty.csv'))).err).toMatch(
      /^kindling: empty\.csv: the file is empty\n$/,
    );
  });
});
