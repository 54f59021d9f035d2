import { describe, expect, test } from 'vitest';
import { expectClose, expectSameBits } from '../../testing/compare.js';
import { enginesByThreads } from '../../testing/threads.js';
import { layouts, list, plain, uniform, view } from '../../testing/views.js';
import { Home } from '../../wasm/home.js';
import { softmax, softmaxBackward } from './softmax.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/** The gradients by their formulas, in double. */
function gradient(g: readonly number[], y: readonly number[], columns: number, log: boolean): number[] {
  const sums = new Float64Array(g.length / columns);
  for (let i = 0; i < g.length; i++) sums[Math.floor(i / columns)]! += log ? g[i]! : g[i]! * y[i]!;
  return g.map((grad, i) => {
    const sum = sums[Math.floor(i / columns)]!;
    return log ? grad - Math.exp(y[i]!) * sum : y[i]! * (grad - sum);
  });
}

describe.each(enginesByThreads)('rows that threads share (%s)', (_, one, two) => {
  test.each([
    [1, 1],
    [7, 3],
    [300, 10],
    [65, 1000],
    [3, 20001],
  ])('%i of %i', (rows, columns) => {
    const x = view(uniform(rows * columns, -15, 15), [rows, columns]);
    const g = view(uniform(rows * columns, -2, 2, 5), [rows, columns]);
    for (const log of [false, true]) {
      const y = softmax(one, x, log);
      expectClose([...y], list(log ? plain.fused.logSoftmax(x) : plain.fused.softmax(x)), 3e-6, 1e-44);
      expectSameBits(softmax(two, x, log), y);
      const of = view(y, [rows, columns]);
      const dx = softmaxBackward(one, g, of, log);
      expectClose([...dx], gradient(list(g.buffer), [...y], columns, log), 1e-5, 1e-5);
      expectSameBits(softmaxBackward(two, g, of, log), dx);
    }
  });

  test('in any layout, and where they stay', () => {
    for (const x of layouts([9, 11])) {
      expectClose([...softmax(two, x, false)], list(plain.fused.softmax(x)), 3e-6, 1e-44);
      expectClose([...softmax(two, x, true)], list(plain.fused.logSoftmax(x)), 3e-6, 1e-44);
    }
    const x = view(uniform(64000, -9, 9), [64, 1000]);
    const alone = softmax(one, x, false);
    Home.moveIn(x.buffer as never, two);
    expectSameBits(softmax(two, x, false), alone);
  });

  test.each([6, 70, 17001])('NaN, infinity and numbers far apart in rows of %i', (length) => {
    for (const [at, odd] of [
      [0, nan],
      [length - 1, nan],
      [length >> 1, inf],
      [length - 1, -inf],
      [1, -1e30],
      [2, 3e38],
      [3, -99],
    ] as const) {
      const numbers = uniform(2 * length);
      numbers[at] = odd;
      const x = view(numbers, [2, length]);
      expectClose([...softmax(two, x, false)], list(plain.fused.softmax(x)), 3e-6, 1e-44);
      expectClose([...softmax(two, x, true)], list(plain.fused.logSoftmax(x)), 3e-6, 1e-44);
    }
    const none = view(new Float32Array(length).fill(-inf), [1, length]);
    expect([...softmax(one, none, false)].every(Number.isNaN)).toBe(true);
    expect([...softmax(one, none, true)].every(Number.isNaN)).toBe(true);
  });
});
