import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.js';

const text = 'age;town\n31,5;Ulm\n52;Köln\n';
const bytes = new TextEncoder().encode(text);
const rows = [
  { age: 31.5, town: 'Ulm' },
  { age: 52, town: 'Köln' },
];
let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-read-'));
  path = join(folder, 'people.csv');
  await writeFile(path, text);
});
afterAll(() => rm(folder, { recursive: true }));

/** Chunks that end within a letter. */
const pieces = (): Uint8Array[] => Array.from(bytes, (_, i) => bytes.slice(i, i + 1));

describe('reads', () => {
  it.each<[string, () => Parameters<typeof readCsv>[0]]>([
    ['text', () => text],
    ['a path', () => path],
    ['a file URL', () => pathToFileURL(path)],
    ['a web address', () => new URL(`data:text/csv,${encodeURIComponent(text)}`)],
    ['bytes', () => bytes],
    ['bytes of another realm', () => runInNewContext('Uint8Array.from(list)', { list: [...bytes] }) as Uint8Array],
    ['an ArrayBuffer', () => bytes.slice().buffer],
    ['a Blob', () => new Blob([bytes])],
    ['a File', () => new File([bytes], 'people.csv')],
    ['a Response', () => new Response(text)],
    ['a stream of a page', () => new Blob([bytes]).stream()],
    ['a stream of Node, such as standard input', () => createReadStream(path, { highWaterMark: 3 })],
    ['a stream of single bytes', () => Readable.from(pieces())],
    ['a stream of text', () => Readable.from([text.slice(0, 20), text.slice(20)])],
  ])('%s', async (_, source) => {
    const table = await readCsv(source());
    expect(table.toRows()).toEqual(rows);
    expect(table.source.delimiter).toBe(';');
  });
});

describe('says what cannot be read', () => {
  it.each<[string, () => unknown, string]>([
    ['a path that leads nowhere', () => join(folder, 'none.csv'), 'none.csv: cannot be read: no such file'],
    ['a folder', () => folder, 'cannot be read: it is a folder'],
    ['no path', () => '', 'readCsv: the path is empty'],
    [
      'an address as a text',
      () => 'https://example.org/a.csv',
      'a web address is read as new URL("https://example.org/a.csv")',
    ],
    [
      'an answer that is an error',
      () => new Response('no', { status: 404, statusText: 'Not Found' }),
      'the server answered 404 Not Found',
    ],
    ['a number', () => 5, 'readCsv: expects a path, a URL, a File, a stream or text, got 5'],
    ['nothing', () => undefined, 'readCsv: expects a path, a URL, a File, a stream or text, got undefined'],
    ['rows', () => [[1, 2]], 'readCsv: expects a path, a URL, a File, a stream or text, got an array'],
    ['a stream of numbers', () => Readable.from([1, 2]), 'readCsv: a stream must give bytes or text, got 1'],
  ])('%s', async (_, source, wanted) => {
    await expect(readCsv(source() as string)).rejects.toThrow(wanted);
  });

  it('with the name of the file', async () => {
    await expect(readCsv(new File(['a,b\n1\n'], 'short.csv'))).rejects.toThrow(
      'short.csv line 2: 1 field, but line 1 names 2 columns',
    );
  });
});
