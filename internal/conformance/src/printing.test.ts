import { cpu } from '@kindling/backend-cpu';
import { setBackend, type Tensor } from '@kindling/tensor-core';
import { beforeAll, describe, expect, test } from 'vitest';
import content from '../values/ops/printing.json' with { type: 'json' };
import { tally } from './numbers/ledger.js';
import { build } from './ops/replay.js';
import type { WrittenTensor } from './ops/values.js';

/** A tensor and what PyTorch prints for it: with `grad` as a leaf that requires gradients, or what an operation made of it. */
interface Printed {
  readonly in: WrittenTensor;
  readonly text: string;
  readonly grad?: string;
}

const cases = content as unknown as readonly Printed[];

beforeAll(async () => setBackend(await cpu()));

function make({ in: given, grad }: Printed): Tensor {
  const { seen } = build(given, grad !== undefined);
  if (grad === 'add1') return seen.add(1);
  return grad === undefined || grad === '' ? seen : (seen[grad as 'exp' | 'neg' | 'sum'] as () => Tensor)();
}

const groups: Record<string, (given: Printed) => boolean> = {
  'floats of few elements': ({ in: { t, v }, grad }) => t.startsWith('f') && v !== undefined && grad === undefined,
  'integers and truth values': ({ in: { t, v } }) => !t.startsWith('f') && v !== undefined,
  'long lines, many dimensions, summaries': ({ in: { v } }) => v === undefined,
  gradients: ({ grad }) => grad !== undefined,
};

describe('String(tensor) is what PyTorch prints', () => {
  for (const [name, belongs] of Object.entries(groups)) {
    const own = cases.filter(belongs);
    test(`${name}: ${own.length} tensors`, () => {
      const wrong = own.filter((given) => String(make(given)) !== given.text);
      expect(wrong.map((given) => `${make(given)}`)).toEqual(wrong.map(({ text }) => text));
      for (const given of own) tally('Operations', 'tensors printed, as text', { values: 1, of: given });
    });
  }

  test('every case is in a group', () => {
    expect(cases.filter((given) => !Object.values(groups).some((belongs) => belongs(given)))).toEqual([]);
    expect(cases.length).toBeGreaterThan(400);
  });
});
