import type { View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { errorFunction } from '../../kernels/erf.js';
import { expectSameBits, expectWithin } from '../../testing/compare.js';
import { enginesByThreads } from '../../testing/threads.js';
import { everyFloat } from '../../testing/ulps.js';
import { list, plain, uniform, view } from '../../testing/views.js';
import { Home } from '../../wasm/home.js';
import { erf } from './elementwise.js';
import { cumsum, reduceMiddle, sumRows } from './reductions.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/** [outer, n, inner] as [outer, inner, n], of which the last is reduced. */
function middle(outer: number, n: number, inner: number, odd: readonly number[] = []): View {
  const values = uniform(outer * n * inner + 1, -9, 9).map((x, i) =>
    odd.length > 0 && i % 41 === 7 ? odd[i % odd.length]! : x,
  );
  return view(values, [outer, inner, n], { strides: [n * inner, 1, inner], offset: 1 });
}

const shapes = [
  [1, 2, 2],
  [1, 1000, 3],
  [3, 5, 7],
  [9, 30, 64],
  [2, 300, 21],
  [70, 10, 100],
  [1, 700, 130],
] as const;

describe.each(enginesByThreads)('reductions that threads share (%s)', (_, one, two) => {
  test.each(shapes)('over the middle of [%i, %i, %i]', (...shape) => {
    for (const odd of [[], [nan, inf], [inf, -inf, 0, -0]]) {
      const x = middle(...shape, odd);
      for (const kind of ['sum', 'max', 'min'] as const) {
        const alone = reduceMiddle(one, kind, x, 2) as Float32Array;
        if (alone === null) expect(kind).not.toBe('sum');
        else {
          expectWithin([...alone], list(plain.reduce(kind, x, 2)), kind === 'sum' ? 1 : 0);
          expectSameBits(reduceMiddle(two, kind, x, 2) as Float32Array, alone);
        }
      }
      for (const op of ['max', 'min'] as const) {
        const alone = reduceMiddle(one, `arg${op}`, x, 2);
        if (alone === null) continue;
        expect([...alone]).toEqual(list(plain.argReduce(op, x, 2)));
        expect([...reduceMiddle(two, `arg${op}`, x, 2)!]).toEqual([...alone]);
      }
    }
  });

  test('what stays, and what lies in no such way', () => {
    const x = middle(5, 40, 32);
    const expected = list(plain.reduce('sum', x, 2));
    Home.moveIn(x.buffer as never, two);
    expectWithin([...reduceMiddle(two, 'sum', x, 2)!], expected, 1);
    const gaps = view(uniform(200), [4, 5, 4], { strides: [50, 2, 10] });
    expect(reduceMiddle(one, 'sum', gaps, 2)).toBeNull();
  });

  test.each([
    [1, 1],
    [1, 70_001],
    [3, 33_000],
    [700, 33],
    [5, 16_384],
  ])('sums and running sums of %i rows of %i', (rows, columns) => {
    const x = view(uniform(rows * columns + 1, -9, 9), [rows, columns], { offset: 1 });
    const alone = sumRows(one, x, 1);
    expectWithin([...alone], list(plain.reduce('sum', x, 1)), 1);
    expectSameBits(sumRows(two, x, 1), alone);
    const running = cumsum(one, x);
    expectWithin([...running], list(plain.cumsum(x)), 0);
    expectSameBits(cumsum(two, x), running);
    Home.moveIn(x.buffer as never, two);
    expectSameBits(sumRows(two, x, 1), alone);
  });

  test('sums of what cancels', () => {
    const numbers = uniform(20_000, 1e6, 2e6);
    const x = view([...numbers, ...numbers.map((v) => -Math.fround(v)), 0.5], [40_001]);
    expect([...sumRows(two, x, 0)]).toEqual([0.5]);
  });

  test('the error function of every kind of float, to the last bit but one', () => {
    const x = everyFloat(20_011);
    const y = [...erf(one, view(x, [x.length]), false)];
    expectWithin(
      y,
      Array.from(x, (v) => Math.fround(errorFunction(v))),
      1,
      [x],
    );
    const near = Float32Array.from(uniform(40_000, -6, 6));
    const made = erf(one, view(near, [near.length]), false);
    expectSameBits(erf(two, view(near, [near.length]), false), made);
    const wanted = Array.from(near, (v) => Math.fround(errorFunction(v)));
    expectWithin([...made], wanted, 2, [near]);
    expect(made.filter((v, i) => v !== wanted[i]).length).toBeLessThan(near.length / 20);
    expect(Object.is(erf(one, view([-0], [1]), false)[0], -0)).toBe(true);
  });

  test('GELU, with its digits below 0 too', () => {
    const x = Float32Array.from(uniform(40_000, -6, 6));
    const made = erf(one, view(x, [x.length]), true);
    expectSameBits(erf(two, view(x, [x.length]), true), made);
    const wanted = Array.from(x, (v) => (v / 2) * (1 + errorFunction(v * Math.SQRT1_2)));
    const most = (off: (made: number, wanted: number) => number): number =>
      Math.max(...wanted.map((v, i) => (Math.abs(x[i]!) < 5.65 ? off(made[i]!, v) : 0)));
    expect(most((y, v) => Math.abs(y - v) / Math.max(Math.abs(v), 1))).toBeLessThan(1.5e-7);
    // PyTorch has none left at -5.
    expect(most((y, v) => Math.abs(y / v - 1))).toBeLessThan(1e-3);
    const edges = [...erf(one, view([0, -0, 5.7, -5.7, -1e30, 1e30, inf, -inf, nan], [9]), true)];
    expect(edges).toEqual([0, -0, Math.fround(5.7), -0, -0, Math.fround(1e30), inf, nan, nan]);
  });
});
