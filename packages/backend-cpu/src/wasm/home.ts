import { CpuBuffer } from '../buffer.js';
import { allocateFloats, recycle } from '../memory.js';
import type { Engine } from './engine.js';

/** The blocks of a parameter and of its gradients, which are as large: they go back when it does. */
interface Blocks {
  readonly engine: Engine;
  readonly bytes: number;
  // Not a set: V8 makes a new table of one after some deletions, to which the old one refers. Those that grew old keep all
  // later ones until a full collection, 80 bytes a training step.
  readonly addresses: number[];
}

// Runs between turns of the event loop: a synchronous loop that makes parameters fills what may stay, and then goes on
// with memory of JavaScript's.
const collected = new FinalizationRegistry<Blocks>(({ engine, bytes, addresses }) => {
  for (const address of addresses) engine.free(address, bytes);
});

/** Where a buffer's elements stay in WebAssembly memory. */
export class Home {
  readonly engine: Engine;
  readonly address: number;
  readonly #blocks: Blocks;
  /** The parameter whose gradient this is; it must not go before. */
  readonly owner: CpuBuffer | null;
  /** Whether it is for the time of a scope only. */
  readonly passing: true | undefined;

  constructor(address: number, blocks: Blocks, owner: CpuBuffer | null, passing?: true) {
    blocks.addresses.push(address);
    this.engine = blocks.engine;
    this.address = address;
    this.#blocks = blocks;
    this.owner = owner;
    this.passing = passing;
  }

  /** Moves a float32 buffer's elements to an engine, where there is room, until it is released, moved out or collected. */
  static moveIn(buffer: CpuBuffer, engine: Engine): void {
    const bytes = buffer.size * 4;
    const address = engine.allocate(bytes);
    if (address === 0) return;
    const blocks = { engine, bytes, addresses: [] };
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
    const { home } = parameter;
    if (home === null || home.passing) return null;
    const address = home.engine.allocate(home.#blocks.bytes);
    return address === 0 ? null : new Home(address, home.#blocks, parameter);
  }

  /** A buffer of what the kernels wrote here. */
  house(size: number): CpuBuffer {
    const buffer = new CpuBuffer(this.owner!.backend, this.view(size), false);
    buffer.home = this;
    return buffer;
  }

  /** The elements where they are. */
  view(size: number): Float32Array {
    return new Float32Array(this.engine.memory.buffer, this.address, size);
  }

  /** Gives the memory back. */
  leave(): void {
    const { engine, bytes, addresses } = this.#blocks;
    const at = addresses.indexOf(this.address);
    if (at >= 0) engine.free(addresses.splice(at, 1)[0]!, bytes);
    if (addresses.length === 0) collected.unregister(this.#blocks);
  }
}
