import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { readParquet, streamParquet } from './parquet.js';
import { concatTables } from './table/concat.js';
import type { Table } from './table/table.js';

const rows = 2500;
const bytes = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'x', data: Array.from({ length: rows }, (_, i) => i / 4), type: 'DOUBLE' },
      { name: 'n', data: Array.from({ length: rows }, (_, i) => BigInt(i)), type: 'INT64' },
      {
        name: 'town',
        data: Array.from({ length: rows }, (_, i) => (i % 5 === 0 ? null : `t${i % 3}`)),
        type: 'STRING',
      },
      { name: 'ok', data: Array.from({ length: rows }, (_, i) => i % 2 === 0), type: 'BOOLEAN' },
      { name: 'id', data: Array.from({ length: rows }, (_, i) => 9007199254740993n + BigInt(i % 3)), type: 'INT64' },
    ],
    rowGroupSize: 1000,
  }),
);

it('reads columns of the types that the file has', async () => {
  const table = await readParquet(bytes);
  expect(table.columns.map(({ type }) => type)).toEqual([
    'numeric',
    'numeric',
    'categorical',
    'boolean',
    'categorical',
  ]);
  expect(table.row(2499)).toEqual({ x: 624.75, n: 2499, town: 't0', ok: false, id: '9007199254740993' });
  expect(table.get(5, 'town')).toBeNull();
  expect((await readParquet(new Blob([bytes]), { columns: ['ok', 'x'] })).columnNames).toEqual(['ok', 'x']);
});

it('reads a file in parts, a group of its rows at a time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-parquet-'));
  try {
    const path = join(folder, 'x.parquet');
    writeFileSync(path, bytes);
    const tables: Table[] = [];
    for await (const table of streamParquet(path, { batchSize: 600 })) tables.push(table);
    expect(tables.map((table) => table.rows)).toEqual([600, 600, 600, 600, 100]);
    expect(concatTables(tables).toRows()).toEqual((await readParquet(path)).toRows());
    expect(tables[0]!.source.name).toBe('x.parquet');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('says what is wrong', async () => {
  await expect(readParquet(new TextEncoder().encode('a,b\n1,2\n3,4\n'))).rejects.toThrow('this is no Parquet file');
  await expect(readParquet(bytes.subarray(0, 3000))).rejects.toThrow('this is no Parquet file');
  await expect(readParquet('/nowhere/x.parquet')).rejects.toThrow('no such file');
  await expect(readParquet(bytes, { columns: ['y'] })).rejects.toThrow("no column a string 'y'; there are: x, n, town");
  await expect(readParquet(bytes, { column: [] } as never)).rejects.toThrow("did you mean 'columns'?");
});
