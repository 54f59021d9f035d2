/** Bytes of WebAssembly's code: an expression or a statement. */
export type Code = readonly number[];

/** A whole number in WebAssembly's variable length (unsigned LEB128). */
export function whole(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...whole(value >>> 7)];
}

/** A signed whole number in the same manner. */
export function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

/** An instruction that takes its operands from the expressions before it. */
export function instruction(...code: number[]): (...operands: Code[]) => Code {
  return (...operands) => [...operands.flat(), ...code];
}

/** The same of the instructions on vectors. */
export function vector(code: number): (...operands: Code[]) => Code {
  return instruction(0xfd, ...whole(code));
}

const VOID = 0x40;
const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

export const get = (local: number): Code => [0x20, ...whole(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...whole(local)];
export const tee = (local: number, value: Code): Code => [...value, 0x22, ...whole(local)];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const add32 = instruction(0x6a);
export const below32 = instruction(0x49);
export const returned = instruction(0x0f);
/** Runs the body again as long as the condition at its end holds. */
export const loop = (body: Code, condition: Code): Code => [0x03, VOID, ...body, ...condition, 0x0d, 0, 0x0b];
export const when = (condition: Code, then: Code): Code => [...condition, 0x04, VOID, ...then, 0x0b];

/** One function `run(i32, i32, f64, f64) -> i32` with as many vectors as locals, and a memory of 64 kB: a whole module. */
export function moduleOf(body: Code, vectors: number): Uint8Array<ArrayBuffer> {
  const text = (name: string): Code => [name.length, ...[...name].map((letter) => letter.charCodeAt(0))];
  const section = (id: number, content: Code): Code => [id, ...whole(content.length), ...content];
  const code = [1, ...whole(vectors), V128, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, F64, F64, 1, I32]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text('run'), 0, 0, ...text('memory'), 2, 0]),
    ...section(10, [1, ...whole(code.length), ...code]),
  ]);
}
