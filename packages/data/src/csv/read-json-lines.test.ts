import { expect, it } from 'vitest';
import { readJsonLines } from './read-json-lines.js';

it('makes a column of each key, whatever line it is first on', async () => {
  const table = await readJsonLines('{"a":1,"b":"x"}\r\n\n{"b":null,"c":true}\n{"a":3}');
  expect(table.toRows()).toEqual([
    { a: 1, b: 'x', c: null },
    { a: null, b: null, c: true },
    { a: 3, b: null, c: null },
  ]);
  expect(table.source.lines).toEqual(Int32Array.of(1, 3, 4));
});

it('reads every source that a CSV can come from', async () => {
  const text = '{"a":1}\n{"a":2}\n';
  const bytes = new TextEncoder().encode(`\ufeff${text}`);
  const halves = async function* () {
    yield bytes.subarray(0, 9);
    yield bytes.subarray(9);
  };
  for (const source of [text, bytes, new Blob([bytes]), new Response(bytes), halves()]) {
    expect((await readJsonLines(source)).toMatrix().data).toEqual(Float64Array.of(1, 2));
  }
  expect((await readJsonLines('{"a":1}')).rows).toBe(1);
});

it('says on which line and in which column something is wrong', async () => {
  const read = (text: string) => readJsonLines(text, { name: 'x.jsonl' });
  await expect(read('{"a":1}\n{"a":}\n')).rejects.toThrow('x.jsonl line 2: this is no JSON object: {"a":}');
  await expect(read('{\n"a":1\n}')).rejects.toThrow('x.jsonl line 1: this is no JSON object: {; a JSON text over');
  await expect(read('{"a":1}\n[1]\n')).rejects.toThrow('x.jsonl line 2: expects an object, got an array of 1');
  await expect(read('{"a":1}\n{"a":"x"}\n')).rejects.toThrow(
    "x.jsonl line 2, column a: a string 'x' in a column of numbers",
  );
  await expect(read('{"a":{"b":1}}\n')).rejects.toThrow(
    'x.jsonl line 1, column a: an object { b } is no value of a table',
  );
  await expect(read('\n\n')).rejects.toThrow('x.jsonl: no rows');
  await expect(readJsonLines(Uint8Array.of(0x1f, 0x8b, 8))).rejects.toThrow('this is a gzip file');
  await expect(readJsonLines(Uint8Array.of(123, 34, 0xff, 34, 125))).rejects.toThrow('line 1');
  await expect(readJsonLines('{}\n', { nam: 'x' } as never)).rejects.toThrow("did you mean 'name'?");
});

it('warns where digits are lost', async () => {
  const { warnings } = await readJsonLines('{"id":9007199254740993}\n{"id":9007199254740995}\n');
  expect(warnings).toMatchObject([{ column: 'id', line: 1 }]);
});
