import type { View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../../buffer.js';
import { expectSameBits } from '../../testing/compare.js';
import { enginesByThreads } from '../../testing/threads.js';
import { list, plain, uniform, view } from '../../testing/views.js';
import { Home } from '../../wasm/home.js';
import { pickedAlong, within } from './chosen.js';
import { compare, where } from './compare.js';
import { erf, unary } from './elementwise.js';
import { extremes, positions } from './extremes.js';

const { NaN: nan } = Number;

/** What has more than a part, a chunk, and a block, and no whole vectors. */
const sizes = [130, 8191, 8205, 40_001];

describe.each(enginesByThreads)('operands that stay in the memory (%s)', (_, one, two) => {
  const engines = [one, two];

  /** A view for each engine, in whose memory it stays. */
  function staying(values: readonly number[], shape: readonly number[]): View[] {
    return engines.map((engine) => {
      const x = view(values, shape);
      Home.moveIn(x.buffer as CpuBuffer, engine);
      expect(engine.homeOf(x)).not.toBe(null);
      return x;
    });
  }

  test.each(sizes)('comparisons and choices of %i', (size) => {
    const a = uniform(size, -3, 3).map(Math.round);
    const b = uniform(size, -3, 3, 2).map(Math.round);
    a[7] = nan;
    const [x, y] = [view(a, [size]), view(b, [size])];
    const condition = view(
      a.map((v) => Number(v > 0)),
      [size],
      { dtype: 'bool' },
    );
    for (const [i, engine] of engines.entries()) {
      const [p, q] = [staying(a, [size])[i]!, staying(b, [size])[i]!];
      for (const op of ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const) {
        expect([...compare(engine, op, p, q)!]).toEqual([...list(plain.binary(op, x, y))].map(Number));
        expect([...compare(engine, op, 1, q)!]).toEqual([...list(plain.binary(op, 1, y))].map(Number));
      }
      expect([...where(engine, condition, p, q)!]).toEqual(list(plain.where(condition, x, y, 'float32')));
      expect([...where(engine, condition, p, 2)!]).toEqual(list(plain.where(condition, x, 2, 'float32')));
    }
  });

  test.each([
    [1, 40_001],
    [1, 16_384],
    [3, 20_000],
    [70, 300],
    [20_000, 2],
  ])('extremes of %i rows of %i', (rows, columns) => {
    const values = uniform(rows * columns, -5, 5);
    const x = view(values, [rows, columns]);
    for (const op of ['max', 'min'] as const) {
      for (const [i, y] of staying(values, [rows, columns]).entries()) {
        expect([...extremes(engines[i]!, op, y, 1)!]).toEqual(list(plain.reduce(op, x, 1)));
        const places = positions(engines[i]!, op, y, 1);
        if (places !== null) expect([...places]).toEqual(list(plain.argReduce(op, x, 1)));
      }
    }
    values[values.length - 1] = nan;
    for (const [i, y] of staying(values, [rows, columns]).entries()) {
      expect(extremes(engines[i]!, 'max', y, 1)!.at(-1)).toBe(nan);
    }
  });

  test('elements that an index picks from rows', () => {
    for (const [rows, columns, chosen] of [
      [1, 5, 1000],
      [300, 70, 60],
      [9000, 3, 1],
    ] as const) {
      const values = uniform(rows * columns);
      const places = uniform(rows * chosen, 0, columns - 0.01).map(Math.floor);
      const index = view(places, [rows, chosen], { dtype: 'int32' });
      const wanted = list(plain.gather(view(values, [rows, columns]), 1, index));
      for (const [i, x] of staying(values, [rows, columns]).entries()) {
        expect([...pickedAlong(engines[i]!, x, 1, index)!]).toEqual(wanted);
      }
      expect([...pickedAlong(one, view(values, [rows, columns]), 1, index)!]).toEqual(wanted);
    }
  });

  test('whole numbers within a size, each of them counts', () => {
    for (const size of [1, 3, 4, 8, 9, 131]) {
      const whole = uniform(size, 0, 6.99).map(Math.floor);
      expect(within(one, view(whole, [size], { dtype: 'int32' }), 7)).toBe(true);
      for (let i = 0; i < size; i++) {
        for (const wrong of [-1, 7, 2 ** 31 - 1, -(2 ** 31)]) {
          expect(within(one, view(whole.with(i, wrong), [size], { dtype: 'int32' }), 7)).toBe(false);
        }
      }
    }
  });

  test.each(['exp', 'sigmoid', 'tanh', 'relu'] as const)('%s of any number of vectors', (op) => {
    for (const size of [1, 4, 5, 8, 12, 28, 8205]) {
      const values = uniform(size, -90, 90);
      values[size >> 1] = nan;
      const [x, y] = staying(values, [size]);
      const made = unary(one, op, x!)!;
      expectSameBits(unary(two, op, y!)!, made);
      // One by one there is nothing to go with.
      values.forEach((value, i) => {
        expectSameBits(unary(one, op, view([value], [1]))!, made.subarray(i, i + 1));
      });
      expectSameBits(erf(two, y!, true), erf(one, x!, true));
    }
  });
});
