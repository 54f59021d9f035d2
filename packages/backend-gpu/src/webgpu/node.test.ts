import { afterEach, expect, it, vi } from 'vitest';
import { gpu } from '../index.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Node as it is where its `navigator` has WebGPU that answers with an adapter. */
function answering(adapter: object | null): void {
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });
}

it('says what was tried, and why each failed', async () => {
  answering(null);
  await expect(gpu({ mode: 'webgpu' })).rejects.toThrow('WebGPU is there, but gives no adapter');
  await expect(gpu()).rejects.toThrow(
    /^gpu: no GPU was found. webgl2: there is no WebGL 2 outside a browser.*; webgpu: WebGPU is there, but gives no adapter/,
  );
  await expect(gpu({ mode: 'auto' })).rejects.toThrow(
    /^gpu: no GPU was found. webgpu: .* gives no adapter .*; webgl2: /,
  );
});

it('refuses an adapter that binds too few buffers', async () => {
  answering({ limits: { maxStorageBuffersPerShaderStage: 8 }, info: {} });
  await expect(gpu({ mode: 'webgpu' })).rejects.toThrow('binds 8 buffers at once, and an optimizer');
});
