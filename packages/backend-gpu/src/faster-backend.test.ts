import { cpu } from '@kindling/backend-cpu';
import type { Backend, Buffer } from '@kindling/tensor-core/backend';
import { expect, it, vi } from 'vitest';
import type { GpuBackend } from './backend.js';
import { fasterBackend } from './faster-backend.js';

const layers = [
  { rows: 4, inputs: 3, outputs: 5 },
  { rows: 4, inputs: 5, outputs: 1 },
];

/** A backend whose products take so many milliseconds each, and that counts what it holds. */
function slowed(backend: Backend, milliseconds: number) {
  const held = new Set<Buffer>();
  const keep = (buffer: Buffer): Buffer => {
    held.add(buffer);
    return buffer;
  };
  const wrapped = new Proxy(backend, {
    get(target, name: keyof Backend) {
      if (name === 'release') return (buffer: Buffer) => void held.delete(buffer);
      const method = target[name];
      if (typeof method !== 'function') return name in extra ? extra[name as keyof typeof extra] : method;
      return (...args: never[]) => {
        if (name === 'matmul') {
          const end = performance.now() + milliseconds;
          while (performance.now() < end);
        }
        const made = (method as (...args: never[]) => unknown).apply(target, args);
        return name === 'matmul' || name === 'binary' || name === 'upload' || name === 'fill'
          ? keep(made as Buffer)
          : made;
      };
    },
  }) as GpuBackend;
  const extra = { info: { software: false, adapter: 'a device' } };
  return { backend: wrapped, held };
}

it('takes the one that was faster at these sizes, says why, and leaves nothing there', async () => {
  const plain = await cpu({ wasm: false });
  const [fast, slow] = [slowed(plain, 0), slowed(plain, 3)];
  const device = await fasterBackend(slow.backend, layers, async () => fast.backend);
  expect(device.backend).toBe(fast.backend);
  expect(device.milliseconds!.host).toBeGreaterThan(device.milliseconds!.gpu);
  expect(device.reason).toMatch(/^layers of these sizes take \S+ ms on a device and \S+ ms on cpu$/);
  expect((await fasterBackend(fast.backend, layers, async () => slow.backend)).backend).toBe(fast.backend);
  expect([fast.held.size, slow.held.size]).toEqual([0, 0]);
});

it('does not measure a device that is a program, or that is not there', async () => {
  const host = await cpu();
  const matmul = vi.fn();
  const program = { info: { software: true, adapter: 'SwiftShader' }, matmul } as unknown as GpuBackend;
  const choice = await fasterBackend(host, layers, async () => program);
  expect(choice.backend).toBe(host);
  expect(choice.reason).toBe('SwiftShader is a program that does on the CPU what a GPU would');
  expect(choice.milliseconds).toBeNull();
  expect(matmul).not.toHaveBeenCalled();
  const none = await fasterBackend(host, layers);
  expect(none.backend).toBe(host);
  expect(none.reason).toContain('no GPU was found');
});

it('wants layers', async () => {
  await expect(fasterBackend(await cpu(), [])).rejects.toThrow('fasterBackend: there are no layers to measure');
});
