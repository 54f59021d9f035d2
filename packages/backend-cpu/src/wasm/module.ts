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

// Which of the texts have what scripts/write.mjs calls instruction, spare and whole.
const INSTRUCTION = 0;
const SPARE = 6;
const WHOLE = 7;

/** A build of kernels of which there are texts. */
export function wasmBytes(kind: WasmKind, texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const at = texts.map(() => 0);
  const next = (which: number): number => {
    for (let value = -35; ; ) {
      const code = texts[which]!.charCodeAt(at[which]!++);
      if (code < 125) return value + code;
      value += (code - 124) * 90;
    }
  };
  const whole = (): number => next(WHOLE);
  const list = <T>(read: () => T): T[] => Array.from({ length: whole() }, read);
  // Instructions: in which text the numbers are that follow, how many there are, and the bytes before them.
  const instructions = list(() => ({ operands: whole(), count: whole(), head: list(whole) as readonly number[] }));
  instructions.push({ operands: WHOLE, count: 0, head: chooseLanes[kind] });
  const bytes: number[] = [];
  for (let left = whole(); left > 0; left--) {
    const instruction = instructions[next(INSTRUCTION)];
    if (instruction === undefined) {
      bytes.push(...multiplyAdd[kind](next(SPARE)));
      continue;
    }
    const { operands, head } = instruction;
    bytes.push(...head);
    for (let { count } = instruction; count > 0; ) {
      const value = next(operands);
      bytes.push(value);
      // In a LEB128, bytes from 128 on are not the last.
      if (value < 128 || operands === WHOLE) count--;
    }
  }
  return new Uint8Array(bytes);
}
