import { afterEach, describe, expect, it, vi } from 'vitest';
import { gpu } from './index.js';
import { denseView } from './testing.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const original = OffscreenCanvas.prototype.getContext as (...args: unknown[]) => OffscreenRenderingContext | null;

/** Has every new context go through a function first. */
function onContext(change: (gl: OffscreenRenderingContext | null) => unknown) {
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockImplementation(function (this: unknown, ...args) {
    return change(original.apply(this, args)) as never;
  });
}

describe('gpu', () => {
  it('says what is missing, and tries again the next time', async () => {
    onContext(() => null);
    await expect(gpu({ mode: 'webgl2' })).rejects.toThrow(
      'gpu: this browser gives no WebGL 2 context. Run in a browser',
    );
    onContext((gl) => Object.assign(gl as object, { getExtension: () => null }));
    await expect(gpu({ mode: 'webgl2' })).rejects.toThrow('cannot write floats (EXT_color_buffer_float)');
  });

  it('refuses a device that computes wrong numbers', async () => {
    onContext((gl) => {
      const context = gl as WebGL2RenderingContext;
      const original = context.shaderSource.bind(context);
      context.shaderSource = (shader, source) => original(shader, source.replace('x * y', 'x * y * 1.0001'));
      return context;
    });
    await expect(gpu({ mode: 'webgl2' })).rejects.toThrow(/computes 1 \* 3 = 3\.000\d*, not 3$/);
  });

  it('says so when the device gives up, and starts anew', async () => {
    let lost: WebGL2RenderingContext | undefined;
    onContext((gl) => {
      lost ??= gl as WebGL2RenderingContext;
      return gl;
    });
    const [first, same] = await Promise.all([gpu(), gpu()]);
    expect(same).toBe(first);
    const x = denseView(first.fill(3, 1, 'float32'));
    expect(await gpu()).toBe(first);
    const inFlight = first.read(x);
    lost!.getExtension('WEBGL_lose_context')!.loseContext();
    await expect(inFlight).rejects.toThrow('gpu: the WebGL context is lost');
    // Known kernels, and one that would be compiled now: no step runs on silently.
    expect(() => first.fill(3, 2, 'float32')).toThrow('gpu: the WebGL context is lost');
    expect(() => first.unary('erf', x)).toThrow('gpu: the WebGL context is lost');
    expect(() => first.cumsum(x)).toThrow('gpu: the WebGL context is lost');
    expect(() => first.assign(x, 5)).toThrow('gpu: the WebGL context is lost');
    await expect(first.read(x)).rejects.toThrow('gpu: the WebGL context is lost');
    await expect(first.sync()).rejects.toThrow('gpu: the WebGL context is lost');
    expect(() => first.readSync!(x)).toThrow('gpu: the WebGL context is lost');
    expect(() => first.upload(new Float32Array(3), 'float32')).toThrow('gpu: the WebGL context is lost');
    first.release(x.buffer);
    const second = await gpu();
    expect(second).not.toBe(first);
    expect([...(await second.read(denseView(second.fill(2, 4, 'float32'))))]).toEqual([4, 4]);
  });
});
