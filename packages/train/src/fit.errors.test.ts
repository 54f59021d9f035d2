import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BCELoss, BCEWithLogitsLoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { noGrad, setBackend, type Tensor } from '@kindling/tensor-core';
import { describe, expect, it } from 'vitest';
import { atThreshold, fit } from './index.js';

setBackend(await cpu());

const accuracy = atThreshold(accuracyScore);
const small = () => new Sequential(new Linear(2, 1), new Sigmoid());

function rows(): { x: Tensor; y: Tensor } {
  const { x, y } = gaussianBlobs(50);
  return { x: x.narrow(0, 13, 25), y: y.narrow(0, 13, 25) };
}

describe('says what is wrong', () => {
  const train = async (options: object, model = small()) => {
    const { x, y } = rows();
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    const base = { loss: new BCELoss(), optimizer, trainData: { x, y, batchSize: 10 }, epochs: 3 };
    return fit(model, { ...base, ...options });
  };

  it('with the epoch and batch of a loss that is not finite, before it is learnt', async () => {
    const { x, y } = rows();
    const poisoned = x.clone();
    noGrad(() => poisoned.narrow(0, 12, 1).fill_(Number.NaN));
    const model = new Linear(2, 1);
    const loss = new BCEWithLogitsLoss();
    const options = () => ({ loss, optimizer: new SGD(model.parameters(), { lr: 0.1 }), epochs: 2 });
    const trainData = { x: poisoned, y, batchSize: 10 };
    await expect(fit(model, { ...options(), trainData })).rejects.toThrow('fit: epoch 1, batch 2: the loss is NaN');
    expect(model.weight.isfinite().all().item()).toBe(1);
    await expect(fit(model, { ...options(), trainData, readLoss: 'epoch' })).rejects.toThrow(
      'fit: epoch 1, batch 2: the loss is NaN',
    );
    const allowed = await fit(model, { ...options(), trainData, allowNonFinite: true });
    expect(allowed.loss).toEqual([Number.NaN, Number.NaN]);
  });

  it('about options', async () => {
    const { x, y } = rows();
    const data = { x, y };
    await expect(train({ epochs: 0 })).rejects.toThrow('epochs must be a whole number from 1, not 0');
    await expect(train({ metrics: { accuracy } })).rejects.toThrow('"accuracy" is measured on validation data');
    await expect(train({ metrics: { loss: accuracy }, validation: data })).rejects.toThrow('cannot be called "loss"');
    await expect(train({ restoreBest: { monitor: 'valLoss', mode: 'min' } })).rejects.toThrow('there is no validation');
    await expect(train({ restoreBest: { monitor: 'loss', mode: 'best' } })).rejects.toThrow('must be min or max');
    await expect(
      train({ validation: data, metrics: { accuracy }, restoreBest: { monitor: 'acc', mode: 'max' } }),
    ).rejects.toThrow('fit: no "acc" to watch; there are: loss, valLoss, accuracy');
    await expect(train({ trainData: { x, y, batchSize: 0 } })).rejects.toThrow(
      'batchSize must be a whole number from 1',
    );
  });

  it('about data', async () => {
    const { x, y } = rows();
    await expect(train({ trainData: { x, y: y.narrow(0, 0, 24) } })).rejects.toThrow(
      'fit: trainData: x is [25, 2], y is [24, 1]; they need the same first size',
    );
    await expect(train({ trainData: [[x, y.narrow(0, 0, 3)]] })).rejects.toThrow(
      'fit: epoch 1, batch 1: x is [25, 2], y is [3, 1]',
    );
    await expect(train({ trainData: [] })).rejects.toThrow('fit: epoch 1: trainData gave no batches');
    const once = (function* () {
      yield [x, y] as const;
    })();
    await expect(train({ trainData: once })).rejects.toThrow('fit: epoch 2: trainData gave no batches; it must give');
    await expect(train({ loss: new BCELoss({ reduction: 'none' }) })).rejects.toThrow(
      'the loss is [10, 1], not one number',
    );
  });

  it('about a metric that throws', async () => {
    const { x, y } = rows();
    const bad = train({ validation: { x, y }, metrics: { accuracy: accuracyScore } });
    await expect(bad).rejects.toThrow(
      /^fit: metric "accuracy": accuracyScore: yPred\[0\] is 0\.\d+, not a class label/,
    );
  });
});
