import { expect, test } from 'vitest';
import { list, plain, uniform, view, viewOf } from './testing/views.js';

test('a released buffer is used for a later result, and empty itself', () => {
  const x = view(uniform(555), [555]);
  const before = plain.unary('neg', x);
  plain.release(before);
  plain.release(before);
  expect(list(before)).toEqual([]);
  const [second, third] = [plain.unary('abs', x), plain.unary('neg', x)];
  expect(list(second)).toEqual(list(x.buffer).map(Math.abs));
  expect(list(third)).toEqual(list(x.buffer).map((v) => -v));
});

test('reading what was released is an error', () => {
  const x = view(uniform(30), [30]);
  plain.release(x.buffer);
  expect(() => plain.unary('neg', x)).toThrow('cpu: the tensor of 30 elements was disposed');
  expect(() => plain.readSync(x)).toThrow('disposed');
});

test("an array of the user's is never used for a result", () => {
  const values = Float32Array.from(uniform(444));
  const copy = values.slice();
  const buffer = plain.upload(values, 'float32', true);
  plain.release(buffer);
  plain.unary('neg', viewOf(plain.fill(444, 1, 'float32')));
  expect(values).toEqual(copy);
});

test('what is read is a copy', async () => {
  const x = view(uniform(100), [100]);
  const before = list(x.buffer);
  (await plain.read(x)).fill(0);
  plain.readSync(x).fill(0);
  expect(list(x.buffer)).toEqual(before);
});

test('every dtype is supported', async () => {
  expect((['float32', 'float64', 'int32', 'bool'] as const).every((dtype) => plain.supports(dtype))).toBe(true);
  await plain.sync();
});
