import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs } from '@kindling/data';
import { BCEWithLogitsLoss, Linear } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { setBackend } from '@kindling/tensor-core';
import { expect, it, vi } from 'vitest';
import { fit } from './index.js';

setBackend(await cpu());

it('other events run between trainings that are each too short to wait for them', async () => {
  const trainData = gaussianBlobs(4);
  // A millisecond passes whenever somebody looks.
  let now = 1e9;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
  let turns = 0;
  const count = (): void => {
    if (++turns < 3) setImmediate(count);
  };
  setImmediate(count);
  for (let runs = 0; runs < 200 && turns < 3; runs++) {
    const model = new Linear(2, 1);
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    await fit(model, { loss: new BCEWithLogitsLoss(), optimizer, trainData, epochs: 1 });
  }
  vi.restoreAllMocks();
  expect(turns).toBe(3);
});
