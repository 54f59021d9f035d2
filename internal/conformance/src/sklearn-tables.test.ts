import {
  GroupShuffleSplit,
  type Label,
  type Labels,
  MaxAbsScaler,
  MinMaxScaler,
  OneHotEncoder,
  OrdinalEncoder,
  RepeatedKFold,
  RobustScaler,
  type Samples,
  SimpleImputer,
  type Split,
  StandardScaler,
  StratifiedGroupKFold,
} from '@kindling/data';
import { describe, expect, it } from 'vitest';
import encoderValues from '../values/sklearn-data/encoders.json';
import foldValues from '../values/sklearn-data/folds.json';
import transformerValues from '../values/sklearn-data/transformers.json';
import { tally } from './numbers/ledger.js';

/** NaN is null. */
type Rows = (number | null)[][];

interface TransformerCase {
  kind: string;
  options: Record<string, unknown>;
  fit: Rows;
  other: Rows;
  learned: Record<string, (number | null)[]>;
  out: Rows;
  back: Rows | null;
}

interface Transformer {
  fit(x: number[][]): this;
  transform(x: number[][]): number[][];
  inverseTransform(x: number[][]): number[][];
}

const kinds = { StandardScaler, MinMaxScaler, MaxAbsScaler, RobustScaler, SimpleImputer } as unknown as Record<
  string,
  new (
    options: object,
  ) => Transformer
>;

const numbers = (rows: Rows): number[][] => rows.map((row) => row.map((value) => value ?? Number.NaN));

/** Fails where a value differs by more than the order of a sum may change it. */
function match(what: string, actual: ArrayLike<number>, expected: readonly (number | null)[]): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  for (const [i, value] of expected.entries()) {
    const want = value ?? Number.NaN;
    if (Object.is(actual[i], want) || (actual[i] === 0 && want === 0)) continue;
    const off = Math.abs(actual[i]! - want) / Math.max(1, Math.abs(want));
    if (!(off <= 1e-14)) expect.fail(`${what}: got ${actual[i]} at ${i}, not ${want}`);
    worst = Math.max(worst, off);
  }
  tally('Splits and data', 'transformers of tables with missing values', {
    tolerance: 1e-14,
    values: expected.length,
    worst,
  });
}

describe('transformers', () => {
  for (const given of transformerValues as TransformerCase[]) {
    it(`${given.kind} ${JSON.stringify(given.options)}`, () => {
      const transformer = new kinds[given.kind]!(given.options).fit(numbers(given.fit));
      for (const [key, values] of Object.entries(given.learned)) {
        match(key, (transformer as unknown as Record<string, Float64Array>)[key]!, values);
      }
      match('transform', transformer.transform(numbers(given.other)).flat(), given.out.flat());
      if (given.back === null) return;
      match('inverseTransform', transformer.inverseTransform(numbers(given.out)).flat(), given.back.flat());
    });
  }
});

describe('encoders', () => {
  for (const given of encoderValues as {
    kind: string;
    options: object;
    fit: Label[][];
    other: Label[][];
    categories: Label[][];
    out: Rows;
  }[]) {
    it(`${given.kind} ${JSON.stringify(given.options)}`, () => {
      const Kind = { OneHotEncoder, OrdinalEncoder }[given.kind]!;
      const encoder = new Kind(given.options).fit(given.fit);
      expect(encoder.categories).toEqual(given.categories);
      const { data, rows, columns } = encoder.transform(given.other);
      expect([rows, columns]).toEqual([given.out.length, given.out[0]!.length]);
      match(given.kind, data, given.out.flat());
    });
  }
});

interface GroupSplitter {
  split(x: Samples, y?: Labels, groups?: Labels): IterableIterator<Split>;
}

describe('splits by groups, and repeated', () => {
  for (const given of foldValues) {
    it(`${given.kind} ${JSON.stringify(given.options)}, seed ${given.seed}`, () => {
      const Kind = { StratifiedGroupKFold, RepeatedKFold, GroupShuffleSplit }[given.kind] as new (
        options: object,
      ) => GroupSplitter;
      const seed = given.seed === null ? {} : { randomState: given.seed };
      const splits = [...new Kind({ ...given.options, ...seed }).split(given.y.length, given.y, given.groups)];
      expect(splits.map(({ train, test }) => ({ train: [...train], test: [...test] }))).toEqual(given.splits);
    });
  }
});
