/**
 * Makes small models, one after the other, and drops them: `build` in one synchronous loop, `fit` training each for an epoch.
 * Prints, as JSON, what lies outside the heap after each fifth, in bytes. Run by memory-of-models.test.ts in a process of its
 * own: `node --expose-gc models.mjs MODELS build|fit`.
 */
import { cpu } from '@kindling/backend-cpu';
import { BCEWithLogitsLoss, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, ones, setBackend, zeros } from '@kindling/tensor-core';
import { fit } from '@kindling/train';

const [models, kind] = process.argv.slice(2) as [string, 'build' | 'fit'];
setBackend(await cpu());
manualSeed(1);
const make = (): Sequential => new Sequential(new Linear(8, 32), new ReLU(), new Linear(32, 1));
const trainData = { x: ones(8, 8), y: zeros(8, 1) };

/** Has the engine collect what nobody holds, and call those who wait for it. */
async function collect(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const outside: number[] = [];
for (let i = 1; i <= Number(models); i++) {
  const model = make();
  if (kind === 'fit') {
    const optimizer = new Adam(model.parameters());
    await fit(model, { loss: new BCEWithLogitsLoss(), optimizer, trainData, epochs: 1 });
  }
  if (i % (Number(models) / 5) === 0) {
    if (kind === 'fit') await collect();
    const { external, arrayBuffers } = process.memoryUsage();
    outside.push(external + arrayBuffers);
  }
}
console.log(JSON.stringify(outside));
