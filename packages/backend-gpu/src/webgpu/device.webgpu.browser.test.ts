import { scope, setBackend, tensor } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { gpu } from '../index.js';
import { denseView } from '../testing.js';

it('reads only by waiting, and says so', async () => {
  const backend = await gpu({ mode: 'webgpu' });
  expect(backend.readSync).toBeUndefined();
  // Nothing can be moved to memory either.
  expect(backend.info.limits.budget).toBe(Number.POSITIVE_INFINITY);
  setBackend(backend);
  const x = tensor([3]);
  expect(() => x.item()).toThrow('item: gpu cannot be read without waiting; use `await tensor.data()`');
  expect([...(await x.data())]).toEqual([3]);
});

it('reads what was there when reading began, several at once', async () => {
  const backend = await gpu({ mode: 'webgpu' });
  const target = denseView(backend.fill(5, 0, 'float32'));
  const readings = [];
  for (let i = 0; i < 5; i++) {
    backend.assign(target, i);
    readings.push(backend.read(target));
  }
  expect((await Promise.all(readings)).map((values) => values[4])).toEqual([0, 1, 2, 3, 4]);
});

it('refuses more elements than a buffer holds, and goes on', async () => {
  const backend = await gpu({ mode: 'webgpu' });
  const { elements } = backend.info.limits;
  const before = backend.memory().textures;
  expect(() => backend.fill(elements + 1, 0, 'float32')).toThrow(
    `gpu: ${elements + 1} elements do not fit a buffer, which holds at most ${elements}`,
  );
  // Of a product the operands fit.
  const side = backend.fill(2 ** 17, 1, 'float32');
  const message = `gpu: ${2 ** 34} elements do not fit a buffer, which holds at most ${elements}`;
  expect(() => backend.matmul(denseView(side, [2 ** 17, 1]), denseView(side, [1, 2 ** 17]))).toThrow(message);
  backend.release(side);
  expect(backend.memory().textures).toBe(before);
  expect([...(await backend.read(denseView(backend.fill(2, 7, 'float32'))))]).toEqual([7, 7]);
});

it('holds no more after many steps than before', async () => {
  const backend = await gpu({ mode: 'webgpu' });
  setBackend(backend);
  const x = tensor([[1, 2, 3]]);
  const step = () => scope(() => void x.exp().matmul(x.t()).sum());
  for (let i = 0; i < 10; i++) step();
  const before = backend.memory();
  for (let i = 0; i < 1000; i++) step();
  expect(backend.memory()).toEqual(before);
  expect(Number.isFinite((await x.sum().data())[0]!)).toBe(true);
});
