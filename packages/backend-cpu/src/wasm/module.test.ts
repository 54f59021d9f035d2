import { expect, test } from 'vitest';
import { wasmBytes } from './module.js';
import { supportsWasm, type WasmKind } from './support.js';

const kinds: WasmKind[] = ['simd', 'relaxed'];

test.each(kinds)(
  '%s: the text is printable ASCII, and a module where the engine has the instructions',
  async (kind) => {
    const { default: text } = await (kind === 'relaxed'
      ? import('./generated/relaxed.js')
      : import('./generated/simd.js'));
    expect(text).toMatch(/^[#-~]+$/);
    const bytes = await wasmBytes(kind);
    expect([...bytes.subarray(0, 8)]).toEqual([0, 97, 115, 109, 1, 0, 0, 0]);
    expect(WebAssembly.validate(bytes)).toBe(supportsWasm(kind));
  },
);
