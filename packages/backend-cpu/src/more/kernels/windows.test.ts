import type { Windows } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { elements, indices, layouts, list, plain, view } from '../../testing/views.js';

const windows: Windows = { kernel: [2, 3], stride: [2, 1], padding: [1, 2], dilation: [3, 2] };

/** Where the element [i, j] of the window [r, q] is, and whether that is inside [h, w]. */
function place([i, j, r, q]: readonly [number, number, number, number], h: number, w: number) {
  const y = r * windows.stride[0] + i * windows.dilation[0] - windows.padding[0];
  const x = q * windows.stride[1] + j * windows.dilation[1] - windows.padding[1];
  return { y, x, inside: y >= 0 && y < h && x >= 0 && x < w };
}

describe('windows', () => {
  const shape = [2, 2, 5, 4];
  /** [n, c, kh, kw, windows in rows, in columns] */
  const all = indices([2, 2, 2, 3, 2, 4]) as [number, number, number, number, number, number][];

  test('unfold finds every element, in any layout', () => {
    for (const x of layouts(shape)) {
      const values = elements(x);
      const expected = all.map(([n, c, ...window]) => {
        const at = place(window, 5, 4);
        return at.inside ? values[((n * 2 + c) * 5 + at.y) * 4 + at.x]! : 0;
      });
      expect(list(plain.fused.unfold(x, windows))).toEqual(expected);
    }
  });

  test('fold adds every element where it is from, in any layout', () => {
    for (const columns of layouts([2, 12, 8], 'int32')) {
      const values = elements(columns);
      const expected = new Array<number>(80).fill(0);
      all.forEach(([n, c, ...window], k) => {
        const at = place(window, 5, 4);
        if (at.inside) expected[((n * 2 + c) * 5 + at.y) * 4 + at.x]! += values[k]!;
      });
      expect(list(plain.fused.fold(columns, shape, windows))).toEqual(expected);
    }
  });

  test('of no images', () => {
    expect(list(plain.fused.unfold(view([], [0, 2, 5, 4]), windows))).toEqual([]);
    expect(list(plain.fused.fold(view([], [0, 12, 8]), [0, 2, 5, 4], windows))).toEqual([]);
  });
});
