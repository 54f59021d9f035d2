import { cpu } from '@kindling/backend-cpu';
import { setBackend, tensor } from '@kindling/tensor-core';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { Table } from '../table/table.js';
import { MaxAbsScaler } from './max-abs-scaler.js';
import { MinMaxScaler } from './min-max-scaler.js';
import { RobustScaler } from './robust-scaler.js';
import { StandardScaler } from './standard-scaler.js';

beforeAll(async () => setBackend(await cpu({ wasm: false })));

const rows = [
  [1, 10],
  [2, Number.NaN],
  [6, 20],
];

describe.each([
  [StandardScaler, { withMean: false }],
  [MinMaxScaler, { featureRange: [-1, 2], clip: true }],
  [MaxAbsScaler, {}],
  [RobustScaler, { withScaling: false }],
])('%o', (Kind, options) => {
  const make = () => new Kind(options as never);
  const { name } = Kind;

  it('gives what it gets: rows, typed rows, flat matrices, tables, tensors', () => {
    const scaler = make().fit(rows);
    const wanted = scaler.transform(rows);
    expect(wanted[1]![1]).toBeNaN();
    const typed = scaler.transform(rows.map((row) => Float64Array.from(row)));
    expectTypeOf(typed).toEqualTypeOf<Float64Array[]>();
    expect(typed).toEqual(wanted.map((row) => Float64Array.from(row)));
    const single = make().fitTransform(rows.map((row) => Float32Array.from(row)));
    expect(single[0]).toBeInstanceOf(Float32Array);
    expect(single[2]![0]).toBeCloseTo(wanted[2]![0]!, 6);
    expect(scaler.transform({ data: Float64Array.from(rows.flat()), rows: 3, columns: 2 }).data).toEqual(
      Float64Array.from(wanted.flat()),
    );
    const out = scaler.transform(tensor(rows, { dtype: 'float64' }));
    expect([out.shape, out.dtype, out.tolist()]).toEqual([[3, 2], 'float64', wanted]);
    const table = Table.from({ a: [1, 2, 6], b: [10, null, 20] });
    const scaled = scaler.transform(table);
    expect(scaled.columnNames).toEqual(['a', 'b']);
    expect(scaled.toMatrix().data).toEqual(Float64Array.from(wanted.flat()));
  });

  it('finds the columns of a table by name', () => {
    const table = Table.from({ a: [1, 2, 6], b: [10, 15, 20] });
    const scaler = make().fit(table);
    expect(scaler.transform(table.select('b', 'a')).toMatrix()).toEqual(scaler.transform(table).toMatrix());
    expect(() => scaler.transform(table.drop('b'))).toThrow('no column "b"');
    expect(() => scaler.transform(Table.from({ a: [1], b: [2], c: [3] }))).toThrow(
      `${name}: column "c" was not there when it was fitted`,
    );
  });

  it('is saved as JSON and loaded', () => {
    const table = Table.from({
      a: [1, 2, 6],
      b: [10, null, 20],
      c: Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
    });
    const scaler = make().fit(table);
    const loaded = Kind.fromJSON(JSON.parse(JSON.stringify(scaler)));
    expect(loaded).toEqual(scaler);
    expect(loaded.transform(table).toMatrix()).toEqual(scaler.transform(table).toMatrix());
    expect(Kind.fromJSON(JSON.parse(JSON.stringify(make())))).toEqual(make());
    const state = scaler.toJSON();
    const load = (change: object) => () => Kind.fromJSON({ ...state, ...change });
    expect(load({ format: 'x' })).toThrow(`${name}.fromJSON: expects what toJSON gave, got a string 'x'`);
    expect(load({ version: 2 })).toThrow('version 2 is not known');
    expect(load({ columns: 4 })).toThrow('is damaged');
    expect(load({ fitted: {} })).toThrow('is damaged');
    expect(() => Kind.fromJSON(null as never)).toThrow('got null');
  });

  it('takes nothing for a number that is none', () => {
    const fit = (value: unknown) => () => make().fit([[1, value as number]]);
    expect(fit(null)).toThrow(`${name}: null at row 0, column 1 is no number; a missing value is NaN`);
    expect(fit('')).toThrow(`a string '' at row 0, column 1`);
    expect(fit('7')).toThrow(`a string '7' at row 0, column 1 is no number`);
    expect(fit(true)).toThrow('true at row 0, column 1');
    expect(() => make().fit('abc' as never)).toThrow('expects an array of rows');
    expect(() => make().fit(['ab'] as never)).toThrow("row 0 must be an array of numbers, got a string 'ab'");
    expect(() => make().fit({ data: [1, 2], rows: 1, columns: 2 } as never)).toThrow('with data as floats');
    expect(() => make().fit(tensor([1, 2]))).toThrow('expects a tensor [rows, columns], got [2]');
    expect(() => new Kind(3 as never)).toThrow(`${name}: the options must be an object, not 3`);
    expect(() => new Kind({ with_means: 1 } as never)).toThrow(`${name}: unknown option 'with_means'`);
  });
});
