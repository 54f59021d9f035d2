import { describe, expect, it } from 'vitest';
import { experiment } from './experiment.js';
import { shownAt, shownOf } from './features.js';
import { judgeFit } from './judge-fit.js';
import { drawPoints, givenPoints } from './points.js';
import { DATASETS, type ExperimentOptions } from './spec.js';

describe('a spec', () => {
  it('is whole, plain, and its own source', () => {
    const spec = experiment({ data: { name: 'xor' }, layers: [], optimizer: { lr: undefined as never } });
    expect(spec.optimizer.lr).toBe(0.01);
    expect(experiment(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    expect(experiment()).toEqual(experiment({}));
  });

  it.each([
    [{ version: 2 }, 'version must be 1, which this release reads, not 2'],
    [{ data: { name: 'circle' } }, "data.name must be 'circles'"],
    [{ data: { nose: 1 } }, "experiment: data: unknown option 'nose'; did you mean 'noise'?"],
    [{ data: { samples: 10.5 } }, 'data.samples must be a whole number from 10 to 5000, not 10.5'],
    [{ features: [] }, 'features must be a list of at least one'],
    [{ features: ['x', 'x'] }, 'features has x twice'],
    [{ layers: Array(7).fill({}) }, 'layers must be a list of at most 6'],
    [{ layers: [{ units: 0 }] }, 'layers[0].units must be a whole number from 1 to 256, not 0'],
    [{ layers: [{ activation: 'Relu' }] }, "did you mean 'ReLU'?"],
    [{ layers: [3] }, 'experiment: layers[0]: the options must be an object, not 3'],
    [{ optimizer: { lr: 0 } }, 'optimizer.lr must be a number from 1e-9 to 100, not 0'],
    [{ optimizer: { lr: '0.1' } }, "optimizer.lr must be a number from 1e-9 to 100, not a string '0.1'"],
    [{ schedule: { name: 'Cosine' } }, 'schedule.name must be'],
    [{ penalty: { rate: -1 } }, 'penalty.rate must be a number from 0 to 10, not -1'],
    [{ seed: 1.5 }, 'seed must be a whole number'],
    [{ engine: 'numpy' }, "engine must be 'seedrandom' or 'torch'"],
    [{ backend: 'tpu' }, "backend must be 'cpu' or 'gpu'"],
    [3, 'experiment: the options must be an object, not 3'],
  ])('refuses %j', (options, words) => {
    expect(() => experiment(options as ExperimentOptions)).toThrow(words);
  });
});

describe('points', () => {
  it.each(DATASETS.filter((name) => name !== 'points'))(
    '%s have two classes in the wanted shares, some held out',
    (name) => {
      const data = { ...experiment().data, name, samples: 200, balance: 0.25, heldOut: 0.4 };
      const { xy, labels, heldOut } = drawPoints(data, 3);
      expect(labels.reduce((sum, label) => sum + label, 0)).toBe(50);
      expect(heldOut.reduce((sum, one) => sum + one, 0)).toBe(80);
      expect(heldOut.reduce((sum, one, i) => sum + one * labels[i]!, 0)).toBe(20);
      expect(Math.max(...xy.map(Math.abs))).toBeLessThan(2);
      expect(drawPoints(data, 3)).toEqual({ xy, labels, heldOut });
      expect(drawPoints(data, 4).xy).not.toEqual(xy);
    },
  );

  it('that are brought say which are held out, or it is drawn', () => {
    const xy = [0, 0, 1, 1, 2, 2, 3, 3];
    const labels = [0, 1, 0, 1];
    const spec = experiment({ data: { name: 'points', heldOut: 0.5 } });
    expect([...givenPoints({ xy, labels, heldOut: [1, 0, 0, 0] }, spec).heldOut]).toEqual([1, 0, 0, 0]);
    expect(givenPoints({ xy, labels }, spec).heldOut.filter(Boolean)).toHaveLength(2);
    expect(() => givenPoints({ xy, labels: 'abcd' as never }, spec)).toThrow(
      'labels must be a number 0 or 1 for each point',
    );
  });
});

describe('inputs of points', () => {
  const spec = experiment({ data: { name: 'points' }, inputs: 3 });
  const points = { xy: [0, 0, 1, 1], labels: [0, 1] };
  const inputs = { values: [1, 2, 3, 4, 5, 6], origin: [1, 0, 0], across: [0, 1, 0], up: [0, 0, 2] };

  it('are what the network is shown of a point, and of each place of the picture', () => {
    const given = givenPoints({ ...points, inputs }, spec);
    expect([...shownOf(spec, given, [1])]).toEqual([4, 5, 6]);
    expect([...shownAt(spec, [0, 0, 3, -1], given.inputs)]).toEqual([1, 0, 0, 1, 3, -2]);
  });

  it.each([
    [undefined, 'the experiment has 3 inputs; the points bring none'],
    [{ ...inputs, values: [1, 2, 3] }, 'inputs.values must be 6 numbers'],
    [{ ...inputs, up: 'up' as never }, 'inputs.up must be 3 numbers'],
    [{ ...inputs, origin: [0, Number.NaN, 0] }, 'inputs.origin[1] is NaN'],
  ])('%j are refused', (wrong, message) => {
    expect(() => givenPoints({ ...points, ...(wrong === undefined ? {} : { inputs: wrong }) }, spec)).toThrow(message);
  });

  it('go with points alone', () => {
    expect(() => experiment({ inputs: 3 })).toThrow("only data 'points' bring any");
  });
});

describe('the verdict', () => {
  const score = (loss: number, accuracy: number) => ({ loss, accuracy });
  it.each([
    [{ epoch: 0, train: score(0.7, 0.5), heldOut: score(0.7, 0.5) }, 'untrained'],
    [{ epoch: 10, train: score(0.6, 0.6), heldOut: score(0.6, 0.6) }, 'learning'],
    [{ epoch: 500, train: score(0.69, 0.55), heldOut: score(0.69, 0.53), bestHeldOut: 0.69 }, 'underfit'],
    [{ epoch: 500, train: score(0.1, 0.98), heldOut: score(0.12, 0.97), bestHeldOut: 0.11 }, 'good'],
    [{ epoch: 500, train: score(0.01, 1), heldOut: score(0.8, 0.83), bestHeldOut: 0.4 }, 'overfit'],
    [{ epoch: 500, train: score(0.3, 0.9), heldOut: score(0.3, 0.9), bestHeldOut: 0.3, commonShare: 0.9 }, 'underfit'],
    [{ epoch: 500, train: score(0.01, 1), heldOut: null }, 'good'],
  ])('%j is %s', (evidence, verdict) => {
    const found = judgeFit(evidence);
    expect(found.verdict).toBe(verdict);
    expect(Math.abs(found.position)).toBeLessThanOrEqual(1);
  });
});
