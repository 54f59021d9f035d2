import { describe, expect, it } from 'vitest';
import { networkFromCode, networkToCode } from './network-code.js';

describe('the code of a network', () => {
  it('comes back as the layers it was written from', () => {
    const layers = [
      { units: 5, activation: 'Tanh', norm: 'BatchNorm1d', dropout: 0 },
      { units: 3, activation: 'ReLU', norm: 'none', dropout: 0.2 },
    ] as const;
    expect(networkFromCode(networkToCode({ layers, features: ['x', 'y', 'xy'] }), 3)).toEqual(layers);
    expect(networkFromCode('new Linear(2, 1) // a line')).toEqual([]);
    expect(networkFromCode('new Linear(2, 4),\nnew Linear(4, 1)')[0]).toMatchObject({
      units: 4,
      activation: 'Identity',
    });
  });

  it.each([
    ['new Linear(2, 4), new Linear(3, 1)', 'line 1: Linear(3, 1) is given 4 numbers: new Linear(4, …)'],
    ['new Linear(2, 4),\nnew Rely(),\nnew Linear(4, 1)', "did you mean 'ReLU'?"],
    ['new Linear(2, 4),\nnew ReLU(),\nnew BatchNorm1d(4),\nnew Linear(4, 1)', 'line 3: BatchNorm1d comes too late'],
    ['new Tanh(), new Linear(2, 1)', 'Tanh stands before any Linear'],
    ['new Linear(2, 4), new LayerNorm(3), new Linear(4, 1)', 'LayerNorm(3) after a layer of 4 units'],
    ['new Linear(2, n)', 'takes numbers'],
    ['', 'the last module is a Linear with one output'],
    ['new Linear(2, 900), new Linear(900, 1)', 'layers[0].units'],
  ])('%s is refused', (code, message) => {
    expect(() => networkFromCode(code)).toThrow(message);
  });
});
