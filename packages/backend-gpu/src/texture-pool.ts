import type { CountedTexture, Texture } from './gpu-js.js';

/** How many bytes of released textures are kept for the next results of their size. */
const KEPT_BYTES = 64 * 2 ** 20;

/** What makes and deletes the textures of a device. */
export interface Memory {
  /** A fresh texture of a size, in texels; `null` where the device has no memory for it. */
  make(size: Int32Array, bytes: number): CountedTexture | null;
  drop(texture: CountedTexture): void;
  /** Whether a texture can be used again; all can unless given. */
  isOfUse?(texture: CountedTexture): boolean;
}

const bytesOf = (size: Int32Array): number => size[0]! * size[1]! * 16;

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/**
 * The textures of one device. A released one is kept for the next result of its size: commands run in order, so what
 * still reads it has run before it is written again.
 */
export class TexturePool {
  /** Textures in use, and their bytes. */
  textures = 0;
  bytes = 0;
  /** The bytes of released textures that are kept. */
  keptBytes = 0;
  private readonly kept = new Map<string, { size: Int32Array; textures: CountedTexture[] }>();

  /**
   * @param makeRoom - gives back what it can where the device has no memory left; whether there was anything.
   */
  constructor(
    private readonly memory: Memory,
    private readonly makeRoom: () => boolean = () => false,
  ) {}

  /** A texture of a size, whose texels may hold anything. */
  take(size: Int32Array): CountedTexture {
    const bytes = bytesOf(size);
    let texture = this.kept.get(String(size))?.textures.pop();
    if (texture === undefined) texture = this.make(size, bytes);
    else this.keptBytes -= bytes;
    this.textures++;
    this.bytes += bytes;
    return texture;
  }

  /** Some textures, or none of them where one cannot be had. */
  several(count: number, make: () => Texture): Texture[] {
    const made: Texture[] = [];
    try {
      for (let k = 0; k < count; k++) made.push(make());
    } catch (error) {
      for (const texture of made) this.give(texture);
      throw error;
    }
    return made;
  }

  /** Gives a texture back. */
  give({ texture, size }: Texture): void {
    const bytes = bytesOf(size);
    this.textures--;
    this.bytes -= bytes;
    if (bytes > KEPT_BYTES || this.memory.isOfUse?.(texture) === false) {
      this.memory.drop(texture);
      return;
    }
    const key = String(size);
    const same = this.kept.get(key) ?? { size, textures: [] };
    // Last in the order of the map: what was given back longest ago goes first.
    this.kept.delete(key);
    this.kept.set(key, same);
    same.textures.push(texture);
    // Nobody holds it: with its old count GPU.js would take it for shared, and make another to write to.
    texture._refs = 0;
    this.keptBytes += bytes;
    this.trim(KEPT_BYTES);
  }

  /** Deletes kept textures, the longest unused first, until at most these bytes are kept. */
  trim(keep: number): void {
    for (const [key, { size, textures }] of this.kept) {
      while (this.keptBytes > keep && textures.length > 0) {
        this.memory.drop(textures.pop()!);
        this.keptBytes -= bytesOf(size);
      }
      if (textures.length === 0) this.kept.delete(key);
      if (this.keptBytes <= keep) return;
    }
  }

  private make(size: Int32Array, bytes: number): CountedTexture {
    let texture = this.memory.make(size, bytes);
    if (texture === null) {
      this.trim(0);
      texture = this.memory.make(size, bytes);
    }
    if (texture === null && this.makeRoom()) {
      this.trim(0);
      texture = this.memory.make(size, bytes);
    }
    if (texture !== null) return texture;
    throw new Error(`gpu: ${this.noRoomFor(bytes)}`);
  }

  /** What is said where the device has no memory for a texture of so many bytes. */
  noRoomFor(bytes: number): string {
    return (
      `the device is out of memory: there is no room for ${bytes / 4} elements (${megabytes(bytes)}) ` +
      `beside ${this.textures} buffers of ${megabytes(this.bytes)}`
    );
  }
}
