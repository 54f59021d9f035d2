import { cpu } from '@kindling/backend-cpu';
import { setBackend, tensor } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';
import { collate } from './collate.js';

beforeAll(async () => setBackend(await cpu()));

it('stacks tensors, and makes tensors of numbers and booleans', () => {
  expect(collate([tensor([1, 2]), tensor([3, 4])]).tolist()).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(collate([1, 2.5]).tolist()).toEqual([1, 2.5]);
  expect(collate([1, 2]).dtype).toBe('float32');
  expect(collate([true, false]).tolist()).toEqual([true, false]);
  expect(collate(['a', 'b'])).toEqual(['a', 'b']);
});

it('goes into arrays and objects', () => {
  const [x, { name }] = collate<[number, { name: string }]>([
    [1, { name: 'a' }],
    [2, { name: 'b' }],
  ]);
  expect([x.tolist(), name]).toEqual([
    [1, 2],
    ['a', 'b'],
  ]);
});

it('says what it cannot batch', () => {
  expect(() => collate([])).toThrow('no samples');
  expect(() => collate([new Map()])).toThrow('an object of class Map cannot be batched');
  expect(() => collate([undefined])).toThrow('undefined cannot be batched');
  expect(() => collate([tensor(1), 2])).toThrow('sample 0 has a tensor where sample 1 has a number');
  expect(() => collate([[1], [1, 2]])).toThrow('sample 0 has an array of 1 where sample 1 has an array of 2');
  expect(() => collate([{ a: 1 }, 'b'])).toThrow('sample 0 has an object where sample 1 has a string');
  expect(() => collate([{ a: 1 }, {}])).toThrow('sample 0 has a number where sample 1 has undefined');
});
