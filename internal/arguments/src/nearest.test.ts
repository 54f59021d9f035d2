import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.js';

const known = ['bias', 'batchSize', 'momentum', 'dtype', 'lr', 'p'];

describe('the nearest name', () => {
  it.each([
    ['Bias', 'bias'],
    ['batch_size', 'batchSize'],
    ['batchsize', 'batchSize'],
    ['momentun', 'momentum'],
    ['dytpe', 'dtype'],
    ['rl', 'lr'],
  ])('%s -> %s', (name, wanted) => {
    expect(nearest(name, known)).toBe(wanted);
  });

  it.each([['epochs'], ['q2z'], ['x'.repeat(1_000_000)], ['']])('has none for a name that is like no other', (name) => {
    expect(nearest(name, known.slice(0, 5))).toBeUndefined();
  });
});
