import { expect, test } from 'vitest';
import texts from './generated/kernels.js';
import { wasmBytes } from './module.js';
import { supportsWasm, type WasmKind } from './support.js';

test('the texts are printable ASCII', () => {
  expect(texts.join('')).toMatch(/^[ -~]+$/);
});

test.each<WasmKind>(['simd', 'relaxed'])('%s: a module where the engine has the instructions', async (kind) => {
  const bytes = wasmBytes(kind);
  expect([...bytes.subarray(0, 8)]).toEqual([0, 97, 115, 109, 1, 0, 0, 0]);
  expect(WebAssembly.validate(bytes)).toBe(supportsWasm(kind));
});
