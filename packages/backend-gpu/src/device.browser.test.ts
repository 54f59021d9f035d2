import { expect, it } from 'vitest';
import { denseSource } from './buffer.js';
import { openContext } from './context.js';
import { Device } from './device.js';
import { loadGpuJs } from './gpu-js.js';
import { map, upload } from './kernels/map.js';

it('forgets kernels that were not used for long, and none of their results', async () => {
  const device = new Device(await loadGpuJs(), openContext(), 3);
  const x = denseSource(device.run(upload(new Float32Array([1, 2, 3]))), [3]);
  const names = ['op_neg', 'op_abs', 'op_sign', 'op_floor', 'op_neg', 'op_ceil', 'op_neg'];
  const results = names.map((name) => device.run(map(name, [3], 3, [x])));
  expect(device.kernelCount).toBe(3);
  for (const [i, texture] of results.entries()) {
    const values = await device.read(map('', [3], 3, [denseSource(texture, [3])]));
    expect([...values], names[i]).toEqual(
      names[i] === 'op_neg' ? [-1, -2, -3] : names[i] === 'op_sign' ? [1, 1, 1] : [1, 2, 3],
    );
  }
  expect(device.pool.textures).toBe(names.length + 1);
  for (const texture of [...results, x.texture]) device.pool.give(texture);
  expect(device.pool.textures).toBe(0);
  // What was given back is used again, by kernels that were compiled anew.
  const again = device.run(
    map('op_floor', [3], 3, [denseSource(device.run(upload(new Float32Array([4.5, 5.5, 6.5]))), [3])]),
  );
  expect([...(await device.read(map('', [3], 3, [denseSource(again, [3])])))]).toEqual([4, 5, 6]);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

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
  // Two that take turns, and that of the reading.
  expect(living.size).toBe(3);
  expect(device.pool.textures).toBe(1);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});

it('keeps nothing of a large upload but its result', async () => {
  const { device, living } = await watchedDevice();
  const n = 2 ** 20 + 1;
  for (let i = 0; i < 3; i++) {
    const texture = device.run(upload(new Float32Array(n).fill(i)));
    const last = { ...denseSource(texture, [1]), bufferSize: n, offset: n - 1 };
    expect([...(await device.read(map('', [1], 1, [last])))]).toEqual([i]);
    device.pool.give(texture);
  }
  // The results, which wait to be used again, and that of the reading.
  expect(device.kernelCount).toBe(1);
  expect(living.size).toBe(4);
  device.gl.getExtension('WEBGL_lose_context')!.loseContext();
});
