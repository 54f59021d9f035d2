/** A line of the cache: blocks begin on one, and fill whole ones, so that kernels may write whole vectors. */
const LINE = 64;

/**
 * Hands out blocks of a memory from `start` on and takes them back.
 *
 * Training asks for the same sizes step after step: a block that came back is the next of its size. Where none of a size
 * is left, neighbours that came back are joined before the memory grows.
 */
export class Heap {
  #used = 0;
  /** Blocks that came back, by size. */
  readonly #free = new Map<number, number[]>();
  #freeBytes = 0;
  #end: number;
  readonly #reach: (end: number) => boolean;

  /** @param reach - makes the memory reach up to a byte; false where it cannot. */
  constructor(start: number, reach: (end: number) => boolean) {
    this.#end = lines(start);
    this.#reach = reach;
  }

  /** The address of a block of that many bytes; 0 where the memory cannot grow so far. */
  allocate(bytes: number): number {
    const size = lines(bytes);
    let at = this.#free.get(size)?.pop();
    // Joining looks at every block, so it waits until enough of them came back to be worth it.
    if (at === undefined && this.#freeBytes >= size && 2 * this.#freeBytes >= this.#used) at = this.#cut(size);
    if (at !== undefined) {
      this.#freeBytes -= size;
    } else {
      at = this.#end;
      // Kernels read up to a line behind what they are given.
      if (!this.#reach(at + size + LINE)) return 0;
      this.#end = at + size;
    }
    this.#used += size;
    return at;
  }

  /** Takes a block back, with the bytes that were asked for. */
  free(at: number, bytes: number): void {
    const size = lines(bytes);
    this.#put(at, size);
    this.#freeBytes += size;
    this.#used -= size;
  }

  /** Joins neighbours, and cuts a block of `size` from the first that is large enough. */
  #cut(size: number): number | undefined {
    const blocks: [at: number, size: number][] = [];
    for (const [length, list] of this.#free) for (const at of list) blocks.push([at, length]);
    blocks.sort((a, b) => a[0] - b[0]);
    this.#free.clear();
    let found: number | undefined;
    for (let i = 0; i < blocks.length; ) {
      let [at, length] = blocks[i]!;
      for (i++; i < blocks.length && blocks[i]![0] === at + length; i++) length += blocks[i]![1];
      if (found === undefined && length >= size) {
        found = at;
        at += size;
        length -= size;
      }
      if (length > 0) this.#put(at, length);
    }
    return found;
  }

  #put(at: number, size: number): void {
    const list = this.#free.get(size);
    if (list === undefined) this.#free.set(size, [at]);
    else list.push(at);
  }
}

function lines(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}
