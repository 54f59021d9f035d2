import { expect, it } from 'vitest';
import { denseSource } from './buffer.js';
import { openContext } from './context.js';
import { Device } from './device.js';
import { loadGpuJs } from './gpu-js.js';
import { map } from './kernels/map.js';

/** A device, and the textures of its context that were made and not deleted. */
async function watchedDevice() {
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
  return { device: new Device(await loadGpuJs(), gl), living };
}

it('makes no textures where it has some of the size', async () => {
  const { device, living } = await watchedDevice();
  let x = device.run(map('', [100], 100, [0]));
  for (let i = 0; i < 50; i++) {
    const next = device.run(map('op_add', [100], 100, [denseSource(x, [100]), 1]));
    device.pool.give(x);
    x = next;
    expect((await device.read(map('', [100], 100, [denseSource(x, [100])])))[99]).toBe(i + 1);
  }
  // Two that take turns; a reading takes the one that is free.
  expect(living.size).toBe(2);
  expect(device.pool.textures).toBe(1);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('keeps nothing of a large upload but its result', async () => {
  const { device, living } = await watchedDevice();
  const n = 2 ** 20 + 1;
  for (let i = 0; i < 3; i++) {
    const texture = device.upload(new Float32Array(n).fill(i));
    const last = { ...denseSource(texture, [1]), offset: n - 1 };
    expect([...(await device.read(map('', [1], 1, [last])))]).toEqual([i]);
    device.pool.give(texture);
  }
  // The result, which waits to be used again, and that of the reading.
  expect(device.kernelCount).toBe(1);
  expect(living.size).toBe(2);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('has one kernel for all sizes of an operation', async () => {
  const { device } = await watchedDevice();
  for (const n of [1, 2, 7, 100, 5000, 3]) {
    const x = device.upload(Float32Array.from({ length: n }, (_, i) => i));
    const y = device.run(map('op_add', [n], n, [denseSource(x, [n]), 0.5]));
    const values = await device.read(map('', [n], n, [denseSource(y, [n])]));
    expect(values).toEqual(Float32Array.from({ length: n }, (_, i) => i + 0.5));
    expect(device.readSync(map('', [n], n, [denseSource(x, [n])]))).toHaveLength(n);
  }
  // A view of [1, 1] has no dimensions to walk, so its kernels are others.
  expect(device.kernelCount).toBe(5);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});
