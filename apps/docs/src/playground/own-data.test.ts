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
  ['a,b\n', 'no rows after the header'],
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

it('shows whole rows on the plane of two components, or of two columns', () => {
  const table = sonarTable();
  for (const axes of [null, [table.numbers[2]!.name, table.numbers[39]!.name] as const]) {
    const { xy, labels, inputs } = pointsOf(table, axes, 'class', true);
    const { values, across, up } = inputs!;
    expect(values).toHaveLength(60 * labels.length);
    // A row's place is where it falls onto the plane: what it misses is at right angles to both directions.
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, value, j) => sum + value * b[j]!, 0);
    for (let i = 0; i < labels.length; i++) {
      const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!];
      if (Math.max(Math.abs(x), Math.abs(y)) >= 2.4) continue;
      const missed = Array.from(across, (_, j) => Number(values[60 * i + j]) - x * across[j]! - y * up[j]!);
      expect(Math.abs(dot(missed, across)), `${i}`).toBeLessThan(1e-3);
      expect(Math.abs(dot(missed, up)), `${i}`).toBeLessThan(1e-3);
    }
  }
});
