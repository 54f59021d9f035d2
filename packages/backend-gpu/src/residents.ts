import type { Shared } from './buffer.js';
import type { Device } from './device.js';
import type { Texture } from './gpu-js.js';

/** What was read this short a time ago stays, as an operation under way may be about to read it again. */
const RECENT = 32;

/** Of the budget, what is left on the device when elements have gone to memory. */
const LEFT = 0.75;

/**
 * The elements that are on the device. Where they grow beyond a budget, those that were not read for longest go to
 * memory, and come back when they are read. What nobody can reach any more is garbage there, which JavaScript collects in
 * time; on the device it would stay for as long as a program does not wait for anything.
 */
export class Residents {
  /** Counts readings. */
  clock = 0;
  /** How many times elements went to memory. */
  moved = 0;
  private readonly all = new Set<Shared>();

  /**
   * @param budget - bytes on the device from which on elements go to memory.
   */
  constructor(
    private readonly device: Device,
    public budget: number,
  ) {
    device.makeRoom = () => this.shrink(device.pool.bytes / 2);
  }

  upload(values: Float32Array): Texture {
    return this.device.upload(values);
  }

  add(shared: Shared): void {
    shared.used = ++this.clock;
    this.all.add(shared);
    if (this.device.pool.bytes > this.budget) this.shrink(this.budget * LEFT);
  }

  remove(shared: Shared, texture: Texture): void {
    this.all.delete(shared);
    this.device.pool.give(texture);
  }

  /** Has elements go to memory until at most these bytes are on the device, or all that is left was just read. */
  private shrink(bytes: number): boolean {
    const { device, clock } = this;
    // Where reading cannot be waited for, what is on the device stays there.
    if (device.readSync === undefined) return false;
    const { pool } = device;
    const before = pool.bytes;
    // Few and large at a time, rather than few bytes often: reading waits for the device.
    const oldest = [...this.all].filter(({ used }) => clock - used >= RECENT).sort((a, b) => a.used - b.used);
    for (const shared of oldest) {
      if (pool.bytes <= bytes) break;
      this.all.delete(shared);
      this.moved++;
      pool.give(shared.leave((texture) => device.readSync!(texture, texture.size[0]! * texture.size[1]! * 4)));
    }
    // What is kept for later results would take the place that was made.
    if (pool.bytes < before) pool.trim(0);
    return pool.bytes < before;
  }
}
