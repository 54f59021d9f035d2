import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';
import { makeCircles } from './datasets/index.js';
import { LabelEncoder } from './preprocessing/index.js';
import { type DataTable, toTensors } from './to-tensors.js';

beforeAll(async () => setBackend(await cpu()));

const table: DataTable = {
  data: Float64Array.of(1, 2, 3, 4, 5, 6),
  rows: 3,
  columns: 2,
  featureNames: ['a', 'b'],
  labels: ['no', 'yes', 'no'],
};

it('gives float32 tensors and numbers the labels in sorted order', () => {
  const { x, y, classes } = toTensors(table);
  expect(String(x)).toBe('tensor([[1., 2.],\n        [3., 4.],\n        [5., 6.]])');
  expect([x.dtype, y.dtype]).toEqual(['float32', 'float32']);
  expect(y.tolist()).toEqual([[0], [1], [0]]);
  expect(classes).toEqual(['no', 'yes']);
});

it('numbers labels as an encoder did before', () => {
  const encoder = new LabelEncoder<string>().fit(['maybe', 'no', 'yes']);
  const { y, classes } = toTensors(table, encoder);
  expect(y.tolist()).toEqual([[1], [2], [1]]);
  expect(classes).toEqual(['maybe', 'no', 'yes']);
  expect(() => toTensors(table, new LabelEncoder<string>().fit(['no']))).toThrow(
    '"yes" at 1 is not one of the classes',
  );
  expect(() => toTensors({ ...table, labels: [] })).toThrow('3 rows with 0 labels');
});

it('takes what the generators make', () => {
  const circles = makeCircles({ nSamples: 10 });
  const { x, y } = toTensors(circles);
  expect([x.shape, y.shape, x.dtype, y.dtype]).toEqual([[10, 2], [10, 1], 'float32', 'float32']);
  expect([...y.dataSync()]).toEqual([...circles.target]);
});
