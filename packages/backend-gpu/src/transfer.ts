/** Elements from memory to textures and back. */
import type { Texture } from './gpu-js.js';

/** Writes elements to a texture from its first texel on; the texels behind the last may hold anything. */
export function write(gl: WebGL2RenderingContext, { texture, size }: Texture, values: Float32Array): void {
  const width = size[0]!;
  const perRow = width * 4;
  const rows = Math.floor(values.length / perRow);
  gl.activeTexture(gl.TEXTURE15);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, rows, gl.RGBA, gl.FLOAT, values);
  if (values.length === rows * perRow) return;
  const last = new Float32Array(perRow);
  last.set(values.subarray(rows * perRow));
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, rows, width, 1, gl.RGBA, gl.FLOAT, last);
}

/** Milliseconds for which a reading asks again and again; after that it leaves the processor to others between. */
const SOON = 4;

/** Reads textures of one context. */
export class Reader {
  private readonly framebuffer: WebGLFramebuffer;

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.framebuffer = gl.createFramebuffer();
  }

  /** The first elements of a texture, once everything enqueued has run; the fresh array may be longer in memory. */
  readSync(texture: Texture, count: number): Float32Array {
    const { gl } = this;
    const rows = this.bind(texture, count);
    const values = new Float32Array(texture.size[0]! * rows * 4);
    gl.readPixels(0, 0, texture.size[0]!, rows, gl.RGBA, gl.FLOAT, values);
    return values.subarray(0, count);
  }

  /** As `readSync`, while the page goes on. The elements are those of now, whatever is written there meanwhile. */
  async read(texture: Texture, count: number): Promise<Float32Array> {
    const { gl } = this;
    const rows = this.bind(texture, count);
    const values = new Float32Array(texture.size[0]! * rows * 4);
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, values.byteLength, gl.STREAM_READ);
    gl.readPixels(0, 0, texture.size[0]!, rows, gl.RGBA, gl.FLOAT, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    const arrived = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)!;
    gl.flush();
    // A lost context has no fences; whoever asked finds out.
    const asked = performance.now();
    while (!gl.isContextLost() && gl.clientWaitSync(arrived, 0, 0) === gl.TIMEOUT_EXPIRED) {
      await (performance.now() - asked < SOON ? turn() : pause());
    }
    gl.deleteSync(arrived);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, values);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.deleteBuffer(buffer);
    return values.subarray(0, count);
  }

  /** Has reads go to a texture; the number of rows that hold its first elements. */
  private bind({ texture, size }: Texture, count: number): number {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    return Math.ceil(count / (size[0]! * 4));
  }
}

/** Lets the page do something else for some milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 1));
}

/** Lets the page do what is waiting. Timers would make it wait for milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
