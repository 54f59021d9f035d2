import { afterEach, expect, test, vi } from 'vitest';
import { list, view } from './testing/views.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

async function fresh() {
  return (await import('./index.js')).cpu;
}

test('takes the fastest kernels that run here, or those asked for', async () => {
  const cpu = await fresh();
  const best = (await cpu()).kernels;
  expect(['simd', 'relaxed']).toContain(best);
  expect((await cpu({ wasm: true })).kernels).toBe(best);
  expect((await cpu({ wasm: 'relaxed' })).kernels).toBe(best);
  expect((await cpu({ wasm: 'simd' })).kernels).toBe('simd');
  expect((await cpu({ wasm: false })).kernels).toBe('plain');
});

test('without relaxed SIMD takes SIMD, silently', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { validate } = WebAssembly;
  // The probe of relaxed SIMD is the longer one.
  vi.spyOn(WebAssembly, 'validate').mockImplementation((bytes) => bytes.byteLength < 32 && validate(bytes));
  const cpu = await fresh();
  expect((await cpu()).kernels).toBe('simd');
  expect(warn).not.toHaveBeenCalled();
});

test('without SIMD computes with plain kernels, and warns once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const cpu = await fresh();
  const backend = await cpu();
  await cpu({ wasm: 'simd' });
  expect(backend.kernels).toBe('plain');
  expect(warn.mock.calls).toEqual([
    ['backend-cpu: this JavaScript engine has no WebAssembly SIMD; computing with the slower plain kernels'],
  ]);
  expect(list(backend.matmul(view([1, 2], [1, 2]), view([3, 4], [2, 1])))).toEqual([11]);
});

test('where WebAssembly may not be compiled computes with plain kernels, and says why', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new Error('refused by the policy'));
  const cpu = await fresh();
  expect((await cpu()).kernels).toBe('plain');
  expect(warn.mock.calls[0]![0]).toContain('refused by the policy');
});

test('compiles nothing when imported', async () => {
  const compile = vi.spyOn(WebAssembly, 'compile');
  await fresh();
  expect(compile).not.toHaveBeenCalled();
});
