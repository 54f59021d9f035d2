import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CpuBackend } from './index.js';
import { list, view } from './testing/views.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function fresh() {
  return (await import('./index.js')).cpu;
}

test('takes the fastest kernels that run here, or those asked for', async () => {
  const cpu = await fresh();
  const best = (await cpu()).kernels;
  expect(['simd', 'relaxed']).toContain(best);
  expect((await cpu({ wasm: true })).kernels).toBe(best);
  expect((await cpu({ wasm: 'relaxed' })).kernels).toBe(best);
  expect((await cpu({ wasm: 'simd' })).kernels).toBe('simd');
  expect((await cpu({ wasm: false })).kernels).toBe('plain');
});

test('without relaxed SIMD takes SIMD, silently', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { validate } = WebAssembly;
  // The probe of relaxed SIMD is the longer one.
  vi.spyOn(WebAssembly, 'validate').mockImplementation((bytes) => bytes.byteLength < 32 && validate(bytes));
  const cpu = await fresh();
  expect((await cpu()).kernels).toBe('simd');
  expect(warn).not.toHaveBeenCalled();
});

test('without SIMD computes with plain kernels, and warns once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const cpu = await fresh();
  const backend = await cpu();
  await cpu({ wasm: 'simd' });
  expect(backend.kernels).toBe('plain');
  expect(warn.mock.calls).toEqual([
    ['backend-cpu: this JavaScript engine has no WebAssembly SIMD; computing with the slower plain kernels'],
  ]);
  expect(list(backend.matmul(view([1, 2], [1, 2]), view([3, 4], [2, 1])))).toEqual([11]);
});

test('where WebAssembly may not be compiled computes with plain kernels, and says why', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new Error('refused by the policy'));
  const cpu = await fresh();
  expect((await cpu()).kernels).toBe('plain');
  expect(warn.mock.calls[0]![0]).toContain('refused by the policy');
});

describe('threads', () => {
  /** A process whose threads are of a class. */
  function withWorker(Worker: unknown): void {
    const { getBuiltinModule } = process;
    vi.spyOn(process, 'getBuiltinModule').mockImplementation(((name: string) =>
      name === 'node:worker_threads' ? { Worker } : getBuiltinModule(name)) as typeof getBuiltinModule);
  }

  /** A product that several threads would share, and the only number in it. */
  function largeProduct(backend: CpuBackend): Set<number> {
    const x = view(new Float32Array(128 * 128).fill(1), [128, 128]);
    return new Set(list(backend.matmul(x, x)));
  }

  const warnings = () => vi.spyOn(console, 'warn').mockImplementation(() => {});

  test('are as many as asked for, or one a core', async () => {
    const cpu = await fresh();
    expect((await cpu({ threads: 3 })).threads).toBe(3);
    expect((await cpu()).threads).toBe(availableParallelism());
    expect((await cpu({ wasm: false, threads: 3 })).threads).toBe(1);
  });

  test.each([-1, 1.5, Number.NaN])('%d of them are an error', async (threads) => {
    const cpu = await fresh();
    await expect(cpu({ threads })).rejects.toThrow(
      new RangeError(`cpu: the number of threads must be a whole number from 1 on, not ${threads}`),
    );
  });

  test('0 of them: one computes, with one warning', async () => {
    const warn = warnings();
    const cpu = await fresh();
    const backend = await cpu({ threads: 0 });
    await cpu({ threads: 0 });
    expect(backend.threads).toBe(1);
    expect(warn.mock.calls).toEqual([['backend-cpu: threads: 0 leaves none to compute; computing with one']]);
    expect(largeProduct(backend)).toEqual(new Set([128]));
  });

  test('one that may not be made: the others compute, with one warning', async () => {
    const warn = warnings();
    withWorker(
      class {
        constructor() {
          throw new Error('access denied');
        }
      },
    );
    const cpu = await fresh();
    const backend = await cpu({ threads: 3 });
    expect(largeProduct(backend)).toEqual(new Set([128]));
    expect(largeProduct(backend)).toEqual(new Set([128]));
    expect(warn.mock.calls).toEqual([
      ['backend-cpu: a thread did not start (access denied); computing with those that did'],
    ]);
  });

  test('one that ends at once: the others compute, with one warning', async () => {
    const warn = warnings();
    withWorker(
      class {
        unref(): void {}
        on(_event: string, then: (error: Error) => void): void {
          queueMicrotask(() => then(new Error('out of memory')));
        }
      },
    );
    const cpu = await fresh();
    const backend = await cpu({ threads: 3 });
    expect(largeProduct(backend)).toEqual(new Set([128]));
    await Promise.resolve();
    expect(largeProduct(backend)).toEqual(new Set([128]));
    expect(warn.mock.calls).toEqual([
      ['backend-cpu: a thread did not start (out of memory); computing with those that did'],
    ]);
  });

  test('without memory to share one computes, with one warning', async () => {
    const warn = warnings();
    const cpu = await fresh();
    const backend = await cpu({ threads: 2 });
    const { Memory } = WebAssembly;
    WebAssembly.Memory = class extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        if (descriptor.shared) throw new RangeError('no address space');
        super(descriptor);
      }
    };
    onTestFinished(() => {
      WebAssembly.Memory = Memory;
    });
    expect(largeProduct(backend)).toEqual(new Set([128]));
    expect(warn.mock.calls).toEqual([
      ['backend-cpu: a thread did not start (no address space); computing with those that did'],
    ]);
  });

  test('without workers one computes, and who asked for more is told at once, others when it matters', async () => {
    const warn = warnings();
    const message = 'backend-cpu: there are no workers; computing with one thread';
    const { getBuiltinModule } = process;
    process.getBuiltinModule = undefined as never;
    onTestFinished(() => {
      process.getBuiltinModule = getBuiltinModule;
    });
    vi.stubGlobal('crossOriginIsolated', true);
    vi.stubGlobal('Worker', undefined);
    const cpu = await fresh();
    const backend = await cpu();
    expect(backend.threads).toBe(1);
    list(backend.matmul(view([1, 2], [1, 2]), view([3, 4], [2, 1])));
    expect(warn).not.toHaveBeenCalled();
    expect(largeProduct(backend)).toEqual(new Set([128]));
    expect(warn.mock.calls).toEqual([[message]]);
    warn.mockClear();
    vi.resetModules();
    expect((await (await fresh())({ threads: 2 })).threads).toBe(1);
    expect(warn.mock.calls).toEqual([[message]]);
  });
});

test('a page that a bundler made without threads computes with one, and says what to import to who asked for more', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const cpu = await fresh();
  const { sharing } = await import('./wasm/sharing.js');
  // As if `wasm/among-threads.ts`, which sets it, had been left out.
  delete sharing.among;
  expect((await cpu()).threads).toBe(1);
  expect((await cpu({ threads: 1 })).threads).toBe(1);
  expect(warn).not.toHaveBeenCalled();
  expect((await cpu({ threads: 2 })).threads).toBe(1);
  const x = view(new Float32Array(128 * 128).fill(1), [128, 128]);
  expect(new Set(list((await cpu()).matmul(x, x)))).toEqual(new Set([128]));
  expect(warn.mock.calls).toEqual([
    ["backend-cpu: bundlers leave threads out of a page; import '@kindling/backend-cpu/threads' once"],
  ]);
  await import('./threads.js');
  expect((await cpu({ threads: 3 })).threads).toBe(3);
});

test('a page that a bundler made without kernels composes convolutions of others, with the same results', async () => {
  const cpu = await fresh();
  const { added } = await import('./added.js');
  const { conv2d, tensor } = await import('@kindling/tensor-core');
  const trained = async () => {
    const backend = await cpu({ wasm: 'simd' });
    const x = tensor([[[...Array(6).keys()].map((i) => [...Array(6).keys()].map((j) => ((i * 7 + j * 5) % 11) - 5))]], {
      backend,
      requiresGrad: true,
    });
    const filters = tensor(
      [
        [
          [
            [1, -2],
            [3, 1],
          ],
        ],
      ],
      { backend, requiresGrad: true },
    );
    const y = conv2d(x, filters, null, { padding: 1 }).relu();
    y.sum().backward();
    return { has: 'conv2d' in backend.fused!, made: [y.tolist(), x.grad!.tolist(), filters.grad!.tolist()] };
  };
  const all = await trained();
  // As if `more-kernels.ts`, which sets them, had been left out.
  added.texts = [];
  delete added.Wasm;
  delete added.Plain;
  const few = await trained();
  expect([all.has, few.has]).toEqual([true, false]);
  expect(few.made).toEqual(all.made);
  expect((await cpu({ wasm: false })).fused).not.toHaveProperty('maxPool2d');
  await import('./kernels.js');
  expect((await cpu({ wasm: false })).fused).toHaveProperty('maxPool2d');
});

test('compiles nothing when imported', async () => {
  const compile = vi.spyOn(WebAssembly, 'compile');
  await fresh();
  expect(compile).not.toHaveBeenCalled();
});
