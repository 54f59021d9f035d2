import { cpu } from '@kindling/backend-cpu';
import { Linear } from '@kindling/nn';
import { noGrad, setBackend, tensor } from '@kindling/tensor-core';
import { describe, expect, it } from 'vitest';
import { type EpochEvent, fit } from './index.js';

setBackend(await cpu());

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
