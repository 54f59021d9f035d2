import { ones, scope, setBackend, tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../../buffer.js';
import { cpu } from '../../index.js';
import { expectSameBits } from '../../testing/compare.js';
import { enginesByThreads } from '../../testing/threads.js';
import { uniform, view } from '../../testing/views.js';
import { Home } from '../../wasm/home.js';
import { copied } from './copy.js';

describe.each(enginesByThreads)('copies (%s)', (_, ...engines) => {
  test.each([
    [
      [300, 70],
      [1, 300],
    ],
    [
      [5, 1001],
      [1, 5],
    ],
    [
      [4, 61, 33],
      [2013, 1, 61],
    ],
  ])('of a matrix %j by strides of %j', (shape, strides) => {
    for (const engine of engines) {
      const x = view(uniform(22000), shape, { strides, offset: 3 });
      const wanted = Float32Array.from({ length: x.count }, (_, i) => {
        const at = shape.reduceRight<[number, number]>(
          ([sum, left], size, d) => [sum + (left % size) * strides[d]!, Math.floor(left / size)],
          [3, i],
        );
        return (x.buffer as CpuBuffer).values[at[0]]!;
      });
      expectSameBits(copied(engine, x)!, wanted);
      Home.moveIn(x.buffer as CpuBuffer, engine);
      expectSameBits(copied(engine, x)!, wanted);
    }
  });

  test('of other strides are not made here', () => {
    const x = view(uniform(900), [20, 20], { strides: [2, 40] });
    expect(copied(engines[0]!, x)).toBeNull();
  });
});

test.each([1, 2])(
  'copies made in a scope stay in the memory, special numbers as they are (%i threads)',
  async (threads) => {
    const backend = await cpu({ threads });
    setBackend(backend);
    const values = Float32Array.from(uniform(70000), (v, i) => [v, -0, Number.NaN, Number.POSITIVE_INFINITY][i % 4]!);
    scope(() => {
      const x = tensor(values).clone();
      const y = x.clone();
      expect((y.buffer as CpuBuffer).home).not.toBeNull();
      expect(y.dataSync()).toEqual(values);
      expect(y.add(ones(70000)).dataSync()[4]).toBe(Math.fround(values[4]! + 1));
    });
  },
);
