import type { WasmKind } from './support.js';

/** What `assembly/index.ts` exports; addresses are in bytes, strides in elements. */
interface Exports {
  heapBase(): number;
  gemmWork(m: number, n: number, k: number): number;
  gemm(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    bColumn: number,
    c: number,
    m: number,
    n: number,
    k: number,
    add: number,
    work: number,
  ): void;
  finish(c: number, bias: number, rows: number, columns: number, activation: number): void;
  activationBackward(activation: number, grad: number, y: number, out: number, n: number): void;
  unary(op: number, x: number, out: number, n: number): void;
  binary(
    op: number,
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bRow: number,
    bStep: number,
    out: number,
    rows: number,
    columns: number,
  ): void;
  sum(x: number, n: number): number;
  sumRows(x: number, rows: number, columns: number, out: number): void;
  sumColumns(x: number, rows: number, columns: number, sums: number): void;
  columnSums(x: number, rows: number, columns: number, out: number): void;
  softmax(x: number, rows: number, columns: number): void;
  logSoftmax(x: number, rows: number, columns: number): void;
  largest(x: number, n: number, most: number): number;
  sumOfExp(x: number, n: number, shift: number, out: number): number;
  divide(x: number, n: number, by: number): void;
  subtract(x: number, n: number, first: number, second: number): void;
  loss(kind: number, x: number, t: number, out: number, n: number): number;
  lossBackward(kind: number, x: number, t: number, g: number, factor: number, out: number, n: number): void;
  normalize(
    x: number,
    y: number,
    outer: number,
    groups: number,
    inner: number,
    w: number,
    b: number,
    perGroup: number,
    eps: number,
    stats: number,
  ): void;
  normalizeBackward(
    grad: number,
    x: number,
    dx: number,
    outer: number,
    groups: number,
    inner: number,
    w: number,
    perGroup: number,
    eps: number,
    dw: number,
    db: number,
  ): void;
  transpose(x: number, rows: number, columns: number, out: number): void;
  sgd(
    p: number,
    g: number,
    m: number,
    n: number,
    first: number,
    lr: number,
    momentum: number,
    undamped: number,
    weightDecay: number,
    nesterov: number,
    sign: number,
  ): void;
  adam(
    p: number,
    g: number,
    m: number,
    v: number,
    largest: number,
    n: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    eps: number,
    stepSize: number,
    scale: number,
    weightDecay: number,
    shrink: number,
    sign: number,
  ): void;
}

const PAGE = 65536;

/** The elements of an operand that elementwise kernels work on at once: five operands fit a second cache. */
export const CHUNK = 16384;
/** The bytes from one operand's chunk to the next, with room behind for whole vectors. */
export const CHUNK_BYTES = CHUNK * 4 + 64;

/**
 * The compiled kernels and the memory they work in.
 *
 * Every operation lays out its operands anew from `base` on: nothing in the memory outlives an operation.
 */
export class Engine {
  readonly kernels: Exports;
  /** The first address for operands, on a line of the cache. */
  readonly base: number;
  /** The most elements of an operand that are in the memory at once; larger ones are worked on in blocks. */
  readonly limit: number;
  /** The whole memory; a new array after `reserve` made it grow, as is `doubles`. */
  floats: Float32Array;
  /** The same memory as doubles. */
  doubles: Float64Array;
  readonly #memory: WebAssembly.Memory;

  constructor(module: WebAssembly.Module, limit = 2 ** 22) {
    this.limit = limit;
    this.#memory = new WebAssembly.Memory({ initial: 16 });
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory, log: Math.log } });
    this.kernels = instance.exports as unknown as Exports;
    this.base = align(this.kernels.heapBase());
    this.floats = new Float32Array(this.#memory.buffer);
    this.doubles = new Float64Array(this.#memory.buffer);
    this.reserve(this.base + 5 * CHUNK_BYTES);
  }

  /** Copies `n` elements from `values[at]` on to an address. */
  load(values: Float32Array, at: number, n: number, address: number): void {
    this.floats.set(n === values.length ? values : values.subarray(at, at + n), address >>> 2);
  }

  /** Copies `n` elements from an address to `out[at]` and on. */
  store(address: number, n: number, out: Float32Array, at: number): void {
    const from = address >>> 2;
    out.set(this.floats.subarray(from, from + n), at);
  }

  /** Makes the memory reach up to `end` bytes. */
  reserve(end: number): void {
    const missing = end - this.floats.byteLength;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(missing / PAGE));
    this.floats = new Float32Array(this.#memory.buffer);
    this.doubles = new Float64Array(this.#memory.buffer);
  }
}

/** Compiles a build of the kernels. */
export async function loadEngine(kind: WasmKind, limit?: number): Promise<Engine> {
  const { default: base64 } =
    kind === 'relaxed' ? await import('./generated/relaxed.js') : await import('./generated/simd.js');
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return new Engine(await WebAssembly.compile(bytes), limit);
}

/** The next address that begins a line of the cache. */
export function align(address: number): number {
  return (address + 63) & ~63;
}
