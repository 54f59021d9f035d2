import { describe, expect, test } from 'vitest';
import usual from './generated/kernels.js';
import more from './generated/more.js';
import { wasmBytes } from './module.js';
import { supportsWasm, type WasmKind } from './support.js';

describe.each([
  ['usual', usual],
  ['more', more],
])('the %s module', (_, texts) => {
  test('is texts of printable ASCII', () => {
    expect(texts.join('')).toMatch(/^[ -~]+$/);
  });

  test.each<WasmKind>(['simd', 'relaxed'])('%s: valid where the engine has the instructions', async (kind) => {
    const bytes = wasmBytes(kind, texts);
    expect([...bytes.subarray(0, 8)]).toEqual([0, 97, 115, 109, 1, 0, 0, 0]);
    expect(WebAssembly.validate(bytes)).toBe(supportsWasm(kind));
  });
});

test('constants of one module lie behind those of the other', async () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const env = { memory, log: Math.log, pause() {} };
  const [first, second] = await Promise.all(
    [usual, more].map(async (texts) => {
      const { instance } = await WebAssembly.instantiate(wasmBytes('simd', texts), { env });
      return (instance.exports as { heapBase(): number }).heapBase();
    }),
  );
  // Where scripts/generate.mjs has the second begin.
  expect(first).toBeLessThanOrEqual(4096);
  expect(second).toBeGreaterThan(4096);
});
