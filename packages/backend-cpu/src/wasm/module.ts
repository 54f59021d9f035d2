import text from './generated/kernels.js';
import type { WasmKind } from './support.js';

/** What stands for a multiply-add of three vectors on the stack, with a local variable `t` at hand. */
const multiplyAdd: Record<WasmKind, (t: number) => readonly number[]> = {
  // local.set t, f32x4.mul, local.get t, f32x4.add
  simd: (t) => [0x21, t, 0xfd, 0xe6, 1, 0x20, t, 0xfd, 0xe4, 1],
  // f32x4.relaxed_madd, and nothing, seven times, to be as long.
  relaxed: () => [0xfd, 0x85, 2, 1, 1, 1, 1, 1, 1, 1],
};
/** What stands for a choice of lanes: v128.bitselect, written longer than need be, or i32x4.relaxed_laneselect. */
const chooseLanes: Record<WasmKind, readonly number[]> = { simd: [0xfd, 0xd2, 0], relaxed: [0xfd, 0x8b, 2] };

/** A build of the kernels. */
export function wasmBytes(kind: WasmKind): Uint8Array<ArrayBuffer> {
  // What `toText` in scripts/generate.mjs wrote; two characters are ten bytes at most.
  const bytes = new Uint8Array(5 * text.length);
  let length = 0;
  const put = (instructions: readonly number[]): void => {
    bytes.set(instructions, length);
    length += instructions.length;
  };
  let skipped = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 124) skipped = (code - 124) * 90;
    else if (code === 32) put(chooseLanes[kind]);
    else if (code === 33) put(multiplyAdd[kind](text.charCodeAt(++i) - 35 - 3));
    else {
      // An element of the array takes a number's last eight bits.
      bytes[length++] = skipped + code - 35 - 3;
      skipped = 0;
    }
  }
  return bytes.subarray(0, length);
}
