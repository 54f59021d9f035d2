import type { Spans } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { kinds, wasmBackends } from '../../testing/backends.js';
import { layouts, list, plain, uniform, view } from '../../testing/views.js';
import { loadEngines } from '../../wasm/load.js';
import { MoreWasmBackend } from '../wasm.js';

const { NaN: nan } = Number;

/** Windows of two, side by side. */
function halves(size: number): Spans {
  const starts = Array.from({ length: size >> 1 }, (_, i) => 2 * i);
  return { starts, ends: starts.map((start) => start + 2), step: 1 };
}

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
