import type { LossKind } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { expectClose, expectWithin } from '../testing/compare.js';
import { everyFloat } from '../testing/ulps.js';
import { list, plain, uniform, view } from '../testing/views.js';

/** Floats of every size from 0 to 1, close to 1 too. */
const probabilities = everyFloat(2 ** 18).filter((x) => x >= 0 && x <= 1);
const all = Float32Array.from([...probabilities, ...probabilities.map((x) => 1 - x)]);
const logits = everyFloat(2 ** 18).filter((x) => Math.abs(x) < 1e4);

describe.each(wasmBackends)('loss (%s)', (_, backend) => {
  test.each([
    ['bce', 0, all],
    ['bce', 1, all],
    ['bceWithLogits', 0, logits],
    ['bceWithLogits', 1, logits],
  ] satisfies [LossKind, number, Float32Array][])(
    '%s of the target %i, for inputs of every size',
    (kind, target, values) => {
      const x = view(values, [values.length]);
      const t = view(new Float32Array(values.length).fill(target), [values.length]);
      const losses = list(backend.fused.loss(kind, x, t, 'none'));
      expectWithin(losses, list(plain.fused.loss(kind, x, t, 'none')), 3, [values]);
      expect(losses.every((v) => v >= 0)).toBe(true);
    },
  );

  test.each([7, 8, 9, 20, 100, 16384, 16385, 40001])('of %i elements, with offsets', (size) => {
    const x = view(uniform(size + 1, 0, 1, 1), [size], { offset: 1 });
    const t = view(uniform(size + 3, 0, 1, 2), [size], { offset: 3 });
    const g = view(uniform(size + 2, -1, 1, 3), [size], { offset: 2 });
    const one = view([0, 3], [], { offset: 1 });
    for (const kind of ['bce', 'bceWithLogits', 'mse'] as const) {
      for (const reduction of ['none', 'mean', 'sum'] as const) {
        const losses = list(plain.fused.loss(kind, x, t, reduction));
        expectClose(list(backend.fused.loss(kind, x, t, reduction)), losses, 1e-6, 0);
        const grad = reduction === 'none' ? g : one;
        const slopes = list(plain.fused.lossBackward(kind, grad, x, t, reduction));
        // A unit in the last place of a sigmoid that cancels the target.
        const least = 2e-7 / (reduction === 'mean' ? size : 1);
        expectClose(list(backend.fused.lossBackward(kind, grad, x, t, reduction)), slopes, 1e-6, least);
      }
    }
  });

  test('does not read what lies behind', () => {
    const room = [...uniform(60, 0.1, 0.9), ...new Array<number>(100).fill(Number.NaN)];
    for (let size = 40; size <= 60; size++) {
      const x = view(room, [size]);
      expect(Number.isFinite(list(backend.fused.loss('bce', x, x, 'sum'))[0])).toBe(true);
    }
  });
});
