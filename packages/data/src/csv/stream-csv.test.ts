import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { manualSeed } from '@kindling/tensor-core';
import { RandomState } from '@kindling/tensor-core/numpy';
import { expect, it } from 'vitest';
import { concatTables } from '../table/concat.js';
import type { Table } from '../table/table.js';
import type { TableStream } from '../table/table-stream.js';
import { toCsv } from '../table/to-csv.js';
import { parseTable } from './parse-table.js';
import { streamCsv } from './stream-csv.js';

async function all(stream: TableStream): Promise<Table[]> {
  const tables: Table[] = [];
  for await (const table of stream) tables.push(table);
  return tables;
}

/** Mixed columns, quoted line ends, and a mark; more than a megabyte. */
function large(rows: number): string {
  const rng = new RandomState(5);
  const lines = Array.from(rng.randn(rows), (value, i) => {
    const text = i % 7 === 0 ? '"a, ""b""\n c"' : i % 11 === 0 ? '' : `t${i % 4}`;
    return `${value},${text},${i % 2 === 0},2024-01-${String((i % 28) + 1).padStart(2, '0')},${i}`;
  });
  return `\ufeffx,text,flag,day,id\n${lines.join('\n')}\n`;
}

it('gives what readCsv does, in tables of as many rows, from every kind of source', async () => {
  const text = large(30_000);
  const bytes = new TextEncoder().encode(text);
  const folder = mkdtempSync(join(tmpdir(), 'kindling-stream-'));
  try {
    const path = join(folder, 'large.csv');
    writeFileSync(path, bytes);
    const whole = toCsv(parseTable(text));
    const sources = [text, bytes, path, new Blob([bytes]), new Response(bytes), () => Readable.from([bytes])];
    for (const source of sources) {
      const tables = await all(streamCsv(source as never, { batchSize: 4096 }));
      expect(tables.map(({ rows }) => rows)).toEqual([...Array(7).fill(4096), 30_000 - 7 * 4096]);
      expect(toCsv(concatTables(tables))).toBe(whole);
    }
    const stream = streamCsv(path, { batchSize: 1000 });
    expect(await stream.types()).toEqual({
      x: 'numeric',
      text: 'categorical',
      flag: 'boolean',
      day: 'date',
      id: 'numeric',
    });
    expect((await stream.head(3)).rows).toBe(3);
    // Lines go on over quoted line ends and chunks.
    const last = (await all(stream)).at(-1)!;
    expect(last.source.lines!.at(-1)).toBe(parseTable(text).source.lines!.at(-1));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('cuts chunks anywhere: within quotes, letters and line ends', async () => {
  const text = 'a;b\r\n"x;\r\n""é""";1,5\r\nü;2,5\r\n\r\n"";3,5\r\n';
  const bytes = new TextEncoder().encode(text);
  const whole = parseTable(text, { delimiter: ';', decimal: ',' }).toRows();
  for (let cut = 1; cut < bytes.length; cut++) {
    const parts = () => Readable.from([bytes.subarray(0, cut), bytes.subarray(cut)]);
    const tables = await all(streamCsv(parts, { batchSize: 2, delimiter: ';', decimal: ',' }));
    expect(tables.flatMap((table) => table.toRows())).toEqual(whole);
  }
});

it('says on which line a later value does not fit, and looks at all rows on request', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `${i},2`);
  const text = `n,m\n${rows.join('\n')}\nabc,3\n`;
  await expect(all(streamCsv(text))).rejects.toThrow(
    'line 200002, column "n": "abc" is not a number; the first rows had only such: declare its type, or say infer: \'all\'',
  );
  const whole = streamCsv(text, { infer: 'all', batchSize: 100_000 });
  expect(await whole.types()).toEqual({ n: 'text', m: 'numeric' });
  expect((await all(whole)).at(-1)!.toRows()).toEqual([{ n: 'abc', m: 3 }]);
  const declared = streamCsv(text, { types: { n: 'text' }, batchSize: 250_000 });
  expect((await all(declared))[0]!.column('n').type).toBe('text');
});

it('mixes rows, with a stream of random numbers of its own', async () => {
  const text = `n\n${Array.from({ length: 100 }, (_, i) => i).join('\n')}\n`;
  const mixed = streamCsv(text, { batchSize: 30, header: true }).shuffle(50);
  const values = async () => (await all(mixed)).flatMap((table) => [...table.toMatrix().data]);
  manualSeed(1);
  const first = await values();
  manualSeed(1);
  expect(await values()).toEqual(first);
  expect(await values()).not.toEqual(first);
  expect(first.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(Math.max(...first.slice(0, 50))).toBe(49);
});

it('refuses what cannot be', async () => {
  const once = streamCsv(Readable.from([new TextEncoder().encode('a,b\n1,2\n')]));
  await all(once);
  await expect(all(once)).rejects.toThrow('a stream can be read once only');
  await expect(all(streamCsv('/nowhere/x.csv'))).rejects.toThrow('x.csv: cannot be read: no such file');
  await expect(all(streamCsv(new Uint8Array(0)))).rejects.toThrow('the file is empty');
  await expect(all(streamCsv(Uint8Array.of(0x1f, 0x8b, 8)))).rejects.toThrow('this is a gzip file');
  await expect(all(streamCsv('a,b\n1,2\n3\n'))).rejects.toThrow('line 3: 1 field, expected 2');
  await expect(all(streamCsv(new TextEncoder().encode('a\nx\n').fill(0xff, 2, 3)))).rejects.toThrow('line 2');
  await expect(all(streamCsv('a,b\n1,2\n', { types: { c: 'text' } }))).rejects.toThrow('no column "c"');
  expect(() => streamCsv('a', { batchsize: 2 } as never)).toThrow("did you mean 'batchSize'?");
  expect(() => streamCsv('a', { batchSize: 0 })).toThrow('batchSize must be');
  expect(() => streamCsv('a', { infer: 'some' as never })).toThrow("infer must be 'sample' or 'all'");
});

it('reads other encodings in parts', async () => {
  const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
  const tables = await all(streamCsv(latin('town,n\nKöln,1\n'), { encoding: 'latin1' }));
  expect(tables[0]!.get(0, 'town')).toBe('Köln');
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...[...'a,b\n€,2\n'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ]);
  const halves = () => Readable.from([wide.subarray(0, 11), wide.subarray(11)]);
  expect((await all(streamCsv(halves)))[0]!.get(0, 'a')).toBe('€');
});
