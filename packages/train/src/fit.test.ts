import { cpu } from '@kindling/backend-cpu';
import { DataLoader, gaussianBlobs, TensorDataset } from '@kindling/data';
import { accuracyScore, rocAucScore } from '@kindling/metrics';
import { BCELoss, BCEWithLogitsLoss, Dropout, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { manualSeed, randn, setBackend, type Tensor } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeEach, describe, expect, it } from 'vitest';
import { atThreshold, type BatchEvent, type EpochEvent, fit } from './index.js';
import { device, on } from './testing/device.js';

const plain = await cpu();
setBackend(plain);
beforeEach(() => {
  manualSeed(42, { engine: TorchGenerator });
});

const accuracy = atThreshold(accuracyScore);
const small = () => new Sequential(new Linear(2, 8), new ReLU(), new Linear(8, 1), new Sigmoid());
const weights = async (model: Sequential) =>
  Promise.all(Object.values(model.stateDict()).map(async (value) => [...(await value.data())]));

/** 25 rows, so that batches of 10 leave a last one of 5. */
function rows(): { x: Tensor; y: Tensor } {
  const { x, y } = gaussianBlobs(50);
  return { x: x.narrow(0, 13, 25), y: y.narrow(0, 13, 25) };
}

describe('fit is the loop by hand', () => {
  it('on the blobs of the tutorial', async () => {
    const data = gaussianBlobs(20);
    const model = new Sequential(new Linear(2, 100), new Sigmoid(), new Linear(100, 1), new Sigmoid());
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    const { loss } = await fit(model, { loss: new BCELoss(), optimizer, trainData: data, epochs: 100 });
    expect([loss[0], loss[1], loss[98], loss[99]].map((value) => value!.toFixed(4))).toEqual([
      '0.6443',
      '0.5402',
      '0.0210',
      '0.0208',
    ]);
  });

  it('with batches in order, the last one smaller, and Adam', async () => {
    const { x, y } = rows();
    const byHand = small();
    const model = small();
    model.loadStateDict(byHand.stateDict());

    const criterion = new BCELoss();
    const optimizer = new Adam(byHand.parameters(), { lr: 0.01 });
    const losses: number[] = [];
    for (let epoch = 0; epoch < 7; epoch++) {
      let sum = 0;
      for (let start = 0; start < 25; start += 10) {
        const length = Math.min(10, 25 - start);
        const loss = criterion(byHand(x.narrow(0, start, length)), y.narrow(0, start, length));
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
        sum += loss.item() * length;
      }
      losses.push(sum / 25);
    }

    const history = await fit(model, {
      loss: new BCELoss(),
      optimizer: new Adam(model.parameters(), { lr: 0.01 }),
      trainData: { x, y, batchSize: 10 },
      epochs: 7,
    });
    expect(history.loss).toEqual(losses);
    expect(await weights(model)).toEqual(await weights(byHand));
    expect(history).toMatchObject({ epochs: 7, ending: 'completed', valLoss: [], metrics: {}, bestEpoch: null });
  });

  it('with a shuffling loader and dropout, draw for draw', async () => {
    const { x, y } = rows();
    const make = () => new Sequential(new Linear(2, 8), new ReLU(), new Dropout(0.3), new Linear(8, 1));
    const loader = () => new DataLoader(new TensorDataset(x, y), { batchSize: 10, shuffle: true });

    manualSeed(3);
    const byHand = make();
    const criterion = new BCEWithLogitsLoss();
    const optimizer = new SGD(byHand.parameters(), { lr: 0.1, momentum: 0.9 });
    const losses: number[] = [];
    for (let epoch = 0; epoch < 4; epoch++) {
      let sum = 0;
      for (const [a, b] of loader()) {
        const loss = criterion(byHand(a), b);
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
        sum += loss.item() * a.shape[0]!;
      }
      losses.push(sum / 25);
    }

    const train = async (trainData: Parameters<typeof fit>[1]['trainData']) => {
      manualSeed(3);
      const model = make();
      const update = new SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
      const history = await fit(model, { loss: new BCEWithLogitsLoss(), optimizer: update, trainData, epochs: 4 });
      return { loss: history.loss, weights: await weights(model) };
    };
    const expected = { loss: losses, weights: await weights(byHand) };
    expect(await train(loader())).toEqual(expected);
    expect(await train({ x, y, batchSize: 10, shuffle: true })).toEqual(expected);
  });

  it('draws nothing where nothing is random', async () => {
    const { x, y } = rows();
    const model = small();
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    manualSeed(5);
    await fit(model, {
      loss: new BCELoss(),
      optimizer,
      trainData: { x, y, batchSize: 10 },
      validation: { x, y },
      epochs: 2,
    });
    const after = randn(1).item();
    manualSeed(5);
    expect(after).toBe(randn(1).item());
  });
});

describe('on a device that reads later and frees nothing by itself', () => {
  const train = async (onDevice: boolean) => {
    manualSeed(9);
    const gpu = device(plain);
    return on(onDevice ? gpu : plain, plain, async () => {
      const { x, y } = rows();
      const model = small();
      const live: number[] = [];
      const events: (number | null)[] = [];
      const optimizer = new Adam(model.parameters(), { lr: 0.05 });
      const history = await fit(model, {
        loss: new BCELoss(),
        optimizer,
        trainData: { x, y, batchSize: 10, shuffle: true },
        validation: { x, y, batchSize: 20 },
        metrics: { accuracy, auc: rocAucScore },
        restoreBest: { monitor: 'accuracy', mode: 'max' },
        epochs: 12,
        onBatchEnd: ({ loss }) => void events.push(loss),
        onEpochEnd: () => void live.push(gpu.live),
      });
      return { ...history, seconds: 0, live, events, weights: await weights(model), reads: gpu.reads };
    });
  };

  it('gives the same numbers, and leaves nothing behind', async () => {
    const [far, near] = [await train(true), await train(false)];
    const close = (a: readonly number[], b: readonly number[], digits: number): void => {
      expect(a.length).toBe(b.length);
      for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i]!, digits);
    };
    close(far.loss, near.loss, 5);
    close(far.valLoss, near.valLoss, 5);
    close(far.weights.flat(), near.weights.flat(), 4);
    expect(far.metrics.accuracy).toEqual(near.metrics.accuracy);
    expect(near.events.every((loss) => loss !== null)).toBe(true);
    expect(far.events.every((loss) => loss === null)).toBe(true);
    expect(new Set(far.live.slice(1)).size).toBe(1);
    // An epoch reads its losses once; validation reads its losses once, and two batches' predictions and targets.
    expect(far.reads).toBeLessThanOrEqual(12 * (1 + 1 + 2) + 2 + 4 + 1);
  });
});

describe('events', () => {
  it('tell of every batch and epoch', async () => {
    const { x, y } = rows();
    const model = small();
    const batches: BatchEvent[] = [];
    const epochs: EpochEvent<'accuracy'>[] = [];
    const order: string[] = [];
    const history = await fit(model, {
      loss: new BCELoss(),
      optimizer: new SGD(model.parameters(), { lr: 0.1 }),
      trainData: { x, y, batchSize: 10 },
      validation: { x, y },
      metrics: { accuracy },
      epochs: 2,
      onBatchEnd: (event) => void batches.push(event),
      onEpochEnd: (event) => void epochs.push(event),
      callbacks: [
        {
          onTrainBegin: () => void order.push('begin'),
          onBatchEnd: async () => void order.push('batch'),
          onEpochEnd: async ({ metrics }) => void order.push(`epoch ${typeof metrics.accuracy}`),
          onTrainEnd: () => void order.push('end'),
        },
      ],
    });
    expect(batches.map(({ epoch, batch, batches: count, rows: size }) => [epoch, batch, count, size])).toEqual([
      [1, 1, 3, 10],
      [1, 2, 3, 10],
      [1, 3, 3, 5],
      [2, 1, 3, 10],
      [2, 2, 3, 10],
      [2, 3, 3, 5],
    ]);
    expect(batches.map(({ progress }) => Math.round(progress * 6))).toEqual([1, 2, 3, 4, 5, 6]);
    const mean = batches.slice(0, 3).reduce((sum, { loss, rows: size }) => sum + loss! * size, 0) / 25;
    expect(history.loss[0]).toBe(mean);
    expect(
      epochs.map(({ epoch, loss, valLoss, metrics, progress }) => [epoch, loss, valLoss, metrics.accuracy, progress]),
    ).toEqual([
      [1, history.loss[0], history.valLoss[0], history.metrics.accuracy[0], 0.5],
      [2, history.loss[1], history.valLoss[1], history.metrics.accuracy[1], 1],
    ]);
    expect(order.join(' ')).toBe('begin batch batch batch epoch number batch batch batch epoch number end');
  });

  it('let gradients be seen and changed before the step', async () => {
    const { x, y } = rows();
    const model = small();
    const before = await weights(model);
    await fit(model, {
      loss: new BCELoss(),
      optimizer: new SGD(model.parameters(), { lr: 0.1 }),
      trainData: { x, y },
      epochs: 3,
      beforeStep() {
        for (const parameter of model.parameters()) parameter.grad!.zero_();
      },
    });
    expect(await weights(model)).toEqual(before);
    expect(model.parameters().every((p) => p.grad !== null)).toBe(true);
  });

  it('let timers run during long training', async () => {
    const { x, y } = rows();
    const model = small();
    // Were timers kept waiting, this would not end.
    const stop = new AbortController();
    let ticks = 0;
    const timer = setInterval(() => {
      if (++ticks === 3) stop.abort();
    }, 1);
    const history = await fit(model, {
      loss: new BCELoss(),
      optimizer: new SGD(model.parameters(), { lr: 0.01 }),
      trainData: { x, y, batchSize: 1 },
      epochs: 1e6,
      signal: stop.signal,
    });
    clearInterval(timer);
    expect(history.ending).toBe('aborted');
  });
});

describe('modes', () => {
  it('are training in steps, evaluation in validation, and then what they were', async () => {
    const { x, y } = rows();
    const frozen = new Dropout(0.5);
    const model = new Sequential(new Linear(2, 1), frozen, new Sigmoid());
    frozen.eval();
    const seen: boolean[] = [];
    const watched = (p: Tensor, t: Tensor): Tensor => {
      seen.push(frozen.training);
      return new BCELoss()(p, t);
    };
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    await fit(model, { loss: watched, optimizer, trainData: { x, y }, validation: { x, y }, epochs: 2 });
    expect(seen).toEqual([true, false, true, false]);
    expect([model.training, frozen.training]).toEqual([true, false]);
  });
});
