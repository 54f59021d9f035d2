import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../../testing/backends.js';
import { layouts, list, plain, uniform, view } from '../../testing/views.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

describe.each(wasmBackends)('%s', (_, backend) => {
  describe.each(['max', 'min'] as const)('%s', (op) => {
    const expectSame = (x: ReturnType<typeof view>, keep: number): void => {
      expect(list(backend.reduce(op, x, keep))).toEqual(list(plain.reduce(op, x, keep)));
      expect(list(backend.argReduce(op, x, keep))).toEqual(list(plain.argReduce(op, x, keep)));
    };

    test('is the plain kernel for every length', () => {
      for (const size of [1, 127, 128, 129, 130, 131, 143, 144, 145, 1000, 16384, 16385, 50001]) {
        const values = uniform(size + 1);
        expectSame(view(values, [size], { offset: 1 }), 0);
        for (const [i, special] of [nan, inf, -inf, 0].entries()) {
          values[((i + 1) * size) >> 3] = special;
          expectSame(view(values, [size], { offset: 1 }), 0);
        }
      }
    });

    test.each([
      [3, 50],
      [50, 3],
      [20, 100],
      [300, 70],
      [2, 20000],
      [20000, 2],
      [200, 1],
      [1, 200],
    ])('of rows and columns of %i x %i', (rows, columns) => {
      const values = uniform(rows * columns + 1, -5, 5).map(Math.round);
      for (let i = 0; i < values.length; i += 97) values[i] = nan;
      const x = view(values, [rows, columns], { offset: 1 });
      const turned = view(values, [columns, rows], { strides: [1, columns], offset: 1 });
      for (const keep of [0, 1, 2]) for (const y of [x, turned]) expectSame(y, keep);
    });

    test('over any dimensions in any layout', () => {
      for (const shape of [
        [4, 5, 7],
        [2, 3, 4, 6],
        [6, 1, 33],
      ]) {
        for (const x of layouts(shape)) for (let keep = 0; keep <= shape.length; keep++) expectSame(x, keep);
      }
    });

    test('of equal elements the first counts, NaN before all, and 0 is more than -0', () => {
      const zeros = new Array<number>(200).fill(-0);
      zeros[150] = 0;
      for (const values of [
        zeros,
        zeros.map((x) => -x),
        zeros.map(() => (op === 'max' ? -inf : inf)),
        zeros.map(() => nan),
      ]) {
        expectSame(view(values, [200]), 0);
        expectSame(view(values, [2, 100]), 1);
      }
    });
  });
});
