import { describe, expect, test } from 'vitest';
import { accuracyScore } from '../accuracy.js';
import { brierScoreLoss } from '../brier-score.js';
import { partialDependence } from './partial-dependence.js';
import { permutationImportance } from './permutation-importance.js';

const x = Array.from({ length: 24 }, (_, i) => [((i * 7) % 11) / 2, i % 3, ((i * i) % 17) - 3]);
const model = (rows: Float64Array[]) => rows.map(([a = 0, b = 0, c = 0]) => 1.5 * a - 2 * b + 0.25 * c + 0.5);

describe('partial dependence equals scikit-learn 1.2.1', () => {
  test('on even steps between two quantiles', async () => {
    // partial_dependence(LinearRegression().fit(x, model(x)), x, [2], grid_resolution=3, percentiles=(.1, .6), method='brute')
    const { grid, average } = await partialDependence(model, x, 2, { resolution: 3, percentiles: [0.1, 0.6] });
    for (const [i, value] of [-2.1799999999999997, 1.8699999999999992, 5.919999999999998].entries()) {
      expect(grid[i]).toBeCloseTo(value, 12);
    }
    for (const [i, value] of [1.61125, 2.62375, 3.63625].entries()) expect(average[i]).toBeCloseTo(value, 12);
    expect((await partialDependence(model, x, 0, { resolution: 5 })).grid).toEqual([0, 1.25, 2.5, 3.75, 5]);
  });

  test('on the values that occur where they are few', async () => {
    const { grid, average } = await partialDependence(async (rows) => model(rows), x, 0);
    expect(grid).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
    expect(average[0]).toBeCloseTo(-0.4166666666666643, 12);
    expect(average[10]).toBeCloseTo(7.083333333333331, 12);
  });

  test('of a column that is there, and predictions that are numbers', async () => {
    await expect(partialDependence(model, x, 3)).rejects.toThrow('column is 3, the rows have 3 columns');
    await expect(partialDependence(() => [1], x, 0)).rejects.toThrow('predict gave 1 numbers for 24 rows');
    await expect(partialDependence(model, x, 0, { rsolution: 3 } as never)).rejects.toThrow(
      "did you mean 'resolution'?",
    );
    await expect(partialDependence(model, [1, 2] as never, 0)).rejects.toThrow('x must be rows of numbers');
  });
});

describe('permutation importance', () => {
  const y = x.map(([a = 0]) => Number(a > 2));
  const predict = (rows: Float64Array[]) => rows.map(([a = 0]) => Number(a > 2));

  test('is zero of what a model does not look at, and the same of the same seed', async () => {
    const one = await permutationImportance(predict, x, y, accuracyScore, { seed: 3 });
    expect(one.baseline).toBe(1);
    expect(one.mean[0]).toBeGreaterThan(0.2);
    expect([one.mean[1], one.mean[2], one.deviation[1]]).toEqual([0, 0, 0]);
    expect(one.losses.map((losses) => losses.length)).toEqual([5, 5, 5]);
    expect(await permutationImportance(predict, x, y, accuracyScore, { seed: 3 })).toEqual(one);
    expect(await permutationImportance(predict, x, y, accuracyScore, { seed: 4 })).not.toEqual(one);
  });

  test('of a loss counts the other way', async () => {
    const { mean } = await permutationImportance(predict, x, y, brierScoreLoss, { greaterIsBetter: false });
    expect(mean[0]).toBeGreaterThan(0.2);
  });

  test('needs a class a row', async () => {
    await expect(permutationImportance(predict, x, [0, 1], accuracyScore)).rejects.toThrow('x has 24 rows, y has 2');
    await expect(permutationImportance(predict, x, y, accuracyScore, { repeat: 2 } as never)).rejects.toThrow(
      "did you mean 'repeats'?",
    );
  });
});
