import type { CountedTexture, Texture } from './gpu-js.js';

/** How many bytes of released textures are kept for the next results of their size. */
const KEPT_BYTES = 64 * 2 ** 20;

/** Whether there is memory for a texture of this size or more is asked at once: asking waits for the device's answer. */
const ASKED_BYTES = 2 ** 20;

const bytesOf = (size: Int32Array): number => size[0]! * size[1]! * 16;

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/**
 * The textures of one context. A released one is kept for the next result of its size: commands run in order, so what
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
    private readonly gl: WebGL2RenderingContext,
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

  /** Gives a texture back. */
  give({ texture, size }: Texture): void {
    const bytes = bytesOf(size);
    this.textures--;
    this.bytes -= bytes;
    if (bytes > KEPT_BYTES) {
      this.gl.deleteTexture(texture);
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
        this.gl.deleteTexture(textures.pop()!);
        this.keptBytes -= bytesOf(size);
      }
      if (textures.length === 0) this.kept.delete(key);
      if (this.keptBytes <= keep) return;
    }
  }

  private make(size: Int32Array, bytes: number): CountedTexture {
    let texture = this.allocate(size, bytes);
    if (texture === null) {
      this.trim(0);
      texture = this.allocate(size, bytes);
    }
    if (texture === null && this.makeRoom()) {
      this.trim(0);
      texture = this.allocate(size, bytes);
    }
    if (texture !== null) return texture;
    throw new Error(
      `gpu: the device is out of memory: there is no room for ${bytes / 4} elements (${megabytes(bytes)}) ` +
        `beside ${this.textures} buffers of ${megabytes(this.bytes)}`,
    );
  }

  /** A fresh texture; `null` where the device has no memory for it. */
  private allocate(size: Int32Array, bytes: number): CountedTexture | null {
    const { gl } = this;
    const texture = gl.createTexture();
    // The last of the units that every device has; kernels count theirs from the first.
    gl.activeTexture(gl.TEXTURE15);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, size[0]!, size[1]!);
    if (bytes < ASKED_BYTES || gl.getError() !== gl.OUT_OF_MEMORY) return texture;
    gl.deleteTexture(texture);
    return null;
  }
}
