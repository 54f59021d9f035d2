import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { gaussianBlobs } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { expect, it } from 'vitest';
import { atThreshold, fit } from './index.js';

it('trains the blobs network on a GPU to the losses of the CPU, and leaves nothing there', async () => {
  const device = await gpu();
  const train = async (readLoss: 'batch' | 'epoch', textures: number[] = []) => {
    manualSeed(42, { engine: TorchGenerator });
    const data = gaussianBlobs(20);
    const model = new Sequential(new Linear(2, 100), new Sigmoid(), new Linear(100, 1), new Sigmoid());
    return fit(model, {
      loss: new BCELoss(),
      optimizer: new SGD(model.parameters(), { lr: 0.1 }),
      trainData: { ...data, batchSize: 8 },
      validation: data,
      metrics: { accuracy: atThreshold(accuracyScore) },
      restoreBest: { monitor: 'valLoss', mode: 'min' },
      epochs: 8,
      readLoss,
      onEpochEnd: () => void textures.push(device.memory().textures),
    });
  };
  setBackend(device);
  const textures: number[] = [];
  const far = await train('epoch', textures);
  setBackend(await cpu());
  const near = await train('batch');
  for (const [epoch, loss] of near.loss.entries()) {
    expect(Math.abs(far.loss[epoch]! - loss), `epoch ${epoch + 1}`).toBeLessThan(1e-4);
    expect(Math.abs(far.valLoss[epoch]! - near.valLoss[epoch]!), `epoch ${epoch + 1}`).toBeLessThan(1e-4);
  }
  expect(far.metrics.accuracy).toEqual(near.metrics.accuracy);
  expect(far.bestEpoch).toBe(near.bestEpoch);
  // What was there before may be collected meanwhile; nothing may be added.
  const later = textures.slice(2);
  expect(later).toEqual(later.toSorted((a, b) => b - a));
});
