import { expect, it } from 'vitest';
import { loadBreastCancer } from './breast-cancer.js';
import { loadVotes } from './votes.js';

const count = (labels: readonly unknown[], wanted: string): number => labels.filter((label) => label === wanted).length;

it('has the breast cancer data as scikit-learn has it', () => {
  const table = loadBreastCancer();
  expect(table.shape).toEqual([569, 31]);
  expect(Object.values(table.row(0)).slice(0, 4)).toEqual([17.99, 10.38, 122.8, 1001]);
  expect(Object.values(table.row(568)).slice(-4)).toEqual([0, 0.2871, 0.07039, 'benign']);
  expect(table.columnNames.slice(9, 12)).toEqual(['mean fractal dimension', 'radius error', 'texture error']);
  expect(count(table.labels('diagnosis'), 'malignant')).toBe(212);
  const { data } = table.drop('diagnosis').toMatrix();
  // What NumPy's sum of scikit-learn's copy is.
  expect(Array.from(data).reduce((a, b) => a + b)).toBeCloseTo(1056474.4596356, 4);
  expect(loadBreastCancer()).toEqual(table);
});

it('has the votes with gaps', () => {
  const table = loadVotes();
  expect(table.shape).toEqual([435, 17]);
  expect(Object.values(table.missing()).reduce((a, b) => a + b)).toBe(392);
  expect(count(table.labels('party'), 'democrat')).toBe(267);
  expect(Object.values(table.row(0)).slice(0, 12).join()).toBe('n,y,n,y,y,y,n,n,n,y,,y');
  expect(table.columns.every(({ type }) => type === 'categorical')).toBe(true);
});
