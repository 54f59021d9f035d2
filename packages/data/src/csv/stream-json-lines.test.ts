import { expect, it } from 'vitest';
import type { Table } from '../table/table.js';
import type { TableStream } from '../table/table-stream.js';
import { streamJsonLines } from './stream-json-lines.js';

async function all(stream: TableStream): Promise<Table[]> {
  const tables: Table[] = [];
  for await (const table of stream) tables.push(table);
  return tables;
}

it('gives tables of as many rows, whose columns stay the same', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) =>
    i > 40_000 ? { n: i } : { n: i, town: `town ${i % 3}`, more: i % 2 === 0 },
  );
  const text = rows.map((row) => JSON.stringify(row)).join('\n');
  const tables = await all(streamJsonLines(text, { batchSize: 20_000 }));
  expect(tables.map((table) => [table.rows, ...table.columns.map(({ type }) => type)])).toEqual(
    Array(3).fill([20_000, 'numeric', 'categorical', 'boolean']),
  );
  expect(tables[2]!.row(19_999)).toEqual({ n: 59_999, town: null, more: null });
  expect(tables[2]!.source.lines!.at(-1)).toBe(60_000);
});

it('says what is wrong, with its line', async () => {
  await expect(all(streamJsonLines('{"a":1}\n[1]\n'))).rejects.toThrow('line 2: expects an object');
  await expect(all(streamJsonLines('{"a":1}\n{"b":2}\n', { types: { a: 'numeric' } }))).rejects.toThrow(
    'column b: the first rows had no such column; name it in types',
  );
  await expect(all(streamJsonLines('{"a":"x"}\n', { types: { a: 'numeric' } }))).rejects.toThrow(
    'column a: is categorical here',
  );
  expect(() => streamJsonLines('{}', { batch: 1 } as never)).toThrow("unknown option 'batch'");
});
