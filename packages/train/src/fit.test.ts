import { cpu } from '@kindling/backend-cpu';
import { DataLoader, gaussianBlobs, TensorDataset } from '@kindling/data';
import { accuracyScore, rocAucScore } from '@kindling/metrics';
import { BCELoss, BCEWithLogitsLoss, Dropout, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { manualSeed, noGrad, randn, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { atThreshold, type BatchEvent, type EpochEvent, fit } from './index.js';
import { device, on } from './testing/device.js';

const plain = await cpu();
setBackend(plain);
beforeEach(() => {
  manualSeed(42, { engine: 'torch' });
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
    expect(far.reads).toBeLessThanOrEqual(12 * (1 + 1 + 2) + 2 + 4);
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
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 250);
    const history = await fit(model, {
      loss: new BCELoss(),
      optimizer: new SGD(model.parameters(), { lr: 0.01 }),
      trainData: { x, y, batchSize: 1 },
      epochs: 1e6,
      signal: stop.signal,
    });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(2);
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

describe('the best weights', () => {
  /** Fits a weight to 1, 2, 3, … in turn: after epoch n it is n. */
  async function climb(options: Partial<Parameters<typeof fit>[1]>, values: number[]) {
    const model = new Linear(1, 1, { bias: false });
    let epoch = 0;
    const optimizer = {
      zeroGrad() {},
      step: () => noGrad(() => model.weight.fill_(values[epoch++]!)),
    };
    const x = tensor([[1]]);
    const history = await fit(model, {
      loss: (p) => p.sum(),
      optimizer,
      trainData: { x, y: x },
      validation: { x, y: x },
      metrics: { score: (_, prediction) => prediction.dataSync()[0]! },
      epochs: values.length,
      ...options,
    } as Parameters<typeof fit>[1]);
    return { history, weight: model.weight.item() };
  }

  it('are put back: the first of equals', async () => {
    const monitor = 'score' as 'loss';
    const largest = await climb({ restoreBest: { monitor, mode: 'max' } }, [1, 5, 2, 5, 3]);
    expect(largest.weight).toBe(5);
    expect(largest.history).toMatchObject({ bestEpoch: 2, bestValue: 5, epochs: 5 });
    const smallest = await climb({ restoreBest: { monitor, mode: 'min' } }, [4, 5, 2, 5, 3]);
    expect([smallest.weight, smallest.history.bestEpoch]).toEqual([2, 3]);
    const last = await climb({}, [4, 5, 2]);
    expect([last.weight, last.history.bestEpoch]).toEqual([2, null]);
  });

  it('never are those of a NaN', async () => {
    const monitor = 'score' as 'loss';
    const { history, weight } = await climb({ restoreBest: { monitor, mode: 'max' }, allowNonFinite: true }, [
      Number.NaN,
      1,
      Number.NaN,
    ]);
    expect([weight, history.bestEpoch, history.bestValue]).toEqual([1, 2, 1]);
  });

  it('come back when training is stopped, aborted, or fails', async () => {
    const restoreBest = { monitor: 'valLoss', mode: 'min' } as const;
    const stopAfter3 = ({ epoch, training }: EpochEvent): void => {
      if (epoch === 3) training.stop();
    };
    const stopped = await climb({ restoreBest, onEpochEnd: stopAfter3 }, [2, 1, 3, 0]);
    expect(stopped.history).toMatchObject({ epochs: 3, ending: 'stopped', bestEpoch: 2 });
    expect(stopped.weight).toBe(1);

    const stop = new AbortController();
    const onEpochEnd = ({ epoch }: EpochEvent) => (epoch === 3 ? stop.abort() : undefined);
    const aborted = await climb({ restoreBest, signal: stop.signal, onEpochEnd }, [2, 1, 3, 0]);
    expect(aborted.history).toMatchObject({ epochs: 3, ending: 'aborted', bestEpoch: 2 });
    expect(aborted.weight).toBe(1);

    const model = new Linear(1, 1);
    const x = tensor([[1]]);
    const failed = fit(model, {
      loss: (p) => p.sum(),
      optimizer: { zeroGrad() {}, step: () => noGrad(() => model.weight.add_(1)) },
      trainData: { x, y: x },
      restoreBest: { monitor: 'loss', mode: 'min' },
      epochs: 5,
      onEpochEnd({ epoch }) {
        if (epoch === 1) first = model.weight.item();
        if (epoch === 3) throw new Error('no more');
      },
    });
    let first = Number.NaN;
    await expect(failed).rejects.toThrow('no more');
    expect(model.weight.item()).toBe(first);
  });
});

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
    await expect(train({ epochs: 0 })).rejects.toThrow('epochs must be a whole number from 1, got 0');
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
