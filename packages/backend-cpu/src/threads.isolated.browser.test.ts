import { expect, test, vi } from 'vitest';
import { cpu } from './index.js';
import { MoreWasmBackend } from './more/wasm.js';
import { list, view } from './testing/views.js';
import { loadEngines } from './wasm/load.js';
import type { SharedEngines } from './wasm/shared-engines.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('an isolated page shares products among threads, which compute what one does', async () => {
  const warn = vi.spyOn(console, 'warn');
  expect(globalThis.crossOriginIsolated).toBe(true);
  expect((await cpu()).threads).toBe(navigator.hardwareConcurrency);
  const alone = await cpu({ threads: 1 });
  const engines = (await loadEngines('relaxed', { threads: 2 })) as SharedEngines;
  const several = new MoreWasmBackend('relaxed', engines);
  const values = Float32Array.from({ length: 200 * 200 }, (_, i) => Math.sin(i));
  const x = view(values, [200, 200]);
  const expected = list(alone.matmul(x, x));
  for (let tries = 0; engines.large.pool!.taken === 0; tries++) {
    expect(tries).toBeLessThan(2000);
    expect(list(several.matmul(x, x))).toEqual(expected);
    await turn();
  }
  for (let i = 0; i < 20; i++) expect(list(several.matmul(x, x))).toEqual(expected);
  expect(warn).not.toHaveBeenCalled();
});

test('where the policy of the page forbids workers from text one thread computes, with one warning', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal(
    'Worker',
    class {
      onerror: ((event: { message: string }) => void) | null = null;
      constructor() {
        setTimeout(() => this.onerror?.({ message: '' }));
      }
      postMessage(): void {}
    },
  );
  const backend = await cpu({ threads: 3 });
  const x = view(new Float32Array(128 * 128).fill(1), [128, 128]);
  expect(new Set(list(backend.matmul(x, x)))).toEqual(new Set([128]));
  await turn();
  expect(new Set(list(backend.matmul(x, x)))).toEqual(new Set([128]));
  expect(warn.mock.calls).toEqual([
    ['backend-cpu: a thread did not start (the policy of the page forbids it); computing with those that did'],
  ]);
  vi.unstubAllGlobals();
});
