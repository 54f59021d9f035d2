/** The builds of the WebAssembly kernels; relaxed SIMD has a fused multiply-add, which is up to twice as fast. */
export type WasmKind = 'simd' | 'relaxed';

// Modules of one function each, whose body needs the feature: "\0asm", version 1, type () -> v128, one function, its code.
const head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0];
const splat = [65, 0, 253, 17];
const madd = [253, 133, 2];
const probes: Record<WasmKind, readonly number[]> = {
  simd: [...head, 10, 8, 1, 6, 0, ...splat, 11],
  relaxed: [...head, 10, 19, 1, 17, 0, ...splat, ...splat, ...splat, ...madd, 11],
};

/** Whether this JavaScript engine runs a build of the kernels. */
export function supportsWasm(kind: WasmKind): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(probes[kind]));
}
