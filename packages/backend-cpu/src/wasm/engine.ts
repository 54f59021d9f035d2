import type { View } from '@kindling/tensor-core/backend';
import { type CpuBuffer, valuesOf } from '../buffer.js';
import { Heap } from './heap.js';
import type { Home } from './home.js';
import type { Pool } from './pool.js';

/** What `assembly/index.ts` exports; addresses are in bytes, strides in elements. */
interface Exports {
  heapBase(): number;
  join(control: number, threads: number, thread: number, worth: number): void;
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
    bias: number,
    activation: number,
    work: number,
  ): void;
  setWindows(
    h: number,
    w: number,
    kh: number,
    kw: number,
    sh: number,
    sw: number,
    ph: number,
    pw: number,
    dh: number,
    dw: number,
  ): number;
  unfold(x: number, n: number, windows: number, back: number, work: number): void;
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
  sumColumns(x: number, rows: number, columns: number, sums: number, out: number): void;
  softmax(x: number, rows: number, columns: number, logarithm: number): void;
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
/** What the workbench holds at least: five chunks. */
const BENCH = 5 * CHUNK_BYTES;

/** From which sizes on an engine works otherwise. */
export interface Sizes {
  /** The most elements of an operand that are on the workbench at once; larger ones are worked on in blocks. */
  readonly limit: number;
  /** The multiplications from which on threads share a product. */
  readonly worth: number;
  /** The most bytes of buffers that stay; what is made beyond stays with JavaScript. */
  readonly resident: number;
}

/** What sizes are unless told. */
export const usual: Sizes = { limit: 2 ** 22, worth: 2 ** 20, resident: 2 ** 28 };

/**
 * The compiled kernels and the memory they work in: a workbench, on which each operation lays out its operands anew, and a
 * heap of buffers that stay.
 */
export class Engine {
  readonly kernels: Exports;
  readonly memory: WebAssembly.Memory;
  readonly pool: Pool | null;
  readonly sizes: Sizes;
  /** The first address of the workbench, on a line of the cache; `reserve` may move it. */
  base: number;
  /** The whole memory; a new array after the memory grew, as is `doubles`. */
  floats: Float32Array;
  /** The same memory as doubles. */
  doubles: Float64Array;
  /** How many threads share work in this memory. */
  readonly threads: number;
  /** The bytes of the workbench. */
  room = 0;
  /** The bytes of the buffers that stay. */
  resident = 0;
  readonly #heap: Heap;

  /**
   * @param modules - the kernels of all of them work in the memory.
   * @param pool - the threads that share the memory; none for one.
   */
  constructor(modules: readonly WebAssembly.Module[], memory: WebAssembly.Memory, pool: Pool | null, sizes: Sizes) {
    this.sizes = sizes;
    this.pool = pool;
    this.threads = pool?.threads ?? 1;
    this.memory = memory;
    const imports = { memory, log: Math.log, pause: () => pool?.pause() };
    const instances = modules.map(
      (module) => new WebAssembly.Instance(module, { env: imports }).exports as unknown as Exports,
    );
    // What modules have under the same names, the last one has to say.
    this.kernels = Object.assign({}, ...instances);
    this.floats = new Float32Array(memory.buffer);
    this.doubles = new Float64Array(memory.buffer);
    this.#heap = new Heap(this.kernels.heapBase(), (end) => this.#reach(end));
    // What all threads share, at whose end each has two lines of its own; assembly/parallel.ts has the same numbers.
    const control = this.#heap.allocate(1024 + 128 * this.threads);
    this.base = 0;
    this.reserve(BENCH);
    for (const { join } of instances) join(control, this.threads, 0, sizes.worth);
    pool?.start(modules, memory, control, sizes.worth);
  }

  /** Makes room for that many bytes on the workbench, on which nothing lies then. */
  reserve(bytes: number): void {
    if (bytes <= this.room) return;
    if (this.room > 0) this.#heap.free(this.base, this.room);
    // Some more, so that slowly growing sizes do not each leave a hole.
    const wanted = bytes <= BENCH ? bytes : Math.ceil(bytes * 1.25);
    this.base = this.#heap.allocate(wanted);
    if (this.base === 0) throw new RangeError(`cpu: no memory for ${bytes} bytes of operands`);
    this.room = wanted;
  }

  /** Copies `n` elements from `values[at]` on to an address. */
  load(values: Float32Array, at: number, n: number, address: number): void {
    copy(values, at, n, this.floats, address >>> 2);
  }

  /** Copies `n` elements from an address to `out[at]` and on. */
  store(address: number, n: number, out: Float32Array, at: number): void {
    copy(this.floats, address >>> 2, n, out, at);
  }

  /** Where in this memory the buffer of a view stays; `null` where it does not. */
  homeOf(x: View): Home | null {
    const { home } = x.buffer as CpuBuffer;
    return home !== null && home.engine === this ? home : null;
  }

  /** The address of a float32 view's first element, where its buffer stays in this memory; 0 elsewhere. */
  addressOf(x: View): number {
    const home = this.homeOf(x);
    return home === null ? 0 : home.address + x.offset * 4;
  }

  /** The address of `n` elements that lie together, the first `from` elements behind a view's: copied to `address`, if need be. */
  bring(x: View, from: number, n: number, address: number): number {
    const at = this.addressOf(x);
    if (at !== 0) return at + from * 4;
    this.load(valuesOf(x) as Float32Array, x.offset + from, n, address);
    return address;
  }

  /** A block for a buffer that stays; 0 where there is no room. */
  allocate(bytes: number): number {
    if (this.resident + bytes > this.sizes.resident) return 0;
    const address = this.#heap.allocate(bytes);
    if (address !== 0) this.resident += bytes;
    return address;
  }

  /** Takes a block back. */
  free(address: number, bytes: number): void {
    this.#heap.free(address, bytes);
    this.resident -= bytes;
  }

  #reach(end: number): boolean {
    const missing = end - this.floats.byteLength;
    if (missing <= 0) return true;
    const pages = Math.ceil(missing / PAGE);
    try {
      this.memory.grow(pages);
    } catch {
      return false;
    }
    this.floats = new Float32Array(this.memory.buffer);
    this.doubles = new Float64Array(this.memory.buffer);
    return true;
  }
}

function copy(from: Float32Array, at: number, n: number, to: Float32Array, toAt: number): void {
  // A view of its own takes longer than a few elements.
  if (n < 16) for (let i = 0; i < n; i++) to[toAt + i] = from[at + i]!;
  else to.set(n === from.length ? from : from.subarray(at, at + n), toAt);
}

/** The next address that begins a line of the cache. */
export function align(address: number): number {
  return (address + 63) & ~63;
}
