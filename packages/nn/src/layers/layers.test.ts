import { cpu } from '@kindling/backend-cpu';
import { manualSeed, ones, rand, setBackend, tensor, zeros } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, test } from 'vitest';
import {
  AvgPool2d,
  BatchNorm1d,
  Conv2d,
  Dropout,
  Embedding,
  Fold,
  Hardtanh,
  LayerNorm,
  Linear,
  MaxPool2d,
  PReLU,
  parameter,
  Softplus,
  Unflatten,
  Unfold,
} from '../index.js';
import * as init from '../init.js';
import { clipGradNorm_, clipGradValue_, parametersToVector, vectorToParameters } from '../utils.js';

setBackend(await cpu());

describe('Linear', () => {
  test('checks its sizes and its input', () => {
    expect(() => new Linear(2.5, 1)).toThrow('Linear: the number of inputs must be a whole number from 0, not 2.5');
    expect(() => new Linear(2, -1)).toThrow('Linear: the number of outputs must be a whole number from 0, not -1');
    expect(() => new Linear(2, 100)(zeros(20, 3))).toThrow('Linear(2 -> 100): got 3 features, [20, 3]');
    expect(new Linear(0, 3)(zeros(2, 0)).shape).toEqual([2, 3]);
  });

  test('draws from a generator of its own, in a dtype of its own', () => {
    manualSeed(1);
    const before = rand(1).item();
    manualSeed(1);
    const layer = new Linear(3, 2, { dtype: 'float64', generator: new TorchGenerator(5) });
    expect(rand(1).item()).toBe(before);
    expect(layer.weight.dtype).toBe('float64');
    const again = new Linear(3, 2, { dtype: 'float64', generator: new TorchGenerator(5) });
    expect(again.weight.tolist()).toEqual(layer.weight.tolist());
  });
});

describe('layers check what they are made with', () => {
  test.each([
    [() => new Dropout(-0.1), 'Dropout: the probability must be a number between 0 and 1, not -0.1'],
    [() => new BatchNorm1d(0), 'BatchNorm1d: the number of features must be a whole number from 1, not 0'],
    [() => new LayerNorm([2, 0]), 'LayerNorm: each size must be a whole number from 1, not 0'],
    [() => new Embedding(3, 2, { paddingIdx: 3 }), 'Embedding: there is no row 3 to pad with, only 3 rows'],
    [() => new Hardtanh(1, 1), 'Hardtanh: the lower bound 1 must lie below the upper one 1'],
    [() => new Conv2d(0, 1, 3), 'Conv2d: the number of input channels must be a whole number from 1, not 0'],
    [() => new Conv2d(1, 1, [3, 0]), 'Conv2d: the kernel size must be a whole number from 1, or two, not [3, 0]'],
    [() => new Conv2d(1, 1, 3, { padding: -1 }), 'Conv2d: the padding must be a whole number from 0, or two, not -1'],
    [() => new Conv2d(4, 6, 3, { groups: 4 }), 'Conv2d: 4 groups do not divide 4 and 6 channels'],
    [() => new PReLU({ numParameters: 0 }), 'PReLU: the number of parameters must be a whole number from 1, not 0'],
  ])('%#', (make, message) => {
    expect(make).toThrow(message);
  });

  test('and what they are called with', () => {
    expect(() => new BatchNorm1d(3)(zeros(2, 4))).toThrow('BatchNorm1d(3): expected [batch, 3]');
    expect(() => new BatchNorm1d(3)(zeros(1, 3))).toThrow('more than one value a channel');
    expect(() => new Conv2d(3, 8, 3)(zeros(20, 1, 8, 8))).toThrow('Conv2d(3 -> 8): got 1 channels, [20, 1, 8, 8]');
    expect(() => new MaxPool2d(2, { padding: 2 })(zeros(1, 4, 4))).toThrow(
      'maxPool2d: the padding must lie between 0 and half of the window [2, 2], not [2, 2]',
    );
    expect(() => new AvgPool2d(2)(zeros(4, 4))).toThrow('avgPool2d: the images must be [n, c, h, w] or [c, h, w]');
    expect(() => new Unfold(3)(zeros(1, 2, 2))).toThrow('unfold: a window of [3, 3]');
    expect(() => new Fold(4, 2)(zeros(1, 4, 8))).toThrow('[4, 4] has 3 x 3 windows, the columns [1, 4, 8] have 8');
    expect(() => new Unflatten(1, [2, 2])(zeros(1, 5))).toThrow('dimension 1 of [1, 5] does not split into [2, 2]');
    expect(() => new Unflatten(3, [1])(zeros(1, 5))).toThrow(
      'unflatten: dimension 3 is out of range for 2 dimensions (-2 to 1)',
    );
  });
});

test('a batch that BatchNorm1d refuses is not counted', () => {
  const layer = new BatchNorm1d(2);
  expect(() => layer(zeros(1, 2))).toThrow();
  expect(layer.numBatchesTracked!.item()).toBe(0);
  layer(rand(4, 2));
  layer.eval()(rand(1, 2));
  expect(layer.numBatchesTracked!.item()).toBe(1);
});

test('Embedding gives its padding row no gradient', () => {
  const layer = new Embedding(3, 2, { paddingIdx: -1 });
  expect(layer.weight.select(0, 2).tolist()).toEqual([0, 0]);
  layer(tensor([0, 2, 2], { dtype: 'int32' }))
    .sum()
    .backward();
  expect(layer.weight.grad!.tolist()).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
});

test('numbers are printed as Python prints them', () => {
  expect(String(new LayerNorm([3], { eps: 1e-12 }))).toBe('LayerNorm((3,), eps=1e-12, elementwise_affine=True)');
  expect(String(new LayerNorm([3, 2], { eps: 0.001 }))).toBe('LayerNorm((3, 2), eps=0.001, elementwise_affine=True)');
  expect(String(new Hardtanh(-2.5, 1e20))).toBe('Hardtanh(min_val=-2.5, max_val=1e+20)');
  expect(String(new Softplus({ beta: 2 }))).toBe('Softplus(beta=2, threshold=20)');
});

describe('initialisers', () => {
  test('change a parameter in place, and say what they cannot fill', () => {
    const w = parameter(zeros(3, 4));
    expect(init.kaimingUniform_(w)).toBe(w);
    expect(w.detach().abs().sum().item()).toBeGreaterThan(0);
    expect(() => init.xavierNormal_(zeros(3))).toThrow(
      'xavierNormal_: fan in and fan out need two dimensions or more, not [3]',
    );
    expect(() => init.eye_(zeros(3))).toThrow('eye_: a matrix is needed, not [3]');
    expect(() => init.orthogonal_(zeros(3))).toThrow('orthogonal_: two dimensions or more are needed, not [3]');
    expect(() => init.truncNormal_(zeros(3).int())).toThrow('truncNormal_: int32');
    expect(() => init.calculateGain('swish' as 'relu')).toThrow("no gain is known for a string 'swish'");
  });
});

describe('utilities', () => {
  test('clipping passes over parameters without gradients', () => {
    const [a, b] = [parameter(ones(2)), parameter(ones(2))];
    expect(clipGradNorm_([a, b], 1).item()).toBe(0);
    a.mul(3).sum().backward();
    expect(clipGradNorm_(a, 100).item()).toBeCloseTo(Math.sqrt(18), 5);
    expect(a.grad!.tolist()).toEqual([3, 3]);
    clipGradValue_([a, b], 2);
    expect(() => clipGradValue_([a, b], -1)).toThrow('clipGradValue_: clipValue must be a number from 0, not -1');
    expect(a.grad!.tolist()).toEqual([2, 2]);
    a.grad = tensor([Number.NaN, 1]);
    expect(() => clipGradNorm_(a, 1, { errorIfNonfinite: true })).toThrow('is NaN');
  });

  test('parameters become a vector and back', () => {
    const layer = new Linear(2, 3);
    const vector = parametersToVector(layer.parameters());
    const other = new Linear(2, 3);
    vectorToParameters(vector.detach(), other.parameters());
    expect(other.weight.tolist()).toEqual(layer.weight.tolist());
    expect(() => vectorToParameters(zeros(8), layer.parameters())).toThrow(
      'the vector is [8], the parameters have 9 elements',
    );
  });
});
