import { afterEach, expect, test, vi } from 'vitest';
import { list, view } from './testing/views.js';
import { agrees } from './wide/self-test.js';
import { whyNotWide } from './wide/why-not.js';
import { cpu } from './wide.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const here = whyNotWide() === undefined;

test('is off unless asked for, and computes as the main entry does', async () => {
  const backend = await cpu({ threads: 1 });
  expect(backend.wide).toBe(false);
  expect(list(backend.matmul(view([1, 2], [1, 2]), view([3, 4], [2, 1])))).toEqual([11]);
});

test.skipIf(!here)('where V8 has the switch, products are the same to the bit', async () => {
  const wide = await cpu({ wide: true, threads: 1 });
  expect(wide.wide).toBe(true);
  expect(agrees(wide, await cpu({ threads: 1 }))).toBe(true);
  expect((await cpu({ wide: 'tested', threads: 1 })).wide).toBe(true);
});

test('where it would do nothing it is refused with the reason, and a test falls back', async () => {
  vi.stubGlobal('process', { ...process, versions: { ...process.versions, node: '22.9.0' }, arch: 'x64' });
  await expect(cpu({ wide: true })).rejects.toThrow(
    'cpu: wide: vectors of 256 bits are not to be had: it needs Node 24 or later, and this is Node 22.9.0',
  );
  expect((await cpu({ wide: 'tested', threads: 1 })).wide).toBe(false);
  vi.stubGlobal('process', { ...process, versions: { node: '24.1.0' }, arch: 'arm64' });
  expect(whyNotWide()).toBe('it needs an x64 processor, and this one is arm64');
  vi.stubGlobal('process', undefined);
  expect(whyNotWide()).toContain('browsers');
  vi.unstubAllGlobals();
  await expect(cpu({ wide: true, wasm: false })).rejects.toThrow('WebAssembly, which is off');
});

test('a test that fails is one that tells products apart by a bit', async () => {
  const [one, other] = [await cpu({ threads: 1 }), await cpu({ wasm: false })];
  expect(agrees(one, one)).toBe(true);
  // Plain kernels sum in double.
  expect(agrees(one, other)).toBe(false);
});

test('wrong arguments are told', async () => {
  await expect(cpu({ wide: 'yes' as never })).rejects.toThrow(RangeError);
  await expect(cpu({ wid: true } as never)).rejects.toThrow("'wide'");
});
