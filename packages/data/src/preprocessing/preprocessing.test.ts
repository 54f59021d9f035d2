import { SeedrandomGenerator } from '@kindling/tensor-core';
import { describe, expect, it } from 'vitest';
import { LabelEncoder } from './label-encoder.js';
import { MaxAbsScaler } from './max-abs-scaler.js';
import { MinMaxScaler } from './min-max-scaler.js';
import { RobustScaler } from './robust-scaler.js';
import { StandardScaler } from './standard-scaler.js';

describe('LabelEncoder', () => {
  it('numbers classes in order and finds them again', () => {
    const encoder = new LabelEncoder<number>().fit(Int32Array.of(5, -2, 5));
    expect(encoder.classes).toEqual([-2, 5]);
    expect([...encoder.transform([5, 5, -2])]).toEqual([1, 1, 0]);
    expect(encoder.inverseTransform(Int32Array.of(1, 0))).toEqual([5, -2]);
    expect(encoder.transform([])).toHaveLength(0);
  });

  it('refuses what it does not know', () => {
    expect(() => new LabelEncoder().transform(['a'])).toThrow('LabelEncoder: fit it to labels first');
    const encoder = new LabelEncoder<string>().fit(['M', 'R']);
    expect(() => encoder.transform(['M', 'X'])).toThrow('"X" at 1 is not one of the classes it knows: "M", "R"');
    expect(() => encoder.inverseTransform([0, 2])).toThrow('2 at 1 is not a class number from 0 to 1');
    expect(() => new LabelEncoder().fit([1, 'a'])).toThrow('got "a" at 1');
    expect(() => new LabelEncoder().fit([1, Number.NaN])).toThrow('the label at 1 is NaN');
    expect(() => new LabelEncoder().fit([null as unknown as string])).toThrow('got null at 0');
  });
});

const rows = [
  [1, 10, 7],
  [2, 30, 7],
  [6, 20, 7],
];

describe.each([
  ['StandardScaler', () => new StandardScaler()],
  ['MinMaxScaler', () => new MinMaxScaler({ featureRange: [-1, 1] })],
  ['MaxAbsScaler', () => new MaxAbsScaler()],
  ['RobustScaler', () => new RobustScaler({ quantileRange: [10, 90] })],
])('%s', (name, make) => {
  it('undoes itself, in the form and dtype of what it gets', () => {
    const scaler = make();
    const scaled = scaler.fitTransform(rows);
    for (const [i, row] of scaler.inverseTransform(scaled).entries()) {
      for (const [j, value] of row.entries()) expect(value).toBeCloseTo(rows[i]![j]!, 12);
    }
    const flat = { data: Float32Array.from(rows.flat()), rows: 3, columns: 3 };
    const out = make().fit(flat).transform(flat);
    expect(out.data).toBeInstanceOf(Float32Array);
    for (const [i, value] of out.data.entries()) expect(value).toBeCloseTo(scaled.flat()[i]!, 5);
    expect([...flat.data]).toEqual(rows.flat());
  });

  it('refuses tables that do not fit', () => {
    expect(() => make().transform(rows)).toThrow(`${name}: fit it to a table first`);
    expect(() =>
      make()
        .fit(rows)
        .transform([[1, 2]]),
    ).toThrow(`${name}: got 2 columns, it was fitted to 3`);
    expect(() => make().fit([[1], [2, 3]])).toThrow(`${name}: row 1 has 2 columns, the first one 1`);
    expect(() => make().fit([])).toThrow(`${name}: the table is empty, [0, 0]`);
    expect(() =>
      make().fit([
        [1, 2],
        [3, Number.NEGATIVE_INFINITY],
      ]),
    ).toThrow(`${name}: -Infinity at row 1, column 1`);
    const short = { data: new Float64Array(5), rows: 2, columns: 3 };
    expect(() => make().fit(short)).toThrow(`${name}: 5 values are not 2 rows of 3`);
  });
});

it('StandardScaler leaves a column that does not vary at 0', () => {
  const scaled = new StandardScaler().fitTransform(rows);
  expect(scaled.map((row) => row[2])).toEqual([0, 0, 0]);
  for (const j of [0, 1]) {
    expect(scaled.reduce((sum, row) => sum + row[j]!, 0)).toBeCloseTo(0, 14);
    expect(scaled.reduce((sum, row) => sum + row[j]! ** 2, 0) / 3).toBeCloseTo(1, 14);
  }
  // 0.1 has no exact form, so its mean over ten rows is off; scikit-learn takes that for a constant too.
  expect(new StandardScaler().fit(Array.from({ length: 10 }, () => [0.1])).scale).toEqual(Float64Array.of(1));
});

it('MinMaxScaler cuts what lies outside only where it is asked to', () => {
  expect(new MinMaxScaler().fit([[0], [2]]).transform([[3]])).toEqual([[1.5]]);
  expect(new MinMaxScaler({ clip: true }).fit([[0], [2]]).transform([[3], [-1]])).toEqual([[1], [0]]);
  expect(() => new MinMaxScaler({ featureRange: [1, 1] })).toThrow('must go from less to more, got [1, 1]');
});

it('MinMaxScaler finds the ends of every kind of column', () => {
  const random = new SeedrandomGenerator('ends');
  const kinds: ((row: number) => number)[] = [
    () => random.random(),
    (row) => row,
    (row) => -row,
    (row) => row % 2,
    () => 7,
    // Steps of one unit in the last place, far from 0: a difference from the middle is rounded.
    (row) => 1e6 + 2 ** -33 * ((row * 37) % 101),
    (row) => -1e16 + 2 * ((row * 37) % 101),
    () => Number.MIN_VALUE * Math.floor(100 * random.random()),
    () => Number.MAX_VALUE * (2 * random.random() - 1),
    (row) => (row % 3 === 0 ? Number.NaN : random.random()),
    () => Number.NaN,
    (row) => (row === 511 ? 1e-300 : 0),
  ];
  // No multiple of eight, so that some rows are left over.
  const rows = 1021;
  const data = Float64Array.from({ length: rows * kinds.length }, (_, i) =>
    kinds[i % kinds.length]!(Math.floor(i / kinds.length)),
  );
  const { dataMin, dataMax } = new MinMaxScaler().fit({ data, rows, columns: kinds.length });
  for (const j of kinds.keys()) {
    const known = data.filter((value, i) => i % kinds.length === j && !Number.isNaN(value));
    expect([dataMin![j], dataMax![j]]).toEqual(
      known.length === 0 ? [Number.NaN, Number.NaN] : [Math.min(...known), Math.max(...known)],
    );
  }
});
