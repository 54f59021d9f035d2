import { cpu } from '@kindling/backend-cpu';
import { BatchNorm1d, Linear, Module, ReLU, Sequential, Softmax } from '@kindling/nn';
import { manualSeed, noGrad, randn, setBackend, type Tensor, zeros } from '@kindling/tensor-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { predict } from './index.js';

setBackend(await cpu());
beforeEach(() => void manualSeed(1));

/** Says how many rows it got in each call. */
class Counting extends Module<[Tensor], Tensor> {
  readonly rows: number[] = [];
  override forward(x: Tensor): Tensor {
    this.rows.push(x.shape[0]!);
    return x;
  }
}

describe('predict', () => {
  it('lets rows through in blocks, with the numbers of all at once', () => {
    const model = new Sequential(
      new Linear(13, 40),
      new BatchNorm1d(40),
      new ReLU(),
      new Linear(40, 3),
      new Softmax(1),
    );
    const x = randn(20_001, 13);
    model.eval();
    const all = noGrad(() => model(x)).dataSync();
    for (const options of [{}, { batchSize: 7000 }, { batchSize: 30_000 }]) {
      const found = predict(model, x, options).dataSync();
      expect(found.length).toBe(all.length);
      expect(found.findIndex((value, i) => value !== all[i])).toBe(-1);
    }
  });

  it.each([
    [[20_000, 3], {}, [8192, 8192, 3616]],
    [[20_000], {}, [8192, 8192, 3616]],
    [[10, 3], {}, [10]],
    [[0, 3], {}, [0]],
    [[5, 0], {}, [5]],
    [[9, 1024, 1024], {}, [4, 4, 1]],
    [[2, 4096, 2048], {}, [1, 1]],
    [[9, 2], { batchSize: 4 }, [4, 4, 1]],
  ])('of %j with %j in blocks of %j', (shape, options, blocks) => {
    const model = new Counting();
    expect(predict(model, zeros(1).expand(shape), options).shape).toEqual(shape);
    expect(model.rows).toEqual(blocks);
  });
});
