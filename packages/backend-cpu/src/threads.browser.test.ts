import { expect, test, vi } from 'vitest';
import { cpu } from './index.js';
import { list, view } from './testing/views.js';

test('a page that is not isolated computes with one thread, and says so when more would have helped', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(globalThis.crossOriginIsolated).toBe(false);
  const backend = await cpu();
  expect(backend.threads).toBe(1);
  expect(warn).not.toHaveBeenCalled();
  const x = view(new Float32Array(128 * 128).fill(1), [128, 128]);
  for (let i = 0; i < 2; i++) expect(new Set(list(backend.matmul(x, x)))).toEqual(new Set([128]));
  const message = 'backend-cpu: the page is not cross-origin isolated; computing with one thread';
  expect(warn.mock.calls).toEqual([[message]]);
  expect((await cpu({ threads: 2 })).threads).toBe(1);
  expect(warn.mock.calls).toEqual([[message]]);
});
