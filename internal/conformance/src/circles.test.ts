import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { makeCircles } from '@kindling/data';
import { BCEWithLogitsLoss, Linear, type Module, ReLU, Sequential } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { manualSeed, setBackend, tensor } from '@kindling/tensor-core';
import { numpyRandom } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, it } from 'vitest';
import { tally } from './numbers/ledger.js';

interface Circles {
  readonly seed: number;
  readonly models: readonly { readonly hidden: readonly number[]; readonly loss: readonly number[] }[];
}

const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, '../values/workflows/circles.json'), 'utf8'),
) as readonly Circles[];

const tolerance = 1e-5;

describe.each(cases)('the circles tutorial, seed $seed', ({ seed, models }) => {
  it('has the losses of PyTorch, with 2 and with 1024 x 1024 hidden units', async () => {
    setBackend(await cpu());
    manualSeed(seed, { engine: TorchGenerator });
    numpyRandom().seed(seed);
    const circles = makeCircles({ nSamples: 500, noise: 0.02 });
    const x = tensor(Float32Array.from(circles.data)).reshape(-1, 2);
    const y = tensor(Float32Array.from(circles.target)).reshape(-1, 1);
    const criterion = new BCEWithLogitsLoss();
    for (const { hidden, loss } of models) {
      const sizes = [2, ...hidden];
      const layers: Module[] = hidden.flatMap((size, i) => [new Linear(sizes[i]!, size), new ReLU()]);
      layers.push(new Linear(sizes.at(-1)!, 1));
      const model = new Sequential(...layers);
      const optimizer = new SGD(model.parameters(), { lr: 0.01 });
      const differences = loss.map((expected) => {
        const found = criterion(model(x), y);
        optimizer.zeroGrad();
        found.backward();
        optimizer.step();
        return Math.abs(found.item() / expected - 1);
      });
      const worst = Math.max(...differences);
      tally('Workflows', 'Circles: losses of the first 20 epochs', { tolerance, values: loss.length, worst });
      expect(worst).toBeLessThan(tolerance);
    }
  });
});
