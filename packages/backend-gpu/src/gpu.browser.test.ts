import type { Buffer } from '@kindling/tensor-core/backend';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { type GpuBackend, gpu } from './index.js';
import { denseView, viewOf } from './testing.js';

let backend: GpuBackend;
beforeAll(async () => {
  backend = await gpu();
});

describe('gpu', () => {
  it('is one for the page, and says what it runs on', async () => {
    expect(await gpu()).toBe(backend);
    expect(await gpu({ mode: 'webgl2' })).toBe(backend);
    expect(backend.info.mode).toBe('webgl2');
    expect(backend.name).toBe('gpu');
    expect(backend.device).toMatch(/\w/);
    expect(backend.supports('float64')).toBe(false);
    expect((['float32', 'int32', 'bool'] as const).every((dtype) => backend.supports(dtype))).toBe(true);
  });

  it('says why there is no WebGPU, and takes WebGL 2', async () => {
    await expect(gpu({ mode: 'webgpu' })).rejects.toThrow(/WebGPU/);
  });

  it('knows no other mode', async () => {
    await expect(gpu({ mode: 'cpu' as 'webgl2' })).rejects.toThrow(
      "gpu: mode must be 'auto', 'webgpu' or 'webgl2', not a string 'cpu'",
    );
  });

  it('compiles and runs without evaluating strings', async () => {
    const refuse = () => {
      throw new Error('unsafe-eval');
    };
    vi.stubGlobal('Function', new Proxy(globalThis.Function, { apply: refuse, construct: refuse }));
    vi.stubGlobal('eval', refuse);
    try {
      expect(() => new Function('return 1')).toThrow('unsafe-eval');
      const x = denseView(backend.upload(new Float32Array([1, 4, 9, 16, 25, 36, 49]), 'float32'), [7, 1]);
      const y = denseView(backend.unary('sqrt', x), [1, 7]);
      expect([...(await backend.read(denseView(backend.matmul(y, x))))]).toEqual([784]);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('upload and read', () => {
  it('copies in and out', async () => {
    const values = new Float32Array([1, -2.5, 3e38, 1e-38, Number.NaN, -Infinity, -0]);
    const buffer = backend.upload(values, 'float32');
    values[0] = 100;
    const first = await backend.read(denseView(buffer));
    expect([...first]).toEqual([1, -2.5, Math.fround(3e38), Math.fround(1e-38), Number.NaN, -Infinity, -0]);
    first[0] = 50;
    expect(first.buffer.byteLength).toBe(28);
    expect((await backend.read(denseView(buffer)))[0]).toBe(1);
  });

  it('waits for the device once to read without waiting what does not change', () => {
    const readings = vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels');
    const read = (buffer: Buffer) => [...backend.readSync!(denseView(buffer))];
    const given = backend.upload(new Float32Array([0, 1, 1, 0, 2.5, -3]), 'float32');
    expect(read(given)).toEqual([0, 1, 1, 0, 2.5, -3]);
    const rows = backend.upload(new Int32Array([5, 4, 1]), 'int32');
    const chosen = backend.gather(viewOf(given, { shape: [6], strides: [-1], offset: 5 }), 0, denseView(rows));
    expect(read(chosen)).toEqual([0, 1, 2.5]);
    expect(read(backend.copy(viewOf(chosen, { shape: [2], strides: [2], offset: 0 }), 'bool'))).toEqual([0, 1]);
    expect(readings).toHaveBeenCalledTimes(0);
    const whole = backend.copy(denseView(given), 'int32');
    for (let i = 0; i < 2; i++) expect(read(whole)).toEqual([0, 1, 1, 0, 2, -3]);
    expect(readings).toHaveBeenCalledTimes(1);
    backend.assign(viewOf(whole, { shape: [2], strides: [1], offset: 4 }), 7);
    for (let i = 0; i < 2; i++) expect(read(whole)).toEqual([0, 1, 1, 0, 7, 7]);
    expect(readings).toHaveBeenCalledTimes(2);
    readings.mockRestore();
  });

  it('makes no textures for nothing', async () => {
    const { textures } = backend.memory();
    const none = backend.upload(new Float32Array(0), 'float32');
    const results = [backend.unary('exp', denseView(none)), backend.copy(denseView(none), 'int32')];
    expect(backend.memory().textures).toBe(textures);
    expect(await backend.read(denseView(results[1]!))).toEqual(new Int32Array(0));
    for (const buffer of [none, ...results]) backend.release(buffer);
    expect(backend.memory().textures).toBe(textures);
  });

  it('reads what was there when reading began, several at once', async () => {
    const target = denseView(backend.fill(5, 0, 'float32'));
    const readings = [];
    for (let i = 0; i < 5; i++) {
      backend.assign(target, i);
      readings.push(backend.read(target));
    }
    expect((await Promise.all(readings)).map((values) => values[4])).toEqual([0, 1, 2, 3, 4]);
  });

  it('reads without waiting too', () => {
    const x = viewOf(backend.upload(new Int32Array([1, 2, 3, 4, 5, 6]), 'int32'), {
      shape: [3, 2],
      strides: [1, 3],
      offset: 0,
    });
    expect(backend.readSync!(x)).toEqual(new Int32Array([1, 4, 2, 5, 3, 6]));
  });

  it('refuses integers that are no floats, at both ends', async () => {
    const message = /gpu: int32 -?\d+ is outside -16777215 to 16777215/;
    expect(() => backend.upload(new Int32Array([1, 16777216]), 'int32')).toThrow(message);
    expect(() => backend.fill(1, -16777217, 'int32')).toThrow(message);
    const most = denseView(backend.upload(new Int32Array([16777215, -16777215]), 'int32'));
    expect([...(await backend.read(most))]).toEqual([16777215, -16777215]);
    await expect(backend.read(denseView(backend.binary('add', most, most)))).rejects.toThrow(message);
  });

  it('refuses more elements than a texture holds', () => {
    expect(() => backend.fill(2 ** 40, 0, 'float32')).toThrow('elements do not fit a texture');
  });

  it('waits', async () => {
    backend.unary('exp', denseView(backend.fill(1000, 1, 'float32')));
    await backend.sync();
  });
});

describe('memory', () => {
  /** One step of many results, all given back. */
  const step = (x: Buffer): void => {
    const made: Buffer[] = [];
    const keep = (buffer: Buffer) => {
      made.push(buffer);
      return denseView(buffer, [20, 30]);
    };
    const y = keep(backend.unary('exp', denseView(x, [20, 30])));
    const z = keep(backend.binary('mul', y, 0.5));
    keep(backend.binary('add', y, z));
    made.push(backend.reduce('sum', z, 1), backend.cumsum(z), backend.matmul(z, { ...y, shape: [30, 20] }));
    const sorted = backend.sort(y, true);
    made.push(sorted.values, sorted.indices, backend.copy(y, 'float32'));
    backend.assign(denseView(x, [20, 30]), 0.5);
    for (const buffer of made) backend.release(buffer);
  };

  it('gives textures back, in a long synchronous loop', () => {
    const x = backend.fill(600, 0.25, 'float32');
    for (let i = 0; i < 3; i++) step(x);
    const before = backend.memory();
    for (let i = 0; i < 200; i++) step(x);
    const after = backend.memory();
    expect(after.textures).toBe(before.textures);
    expect(after.bytes).toBe(before.bytes);
    expect(after.keptBytes).toBe(before.keptBytes);
    expect(after.kernels).toBe(before.kernels);
    backend.release(x);
  });

  it('deletes what it need not keep', () => {
    const made = Array.from({ length: 6 }, () => backend.fill(4_000_000, 1, 'float32'));
    const { bytes } = backend.memory();
    expect(bytes).toBeGreaterThan(90e6);
    for (const buffer of made) backend.release(buffer);
    expect(backend.memory().bytes).toBeLessThan(bytes - 90e6);
    expect(backend.memory().keptBytes).toBeLessThanOrEqual(64 * 2 ** 20);
  });

  it('gives back what was forgotten, once garbage is collected', async () => {
    const { textures } = backend.memory();
    for (let i = 0; i < 50; i++) backend.fill(100, i, 'float32');
    expect(backend.memory().textures).toBeGreaterThanOrEqual(textures + 50);
    await vi.waitFor(
      async () => {
        await cdp().send('HeapProfiler.collectGarbage');
        expect(backend.memory().textures).toBeLessThan(textures + 25);
      },
      { timeout: 20_000, interval: 50 },
    );
  });

  it('refuses a released buffer, and releases once', () => {
    const buffer = backend.fill(3, 1, 'float32');
    const { textures } = backend.memory();
    backend.release(buffer);
    backend.release(buffer);
    expect(backend.memory().textures).toBe(textures - 1);
    expect(() => backend.unary('neg', denseView(buffer))).toThrow('a released buffer of 3 float32 elements is used');
  });
});
