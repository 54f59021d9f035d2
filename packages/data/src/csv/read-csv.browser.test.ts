import { expect, it } from 'vitest';
import { readCsv } from './read-csv.js';
import { streamCsv } from './stream-csv.js';

const text = 'age;town\n31,5;Ulm\n52;Köln\n';
const rows = [
  { age: 31.5, town: 'Ulm' },
  { age: 52, town: 'Köln' },
];

it('reads a file that somebody chose, an answer and a stream', async () => {
  const file = new File([text], 'people.csv');
  for (const source of [file, new Response(text), file.stream(), new URL(URL.createObjectURL(file))])
    expect((await readCsv(source)).toRows()).toEqual(rows);
  const streamed = [];
  for await (const table of streamCsv(file, { batchSize: 1 })) streamed.push(...table.toRows());
  expect(streamed).toEqual(rows);
});

it('says that a page has no paths', async () => {
  await expect(readCsv('people.csv')).rejects.toThrow(
    'a page has no paths; pass a File, a stream, a URL object or the text itself',
  );
});
