import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { confusionMatrix } from './confusion-matrix.js';

test('rows are true classes, columns predicted ones, and it prints as a table', () => {
  const table = confusionMatrix([0, 0, 1, 1, 1, 10], [0, 1, 1, 1, 0, 10]);
  expect(table.labels).toEqual([0, 1, 10]);
  expect(table.toString()).toMatchInlineSnapshot(`
    "           predicted
                0   1  10
    actual  0   1   1   0
            1   1   2   0
           10   0   0   1"
  `);
  expect(inspect(table)).toBe(table.toString());
});

test('fractions print with three decimals', () => {
  expect(String(confusionMatrix([0, 1, 1, 1], [0, 1, 1, 0], { normalize: 'true' }))).toMatchInlineSnapshot(`
    "          predicted
                  0      1
    actual 0      1      0
           1  0.333  0.667"
  `);
});

test('labels choose and order the classes; what they leave out is not counted', () => {
  const table = confusionMatrix([0, 1, 2, 2], [0, 2, 2, 1], { labels: [2, 1] });
  expect(table.matrix).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(() => confusionMatrix([0, 1], [0, 1], { labels: [7, 8] })).toThrow(
    'confusionMatrix: none of the labels 7, 8 occurs in yTrue, which holds 0, 1',
  );
});

test('a row without samples is zero when normalised', () => {
  expect(confusionMatrix([0, 0], [0, 1], { normalize: 'true' }).matrix).toEqual([
    [0.5, 0.5],
    [0, 0],
  ]);
  expect(() => confusionMatrix([0], [0], { normalize: 'rows' as 'true' })).toThrow(
    "normalize must be 'true', 'pred' or 'all', not a string 'rows'",
  );
});
