import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Case, describeCase, replay, type Tolerances } from './ops/replay.js';
import activations from '../values/ops/activations.json' with { type: 'json' };
import binary from '../values/ops/binary.json' with { type: 'json' };
import choices from '../values/ops/choices.json' with { type: 'json' };
import creation from '../values/ops/creation.json' with { type: 'json' };
import elementwise from '../values/ops/elementwise.json' with { type: 'json' };
import indexing from '../values/ops/indexing.json' with { type: 'json' };
import products from '../values/ops/products.json' with { type: 'json' };
import reductions from '../values/ops/reductions.json' with { type: 'json' };
import shaping from '../values/ops/shaping.json' with { type: 'json' };

const files = { activations, binary, choices, creation, elementwise, indexing, products, reductions, shaping } as unknown as Readonly<Record<string, readonly Case[]>>;

const relative = { relative: 2e-6 };
function tolerancesOf(op: string): (double: boolean) => Tolerances {
  return (double) => double ? { forward: { relative: 1e-12 , signedZeros: true}, gradient: { relative: 1e-12 } } : { forward: {...relative, signedZeros: true}, gradient: relative };
}

beforeAll(async () => setBackend(await cpu()));

for (const [file, cases] of Object.entries(files)) {
  describe(file, () => {
    for (const [op, own] of Object.entries(Object.groupBy(cases, ({ op }) => op))) {
      test(`${op}: ${own!.length} cases`, async () => {
        const wrong: string[] = [];
        for (const given of own!) {
          const message = await replay(given, tolerancesOf(op)).catch((error: unknown) => String(error));
          if (message !== null) wrong.push(`${describeCase(given)}: ${message}`);
        }
        expect(wrong).toEqual([]);
      });
    }
  });
}
