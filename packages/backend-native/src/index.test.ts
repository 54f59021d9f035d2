import { cpu } from '@kindling/backend-cpu';
import { BCEWithLogitsLoss, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, rand, randn, setBackend, tensor } from '@kindling/tensor-core';
import { conformance } from '@kindling/tensor-core/testing';
import { describe, expect, it, test } from 'vitest';
import { native } from './index.js';

const silent = { onMissing: () => {} };
const { blas } = await native(silent);

// Where there is no BLAS this is cpu(), which must pass as well.
for (const threads of [1, 2]) {
  conformance({
    name: `native, ${blas === null ? 'as cpu()' : `${blas.name.split(' ')[0]} by ${blas.by}`}, threads: ${threads}`,
    backend: () => native({ ...silent, threads }),
    reference: () => cpu({ wasm: false }),
    test: { describe, it },
    dtypes: ['float32'],
    viewsInTurn: true,
  });
}

test.skipIf(blas === null)('says which library it uses, and the memory may grow under it', async () => {
  const backend = await native({ threads: 1 });
  expect(backend.blas).toEqual({ name: expect.any(String), path: expect.any(String), by: expect.any(String) });
  expect((await native({ library: backend.blas!.path })).blas!.path).toBe(backend.blas!.path);
  setBackend(backend);
  const usual = await cpu({ threads: 1 });
  for (const size of [40, 300, 1200]) {
    const x = rand(size, size);
    const z = await x.to(usual);
    expect(distance(x.matmul(x).dataSync(), z.matmul(z).dataSync())).toBeLessThan(1e-3);
  }
});

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

test('a network trains as on cpu()', async () => {
  const losses = async (backend: Awaited<ReturnType<typeof native>> | Awaited<ReturnType<typeof cpu>>) => {
    setBackend(backend);
    manualSeed(3);
    const model = new Sequential(new Linear(20, 64), new ReLU(), new Linear(64, 64), new ReLU(), new Linear(64, 1));
    const x = randn([50, 20]);
    const y = tensor(Array.from({ length: 50 }, (_, i) => [i % 2]));
    const optimizer = new Adam(model.parameters(), { lr: 0.01 });
    const criterion = new BCEWithLogitsLoss();
    return Array.from({ length: 20 }, () => {
      const loss = criterion(model(x), y);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      return loss.item();
    });
  };
  const expected = await losses(await cpu({ threads: 1 }));
  const found = await losses(await native({ ...silent, threads: 1 }));
  expect(expected[19]!).toBeLessThan(expected[0]! / 2);
  found.forEach((loss, i) => {
    expect(loss).toBeCloseTo(expected[i]!, 4);
  });
});

test('wrong arguments are told', async () => {
  await expect(native({ threads: 0 })).rejects.toThrow('a whole number from 1 to 256');
  await expect(native({ library: 3 as never })).rejects.toThrow('the path of a library');
  await expect(native({ libary: 'x' } as never)).rejects.toThrow("'library'");
  await expect(native({ library: '/nowhere/libblas.so' })).rejects.toThrow("'/nowhere/libblas.so'");
});
