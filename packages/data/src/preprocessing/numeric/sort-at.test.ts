import { SeedrandomGenerator } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { sortAt } from './sort-at.js';

const random = new SeedrandomGenerator('ranks');
const draw = (n: number, kinds: number): Float64Array =>
  Float64Array.from({ length: n }, () => Math.floor(random.random() * kinds));

it.each([
  ['all different', draw(1000, 1e9)],
  ['many equal', draw(1000, 5)],
  ['all equal', draw(1000, 1)],
  ['ascending', Float64Array.from({ length: 1000 }, (_, i) => i)],
  ['descending', Float64Array.from({ length: 1000 }, (_, i) => -i)],
  ['up and down', Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? i : 1000 - i))],
  ['one', Float64Array.of(7)],
  ['none', new Float64Array(0)],
])('puts at each rank what sorting puts there: %s', (_, values) => {
  const sorted = values.slice().sort();
  const ranks = [0, 1, 249, 250, 499, 500, 750, 999].filter((rank) => rank < values.length);
  sortAt(values, ranks);
  expect(ranks.map((rank) => values[rank])).toEqual(ranks.map((rank) => sorted[rank]));
  expect(values.slice().sort()).toEqual(sorted);
});
