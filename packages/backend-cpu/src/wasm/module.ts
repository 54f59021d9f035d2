import type { WasmKind } from './support.js';

/** A build of the kernels, whose text is loaded now: never both, and nothing before a backend is made. */
export async function wasmBytes(kind: WasmKind): Promise<Uint8Array<ArrayBuffer>> {
  const { default: text } =
    kind === 'relaxed' ? await import('./generated/relaxed.js') : await import('./generated/simd.js');
  // What `toText` in scripts/generate.mjs wrote; an element of the array takes a number's last eight bits.
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let skipped = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 124) skipped = (code - 124) * 90;
    else {
      bytes[length++] = skipped + code - 35 - 3;
      skipped = 0;
    }
  }
  return bytes.subarray(0, length);
}
