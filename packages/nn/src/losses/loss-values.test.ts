import { cpu } from '@kindling/backend-cpu';
import { setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import * as nn from '../index.js';

const slow = await cpu({ wasm: false });
setBackend(await cpu());

const paired = [
  nn.BCELoss,
  nn.BCEWithLogitsLoss,
  nn.HingeEmbeddingLoss,
  nn.HuberLoss,
  nn.KLDivLoss,
  nn.L1Loss,
  nn.MSELoss,
  nn.SmoothL1Loss,
  nn.SoftMarginLoss,
];

describe('losses take numbers as metrics do', () => {
  test.each(paired)('%o: arrays, rows and typed arrays give what tensors give', (Loss) => {
    const loss = new Loss();
    const x = tensor([[0.25], [0.75]], { requiresGrad: true });
    const expected = loss(x, tensor([[0], [1]])).item();
    for (const target of [
      [[0], [1]],
      [new Float64Array([0]), new Float64Array([1])],
      [[false], [true]],
    ]) {
      expect(loss(x, target).item()).toBe(expected);
      expect(loss(x, target).requiresGrad).toBe(true);
    }
    expect(loss([0.25, 0.75], new Float32Array([0, 1])).item()).toBe(expected);
    expect(loss(x.detach().double(), [[0], [1]]).dtype).toBe('float64');
    expect(loss(tensor([0.5], { backend: slow }), [1]).backend).toBe(slow);
    expect(() => loss(x, [0, 1])).toThrow('target is [2], input [2, 1]');
  });

  test.each([nn.CrossEntropyLoss, nn.NLLLoss, nn.MultiMarginLoss])('%o: classes', (Loss) => {
    const loss = new Loss();
    const x = tensor([
      [0.1, 0.9],
      [0.8, 0.2],
    ]);
    const expected = loss(x, tensor([1, 0], { dtype: 'int32' })).item();
    for (const target of [[1, 0], new Int32Array([1, 0]), new Uint8Array([1, 0]), new Float32Array([1, 0])]) {
      expect(loss(x, target).item()).toBe(expected);
    }
    expect(() => loss(x, [1.5, 0])).toThrow('classes must be whole numbers, found 1.5');
    expect(() => loss(x, [2, 0])).toThrow('target 2 is none of the 2 classes (0 to 1)');
  });

  test('probabilities of classes', () => {
    const x = tensor([[0, 1]]);
    const target = [[0.25, 0.75]];
    const loss = new nn.CrossEntropyLoss();
    expect(loss(x, target).item()).toBe(loss(x, tensor(target)).item());
  });

  test('which of two is ahead, and which pairs are alike', () => {
    const [a, b] = [tensor([1, 2]), tensor([3, 1])];
    expect(new nn.MarginRankingLoss()(a, b, [1, 1]).item()).toBe(1);
    expect(new nn.CosineEmbeddingLoss()(tensor([[1, 0]]), tensor([[1, 0]]), [1]).item()).toBeCloseTo(0);
  });

  test.each<[unknown, string]>([
    [3, 'the target must be a tensor or an array of numbers, not 3'],
    [undefined, 'the target must be a tensor or an array of numbers, not undefined'],
    [[['a']], "tensor: values must be numbers or booleans, not a string 'a'"],
  ])('what is neither is named: %o', (target, message) => {
    expect(() => new nn.MSELoss()(tensor([[1]]), target as Tensor)).toThrow(message);
  });
});
