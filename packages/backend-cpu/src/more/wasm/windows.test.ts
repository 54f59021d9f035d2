import type { View, Windows } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { kinds, wasmBackends } from '../../testing/backends.js';
import { expectWithin } from '../../testing/compare.js';
import { elements, layouts, list, plain, uniform, view, viewOf } from '../../testing/views.js';
import { loadEngines } from '../../wasm/load.js';
import { MoreWasmBackend } from '../wasm.js';

const { NaN: nan } = Number;

describe.each(wasmBackends)('windows (%s)', (_, backend) => {
  test.each([1, 2, 3, 4])('unfold and fold are the plain kernels for every row length, by a stride of %i', (stride) => {
    for (let width = 1; width <= 19; width++) {
      const windows: Windows = { kernel: [2, 1], stride: [1, stride], padding: [0, width % 3], dilation: [1, 1] };
      for (const x of layouts([1, 2, 3, width])) {
        const columns = list(plain.fused.unfold(x, windows));
        expect(list(backend.fused.unfold(x, windows))).toEqual(columns);
        const back = view(columns, [1, 4, columns.length / 4]);
        expect(list(backend.fused.fold(back, x.shape, windows))).toEqual(
          list(plain.fused.fold(back, x.shape, windows)),
        );
      }
    }
  });

  test('what an operation before left behind its operands is not seen', () => {
    // NaN all over the memory.
    backend.fused.linear(
      view(new Array(40000).fill(nan), [200, 200]),
      view(new Array(40000).fill(nan), [200, 200]),
      null,
      'identity',
    );
    const windows: Windows = { kernel: [3, 2], stride: [1, 2], padding: [1, 1], dilation: [1, 1] };
    const [x, w] = [layouts([2, 3, 5, 7])[0]!, layouts([5, 3, 3, 2])[0]!];
    const y = viewOf(backend.fused.conv2d(x, w, null, windows, 1, 'identity'), [2, 5, 5, 4]);
    expect(elements(y).some(Number.isNaN)).toBe(false);
    expect(list(backend.fused.conv2dInputGradient(y, w, x.shape, windows, 1)).some(Number.isNaN)).toBe(false);
    expect(list(backend.fused.conv2dWeightGradient(y, x, windows, 1)).some(Number.isNaN)).toBe(false);
  });

  test('images, filters and gradients may be the first of more, and images more than are in the memory at once', () => {
    const windows: Windows = { kernel: [3, 3], stride: [1, 1], padding: [1, 1], dilation: [1, 1] };
    const first = (x: View, n: number) => viewOf(x.buffer, [n, ...x.shape.slice(1)]);
    const alone = (x: View) => view(elements(x), x.shape);
    const x = first(view(uniform(6 * 2 * 90 * 90), [6, 2, 90, 90]), 4);
    const w = first(view(uniform(5 * 2 * 9, -1, 1, 2), [5, 2, 3, 3]), 3);
    const g = first(view(uniform(6 * 3 * 90 * 90, -1, 1, 3), [6, 3, 90, 90]), 4);
    const all = (x: View, w: View, g: View) =>
      [
        backend.fused.unfold(x, windows),
        backend.fused.conv2d(x, w, null, windows, 1, 'identity'),
        backend.fused.conv2dInputGradient(g, w, x.shape, windows, 1),
        backend.fused.conv2dWeightGradient(g, x, windows, 1),
      ].map(list);
    const expected = all(alone(x), alone(w), alone(g));
    all(x, w, g).forEach((made, i) => {
      expectWithin(made, expected[i]!, 0);
    });
  });

  test('NaN goes through a convolution and its activation', () => {
    const windows: Windows = { kernel: [1, 2], stride: [1, 1], padding: [0, 0], dilation: [1, 1] };
    const [x, w] = [view([1, nan, 2, 3], [1, 1, 1, 4]), view([1, 1], [1, 1, 1, 2])];
    expect(list(backend.fused.conv2d(x, w, null, windows, 1, 'relu'))).toEqual([nan, nan, 5]);
  });

  test('without channels there is the bias', () => {
    const windows: Windows = { kernel: [2, 2], stride: [1, 1], padding: [0, 0], dilation: [1, 1] };
    const [x, w] = [view([], [1, 0, 2, 3]), view([], [2, 0, 2, 2])];
    expect(list(backend.fused.conv2d(x, w, view([1, -2], [2]), windows, 1, 'identity'))).toEqual([1, 1, -2, -2]);
    expect(list(backend.fused.conv2d(x, w, null, windows, 1, 'identity'))).toEqual([0, 0, 0, 0]);
  });
});

test.each(kinds)('filters that stay in the memory are found where a convolution makes it grow (%s)', async (kind) => {
  const backend = new MoreWasmBackend(kind, await loadEngines(kind));
  const windows: Windows = { kernel: [3, 3], stride: [1, 1], padding: [0, 0], dilation: [1, 1] };
  const x = view(uniform(3 * 400 * 400), [1, 3, 400, 400], { backend });
  const [w, bias] = [view(uniform(4 * 3 * 9), [4, 3, 3, 3], { backend }), view([1, 2, 3, 4], [4], { backend })];
  const expected = list(backend.fused.conv2d(x, w, bias, windows, 1, 'identity'));
  const other = new MoreWasmBackend(kind, await loadEngines(kind));
  for (const { buffer } of [w, bias]) other.pin(buffer);
  expectWithin(list(other.fused.conv2d(x, w, bias, windows, 1, 'identity')), expected, 0);
});
