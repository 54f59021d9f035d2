import type { Windows } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { elements, layouts, list, plain, view, viewOf } from '../testing/views.js';

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
