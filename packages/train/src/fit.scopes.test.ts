import { cpu } from '@kindling/backend-cpu';
import { DataLoader, TensorDataset } from '@kindling/data';
import { BatchNorm1d, Dropout, Linear, Module, MSELoss, Parameter, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { ExponentialMovingAverage } from '@kindling/optim/swa-utils';
import { keep, manualSeed, randn, scope, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluate, fit, predict } from './index.js';

setBackend(await cpu());
beforeEach(() => void manualSeed(1));

const network = () =>
  new Sequential(new Linear(40, 64), new BatchNorm1d(64), new ReLU(), new Dropout(0.1), new Linear(64, 3));
const rows = () => ({ x: randn(70, 40), y: randn(70, 3) });
const numbers = (model: Module<never, unknown>) => Object.values(model.stateDict()).map((value) => value.tolist());
const GONE = /keep\(tensor\) takes it out/;

describe('what is made in a step of fit', () => {
  it('is gone after it, unless it is kept', async () => {
    const gone: Tensor[] = [];
    const kept: Tensor[] = [];
    const mse = new MSELoss();
    const loss = (prediction: Tensor, target: Tensor): Tensor => {
      gone.push(prediction);
      kept.push(keep(mse(prediction, target)));
      return kept.at(-1)!;
    };
    const model = network();
    const { loss: told } = await fit(model, {
      loss,
      optimizer: new Adam(model.parameters()),
      trainData: rows(),
      epochs: 3,
    });
    for (const x of gone) {
      expect(() => x.dataSync()).toThrow(GONE);
      expect(() => x.add(1)).toThrow(GONE);
    }
    expect(kept.map((x) => x.item())).toEqual(told);
  });

  it('is no batch that somebody else made: an iterable may give its batches again', async () => {
    const data = rows();
    const batches: [Tensor, Tensor][] = [];
    const once = {
      *[Symbol.iterator]() {
        if (batches.length === 0) {
          for (let i = 0; i < 70; i += 35) {
            batches.push([data.x.narrow(0, i, 35).mul(1), data.y.narrow(0, i, 35).mul(1)]);
            yield batches.at(-1)!;
          }
        } else yield* batches;
      },
    };
    const [byHand, model] = [network(), network()];
    model.loadStateDict(byHand.stateDict());
    const train = (net: Sequential, trainData: never) =>
      fit(net, { loss: new MSELoss(), optimizer: new Adam(net.parameters()), trainData, epochs: 3 });
    manualSeed(2);
    await train(byHand, { ...data, batchSize: 35 } as never);
    manualSeed(2);
    await train(model, once as never);
    expect(numbers(model)).toEqual(numbers(byHand));
    expect(batches[0]![0].tolist()).toEqual(data.x.narrow(0, 0, 35).tolist());
  });

  it('is no sample that a dataset keeps', async () => {
    const data = rows();
    const samples: (readonly [Tensor, Tensor])[] = [];
    const dataset = {
      length: 70,
      get: (i: number) => (samples[i] ??= [data.x.select(0, i).add(0), data.y.select(0, i).add(0)]),
    };
    const model = network();
    const trainData = new DataLoader(dataset, { batchSize: 20, shuffle: true });
    await fit(model, { loss: new MSELoss(), optimizer: new Adam(model.parameters()), trainData, epochs: 3 });
    expect(samples[5]![0].tolist()).toEqual(data.x.select(0, 5).tolist());
  });

  it('is neither a running mean, nor what an optimizer or an average of weights remembers', async () => {
    const data = rows();
    const [byHand, model] = [network(), network()];
    model.loadStateDict(byHand.stateDict());
    const [ema, emaByHand] = [model, byHand].map((net) => new ExponentialMovingAverage(net, { decay: 0.9 }));
    const [optimizer, other] = [model, byHand].map((net) => new Adam(net.parameters(), { amsgrad: true }));
    const averages: unknown[][] = [];
    manualSeed(2);
    await fit(model, {
      loss: new MSELoss(),
      optimizer: optimizer!,
      trainData: { ...data, batchSize: 20, shuffle: true },
      epochs: 4,
      onBatchEnd: () => ema!.update(),
      restoreBest: { monitor: 'loss', mode: 'min' },
      onEpochEnd: () => void averages.push(numbers(model)),
    });
    manualSeed(2);
    const loader = new DataLoader(new TensorDataset(data.x, data.y), { batchSize: 20, shuffle: true });
    const mse = new MSELoss();
    const batches: Tensor[] = [];
    const seen: unknown[][] = [];
    byHand.train();
    for (let epoch = 0; epoch < 4; epoch++) {
      for (const [x, y] of loader) {
        batches.push(x);
        const loss = mse(byHand(x), y);
        other!.zeroGrad();
        loss.backward();
        other!.step();
        emaByHand!.update();
      }
      seen.push(numbers(byHand));
    }
    expect(averages).toEqual(seen);
    const remembered = (adam: Adam) =>
      Object.values(adam.stateDict().state).flatMap((state) =>
        Object.values(state).map((value) => (typeof value === 'number' ? value : value.tolist())),
      );
    expect(remembered(optimizer!)).toEqual(remembered(other!));
    const averaged = (mean: ExponentialMovingAverage) => JSON.stringify(mean.stateDict());
    expect(averaged(ema!)).toEqual(averaged(emaByHand!));
    expect(batches.every((x) => x.dataSync().every(Number.isFinite))).toBe(true);
  });

  it('may be a parameter or a buffer that a module makes in its first call', async () => {
    class Lazy extends Module<[Tensor], Tensor> {
      weight: Parameter | null = null;
      override forward(x: Tensor): Tensor {
        if (this.weight === null) {
          this.weight = new Parameter(zeros(x.shape[1]!, 3));
          this.registerBuffer('seen', zeros(1000));
        }
        (this as unknown as { seen: Tensor }).seen.add_(1);
        return x.matmul(this.weight);
      }
    }
    const lazy = new Lazy();
    const out = new Linear(3, 3);
    const model = new Sequential(lazy, out);
    const trainData = { ...rows(), batchSize: 10 };
    await fit(model, { loss: new MSELoss(), optimizer: new Adam(out.parameters()), trainData, epochs: 2 });
    expect(lazy.weight!.tolist()).toEqual(zeros(40, 3).tolist());
    expect((lazy as unknown as { seen: Tensor }).seen.dataSync()[999]).toBe(14);
  });
});

describe('evaluate and predict', () => {
  it('give what outlives their scopes', async () => {
    const data = rows();
    const model = network();
    const prediction = predict(model, data.x);
    const before = prediction.tolist();
    const { loss } = await evaluate(model, { ...data, batchSize: 9 }, { loss: new MSELoss() });
    for (let i = 0; i < 20; i++) scope(() => predict(model, tensor(new Float32Array(2800)).reshape([70, 40])));
    expect(prediction.tolist()).toEqual(before);
    expect(loss).toBeCloseTo(new MSELoss()(prediction, data.y).item(), 5);
  });
});
