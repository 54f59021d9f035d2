import { experiment } from '@kindling/train/worker';
import { expect, it } from 'vitest';
import { fromQuery, rounded, type Shared, toQuery } from './address.js';

const shared = (part: Partial<Shared>): Shared => ({
  specs: [experiment()],
  threshold: 0.5,
  points: null,
  source: null,
  ...part,
});

it('needs nothing for what is usual', () => {
  expect(toQuery(shared({}))).toBe('');
  expect(fromQuery('')).toEqual(shared({}));
});

it('brings everything back', () => {
  const first = experiment({
    data: { name: 'spirals', samples: 220, noise: 0.03, balance: 0.3, heldOut: 0.2 },
    features: ['x', 'yy', 'sinX'],
    layers: [{ units: 3, activation: 'Tanh', dropout: 0.2, norm: 'BatchNorm1d' }, { units: 12 }],
    loss: 'MSELoss',
    optimizer: { name: 'SGD', lr: 0.03, momentum: 0.9 },
    schedule: { name: 'StepLR', every: 30, gamma: 0.1 },
    penalty: { name: 'L1', rate: 0.01 },
    batchSize: 10,
    seed: 7,
    engine: 'torch',
    backend: 'gpu',
  });
  const second = experiment({ ...first, layers: [], optimizer: { name: 'Adam', lr: 0.1 } });
  const whole = shared({ specs: [first, second], threshold: 0.32, source: 'sonar' });
  expect(fromQuery(toQuery(whole))).toEqual(whole);
});

it('brings points back as they were trained on', () => {
  const xy = rounded([0.123456, -1.5, 2, 0]);
  const whole = shared({
    specs: [experiment({ data: { name: 'points' } })],
    points: { xy, labels: [1, 0], heldOut: [0, 1] },
  });
  expect(fromQuery(toQuery(whole))).toEqual(whole);
});

it.each([
  ['data=cirles', "data.name must be 'circles'"],
  ['lr=fast', 'optimizer.lr must be a number'],
  ['layers=8-Relu', "did you mean 'ReLU'?"],
  ['layers=999-ReLU', 'layers[0].units must be a whole number from 1 to 256'],
  ['threshold=2', 'the threshold is 2, not between 0 and 1'],
  ['points=AAAA', 'the points in the address are cut off'],
])('refuses %s with words', (query, words) => {
  expect(() => fromQuery(query)).toThrow(words);
});
