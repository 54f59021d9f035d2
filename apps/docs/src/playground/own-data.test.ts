import { expect, it } from 'vitest';
import { pointsOf, readOwnCsv, sonarTable } from './own-data.js';

const csv = (text: string, name = 'own.csv') => readOwnCsv(new File([text], name));

it('finds numbers and classes in a file', async () => {
  const table = await csv('height,weight,kind\n1.5,50,cat\n2.5,70,dog\n3,90,dog\n1,40,cat\n');
  expect(table.numbers.map(({ name }) => name)).toEqual(['height', 'weight']);
  expect(table.classes.map(({ name, names }) => [name, ...names])).toEqual([['kind', 'cat', 'dog']]);
  const { xy, labels } = pointsOf(table, ['height', 'weight'], 'kind');
  expect(labels).toEqual([0, 1, 1, 0]);
  expect(xy.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0);
});

it.each([
  ['a,b\n', 'own.csv has 0 columns of numbers without gaps'],
  ['a,kind\n1,x\n2,y\n3,x\n', 'own.csv has 1 columns of numbers without gaps; two are needed to draw points'],
  ['a,b,c\n1,2,3\n4,5,6\n7,8,9\n', 'own.csv has no column with exactly two different values, which could be the class'],
])('says what is wrong with a file: %j', async (text, words) => {
  await expect(csv(text)).rejects.toThrow(words);
});

it('draws Sonar by two principal components', () => {
  const { xy, labels } = pointsOf(sonarTable(), null, 'class');
  expect(labels).toHaveLength(208);
  expect(labels.filter((label) => label === 1)).toHaveLength(97);
  const columns = [0, 1].map((k) => xy.filter((_, i) => i % 2 === k));
  const product = columns[0]!.reduce((sum, value, i) => sum + value * columns[1]![i]!, 0);
  // The components are not correlated, but for what was cut off far out.
  expect(Math.abs(product) / 208).toBeLessThan(0.01);
});
