import { type Spans, sizeOf } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../../buffer.js';
import { kinds, wasmBackends } from '../../testing/backends.js';
import { layouts, list, plain, uniform, view, viewOf } from '../../testing/views.js';
import { loadEngines } from '../../wasm/load.js';
import { MoreWasmBackend } from '../wasm.js';

const { NaN: nan } = Number;

/** Windows of two, side by side. */
function halves(size: number): Spans {
  const starts = Array.from({ length: size >> 1 }, (_, i) => 2 * i);
  return { starts, ends: starts.map((start) => start + 2), step: 1 };
}

describe.each(kinds)('the gradient (%s)', (kind) => {
  /** The gradients of images [n, c, h, w] from one that stays in the memory, by their positions, and the plain kernel's. */
  async function both(shape: readonly [number, number, number, number], change: (at: Int32Array) => void = () => {}) {
    const backend = new MoreWasmBackend(kind, await loadEngines(kind));
    const [n, c, h, w] = shape;
    const x = view(uniform(n * c * h * w), shape);
    const made = plain.fused.maxPool2d(x, halves(h), halves(w));
    const size = [n, c, h >> 1, w >> 1];
    change((made.indices as CpuBuffer).values as Int32Array);
    const grad = view(uniform(sizeOf(size), -1, 1, 2), size, { backend });
    backend.pin(grad.buffer);
    const indices = viewOf(made.indices, size);
    const wanted = list(plain.fused.maxPool2dBackward(grad, indices, shape));
    return [list(backend.fused.maxPool2dBackward(grad, indices, shape)), wanted];
  }

  test('is the plain kernel for every length of a row', async () => {
    for (let width = 2; width <= 19; width++) {
      const [made, wanted] = await both([2, 3, 4 + (width % 2), width]);
      expect(made).toEqual(wanted);
    }
  });

  test('where positions are those of other windows, too', async () => {
    const [made, wanted] = await both([1, 2, 6, 10], (at) => {
      at[7] = 3;
    });
    expect(made).toEqual(wanted);
  });
});

describe.each(wasmBackends)('maxPool2d (%s)', (_, backend) => {
  const expectSame = (x: Parameters<typeof backend.fused.maxPool2d>[0]): void => {
    const [rows, columns] = [halves(x.shape[2]!), halves(x.shape[3]!)];
    const made = backend.fused.maxPool2d(x, rows, columns);
    const wanted = plain.fused.maxPool2d(x, rows, columns);
    expect(list(made.values)).toEqual(list(wanted.values));
    expect(list(made.indices)).toEqual(list(wanted.indices));
  };

  test('is the plain kernel for every length of a row, and in every layout', () => {
    for (let width = 1; width <= 19; width++) for (const x of layouts([2, 3, 5, width])) expectSame(x);
  });

  test('of equal elements the first counts, and NaN before all', () => {
    expectSame(view([1, 1, 2, 2, 1, 1, 2, 2], [1, 1, 2, 4]));
    for (let at = 0; at < 4; at++) {
      const values = [3, -1, Number.POSITIVE_INFINITY, 2];
      values[at] = nan;
      expectSame(view(values, [1, 1, 2, 2]));
    }
  });

  test('more channels than are in the memory at once', () => {
    expectSame(view(uniform(40 * 30 * 30), [4, 10, 30, 30]));
    expectSame(view(uniform(2 * 200 * 150), [1, 2, 200, 150]));
  });
});

test.each(kinds)('images larger than the memory take the plain kernel (%s)', async (kind) => {
  const small = new MoreWasmBackend(kind, await loadEngines(kind, { limit: 10 }));
  const x = view(uniform(16), [1, 1, 4, 4]);
  const made = small.fused.maxPool2d(x, halves(4), halves(4));
  expect(list(made.values)).toEqual(list(plain.fused.maxPool2d(x, halves(4), halves(4)).values));
});
