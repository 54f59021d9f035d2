import { expect, it } from 'vitest';
import { foldsOf } from './folds.js';

it('holds out each point once, and as many of each class', () => {
  const labels = [0, 1, 0, 1, 0, 1, 0, 0];
  const folds = foldsOf(labels, 2);
  expect(labels.map((_, i) => folds[0]![i]! + folds[1]![i]!)).toEqual(labels.map(() => 1));
  expect(folds.map((fold) => labels.filter((label, i) => label === 1 && fold[i] === 1).length)).toEqual([2, 1]);
});
