import { afterEach, describe, expect, it, vi } from 'vitest';
import { type GpuBackend, gpu } from '../index.js';
import { denseView } from '../testing.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A backend, and its device, which nobody else has. */
async function opened(): Promise<{ backend: GpuBackend; device: GPUDevice }> {
  (await gpu({ mode: 'webgpu' })).destroy();
  let device: GPUDevice | undefined;
  const { requestDevice } = GPUAdapter.prototype;
  vi.spyOn(GPUAdapter.prototype, 'requestDevice').mockImplementation(async function (this: GPUAdapter, ...args) {
    device = await requestDevice.apply(this, args);
    return device;
  });
  const backend = await gpu({ mode: 'webgpu' });
  return { backend, device: device! };
}

const settled = () => new Promise((resolve) => void setTimeout(resolve, 50));

describe('a device without memory', () => {
  /** Has a device have no memory for buffers above a size, until the result is called. */
  function fill(device: GPUDevice, most: number): () => void {
    const { createBuffer, popErrorScope } = device;
    let failed = false;
    vi.spyOn(device, 'createBuffer').mockImplementation((descriptor) => {
      if (descriptor.size <= most) return createBuffer.call(device, descriptor);
      // One that cannot be used, of which the device would say so.
      device.pushErrorScope('validation');
      const buffer = createBuffer.call(device, { ...descriptor, usage: 0 });
      void popErrorScope.call(device);
      failed = true;
      return buffer;
    });
    vi.spyOn(device, 'popErrorScope').mockImplementation(() => {
      const none = failed;
      failed = false;
      const told = popErrorScope.call(device);
      return none ? told.then(() => new GPUOutOfMemoryError('mocked')) : told;
    });
    return () => vi.restoreAllMocks();
  }

  const message = 'the device is out of memory: there is no room for 2097152 elements (8 MB) beside 1 buffers of 0 MB';

  it('says what does not fit, keeps what was there before, and is usable afterwards', async () => {
    const { backend, device } = await opened();
    const kept = denseView(backend.upload(new Float32Array(1000).fill(3), 'float32'));
    const end = fill(device, 4 * 2 ** 20);
    const before = backend.memory().textures;
    const large = denseView(backend.fill(2 ** 21, 1, 'float32'));
    // Goes to the device together with what is made of the large one.
    const beside = denseView(backend.unary('neg', kept));
    const made = denseView(backend.unary('neg', large));
    await expect(backend.read(large)).rejects.toThrow(`gpu: ${message}`);
    await settled();
    for (const lost of [large, made, beside]) {
      const never = `gpu: elements that are read were never computed: ${message}`;
      expect(() => backend.unary('exp', lost)).toThrow(never);
      await expect(backend.read(lost)).rejects.toThrow(never);
      backend.release(lost.buffer);
    }
    end();
    expect(backend.memory().textures).toBe(before);
    expect((await backend.read(kept))[999]).toBe(3);
    // No buffer without memory is used again.
    const again = denseView(backend.fill(2 ** 21, 2, 'float32'));
    const after = denseView(backend.binary('add', again, again));
    expect((await backend.read(after))[2 ** 21 - 1]).toBe(4);
    expect((await backend.read(denseView(backend.unary('neg', kept))))[999]).toBe(-3);
  });

  it('is noticed by the next call, whatever that is', async () => {
    const { backend, device } = await opened();
    const one = denseView(backend.fill(1, 1, 'float32'));
    const end = fill(device, 4 * 2 ** 20);
    const large = backend.upload(new Float32Array(2 ** 21), 'float32');
    await settled();
    expect(() => backend.unary('neg', one)).toThrow(`gpu: ${message}`);
    backend.release(large);
    end();
    expect([...(await backend.read(denseView(backend.unary('neg', one))))]).toEqual([-1]);
  });

  it('has elements stay that it cannot read', async () => {
    const { backend, device } = await opened();
    const large = denseView(backend.fill(2 ** 21, 5, 'float32'));
    await backend.sync();
    const end = fill(device, 4 * 2 ** 20);
    await expect(backend.read(large)).rejects.toThrow('out of memory: there is no room for 2097152 elements (8 MB)');
    end();
    expect((await backend.read(large))[7]).toBe(5);
  });
});

describe('a device that is lost', () => {
  const message = 'gpu: the WebGPU device is lost (';

  it.each([
    ['by the system', ({ device }: { device: GPUDevice }) => device.destroy()],
    ['as it was given back', ({ backend }: { backend: GpuBackend }) => backend.destroy()],
  ])('%s, is one error for every call, and another is had', async (_, lose) => {
    const both = await opened();
    const { backend: first } = both;
    expect(await gpu({ mode: 'webgpu' })).toBe(first);
    const x = denseView(first.fill(3, 1, 'float32'));
    const inFlight = [first.read(x), first.read(x), first.sync()];
    lose(both);
    for (const reading of inFlight) await expect(reading).rejects.toThrow(message);
    // Known kernels, and some that would be compiled now.
    expect(() => first.fill(3, 2, 'float32')).toThrow(message);
    expect(() => first.unary('erf', x)).toThrow(message);
    expect(() => first.cumsum(x)).toThrow(message);
    expect(() => first.assign(x, 5)).toThrow(message);
    expect(() => first.upload(new Float32Array(3), 'float32')).toThrow(message);
    await expect(first.read(x)).rejects.toThrow(message);
    await expect(first.sync()).rejects.toThrow(message);
    first.release(x.buffer);
    const second = await gpu({ mode: 'webgpu' });
    expect(second).not.toBe(first);
    expect([...(await second.read(denseView(second.fill(2, 4, 'float32'))))]).toEqual([4, 4]);
  });
});
