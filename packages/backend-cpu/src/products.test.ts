import { conformance } from '@kindling/tensor-core/testing';
import { describe, expect, it, test, vi } from 'vitest';
import { cpu } from './index.js';
import { cpuWithProducts, type Product } from './products.js';
import { list, view } from './testing/views.js';

/** Products by plain loops, in the kernels' memory. */
function loops(memory: WebAssembly.Memory): Product {
  return (ta, tb, m, n, k, a, lda, b, ldb, add, c, ldc) => {
    const x = new Float32Array(memory.buffer);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = add === 1 ? x[c / 4 + i * ldc + j]! : 0;
        for (let p = 0; p < k; p++) {
          sum += x[a / 4 + (ta ? p * lda + i : i * lda + p)]! * x[b / 4 + (tb ? j * ldb + p : p * ldb + j)]!;
        }
        x[c / 4 + i * ldc + j] = sum;
      }
    }
  };
}

conformance({
  name: 'cpuWithProducts',
  backend: () => cpuWithProducts({ within: loops, threads: 1 }),
  reference: () => cpu({ wasm: false }),
  test: { describe, it },
  dtypes: ['float32'],
  viewsInTurn: true,
});

const numbers = (size: number): number[] => Array.from({ length: size }, (_, i) => Math.fround(Math.sin(i)));

test.each([
  ['rows', [40, 1], [30, 1]],
  ['columns', [1, 20], [1, 40]],
  ['rows by columns', [40, 1], [1, 40]],
])('matrices that lie in %s are handed on, and products are right', async (_, aStrides, bStrides) => {
  const product = vi.fn();
  const within = (memory: WebAssembly.Memory): Product => product.mockImplementation(loops(memory));
  const backend = await cpuWithProducts({ within, threads: 3 });
  expect(backend.threads).toBe(3);
  const a = view(numbers(800), [20, 40], { strides: aStrides });
  const b = view(numbers(1200), [40, 30], { strides: bStrides });
  const found = list(backend.matmul(a, b)) as number[];
  const expected = list((await cpu({ wasm: false })).matmul(a, b)) as number[];
  expect(product).toHaveBeenCalledTimes(1);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 4);
  });
});

test('small products, and matrices that lie otherwise, stay with the kernels', async () => {
  const product = vi.fn();
  const backend = await cpuWithProducts({ within: () => product, threads: 1 });
  backend.matmul(view(numbers(6), [2, 3]), view(numbers(6), [3, 2]));
  expect(product).not.toHaveBeenCalled();
});

test('a bias and an activation are the rest of a linear layer', async () => {
  const backend = await cpuWithProducts({ within: loops, threads: 1 });
  const reference = await cpu({ wasm: false });
  const [x, weight, bias] = [view(numbers(1200), [30, 40]), view(numbers(800), [20, 40]), view(numbers(20), [20])];
  for (const activation of ['identity', 'relu', 'sigmoid', 'tanh'] as const) {
    const found = list(backend.fused!.linear!(x, weight, bias, activation)) as number[];
    const expected = list(reference.fused!.linear!(x, weight, bias, activation)) as number[];
    found.forEach((value, i) => {
      expect(value, activation).toBeCloseTo(expected[i]!, 4);
    });
  }
});

test('wrong arguments are told', async () => {
  await expect(cpuWithProducts(undefined as never)).rejects.toThrow('{ within, threads }');
  await expect(cpuWithProducts({ within: loops, thread: 1 } as never)).rejects.toThrow("'threads'");
});
