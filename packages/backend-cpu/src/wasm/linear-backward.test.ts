import type { Activation, View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { layouts, list, plain, uniform, view } from '../testing/views.js';
import { WasmBackend } from './backend.js';
import { loadEngines } from './load.js';

const activations: Activation[] = ['identity', 'relu', 'sigmoid', 'tanh'];
const wishes = [
  [true, true, true],
  [true, false, false],
  [false, true, false],
  [false, false, true],
  [false, false, false],
];

function expectSame(
  backend: WasmBackend,
  [g, x, w, y]: readonly [View, View, View, View],
  activation: Activation,
  wanted: readonly boolean[],
): void {
  const expected = plain.fused.linearBackward(g, x, w, y, activation, wanted)!;
  const actual = backend.fused.linearBackward(g, x, w, y, activation, wanted)!;
  expect(actual.map((buffer) => buffer?.size ?? null)).toEqual(expected.map((buffer) => buffer?.size ?? null));
  actual.forEach((buffer, j) => {
    if (buffer === null) return;
    const wants = list(expected[j]!);
    list(buffer).forEach((v, i) => {
      const want = wants[i]!;
      if (!(Math.abs(v - want) <= 1e-5 + 3e-6 * Math.abs(want))) expect([j, i, v]).toEqual([j, i, want]);
    });
  });
}

const views = (n: number, i: number, o: number): [View, View, View, View] => [
  view(uniform(n * o + 1, -1, 1, 1), [n, o], { offset: 1 }),
  view(uniform(n * i, -1, 1, 2), [n, i]),
  view(uniform(o * i + 2, -1, 1, 3), [o, i], { offset: 2 }),
  view(uniform(n * o, -1, 1, 4), [n, o]),
];

describe.each(wasmBackends)('linearBackward (%s)', (kind, backend) => {
  test.each([
    [1, 1, 1],
    [20, 2, 100],
    [20, 100, 1],
    [10, 60, 180],
    [1, 60, 180],
    [13, 7, 9],
    [5, 3, 2],
    [100, 33, 10],
    [3, 0, 5],
    [0, 3, 5],
    [3, 5, 0],
    [300, 20, 70],
  ])('%i x %i -> %i with every activation, of what is wanted', (n, i, o) => {
    for (const activation of activations) {
      for (const wanted of wishes) expectSame(backend, views(n, i, o), activation, wanted);
    }
  });

  test('in any layouts', () => {
    const ys = layouts([5, 7], 'float32', 4);
    for (const [j, x] of layouts([5, 6]).entries()) {
      for (const w of layouts([7, 6], 'float32', 2)) {
        for (const g of layouts([5, 7], 'float32', 3)) expectSame(backend, [g, x, w, ys[j]!], 'relu', wishes[0]!);
      }
    }
  });

  test('leaves matrices to the products that are too large for the memory', async () => {
    const small = new WasmBackend(kind, await loadEngines(kind, { limit: 500 }));
    expect(small.fused.linearBackward(...views(20, 25, 3), 'tanh', wishes[0]!)).not.toBeNull();
    for (const [n, i, o] of [
      [20, 26, 3],
      [20, 3, 26],
      [3, 26, 20],
    ] as const) {
      expect(small.fused.linearBackward(...views(n, i, o), 'tanh', wishes[0]!)).toBeNull();
    }
  });

  test('does not read what lies behind', () => {
    const nan = new Array<number>(100).fill(Number.NaN);
    const [g, w] = [view([...uniform(15), ...nan], [5, 3]), view([...uniform(9), ...nan], [3, 3])];
    const made = backend.fused.linearBackward(g, g, w, g, 'tanh', wishes[0]!)!;
    expect(made.flatMap((buffer) => list(buffer!)).every(Number.isFinite)).toBe(true);
  });

  test('of float64 takes the plain kernel', () => {
    const x = view(uniform(6), [2, 3], { dtype: 'float64' });
    const w = view(uniform(9), [3, 3], { dtype: 'float64' });
    const made = backend.fused.linearBackward(x, x, w, x, 'tanh', wishes[0]!)!;
    expect(made.map((buffer) => buffer!.dtype)).toEqual(['float64', 'float64', 'float64']);
  });
});
