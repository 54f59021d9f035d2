import { CpuBuffer } from '../buffer.js';
import { allocateFloats, recycle } from '../memory.js';
import type { Engine } from './engine.js';

/** The blocks that go back when a parameter does: its own, and those of its gradients. */
class Blocks {
  readonly engine: Engine;
  readonly #blocks: [address: number, bytes: number][] = [];

  constructor(engine: Engine) {
    this.engine = engine;
  }

  add(address: number, bytes: number): void {
    this.#blocks.push([address, bytes]);
  }

  /** Gives one back; returns whether it was the last. */
  free(address: number): boolean {
    const i = this.#blocks.findIndex((block) => block[0] === address);
    if (i >= 0) this.engine.free(...this.#blocks.splice(i, 1)[0]!);
    return this.#blocks.length === 0;
  }

  freeAll(): void {
    for (const block of this.#blocks.splice(0)) this.engine.free(...block);
  }
}

// Runs between turns of the event loop: a synchronous loop that makes parameters fills what may stay, and then goes on
// with memory of JavaScript's.
const collected = new FinalizationRegistry<Blocks>((blocks) => blocks.freeAll());

/** Where a buffer's elements stay in WebAssembly memory. */
export class Home {
  readonly engine: Engine;
  readonly address: number;
  readonly #blocks: Blocks;
  /** The parameter whose gradient this is; it must not go before. */
  readonly owner: CpuBuffer | null;

  private constructor(address: number, blocks: Blocks, owner: CpuBuffer | null) {
    this.engine = blocks.engine;
    this.address = address;
    this.#blocks = blocks;
    this.owner = owner;
  }

  /** Moves a float32 buffer's elements to an engine, where there is room, until it is released, moved out or collected. */
  static moveIn(buffer: CpuBuffer, engine: Engine): void {
    const address = engine.allocate(buffer.size * 4);
    if (address === 0) return;
    const blocks = new Blocks(engine);
    blocks.add(address, buffer.size * 4);
    collected.register(buffer, blocks, blocks);
    const home = new Home(address, blocks, null);
    const values = home.view(buffer.size);
    values.set(buffer.values);
    if (buffer.recyclable) recycle(buffer.values);
    // The view is of memory that others get next.
    buffer.recyclable = false;
    buffer.values = values;
    buffer.home = home;
  }

  /** Moves a buffer's elements to an array that garbage collection frees. */
  static moveOut(buffer: CpuBuffer): void {
    const { home, size } = buffer;
    if (home === null) return;
    const values = allocateFloats(size);
    values.set(home.view(size));
    home.leave();
    buffer.home = null;
    buffer.values = values;
    buffer.recyclable = true;
  }

  /** A home for a gradient beside that of its parameter; `null` where there is no room. */
  static beside(parameter: CpuBuffer): Home | null {
    const { home, size } = parameter;
    if (home === null) return null;
    const address = home.engine.allocate(size * 4);
    if (address === 0) return null;
    home.#blocks.add(address, size * 4);
    return new Home(address, home.#blocks, parameter);
  }

  /** A buffer of what the kernels wrote here. */
  house(size: number): CpuBuffer {
    const { backend } = this.owner!;
    const buffer = new CpuBuffer(backend, this.view(size), false);
    buffer.home = this;
    return buffer;
  }

  /** The elements where they are. */
  view(size: number): Float32Array {
    return new Float32Array(this.engine.memory.buffer, this.address, size);
  }

  /** Gives the memory back. */
  leave(): void {
    if (this.#blocks.free(this.address)) collected.unregister(this.#blocks);
  }
}
