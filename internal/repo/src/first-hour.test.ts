import vm from 'node:vm';
import { cpu } from '@kindling/backend-cpu';
import { LabelEncoder, parseCsv, StandardScaler, toTensors, WeightedRandomSampler } from '@kindling/data';
import { accuracyScore, balancedAccuracyScore, confusionMatrix, f1Score } from '@kindling/metrics';
import * as nn from '@kindling/nn';
import * as F from '@kindling/nn/functional';
import { Adam, SGD } from '@kindling/optim';
import * as core from '@kindling/tensor-core';
import { atThreshold, evaluate, fit, predict } from '@kindling/train';
import { beforeEach, describe, expect, it } from 'vitest';

const { manualSeed, ones, randn, setBackend, tensor, zeros } = core;

// The tables of cases hold tensors.
setBackend(await cpu());
beforeEach(() => {
  manualSeed(1);
});

const logits = (): core.Tensor => tensor([[0.3], [-1.2], [2], [0.1]]);
const truth = (): core.Tensor => tensor([[0], [1], [1], [0]]);
const leaf = (values: number[]): core.Tensor => tensor(values, { requiresGrad: true });
const int = (values: number | number[]): core.Tensor => tensor(values as number[], { dtype: 'int32' });
const foreign = (text: string): never => vm.runInNewContext(text) as never;

describe('a loss that does not fit its targets', () => {
  it.each<[string, () => unknown, string]>([
    ['scores for probabilities', () => new nn.BCELoss()(logits(), truth()), 'must lie between 0 and 1, found -1.2'],
    ['NaN for a probability', () => new nn.BCELoss()(tensor([Number.NaN]), ones(1)), 'between 0 and 1, found NaN'],
    ['classes 1 and 2', () => new nn.BCELoss()(logits().sigmoid(), truth().add(1)), 'a target is 2, not 0, 1'],
    ['classes -1 and 1', () => new nn.BCEWithLogitsLoss()(logits(), truth().mul(2).sub(1)), 'a target is -1, not 0'],
    [
      'a column for rows',
      () => new nn.BCEWithLogitsLoss()(logits(), truth().squeeze(1)),
      'target is [4], input [4, 1]',
    ],
    ['classes as floats', () => new nn.CrossEntropyLoss()(randn(4, 2), truth().squeeze(1)), 'classes must be int32'],
    ['classes in a column', () => new nn.CrossEntropyLoss()(randn(4, 2), truth().int()), 'one class for each of [4]'],
    [
      'a weight that would widen the input',
      () => new nn.BCEWithLogitsLoss({ weight: ones(4, 1) })(ones(4), ones(4)),
      "the weight is [4, 1], which does not repeat to the input's [4]",
    ],
    [
      'the same of the function',
      () => F.binaryCrossEntropyWithLogits(ones(4), ones(4), { weight: ones(4, 1) }),
      "the weight is [4, 1], which does not repeat to the input's [4]",
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });

  it('takes truths of any dtype for the same', () => {
    for (const loss of [new nn.BCEWithLogitsLoss(), new nn.BCELoss()]) {
      const x = loss instanceof nn.BCELoss ? logits().sigmoid() : logits();
      for (const dtype of ['int32', 'bool', 'float64'] as const) {
        expect(loss(x, truth().to(dtype)).item()).toBeCloseTo(loss(x, truth()).item(), 6);
      }
    }
  });
});

describe('values that are no tensor', () => {
  it.each<[string, unknown, string]>([
    ['texts', [['1.5', '2']], "not a string '1.5'"],
    ['nothing', [1, undefined, 3], 'not undefined'],
    // biome-ignore lint/suspicious/noSparseArray: what is tested.
    ['a hole', [1, , 3], 'not undefined'],
    ['null', [1, null], 'not null'],
    ['objects', [{ a: 1 }], 'not an object { a }'],
    ['dates', [new Date(0)], 'not a Date'],
    ['bigints', [1n], 'not a bigint 1'],
    ['rows of several lengths', [[1, 2], [3]], 'arrays of one level must have one length'],
    ['a tensor', ones(2), 'not a Tensor [2]'],
  ])('%s', (_, value, message) => {
    expect(() => tensor(value as never)).toThrow(message);
  });

  it.each<[string, unknown, core.DType, number[]]>([
    ['an image', new Uint8ClampedArray([7, 200]), 'float32', [7, 200]],
    ['short integers', new Int16Array([7, -200]), 'float32', [7, -200]],
    ['a Buffer', Buffer.from([7, 200]), 'int32', [7, 200]],
    ['bytes', new Uint8Array([7, 200]), 'int32', [7, 200]],
    ['numbers and truths', [true, 2], 'float32', [1, 2]],
    ['numbers that float32 rounds', [16777217, 1e39], 'float32', [16777216, Number.POSITIVE_INFINITY]],
  ])('but %s is one', (_, value, dtype, values) => {
    const x = tensor(value as number[]);
    expect([x.dtype, x.tolist()]).toEqual([dtype, values]);
  });

  it('a missing class is no class 0', () => {
    expect(() => new nn.CrossEntropyLoss()(tensor([[0, 5]]), int([Number.NaN]))).toThrow('not NaN (element 0)');
    expect(() => tensor([Number.NaN, 2], { dtype: 'int32' })).toThrow('not NaN (element 0)');
  });
});

it('arrays and options of another realm are taken wherever ours are', () => {
  expect(accuracyScore(foreign('[1, 0]'), foreign('new Uint8Array([1, 1])'))).toBe(0.5);
  expect(new StandardScaler().fitTransform(foreign('[[1, 2], [3, 4]]'))).toEqual([
    [-1, -1],
    [1, 1],
  ]);
  expect(tensor([1, 2], foreign('({ dtype: "int32" })')).dtype).toBe('int32');
});

describe('whole numbers', () => {
  it('have no sums beyond int32', () => {
    for (const [run, sum] of [
      [() => int([2147483647, 1]).sum(), 2147483648],
      [() => core.full([100_000], 2147483647, { dtype: 'int32' }).sum(), 214748364700000],
      [() => core.full([3, 2], 2147483647, { dtype: 'int32' }).sum(0), 6442450941],
      [() => int([2147483647, 1]).cumsum(0), 2147483648],
    ] as const)
      expect(run).toThrow(`${sum} is beyond int32; convert first, as with { dtype: 'float64' }`);
    expect(int([2147483647, 1]).sum(undefined, { dtype: 'float64' }).item()).toBe(2147483648);
  });

  it('and names are in the order of scikit-learn, by code points', () => {
    const names = ['\u{1F600}', '\uFFFD', 'b'];
    expect(new LabelEncoder().fit(names).classes).toEqual(['b', '\uFFFD', '\u{1F600}']);
    expect(confusionMatrix(names, names).labels).toEqual(['b', '\uFFFD', '\u{1F600}']);
  });
});

describe('gradients that are not what one thinks', () => {
  const gradient = (values: number[], f: (x: core.Tensor) => core.Tensor): unknown => {
    const x = leaf(values);
    f(x).sum().backward();
    return x.grad!.tolist();
  };

  it('are PyTorch’s', () => {
    expect(gradient([1, 2], (x) => x.sigmoid().round())).toEqual([0, 0]);
    expect(gradient([0], (x) => x.sqrt())).toEqual([Number.POSITIVE_INFINITY]);
    expect(gradient([0, 4], (x) => core.where(x.gt(0), x.log(), zeros(2)))).toEqual([Number.NaN, 0.25]);
  });

  it('cannot be had through a class or a number', () => {
    const model = new nn.Linear(3, 2);
    const message = 'backward: the tensor ([]) does not require gradients';
    expect(() => model(randn(4, 3)).argmax(1).to('float32').mean().backward()).toThrow(message);
    expect(() => tensor(model(randn(4, 3)).sum().item()).backward()).toThrow(message);
    expect(() => core.noGrad(() => model(randn(4, 3)).sum()).backward()).toThrow(message);
  });

  // PyTorch 1.13's values at NaN, 0, -1 and 1.
  it.each([
    [F.elu, [1, 1, 0.3678794503211975, 1], [0, 0, 0.3678794503211975, 0]],
    [F.celu, [1, 1, 0.3678794503211975, 1], [0, 0, 0.3678794503211975, 0]],
    [
      F.selu,
      [1.0507010221481323, 1.7580993175506592, 0.6467686295509338, 1.0507010221481323],
      [0, 0, 0.6467686295509338, 0],
    ],
  ] as const)('and the second ones of %o too', (f, first, second) => {
    const x = leaf([Number.NaN, 0, -1, 1]);
    const [once] = core.grad(f(x).sum(), [x], { createGraph: true });
    const [twice] = core.grad(once!.sum(), [x]);
    for (const [got, wanted] of [
      [once, first],
      [twice, second],
    ] as const)
      expect(got!.tolist()).toEqual(wanted.map((value) => expect.closeTo(value, 6)));
  });
});

describe('an effect that runs twice', () => {
  it('leaves a kept model on the backend of before, and says so', async () => {
    const kept = new nn.Linear(2, 1);
    const backend = await cpu();
    setBackend(backend);
    expect(() => kept(ones(1, 2))).toThrow('(two instances). Move one with tensor.to(backend)');
    await kept.to(backend);
    expect(kept(ones(1, 2)).shape).toEqual([1, 1]);
    setBackend(backend);
    expect(kept(ones(1, 2)).shape).toEqual([1, 1]);
  });

  it('may dispose twice, after which nothing is read', () => {
    const [x, matrix, model] = [ones(3), ones(3, 3), new nn.Linear(2, 1)];
    x.dispose();
    x.dispose();
    matrix.select(0, 0).dispose();
    model.weight.dispose();
    for (const run of [() => x.sum(), () => matrix.sum(), () => model(ones(1, 2))]) expect(run).toThrow('was disposed');
  });
});

describe('training that goes wrong in silence', () => {
  it('stops at targets of another shape, and at rows that differ', async () => {
    const model = new nn.Linear(3, 1);
    const run = (y: core.Tensor): Promise<unknown> =>
      fit(model, {
        loss: new nn.BCEWithLogitsLoss(),
        optimizer: new SGD(model.parameters(), { lr: 1 }),
        trainData: { x: randn(8, 3), y },
        epochs: 1,
      });
    await expect(run(zeros(8))).rejects.toThrow('target is [8], input [8, 1]');
    await expect(run(zeros(7, 1))).rejects.toThrow('x is [8, 3], y is [7, 1]; they need the same first size');
  });

  it('takes scores above 0 for the second class only where that is said', async () => {
    const model = new nn.Linear(1, 1);
    core.noGrad(() => {
      model.weight.fill_(1);
      model.bias!.fill_(0);
    });
    const rows = { x: tensor([[-1], [0.25], [3]]), y: tensor([[0], [1], [1]]) };
    const { metrics } = await evaluate(model, rows, {
      metrics: { half: atThreshold(accuracyScore), zero: atThreshold(accuracyScore, 0) },
    });
    expect([metrics.half, metrics.zero]).toEqual([expect.closeTo(2 / 3), 1]);
  });

  it('finds no rare class until it counts', async () => {
    const n = 400;
    const y = zeros(n, 1);
    for (let i = 0; i < n; i += 100) y.select(0, i).fill_(1);
    const x = randn(n, 2).add(y.mul(2));
    const scores: number[][] = [];
    for (const options of [{}, { posWeight: tensor([99]) }]) {
      const model = new nn.Linear(2, 1);
      await fit(model, {
        loss: new nn.BCEWithLogitsLoss(options),
        optimizer: new Adam(model.parameters(), { lr: 0.05 }),
        trainData: { x, y, batchSize: 50, shuffle: true },
        epochs: 40,
      });
      const classes = (await predict(model, x)).gt(0).to('int32');
      scores.push([accuracyScore(y, classes), balancedAccuracyScore(y, classes), f1Score(y, classes)]);
    }
    expect(scores[0]).toEqual([0.99, 0.5, 0]);
    expect(scores[1]![1]).toBeGreaterThan(0.75);
    // A sampler by weight makes it as frequent as the others are together.
    const drawn = [...new WeightedRandomSampler([...Array(9).fill(1), 9], 1000)].filter((i) => i === 9).length;
    expect(Math.abs(drawn - 500)).toBeLessThan(60);
  });

  it('predicts without dropout, in the dtype of the weights alone', async () => {
    expect((await predict(new nn.Sequential(new nn.Dropout(0.9)), ones(1, 8))).tolist()).toEqual([Array(8).fill(1)]);
    for (const dtype of ['int32', 'float64', 'bool'] as const) {
      expect(() => new nn.Linear(2, 1)(ones(1, 2).to(dtype))).toThrow(`the input is ${dtype}, the weight float32`);
    }
  });
});

it('a tensor is no array, as the types say and the language', () => {
  const wrong = (x: core.Tensor): unknown[] => [
    // @ts-expect-error: there is `tolist()`.
    () => Array.from(x),
    // @ts-expect-error: there is `numel()`, and `size(0)`.
    () => x.length,
    // @ts-expect-error: there is `tolist()`.
    () => [...x],
  ];
  const words = ['has no length', 'has no length', 'not iterable'];
  for (const [i, run] of wrong(ones(2)).entries()) expect(run).toThrow(words[i]);
});

it('a table of one column of texts has no input', () => {
  expect(() => toTensors(parseCsv('1,a\n2,b', { target: null }))).toThrow('"a" is not a number');
});
