import { expect, test } from 'vitest';
import { planeOver } from './plane.js';

// A sheet in four columns: the third follows the first, the fourth is constant.
const rows = Array.from({ length: 50 }, (_, i) => {
  const [a, b] = [Math.sin(i) * 3, Math.cos(1.7 * i)];
  return [a, b, 2 * a, 5];
});

test('two columns are shown as they are, the others are held at their means', () => {
  const plane = planeOver(rows, { features: [0, 1], columns: 4, rows: 3, padding: 0 });
  expect(plane.points[7]).toEqual([expect.closeTo(rows[7]![0]!, 9), expect.closeTo(rows[7]![1]!, 9)]);
  expect(plane.shape).toEqual([12, 4]);
  expect(plane.inputs[0]).toBeCloseTo(Math.min(...rows.map((row) => row[0]!)), 5);
  expect(plane.inputs[2]).toBeCloseTo(rows.reduce((sum, row) => sum + row[2]!, 0) / 50, 5);
  expect(plane.inputs[3]).toBe(5);
});

test('the principal components hold all that lies in a sheet', () => {
  const plane = planeOver(rows, { components: true });
  expect(plane.explained).toBeCloseTo(1, 9);
  // The plane's places are on the sheet too.
  for (let i = 0; i < plane.inputs.length; i += 4 * 97) {
    const [a, , c, e] = plane.inputs.subarray(i, i + 4);
    const mean = rows.reduce((sum, row) => sum + row[0]!, 0) / 50;
    expect(c! - 2 * mean).toBeCloseTo(2 * (a! - mean), 4);
    expect(e).toBeCloseTo(5, 5);
  }
});

test('columns without variance leave a plane all the same', () => {
  const plane = planeOver(
    [
      [1, 1],
      [1, 1],
    ],
    { components: true, columns: 3, rows: 3 },
  );
  expect([...plane.inputs].every(Number.isFinite)).toBe(true);
});

test('what makes no plane is an error', () => {
  expect(() => planeOver([[1], [2]], { components: true })).toThrow('planeOver: data has 1 columns');
  expect(() => planeOver(rows, {})).toThrow('give either features or components: true');
  expect(() => planeOver(rows, { features: [0, 4] })).toThrow(
    'features is [0, 4], expected two different columns from 0 to 3',
  );
  expect(() => planeOver([[1, Number.NaN]], { components: true })).toThrow('data[0][1] is NaN');
  expect(() => planeOver(rows, { feature: [0, 1] } as object)).toThrow(
    "unknown option 'feature'; did you mean 'features'?",
  );
});
