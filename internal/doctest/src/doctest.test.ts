import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { SeedrandomGenerator, setBackend, setDefaultGenerator } from '@kindling/tensor-core';
import { numpyRandom } from '@kindling/tensor-core/numpy';
import { beforeEach, describe, it } from 'vitest';
import { collect } from './collect.js';
import { publicModules, root } from './modules.js';
import { runExample } from './run.js';

/** Examples see the modules that users see, Node's, and those that they wrote themselves. */
async function load(specifier: string): Promise<object> {
  const source = publicModules.get(specifier);
  if (source !== undefined) return import(/* @vite-ignore */ join(root, source));
  if (/^(?:node|data):/.test(specifier)) return import(/* @vite-ignore */ specifier);
  throw new Error(
    `an example imports ${JSON.stringify(specifier)}, which is no public module: ${[...publicModules.keys()].join(', ')}`,
  );
}

const backend = await cpu();
const slow = (process.env.KINDLING_SLOW_EXAMPLES ?? '') !== '';
const { examples } = collect({ slow });

describe('examples', () => {
  beforeEach(() => {
    // Each one starts as a fresh program does, but for the backend, which short examples may leave out.
    setBackend(backend);
    setDefaultGenerator(new SeedrandomGenerator());
    numpyRandom().seed(0);
  });

  for (const example of examples) {
    if (!example.run) continue;
    it(example.name, () => runExample(example, load), slow ? 1_800_000 : 20_000);
  }
});
