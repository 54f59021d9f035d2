import { cpu } from '@kindling/backend-cpu';
import {
  grad,
  manualSeed,
  noGrad,
  ones,
  randn,
  setBackend,
  sigmoid,
  type Tensor,
  tensor,
  zeros,
} from '@kindling/tensor-core';
import { checkGradient } from '@kindling/tensor-core/testing';
import { describe, expect, test } from 'vitest';
import * as F from '../functional.js';

setBackend(await cpu());

const double = { dtype: 'float64' } as const;
const seeded = (...shape: number[]): Tensor => randn(shape, double);

describe('derivatives and their derivatives agree with differences', () => {
  manualSeed(7);
  const x = seeded(4, 3);
  const probabilities = noGrad(() => sigmoid(seeded(4, 3)).mul(0.9).add(0.05));
  const targets = noGrad(() => sigmoid(seeded(4, 3)));

  test('pooling, of windows that overlap and reach over the edge', async () => {
    const images = [seeded(1, 2, 4, 3)];
    const options = { stride: [1, 2], padding: 1 } as const;
    await checkGradient((a) => F.maxPool2d(a, [2, 3], { ...options, dilation: [2, 1] }), images, { second: true });
    await checkGradient((a) => F.avgPool2d(a, [2, 3], options), images, { second: true });
  });

  test.each(['identity', 'relu', 'sigmoid', 'tanh'] as const)('linear with %s', async (activation) => {
    const inputs = [seeded(5, 3), seeded(2, 3), seeded(2)];
    await checkGradient((a, w, b) => F.linear(a!, w!, b!, { activation }), inputs, { second: true });
    await checkGradient((a, w) => F.linear(a!, w!, null, { activation }), inputs.slice(0, 2), { second: true });
  });

  test.each(['none', 'mean', 'sum'] as const)('losses, reduction %s', async (reduction) => {
    const second = { second: true };
    const posWeight = tensor([0.5, 2, 3], double);
    await checkGradient((p, t) => F.binaryCrossEntropy(p!, t!, { reduction }), [probabilities, targets], second);
    await checkGradient((a, t) => F.binaryCrossEntropyWithLogits(a!, t!, { reduction }), [x, targets], second);
    await checkGradient(
      (a, t, w) => F.binaryCrossEntropyWithLogits(a!, t!, { reduction, posWeight: w! }),
      [x, targets, posWeight],
      second,
    );
    await checkGradient((a, t) => F.mseLoss(a!, t!, { reduction }), [x, targets], second);
    await checkGradient((a, t) => F.huberLoss(a!, t!, { reduction, delta: 0.7 }), [x, targets], second);
    await checkGradient((a, t) => F.crossEntropy(a!, t!, { reduction, labelSmoothing: 0.1 }), [x, targets], second);
    await checkGradient((a, t) => F.klDiv(a!, t!, { reduction }), [x, targets], second);
  });

  test.each(['logSigmoid', 'hardtanh', 'hardswish', 'hardsigmoid', 'mish', 'softsign', 'selu', 'relu6'] as const)(
    '%s',
    async (name) => {
      await checkGradient((a) => Reflect.get(F, name)(a!), [x], { second: true });
    },
  );

  test('layerNorm and batchNorm', async () => {
    const [weight, bias] = [seeded(3), seeded(3)];
    await checkGradient((a, w, b) => F.layerNorm(a!, [3], { weight: w!, bias: b! }), [x, weight, bias], {
      second: true,
    });
    const norm = (a: Tensor, w: Tensor, b: Tensor): Tensor =>
      F.batchNorm(a, null, null, { weight: w, bias: b, training: true });
    await checkGradient((a, w, b) => norm(a!, w!, b!), [x, weight, bias], { second: true });
  });
});

describe('linear', () => {
  test('says what does not fit', () => {
    const [weight, bias] = [zeros(100, 2), zeros(100)];
    expect(() => F.linear(zeros(20, 3), weight, bias)).toThrow('Linear(2 -> 100): got 3 features, [20, 3]');
    expect(() => F.linear(tensor(1), weight)).toThrow('Linear(2 -> 100): got no features, []');
    expect(() => F.linear(zeros(20, 2), weight, zeros(3))).toThrow('Linear(2 -> 100): the bias is [3], not [100]');
    expect(() => F.linear(zeros(20, 2), zeros(3))).toThrow('linear: the weight must be [out, in], not [3]');
    expect(() => F.linear(zeros([20, 2], double), weight)).toThrow(
      'Linear(2 -> 100): the input is float64, the weight float32',
    );
  });

  test('one gradient may flow into two layers', () => {
    manualSeed(1);
    const [x, w, v] = [seeded(4, 3), seeded(2, 3).requiresGrad_(), seeded(2, 3).requiresGrad_()];
    const sum = F.linear(x, w, null, { activation: 'tanh' }).add(F.linear(x, v, null, { activation: 'sigmoid' }));
    sum.sum().backward();
    const alone = (own: Tensor, activation: 'tanh' | 'sigmoid'): unknown => {
      const [g] = grad(F.linear(x, own, null, { activation }).sum(), [own]);
      return g!.tolist();
    };
    expect(w.grad!.tolist()).toEqual(alone(w, 'tanh'));
    expect(v.grad!.tolist()).toEqual(alone(v, 'sigmoid'));
  });

  test('a weight that was changed before backward is an error', () => {
    const w = ones([1, 1], { requiresGrad: true });
    const y = F.linear(ones([1, 1], { requiresGrad: true }), w);
    noGrad(() => w.mul_(2));
    expect(() => y.backward()).toThrow('changed in place');
  });
});

describe('losses say what does not fit', () => {
  test.each([
    ['binaryCrossEntropy', F.binaryCrossEntropy],
    ['binaryCrossEntropyWithLogits', F.binaryCrossEntropyWithLogits],
  ])('%s: targets that are no probabilities', (name, loss) => {
    const x = tensor([0.2, 0.6]);
    expect(() => loss(x, tensor([1, 2]))).toThrow(`${name}: a target is 2, not 0, 1 or a probability between`);
    expect(() => loss(x, tensor([-1, 1], { dtype: 'int32' }))).toThrow(`${name}: a target is -1`);
    expect(loss(x, tensor([0, Number.NaN])).item()).toBeNaN();
    expect(loss(x, tensor([0, 1])).item()).toBeGreaterThan(0);
  });

  test('shapes', () => {
    expect(() => F.binaryCrossEntropy(zeros(20, 1), zeros(20))).toThrow(
      'binaryCrossEntropy: target is [20], input [20, 1]',
    );
    expect(() => F.mseLoss(zeros(2), zeros(2, 1))).toThrow('mseLoss: target is [2, 1], input [2]');
    expect(() => F.crossEntropy(zeros(4, 3), zeros([3], { dtype: 'int32' }))).toThrow(
      'crossEntropy: target is [3], input [4, 3]: one class for each of [4]',
    );
  });

  test('values', () => {
    expect(() => F.binaryCrossEntropy(tensor([0.5, 1.5]), zeros(2))).toThrow('must lie between 0 and 1, found 1.5');
    expect(() => F.binaryCrossEntropy(tensor([0.5, Number.NaN]), zeros(2))).toThrow('found NaN');
    expect(() => F.crossEntropy(zeros(2, 3), tensor([0, 3], { dtype: 'int32' }))).toThrow(
      'crossEntropy: target 3 is none of the 3 classes (0 to 2)',
    );
    expect(() => F.crossEntropy(zeros(2, 3), zeros(2))).toThrow(
      'classes must be int32, not float32; convert with int()',
    );
    expect(() => F.crossEntropy(zeros(2, 3), zeros(2, 3), { labelSmoothing: 2 })).toThrow(
      'labelSmoothing must be a number between 0 and 1',
    );
    expect(() => F.mseLoss(zeros(2), zeros(2), { reduction: 'avg' as 'mean' })).toThrow(
      "'none', 'mean' or 'sum', not a string 'avg'",
    );
    expect(() => F.huberLoss(zeros(2), zeros(2), { delta: 0 })).toThrow('delta must be above 0, not 0');
    expect(() => F.smoothL1Loss(zeros(2), zeros(2), { beta: -1 })).toThrow('beta must be at least 0, not -1');
  });

  test('targets that count classes or truths are taken in the dtype of the input', () => {
    const x = tensor([0.25, 0.75]);
    const expected = F.binaryCrossEntropy(x, tensor([0, 1])).item();
    expect(F.binaryCrossEntropy(x, tensor([false, true])).item()).toBe(expected);
    expect(F.binaryCrossEntropy(x, tensor([0, 1], { dtype: 'int32' })).item()).toBe(expected);
    expect(F.binaryCrossEntropy(x, tensor([0, 1], double)).dtype).toBe('float32');
  });

  test('logits of a thousand do not overflow', () => {
    const x = tensor([1000, -1000, 1000, -1000], { requiresGrad: true });
    const loss = F.binaryCrossEntropyWithLogits(x, tensor([1, 0, 0, 1]), { reduction: 'sum' });
    expect(loss.item()).toBe(2000);
    loss.backward();
    expect(x.grad!.tolist()).toEqual([0, 0, 1, -1]);
  });

  test('what cannot be read without waiting is not looked at', async () => {
    const blind = await cpu();
    const read = blind.readSync!.bind(blind);
    Object.defineProperty(blind, 'read', { value: async (x: Tensor) => read(x) });
    Object.defineProperty(blind, 'readSync', { value: undefined });
    const x = tensor([2], { backend: blind });
    expect(Number.isNaN((await F.binaryCrossEntropy(x, zeros([1], { backend: blind })).data())[0])).toBe(true);
  });
});

describe('other functions', () => {
  test('dropout', () => {
    manualSeed(3);
    const x = ones(1000);
    const y = F.dropout(x, 0.25);
    const kept = [...y.dataSync()].filter((v) => v !== 0);
    expect(kept.length).toBeGreaterThan(680);
    expect(kept.length).toBeLessThan(820);
    expect(new Set(kept)).toEqual(new Set([Math.fround(4 / 3)]));
    expect(F.dropout(x, 0.25, { training: false })).toBe(x);
    expect(F.dropout(x, 1).sum().item()).toBe(0);
    expect(() => F.dropout(x, 1.5)).toThrow('dropout: the probability must be a number between 0 and 1, not 1.5');
    expect(() => F.dropout(x.int())).toThrow('dropout: a float tensor is needed, not int32');
  });

  test('batchNorm needs a batch and channels that fit', () => {
    expect(() => F.batchNorm(zeros(1, 3), null, null, { training: true })).toThrow(
      'batchNorm: training needs more than one value a channel, [1, 3] has 1',
    );
    expect(() => F.batchNorm(zeros(4, 3), zeros(2), zeros(3))).toThrow('batchNorm: runningMean is [2], not [3]');
    expect(() => F.batchNorm(zeros(4, 3), null, null)).toThrow('outside training');
    expect(() => F.batchNorm(zeros(4), zeros(1), zeros(1))).toThrow('must be [batch, channels, ...], not [4]');
  });

  test('maxPool2d passes NaN on, and gives the gradient to the first of equal elements', () => {
    const x = tensor([[[2, 2, Number.NaN, 1]]], { requiresGrad: true });
    const y = F.maxPool2d(x, [1, 2]);
    expect(y.tolist()).toEqual([[[2, Number.NaN]]]);
    y.sum().backward();
    expect(x.grad!.tolist()).toEqual([[[1, 0, 1, 0]]]);
  });

  test('layerNorm, embedding and prelu say what does not fit', () => {
    expect(() => F.layerNorm(zeros(2, 3), [2])).toThrow('the last dimensions must be [2], the input is [2, 3]');
    expect(() => F.layerNorm(zeros(2, 3), [3], { weight: zeros(2) })).toThrow('layerNorm: weight is [2], not [3]');
    expect(() => F.embedding(zeros(2), zeros(2, 2))).toThrow('the index must be int32, not float32');
    expect(() => F.embedding(tensor([2], { dtype: 'int32' }), zeros(2, 2))).toThrow('index 2 is out of range');
    expect(() => F.prelu(zeros(2, 3), zeros(2))).toThrow('prelu: weight is [2], input [2, 3]');
    expect(() => F.hardtanh(zeros(1), 2, 1)).toThrow('the lower bound 2 lies above the upper one 1');
  });
});
