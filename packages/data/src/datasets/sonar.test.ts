import { expect, it } from 'vitest';
import { loadSonar } from './sonar.js';

const { data, rows, columns, labels, featureNames } = loadSonar();
const tenThousandths = Array.from(data, (value) => Math.round(value * 1e4));

it('has 208 rows of 60 features, the 97 rocks first', () => {
  expect([rows, columns]).toEqual([208, 60]);
  expect(data.length).toBe(208 * 60);
  expect(featureNames.length).toBe(60);
  expect(labels.join('')).toBe('R'.repeat(97) + 'M'.repeat(111));
});

it('has four decimals, each the float64 that the printed number parses to', () => {
  for (const [i, value] of data.entries()) expect(value).toBe(Number((tenThousandths[i]! / 1e4).toFixed(4)));
});

it('has the sums of the original', () => {
  // Computed in Python from the text of the file; the column sums weigh each row by its number, so order counts.
  const total = (from: number, to: number): number => tenThousandths.slice(from, to).reduce((a, b) => a + b, 0);
  expect(total(0, 97 * 60)).toBe(15_693_799);
  expect(total(97 * 60, 208 * 60)).toBe(19_415_098);
  const column = (j: number): number =>
    tenThousandths.reduce((sum, value, i) => sum + (i % 60 === j ? value * (1 + Math.floor(i / 60)) : 0), 0);
  expect([0, 29, 59].map(column)).toEqual([6_688_182, 131_059_248, 1_377_937]);
});

it('begins and ends as the original', () => {
  expect([...data.subarray(0, 6)]).toEqual([0.02, 0.0371, 0.0428, 0.0207, 0.0954, 0.0986]);
  expect([...data.subarray(54, 60)]).toEqual([0.0072, 0.0167, 0.018, 0.0084, 0.009, 0.0032]);
  expect([...data.subarray(207 * 60, 207 * 60 + 6)]).toEqual([0.026, 0.0363, 0.0136, 0.0272, 0.0214, 0.0338]);
  expect([...data.subarray(208 * 60 - 6)]).toEqual([0.0039, 0.0061, 0.004, 0.0036, 0.0061, 0.0115]);
});
