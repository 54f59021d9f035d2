import { expect, it } from 'vitest';
import { gpu } from './index.js';
import { denseView, viewOf } from './testing.js';

it('finds elements beyond 2^24, where floats no longer count one by one', async () => {
  const backend = await gpu();
  const n = 2 ** 24 + 1001;
  const values = new Float32Array(n);
  for (let i = n - 2000; i < n; i++) values[i] = i % 997;
  const x = denseView(backend.upload(values, 'float32'));
  const y = denseView(backend.binary('add', x, 0.5));
  const tail = await backend.read(viewOf(y.buffer, { shape: [2000], strides: [1], offset: n - 2000 }));
  expect([...tail]).toEqual([...values.subarray(n - 2000)].map((v) => v + 0.5));
  const odd = await backend.read(viewOf(y.buffer, { shape: [500], strides: [-2], offset: n - 1 }));
  expect([...odd]).toEqual(Array.from({ length: 500 }, (_, i) => values[n - 1 - 2 * i]! + 0.5));
  backend.assign(viewOf(x.buffer, { shape: [1], strides: [1], offset: n - 2 }), 5000);
  const sum = await backend.read(denseView(backend.reduce('max', x, 0)));
  expect(sum[0]).toBe(5000);
  expect(() => backend.argReduce('max', x, 0)).toThrow('rows of 16778217 elements are longer than 16777216');
});
