import { cpu } from '@kindling/backend-cpu';
import { beforeAll, expect, expectTypeOf, test } from 'vitest';
import { setBackend, type Tensor, tensor } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

test('what was chosen is taken apart by position, as in PyTorch, or by name', () => {
  const x = tensor([
    [1, 5],
    [7, 2],
  ]);
  for (const chosen of [x.max(1), x.max(1, { keepdim: true }), x.min(0), x.sort(), x.topk(1)]) {
    const [values, indices] = chosen;
    // By name the parts are never `undefined`, also where the compiler distrusts positions.
    expectTypeOf(chosen).toHaveProperty('values').toEqualTypeOf<Tensor>();
    expectTypeOf(chosen).toHaveProperty('indices').toEqualTypeOf<Tensor>();
    expect(values).toBe(chosen.values);
    expect(indices).toBe(chosen.indices);
    expect([...chosen]).toHaveLength(2);
    expect(Object.keys(chosen)).toEqual(['values', 'indices']);
  }
});
