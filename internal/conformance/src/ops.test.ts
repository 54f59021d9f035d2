import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, describe, expect, test } from 'vitest';
import activations from '../values/ops/activations.json' with { type: 'json' };
import binary from '../values/ops/binary.json' with { type: 'json' };
import choices from '../values/ops/choices.json' with { type: 'json' };
import composed from '../values/ops/composed.json' with { type: 'json' };
import creation from '../values/ops/creation.json' with { type: 'json' };
import elementwise from '../values/ops/elementwise.json' with { type: 'json' };
import indexing from '../values/ops/indexing.json' with { type: 'json' };
import more from '../values/ops/more.json' with { type: 'json' };
import options from '../values/ops/options.json' with { type: 'json' };
import products from '../values/ops/products.json' with { type: 'json' };
import reductions from '../values/ops/reductions.json' with { type: 'json' };
import shaping from '../values/ops/shaping.json' with { type: 'json' };
import windows from '../values/ops/windows.json' with { type: 'json' };
import { type Case, describeCase, replay } from './ops/replay.js';

const files: Readonly<Record<string, unknown>> = {
  activations,
  binary,
  choices,
  creation,
  elementwise,
  indexing,
  composed,
  more,
  options,
  products,
  reductions,
  shaping,
  windows,
};

describe.each([false, 'simd', 'relaxed'] as const)('cpu({ wasm: %s }) against PyTorch', (wasm) => {
  beforeAll(async () => setBackend(await cpu({ wasm })));

  describe.each(Object.keys(files))('%s', (file) => {
    const cases = files[file] as readonly Case[];
    for (const op of new Set(cases.map((given) => given.op))) {
      const own = cases.filter((given) => given.op === op);
      test(`${op} in ${own.length} cases`, async () => {
        const wrong: string[] = [];
        for (const given of own) {
          const message = await replay(given).catch((error: unknown) => String(error));
          if (message !== null) wrong.push(`${describeCase(given)}: ${message}`);
        }
        expect(wrong).toEqual([]);
      });
    }
  });
});
