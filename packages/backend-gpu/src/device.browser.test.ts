import { expect, it } from 'vitest';
import { denseSource } from './buffer.js';
import { openContext } from './context.js';
import { loadGpuJs } from './gpu-js.js';
import { map } from './kernels/map.js';
import type { Call } from './kernels/program.js';
import { multiply } from './products.js';
import { WebGLDevice } from './webgl-device.js';

/** What a kernel gives. */
async function valuesOf(device: WebGLDevice, call: Call): Promise<Float32Array> {
  const texture = device.run(call);
  const values = await device.read(texture, call.size);
  device.pool.give(texture);
  return values;
}

/** A device, and the textures of its context that were made and not deleted. */
async function watchedDevice(mostKernels?: number) {
  const gl = openContext();
  const living = new Set<WebGLTexture>();
  const { createTexture, deleteTexture } = gl;
  gl.createTexture = () => {
    const texture = createTexture.call(gl);
    living.add(texture);
    return texture;
  };
  gl.deleteTexture = (texture) => {
    if (texture) living.delete(texture);
    deleteTexture.call(gl, texture);
  };
  return { device: new WebGLDevice(await loadGpuJs(), gl, mostKernels), living };
}

it('makes no textures where it has some of the size', async () => {
  const { device, living } = await watchedDevice();
  let x = device.run(map('', [100], 100, [0]));
  for (let i = 0; i < 50; i++) {
    const next = device.run(map('op_add', [100], 100, [denseSource(x, [100]), 1]));
    device.pool.give(x);
    x = next;
    expect((await valuesOf(device, map('', [100], 100, [denseSource(x, [100])])))[99]).toBe(i + 1);
  }
  // Two that take turns; what is read takes the one that is free.
  expect(living.size).toBe(2);
  expect(device.pool.textures).toBe(1);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('keeps nothing of an upload but its result', async () => {
  const { device, living } = await watchedDevice();
  const n = 2 ** 20 + 1;
  for (let i = 0; i < 3; i++) {
    const texture = device.upload(new Float32Array(n).fill(i));
    const last = { ...denseSource(texture, [1]), offset: n - 1 };
    expect([...(await valuesOf(device, map('', [1], 1, [last])))]).toEqual([i]);
    device.pool.give(texture);
  }
  // The result and what was read of it, which wait to be used again.
  expect(living.size).toBe(2);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('writes several textures at once, each time others', async () => {
  const { device } = await watchedDevice();
  for (const n of [3, 40, 9]) {
    const body = 'result1 = vec4(f0 + 1.0); result2 = vec4(float(k)); return vec4(f0);';
    const call: Call = { size: n, body, each: 'texel', results: 3, uses: [], textures: [], floats: [n], ints: [] };
    const made = device.runAll(call);
    const values = await Promise.all(made.map((texture) => device.read(texture, n)));
    expect(values.map((list) => list[n - 1])).toEqual([n, n + 1, Math.floor((n - 1) / 4)]);
  }
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it.each([
  ['eight textures', 8, () => {}],
  [
    'four where it draws to no more',
    4,
    (gl: WebGL2RenderingContext) => {
      const { getParameter } = gl;
      gl.getParameter = (name) => (name === gl.MAX_DRAW_BUFFERS ? 4 : getParameter.call(gl, name));
    },
  ],
  [
    'four where eight are too many bytes',
    4,
    (gl: WebGL2RenderingContext) => {
      gl.checkFramebufferStatus = () => gl.FRAMEBUFFER_UNSUPPORTED;
    },
  ],
] as const)('makes a large product in %s', async (_, results, change) => {
  const gl = openContext();
  change(gl);
  const device = new WebGLDevice(await loadGpuJs(), gl);
  expect(device.mostResults).toBe(results);
  const [m, k, n] = [67, 1024, 33];
  const a = device.upload(Float32Array.from({ length: m * k }, (_, i) => Math.floor(i / k)));
  const b = device.upload(Float32Array.from({ length: k * n }, (_, i) => i % n));
  const made = multiply(device, denseSource(a, [m, k]), denseSource(b, [k, n]));
  const expected = Float32Array.from({ length: m * n }, (_, i) => k * Math.floor(i / n) * (i % n));
  expect(await device.read(made, m * n)).toEqual(expected);
  expect(device.pool.textures).toBe(3);
  gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('has no more kernels than it may, those that were used last', async () => {
  const { device } = await watchedDevice(5);
  const call = (k: number): Call => ({
    size: 4,
    body: `return vec4(${k}.0);`,
    each: 'texel',
    uses: [],
    textures: [],
    floats: [],
    ints: [],
  });
  const first = await valuesOf(device, call(0));
  for (let k = 1; k < 9; k++) device.pool.give(device.run(call(k)));
  expect(device.kernelCount).toBe(5);
  expect(await valuesOf(device, call(0))).toEqual(first);
  expect(device.kernelCount).toBe(5);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('has one kernel for all sizes of an operation', async () => {
  const { device } = await watchedDevice();
  for (const n of [1, 2, 7, 100, 5000, 3]) {
    const x = device.upload(Float32Array.from({ length: n }, (_, i) => i));
    expect(device.readSync(x, n)).toEqual(Float32Array.from({ length: n }, (_, i) => i));
    const values = await valuesOf(device, map('op_add', [n], n, [denseSource(x, [n]), 0.5]));
    expect(values).toEqual(Float32Array.from({ length: n }, (_, i) => i + 0.5));
  }
  // One that tells the class of textures; and a view of [1] has no dimensions to walk, so its kernel is another.
  expect(device.kernelCount).toBe(3);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('says what does not fit when the device has no memory, and goes on', async () => {
  const { device } = await watchedDevice();
  const { gl } = device;
  const kept = device.upload(new Float32Array(1000).fill(3));
  const { texStorage2D, getError } = gl;
  let full = false;
  gl.texStorage2D = (...args) => {
    full = args[3] * args[4] * 16 > 4 * 2 ** 20;
    if (!full) texStorage2D.apply(gl, args);
  };
  gl.getError = () => (full ? gl.OUT_OF_MEMORY : getError.call(gl));
  const message = /out of memory: there is no room for 2097152 elements \(8 MB\) beside 1 buffers of 0 MB/;
  expect(() => device.run(map('', [2 ** 21], 2 ** 21, [1]))).toThrow(message);
  expect(() => device.upload(new Float32Array(2 ** 21))).toThrow(message);
  // In the midst of a product, of which nothing stays.
  const wide = { ...denseSource(kept, [64, 64]), strides: [0, 1] };
  const long = { ...denseSource(kept, [64, 2 ** 15]), strides: [0, 1] };
  expect(() => multiply(device, wide, long)).toThrow('out of memory');
  full = false;
  expect(device.pool.textures).toBe(1);
  expect((await device.read(kept, 1000))[999]).toBe(3);
  expect((await valuesOf(device, map('op_neg', [1000], 1000, [denseSource(kept, [1000])])))[999]).toBe(-3);
  gl.getExtension('WEBGL_lose_context')!.loseContext();
});
