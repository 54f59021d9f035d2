import { cpu } from '@kindling/backend-cpu';
import type { Backend, View } from '@kindling/tensor-core/backend';
import { beforeAll, expect, it } from 'vitest';
import { type GpuBackend, gpu } from './index.js';
import { compare, denseView, elementsFor, numbers, viewOf } from './testing.js';

let backends: readonly [GpuBackend, Backend];
beforeAll(async () => {
  backends = [await gpu(), await cpu({ wasm: false })];
});

const filled = (on: Backend, shape: number[], seed: number): View =>
  denseView(
    on.upload(
      elementsFor(
        'float32',
        shape.reduce((a, b) => a * b, 1),
        seed,
      ),
      'float32',
    ),
    shape,
  );

/** Positions below a size; `made` on the device, so that they are not in memory too. */
function positions(on: Backend, shape: number[], below: number, made: boolean): View {
  const next = numbers(3);
  const count = shape.reduce((a, b) => a * b, 1);
  const values = Int32Array.from({ length: count }, () => Math.floor(next() * below));
  const uploaded = denseView(on.upload(values, 'int32'), shape);
  return made ? denseView(on.binary('add', uploaded, 0), shape) : uploaded;
}

for (const made of [false, true]) {
  const where = made ? 'on the device' : 'in memory';

  it(`adds rows to a large table, positions ${where}`, async () => {
    await compare(backends, 'table', (on) => {
      const index = positions(on, [512], 5000, made);
      const expanded = viewOf(index.buffer, { shape: [512, 64], strides: [1, 0], offset: 0 });
      return on.scatterAdd(filled(on, [5000, 64], 1), 0, expanded, filled(on, [512, 64], 2));
    });
  });

  it(`adds along rows that differ, positions ${where}`, async () => {
    await compare(backends, 'rows', (on) =>
      on.scatterAdd(
        filled(on, [40, 3, 300], 1),
        2,
        positions(on, [37, 3, 700], 300, made),
        filled(on, [37, 3, 700], 2),
      ),
    );
  });

  it(`adds along a middle dimension, positions ${where}`, async () => {
    await compare(backends, 'middle', (on) =>
      on.scatterAdd(filled(on, [5, 300, 7], 1), 1, positions(on, [4, 500, 7], 300, made), filled(on, [4, 500, 7], 2)),
    );
  });
}

it('takes time for the elements and the positions, not for both multiplied', async () => {
  // Each with each would be 3e11 comparisons, which take minutes.
  const n = 70_000;
  const [on] = backends;
  const index = positions(on, [n], n, true);
  const expanded = viewOf(index.buffer, { shape: [n, 64], strides: [1, 0], offset: 0 });
  const ones = viewOf(on.fill(1, 1, 'float32'), { shape: [n, 64], strides: [0, 0], offset: 0 });
  const result = on.scatterAdd(denseView(on.fill(n * 64, 0, 'float32'), [n, 64]), 0, expanded, ones);
  const total = await on.read(denseView(on.reduce('sum', denseView(result), 0)));
  expect(total[0]).toBe(n * 64);
});
