import type { CountedTexture } from './gpu-js.js';
import type { Memory } from './texture-pool.js';

/** Whether there is memory for a texture of this size or more is asked at once: asking waits for the device's answer. */
const ASKED_BYTES = 2 ** 20;

/** The textures of a WebGL 2 context. */
export class TextureMemory implements Memory {
  constructor(private readonly gl: WebGL2RenderingContext) {}

  make(size: Int32Array, bytes: number): CountedTexture | null {
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

  drop(texture: CountedTexture): void {
    this.gl.deleteTexture(texture);
  }
}
