import { cpu } from '@kindling/backend-cpu';
import {
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  HingeEmbeddingLoss,
  KLDivLoss,
  Linear,
  LogSoftmax,
  Module,
  NLLLoss,
  ReLU,
  Sequential,
  Sigmoid,
  SoftMarginLoss,
  Softmax,
} from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { manualSeed, ones, rand, randn, setBackend, type Tensor, zeros } from '@kindling/tensor-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Callback, fit, type LossFunction } from './index.js';

setBackend(await cpu());
beforeEach(() => void manualSeed(1));

const classes = (): Tensor => zeros(8).int();
const yesOrNo = (): Tensor => zeros(8, 1);

/** What `fit` says about a model that is trained for an epoch. */
async function warnings(model: Module<[Tensor], Tensor>, loss: LossFunction, y: Tensor): Promise<string[]> {
  const said: string[] = [];
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  const onWarning = (message: string): void => void said.push(message);
  await fit(model, { loss, optimizer, trainData: { x: randn(8, 3), y }, epochs: 1, onWarning });
  return said;
}

describe('a loss that does not go with the end of the model', () => {
  const to = (width: number, ...end: Module<[Tensor], Tensor>[]) => new Sequential(new Linear(3, width), ...end);

  it.each([
    ['Softmax', 'CrossEntropyLoss', () => to(2, new Softmax(1)), new CrossEntropyLoss(), classes],
    ['Sigmoid', 'CrossEntropyLoss', () => to(2, new Sigmoid()), new CrossEntropyLoss(), classes],
    ['Sigmoid', 'BCEWithLogitsLoss', () => to(1, new Sigmoid()), new BCEWithLogitsLoss(), yesOrNo],
    ['ReLU', 'BCEWithLogitsLoss', () => to(1, new ReLU()), new BCEWithLogitsLoss(), yesOrNo],
    ['Linear', 'NLLLoss', () => to(2), new NLLLoss(), classes],
    ['Softmax', 'NLLLoss', () => to(2, new Softmax(1)), new NLLLoss(), classes],
    ['Softmax', 'KLDivLoss', () => to(2, new Softmax(1)), new KLDivLoss({ reduction: 'batchmean' }), () => rand(8, 2)],
    ['Sigmoid', 'BCEWithLogitsLoss', () => new Sequential(to(1, new Sigmoid())), new BCEWithLogitsLoss(), yesOrNo],
  ])('%s before %s is told', async (end, name, model, loss, y) => {
    expect(await warnings(model(), loss, y())).toEqual([
      expect.stringContaining(`the model ends in ${end}, and ${name} takes`) as string,
    ]);
  });

  it('is not told of those that go together, and of a loss that is a function', async () => {
    expect(await warnings(to(2), new CrossEntropyLoss(), classes())).toEqual([]);
    expect(await warnings(to(2, new LogSoftmax(1)), new NLLLoss(), classes())).toEqual([]);
    expect(await warnings(to(1), new BCEWithLogitsLoss(), yesOrNo())).toEqual([]);
    const loss = new BCEWithLogitsLoss();
    expect(await warnings(to(1, new Sigmoid()), (prediction, y) => loss(prediction, y), yesOrNo())).toEqual([]);
  });
});

describe('targets of losses of signs', () => {
  it.each([[new HingeEmbeddingLoss()], [new SoftMarginLoss()]])('%s needs -1 and 1', async (loss) => {
    const y = yesOrNo();
    await expect(warnings(new Linear(3, 1), loss, y)).rejects.toThrow('needs -1 and 1. 0 and 1 become these by');
    expect(await warnings(new Linear(3, 1), loss, y.mul(2).sub(1))).toEqual([]);
  });
});

describe('weights that are no parameters', () => {
  it('a layer whose weight was set to a tensor', async () => {
    const model = new Sequential(new Linear(3, 3), new Linear(3, 1));
    Object.assign(model.at(0), { weight: ones(3, 3) });
    expect(await warnings(model, new BCEWithLogitsLoss(), yesOrNo())).toEqual([
      'fit: 0.weight is a tensor, no parameter, and stays as it is. Make it one by parameter(), before the optimizer',
    ]);
  });

  it('a field that requires gradients; not a constant, nor what forward keeps', async () => {
    class Scaled extends Module<[Tensor], Tensor> {
      readonly layer = new Linear(3, 1);
      readonly scale = ones(1).requiresGrad_();
      readonly two = ones(1).add(1);
      last: Tensor | null = null;
      forward(x: Tensor): Tensor {
        this.last = this.layer(x).mul(this.scale).mul(this.two);
        return this.last;
      }
    }
    expect(await warnings(new Scaled(), new BCEWithLogitsLoss(), yesOrNo())).toEqual([
      expect.stringContaining('scale is a tensor, no parameter') as string,
    ]);
  });
});

describe('what an optimizer does not read', () => {
  const train = (set: (optimizer: SGD) => object) => {
    const model = new Linear(3, 1);
    const optimizer = new SGD(model.parameters(), { lr: 0.1, momentum: 0.5 });
    const callbacks: Callback[] = [{ onEpochEnd: () => void set(optimizer) }];
    const trainData = { x: ones(2, 3), y: ones(2, 1) };
    return fit(model, { loss: new BCEWithLogitsLoss(), optimizer, trainData, epochs: 2, callbacks });
  };

  it.each([
    ['lr', { lr: 0.01 }, 'fit: optimizer.lr was set, which nothing reads: set optimizer.paramGroups[0].lr'],
    ['learningRate', { learningRate: 0.01 }, 'optimizer.learningRate was set, which nothing reads'],
    ['momentum', { momentum: 0 }, 'set optimizer.paramGroups[0].momentum'],
  ])('%s of itself', async (_, values, message) => {
    await expect(train((optimizer) => Object.assign(optimizer, values))).rejects.toThrow(message);
  });

  it.each([
    [
      'learningRate',
      { learningRate: 0.01 },
      "paramGroups[0].learningRate was set, which nothing reads: did you mean 'lr'",
    ],
    ['weight_decay', { weight_decay: 0.01 }, "did you mean 'weightDecay'?"],
  ])('%s of a group', async (_, values, message) => {
    await expect(train(({ paramGroups }) => Object.assign(paramGroups[0]!, values))).rejects.toThrow(message);
  });

  it('and what it reads is fine, as is a name of yours', async () => {
    const { epochs } = await train(({ paramGroups }) => Object.assign(paramGroups[0]!, { lr: 0.01, label: 'all' }));
    expect(epochs).toBe(2);
  });
});

describe('rows and losses', () => {
  const run = (options: object) => {
    const model = new Linear(3, 1);
    const base = { loss: new BCEWithLogitsLoss(), optimizer: new Adam(model.parameters()), epochs: 1 };
    return fit(model, { ...base, trainData: { x: ones(2, 3), y: ones(2, 1) }, ...options });
  };

  it('a slip in a name of the data', async () => {
    const rows = { x: ones(2, 3), y: ones(2, 1) };
    await expect(run({ trainData: { ...rows, batch_size: 1 } })).rejects.toThrow(
      "fit: trainData: unknown 'batch_size'; did you mean 'batchSize'?",
    );
    await expect(run({ validation: { ...rows, weights: ones(2) } })).rejects.toThrow("did you mean 'weight'?");
    expect((await run({ trainData: { ...rows, columns: ['a', 'b'] } })).epochs).toBe(1);
  });

  it.each([
    ['nothing', () => undefined, 'what the loss returns must be a tensor, at once, not undefined'],
    ['a number', () => 1, 'what the loss returns must be a tensor, at once, not 1'],
    ['a promise', async () => ones(1), 'what the loss returns must be a tensor, at once, not a Promise'],
  ])('a loss that returns %s', async (_, loss, message) => {
    await expect(run({ loss })).rejects.toThrow(message);
  });
});
