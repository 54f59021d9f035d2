import { cpu } from '@kindling/backend-cpu';
import { beforeAll, expect, it } from 'vitest';
import { setBackend, Tensor, tensor } from '../index.js';
import { defineMissing, NAMES } from './missing.js';
import { seldom } from './seldom.js';

beforeAll(async () => setBackend(await cpu()));

it('the names of the seldom methods are listed where they are not imported', () => {
  expect(NAMES.split(' ')).toEqual(Object.keys(seldom).sort());
});

it('Node has all of them', () => {
  expect(tensor([3, 1, 2]).sort().values.tolist()).toEqual([1, 2, 3]);
  expect(tensor([3, 4]).norm().item()).toBe(5);
});

it('a call of one that a bundler left out names the import', () => {
  const prototype = { norm: Tensor.prototype.norm } as unknown as Tensor;
  defineMissing(prototype);
  expect(prototype.norm).toBe(Tensor.prototype.norm);
  expect(() => prototype.sort()).toThrow(
    new TypeError("sort: bundlers leave this method out of a page; import '@kindling/tensor-core/methods' once"),
  );
});

it('methods that take a list take separate numbers too', () => {
  const x = tensor([1, 2, 3, 4]);
  expect(x.reshape(2, 2).shape).toEqual(x.view([2, 2]).shape);
  expect(x.reshape([2, 2]).permute(1, 0).tolist()).toEqual([
    [1, 3],
    [2, 4],
  ]);
});
