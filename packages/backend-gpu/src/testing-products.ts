/** Products that are large enough to be made in tiles, on a device and on the CPU. */
import { cpu } from '@kindling/backend-cpu';
import type { Backend, View } from '@kindling/tensor-core/backend';
import { describe, it } from 'vitest';
import { gpu } from './index.js';
import { compare, elementsFor, expectClose, viewOf } from './testing.js';

/** Rows of the left matrix, what is summed over, columns of the right one: whole texels and not, tiles of either size and their edges. */
const sizes = [
  [64, 1024, 33],
  [40, 1030, 60],
  [36, 1024, 64],
  [300, 68, 268],
  [257, 64, 260],
  [260, 33, 257],
] as const;

/** How a matrix lies: by rows or by columns, from an element on, with elements between the rows. */
const ways: readonly (readonly [name: string, turned: boolean, from: number, apart: number])[] = [
  ['by rows', false, 0, 0],
  ['by columns', true, 0, 0],
  ['by rows, apart', false, 8, 4],
  ['by columns, apart', true, 4, 8],
  ['by rows, between texels', false, 3, 1],
  ['by columns, between texels', true, 5, 3],
];

function matrix(backend: Backend, rows: number, columns: number, way: (typeof ways)[number], seed: number): View {
  const [, turned, offset, apart] = way;
  const [outer, inner] = turned ? [columns, rows] : [rows, columns];
  const elements = elementsFor('float32', offset + outer * (inner + apart), seed);
  const strides = turned ? [1, inner + apart] : [inner + apart, 1];
  return viewOf(backend.upload(elements, 'float32'), { shape: [rows, columns], strides, offset });
}

/** Registers the tests that a mode of the backend has to pass. */
export function products(mode: 'webgl2' | 'webgpu'): void {
  describe.each(sizes)('a product of %i, %i and %i', (m, k, n) => {
    it.each(ways)('with a left matrix %s', async (...left) => {
      const both = [await gpu({ mode }), await cpu()] as const;
      for (const right of ways) {
        const what = `${left[0]} x ${right[0]}`;
        const make = (b: Backend) => b.matmul(matrix(b, m, k, left, 1), matrix(b, k, n, right, 2));
        // Sums of a thousand products of up to 9.
        await compare(both, what, make, 4e-6, 4e-4);
      }
    });

    it('in a layer, and its gradients', async () => {
      const results = await Promise.all(
        [await gpu({ mode }), await cpu()].map(async (b) => {
          const made = (rows: number, columns: number, seed: number) => matrix(b, rows, columns, ways[0]!, seed);
          const [x, weight, grad] = [made(m, k, 1), made(n, k, 2), made(m, n, 3)];
          const bias = viewOf(b.upload(elementsFor('float32', 2 * n, 4), 'float32'), {
            shape: [n],
            strides: [2],
            offset: 1,
          });
          const whole = (size: readonly [number, number]) => (buffer: View['buffer']) =>
            viewOf(buffer, { shape: size, strides: [size[1], 1], offset: 0 });
          const y = whole([m, n])(b.fused!.linear!(x, weight, bias, 'relu')!);
          const slope = b.fused!.linearBackward!(grad, x, weight, y, 'relu', [true, true, true])!;
          const all = [y, whole([m, k])(slope[0]!), whole([n, k])(slope[1]!), whole([1, n])(slope[2]!)];
          return Promise.all(all.map((view) => b.read(view)));
        }),
      );
      for (const [i, what] of ['result', 'of x', 'of the weight', 'of the bias'].entries())
        expectClose(results[0]![i]!, results[1]![i]!, what, 4e-6, 4e-4);
    });
  });
}
