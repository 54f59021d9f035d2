import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs } from '@kindling/data';
import {
  BatchNorm1d,
  BCELoss,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  Dropout,
  Linear,
  Module,
  MSELoss,
  ReLU,
  Sequential,
  Sigmoid,
} from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { manualSeed, ones, randn, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { describe, expect, it } from 'vitest';
import { type Data, evaluate, type FitOptions, fit, type Model, type Progress, withSchedule } from './index.js';

setBackend(await cpu());

const logits = () => new Linear(2, 1);

async function train(options: Partial<FitOptions>, model: Model = logits(), seed = 3) {
  manualSeed(seed);
  const data = gaussianBlobs(20);
  const fresh = model instanceof Linear ? { weight: model.weight, bias: model.bias! } : null;
  if (fresh !== null) {
    fresh.weight.detach().fill_(0.1);
    fresh.bias.detach().fill_(0);
  }
  const optimizer = new SGD(model.parameters(), { lr: 0.5 });
  const all: FitOptions = { loss: new BCEWithLogitsLoss(), optimizer, trainData: data, epochs: 2, ...options };
  return { model, history: await fit(model, all) };
}

const weights = ({ model }: { model: Model }) => model.parameters().flatMap((p) => [...p.dataSync()]);
const close = (a: number[], b: number[]) => {
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i]!, 5);
};

describe('rows and classes that count differently', () => {
  it('a weight of two is a row that comes twice, for losses of ours and of ones own', async () => {
    const { x, y } = gaussianBlobs(10);
    const twice = { x: cat2(x), y: cat2(y) };
    const weight = ones(10).mul(2).dataSync();
    const half = await train({ trainData: { ...twice } });
    const weighted = await train({ trainData: { x, y, weight } });
    const plain = await train({ trainData: { x, y } });
    close(weights(half), weights(plain));
    // Twice the weight is twice the step.
    const own = await train({ trainData: { x, y, weight }, loss: (p, t) => p.sub(t).pow(2) });
    const mean = await train({ trainData: { x, y }, loss: (p, t) => p.sub(t).pow(2).mean().mul(2) });
    close(weights(own), weights(mean));
    expect(weights(weighted)).not.toEqual(weights(plain));
  });

  it('balanced classes, as numbers or counted, of binary targets and of classes', async () => {
    const x = randn(10, 2);
    const y = [1, 0, 0, 0, 0, 0, 0, 0, 1, 0];
    const column = tensor(y).unsqueeze(1);
    const counted = await train({ trainData: { x, y: column, batchSize: 4 }, classWeight: 'balanced' });
    const said = await train({ trainData: { x, y: column, batchSize: 4 }, classWeight: [10 / 16, 10 / 4] });
    expect(weights(counted)).toEqual(weights(said));
    const rows = y.map((label) => (label === 1 ? 10 / 4 : 10 / 16));
    const weighted = await train({ trainData: { x, y: column, weight: rows, batchSize: 4 } });
    close(weights(counted), weights(weighted));
    const classes = { x, y: tensor(y, { dtype: 'int32' }) };
    const model = () => new Linear(2, 2);
    await train({ trainData: classes, classWeight: 'balanced', loss: new CrossEntropyLoss() }, model());
    const found = await evaluate(logits(), { x, y: column, weight: rows }, { loss: new BCEWithLogitsLoss() });
    expect(found.loss).toBeGreaterThan(0);
  });

  it('says what it needs', async () => {
    const { x, y } = gaussianBlobs(10);
    await expect(train({ trainData: [[x, y]], classWeight: 'balanced' })).rejects.toThrow(
      "fit: classWeight 'balanced' counts the targets of { x, y }; of a loader, say the numbers",
    );
    await expect(train({ classWeight: 'balance' as never })).rejects.toThrow("must be 'balanced', or a list");
    await expect(train({ trainData: { x, y: y.mul(0.5) }, classWeight: 'balanced' })).rejects.toThrow('one is 0.5');
    await expect(train({ trainData: { x, y, weight: [1] } })).rejects.toThrow(
      'weight is [1]; it needs one number a row: [10]',
    );
    const own = { trainData: { x, y, weight: ones(10) }, loss: (p: Tensor, t: Tensor) => p.sub(t).pow(2).mean() };
    await expect(train(own)).rejects.toThrow('the loss must give a number a row; for 10 rows it gave []');
  });
});

const cat2 = (x: Tensor) => tensor([...x.dataSync(), ...x.dataSync()]).reshape([x.shape[0]! * 2, x.shape[1]!]);

describe('steps', () => {
  it('of several batches are those of one large batch, the last ones too', async () => {
    const { x, y } = gaussianBlobs(14);
    const large = await train({ trainData: { x, y, batchSize: 6 } });
    let stepped = 0;
    const small = await train({
      trainData: { x, y, batchSize: 3 },
      accumulate: 2,
      callbacks: [withSchedule({ step: () => stepped++ }, { every: 'batch' })],
    });
    close(weights(small), weights(large));
    expect(stepped).toBe(6);
    // A loader that does not know its length.
    const parts = [0, 3, 6, 9, 12].map((at) => {
      const n = Math.min(3, 14 - at);
      return [x.narrow(0, at, n), y.narrow(0, at, n)] as const;
    });
    const unknown = { [Symbol.iterator]: () => parts[Symbol.iterator]() };
    close(weights(await train({ trainData: unknown, accumulate: 2 })), weights(large));
  });

  it('clip gradients by norm and by value', async () => {
    const norms: number[] = [];
    const beforeStep = ({ model }: { model: Model }) => {
      norms.push(Math.hypot(...model.parameters().flatMap((p) => [...p.grad!.dataSync()])));
    };
    await train({ clipGradNorm: 0.01, beforeStep });
    expect(norms.every((norm) => norm < 0.01001)).toBe(true);
    norms.length = 0;
    await train({ clipGradValue: 0.001, beforeStep });
    expect(norms.every((norm) => norm < 0.001 * Math.sqrt(3) + 1e-9)).toBe(true);
  });

  it('take arrays, and batches that have to be waited for', async () => {
    const plain = {
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [[0], [1]],
    };
    const arrays = await train({ trainData: plain });
    const x = tensor(plain.x);
    const y = tensor(plain.y);
    expect(weights(arrays)).toEqual(weights(await train({ trainData: { x, y } })));
    expect(weights(arrays)).toEqual(
      weights(await train({ trainData: { x: plain.x.map((r) => Float32Array.from(r)), y } })),
    );
    const later: Data = {
      async *[Symbol.asyncIterator]() {
        await Promise.resolve();
        yield [x, y] as const;
      },
    };
    const waited = await train({ trainData: later, validation: later });
    expect(weights(arrays)).toEqual(weights(waited));
    expect(waited.history.valLoss).toHaveLength(2);
  });
});

describe('says what went wrong', () => {
  it('with the layer, the batch and the remedy', async () => {
    const { x, y } = gaussianBlobs(6);
    const model = new Sequential(new Linear(2, 3), new BatchNorm1d(3), new ReLU(), new Linear(3, 1));
    await expect(train({ trainData: { x, y, batchSize: 5 } }, model)).rejects.toThrow(
      /^fit: epoch 1, batch 2, layer 1 \(BatchNorm1d\): .*more than one value.*`dropLast: true`/,
    );
    const nested = new Sequential(new Linear(2, 3), new Sequential(new ReLU(), new Linear(4, 1)));
    const error = await train({}, nested).catch((reason: unknown) => reason as Error);
    expect(String(error)).toMatch(/^TrainError: fit: epoch 1, batch 1, layer 1\.1 \(Linear\): Linear\(4 -> 1\)/);
    expect((error as Error).cause).toBeInstanceOf(Error);
  });

  it('with the first operation that made a NaN, or what was NaN before', async () => {
    class Root extends Module {
      override forward(x: Tensor): Tensor {
        return x.sqrt();
      }
    }
    const model = new Sequential(new Linear(2, 3), new Root(), new Linear(3, 1));
    await expect(train({}, model)).rejects.toThrow(
      /batch 1: the loss is NaN; the first operation with such a result is sqrt in layer 1 \(Root\)$/,
    );
    const { x, y } = gaussianBlobs(10);
    const bad = x.clone();
    bad.narrow(0, 3, 1).fill_(Number.NaN);
    await expect(train({ trainData: { x: bad, y } })).rejects.toThrow(
      'the loss is NaN; x holds NaN in row 3 of the batch',
    );
    const far = new Linear(2, 1);
    const run = fit(far, {
      loss: new MSELoss(),
      optimizer: new SGD(far.parameters(), { lr: 1e30 }),
      trainData: { x: ones(2, 2).mul(1e5), y: zeros(2, 1) },
      epochs: 9,
    });
    await expect(run).rejects.toThrow(
      /the loss is (NaN|Infinity); (the weights weight are no longer finite|the first)/,
    );
  });

  it('of targets outside 0..1, at the first batch and before a step', async () => {
    const { x, y } = gaussianBlobs(10);
    const model = logits();
    await expect(train({ trainData: { x, y: y.add(1) } }, model)).rejects.toThrow(
      'fit: epoch 1, batch 1: a target is 2; BCEWithLogitsLoss needs 0 and 1, or probabilities between them. Classes 1 and 2',
    );
    expect(model.weight.tolist()).toEqual([[expect.closeTo(0.1), expect.closeTo(0.1)]]);
    const loss = new BCELoss();
    await expect(
      train({ loss, trainData: { x, y: y.mul(2).sub(1) } }, new Sequential(logits(), new Sigmoid())),
    ).rejects.toThrow('a target is -1; BCELoss');
  });

  it('of one class, for which the cross entropy is always 0', async () => {
    const { x, y } = gaussianBlobs(10);
    const loss = new CrossEntropyLoss();
    for (const target of [y, y.squeeze(1).to('int32').mul(0)]) {
      await expect(train({ loss, trainData: { x, y: target, batchSize: 4 } })).rejects.toThrow(
        'fit: epoch 1, batch 1: the model gives [4, 1], one class, for which CrossEntropyLoss is always 0',
      );
    }
  });

  it('of a model that another call trains, until that has ended', async () => {
    const model = logits();
    const controller = new AbortController();
    const first = train({ epochs: 1000, signal: controller.signal }, model);
    await expect(train({}, model)).rejects.toThrow('fit: this Linear is being trained by another call of fit');
    controller.abort();
    expect((await first).history.ending).toBe('aborted');
    await expect(train({ trainData: [] }, model)).rejects.toThrow('trainData gave no batches');
    expect((await train({ epochs: 1 }, model)).history.epochs).toBe(1);
  });

  it('of wrong arguments', async () => {
    const model = logits();
    const optimizer = new SGD(model.parameters(), { lr: 1 });
    const base = { loss: new MSELoss(), optimizer, trainData: { x: [[1, 2]], y: [[1]] }, epochs: 1 };
    const run = (options: object, m: unknown = model) => fit(m as Model, { ...base, ...options });
    await expect(run({ batch_size: 3 })).rejects.toThrow("fit: unknown option 'batch_size'");
    await expect(run({ Epochs: 3 })).rejects.toThrow("fit: unknown option 'Epochs'; did you mean 'epochs'?");
    await expect(run({}, {})).rejects.toThrow('fit: the model must be a module of @kindling/nn, not an empty object');
    await expect(fit(model, undefined as never)).rejects.toThrow('fit: the options must be { loss,');
    await expect(run({ loss: 'bce' })).rejects.toThrow(
      "fit: loss must be a loss such as new BCELoss(), or a function, not a string 'bce'",
    );
    await expect(run({ optimizer: SGD })).rejects.toThrow('not a class SGD');
    await expect(run({ trainData: undefined })).rejects.toThrow('fit: trainData must be { x, y }, a DataLoader,');
    await expect(run({ trainData: [1, 2] })).rejects.toThrow('not an array of 2');
    await expect(run({ trainData: { x: 'a', y: [1] } })).rejects.toThrow(
      "fit: trainData: x must be a tensor or arrays of numbers, not a string 'a'",
    );
    await expect(run({ trainData: [[[1], [2]]] })).rejects.toThrow(
      'a batch must be [x, y], two tensors, not [an array of 1, an array of 1]',
    );
    await expect(run({ accumulate: 0 })).rejects.toThrow('accumulate must be a whole number from 1, got 0');
    await expect(run({ clipGradNorm: -1 })).rejects.toThrow('clipGradNorm must be a number above 0, not -1');
    await expect(run({ resume: true })).rejects.toThrow('resume needs checkpoint: { path }');
    await expect(run({ checkpoint: {} })).rejects.toThrow('checkpoint needs a path or a store');
    await expect(run({ checkpoint: { path: 'a', every: 0 } })).rejects.toThrow(
      'checkpoint.every must be a number of epochs',
    );
    await expect(run({ checkpoint: { file: 'a' } })).rejects.toThrow("fit: checkpoint: unknown option 'file'");
  });
});

describe('warns once', () => {
  const heard = async (options: Partial<FitOptions>, model?: Model) => {
    const messages: string[] = [];
    await train({ ...options, onWarning: (message) => messages.push(message) }, model);
    return messages;
  };

  it('of nothing where all is well', async () => {
    expect(await heard({}, new Sequential(new Linear(2, 3), new Dropout(0.1), new Linear(3, 1)))).toEqual([]);
  });

  it('of layers that are not registered', async () => {
    class Net extends Module {
      layers = [new Linear(2, 2)];
      out = new Linear(2, 1);
      override forward(x: Tensor): Tensor {
        return this.out(this.layers[0]!(x));
      }
    }
    expect(await heard({}, new Net())).toEqual([expect.stringContaining('fit: layers holds layers in an array')]);
  });

  it("of another model's optimizer", async () => {
    const optimizer = new SGD(logits().parameters(), { lr: 1 });
    expect(await heard({ optimizer })).toEqual([
      expect.stringContaining("none of the optimizer's 2 parameters got a gradient from the loss"),
    ]);
  });

  it('of dropout that does nothing', async () => {
    class Net extends Module {
      drop = new Dropout(0.5);
      out = new Linear(2, 1);
      override forward(x: Tensor): Tensor {
        this.eval();
        return this.out(this.drop(x));
      }
    }
    expect(await heard({}, new Net())).toEqual([expect.stringContaining('fit: drop (Dropout) is in evaluation mode')]);
  });
});

it('tells a listener how far it is', async () => {
  const seen: Progress[] = [];
  await train({ progress: (progress) => seen.push(progress), validation: gaussianBlobs(6), epochs: 3 });
  expect(seen.at(-1)).toMatchObject({ epoch: 3, epochs: 3, done: 1, remaining: 0 });
  expect(seen.at(-1)!.valLoss).toBeGreaterThan(0);
});
