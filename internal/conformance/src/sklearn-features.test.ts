import {
  Binarizer,
  chi2,
  KBinsDiscretizer,
  KNNImputer,
  Normalizer,
  PCA,
  PolynomialFeatures,
  PowerTransformer,
  QuantileTransformer,
  SelectKBest,
  StandardScaler,
  Table,
  TargetEncoder,
  VarianceThreshold,
} from '@kindling/data';
import { describe, expect, it } from 'vitest';
import values from '../values/sklearn-features/features.json';
import { tally } from './numbers/ledger.js';

/** NaN is null. */
type Rows = (number | null)[][];

interface Case {
  kind: string;
  options: Record<string, unknown>;
  table: [missing: boolean, positive: boolean, empty: boolean];
  y: number[];
  learned: Record<string, (number | null)[]>;
  out: Rows;
  back: Rows | null;
  names: string[] | null;
}

interface Transformer {
  fit(x: number[][], y?: number[]): this;
  transform(x: number[][]): number[][];
  inverseTransform(x: number[][]): number[][];
  toJSON(): object;
}

const kinds = {
  Binarizer,
  KBinsDiscretizer,
  KNNImputer,
  Normalizer,
  PCA,
  PolynomialFeatures,
  PowerTransformer,
  QuantileTransformer,
  SelectKBest,
  VarianceThreshold,
} as unknown as Record<string, { new (options: object): Transformer; fromJSON(state: object): Transformer }>;

/** What is found by search or by turning columns agrees to fewer digits than sums do. */
const tolerances: Record<string, number> = {
  PCA: 1e-11,
  PowerTransformer: 1e-7,
  QuantileTransformer: 1e-12,
  // scikit-learn's distances are differences of large squares.
  KNNImputer: 1e-9,
};

const numbers = (rows: Rows): number[][] => rows.map((row) => row.map((value) => value ?? Number.NaN));

function match(what: string, actual: ArrayLike<number>, expected: readonly (number | null)[], tolerance: number): void {
  expect(actual.length, what).toBe(expected.length);
  let worst = 0;
  for (const [i, value] of expected.entries()) {
    const want = value ?? Number.NaN;
    if (Number.isNaN(want) && !Number.isFinite(actual[i]!)) continue;
    const off = Math.abs(actual[i]! - want) / Math.max(1, Math.abs(want));
    if (!(off <= tolerance)) expect.fail(`${what}: got ${actual[i]} at ${i}, not ${want}`);
    worst = Math.max(worst, off);
  }
  tally('Splits and data', 'transformers that make, choose and fill columns', {
    tolerance: 1e-5,
    values: expected.length,
    worst,
  });
}

describe('transformers', () => {
  for (const given of values.cases as unknown as Case[]) {
    it(`${given.kind} ${JSON.stringify(given.options)} of ${given.table.join(', ')}`, () => {
      const [missing, positive, empty] = given.table;
      const key = `${missing},${positive}` as keyof typeof values.inputs;
      const fit = numbers(values.inputs[key].fit as Rows);
      const other = numbers(values.inputs[key].other as Rows);
      if (empty) for (const row of fit) row[2] = Number.NaN;
      const Kind = kinds[given.kind]!;
      const options = given.options.scoreFunc === 'chi2' ? { ...given.options, scoreFunc: chi2 } : given.options;
      const made = new Kind(options).fit(fit, given.y);
      // A power of 50 makes much of the last digits of a search.
      const raw = given.options.standardize === false;
      const tolerance = raw ? 1e-5 : (tolerances[given.kind] ?? 1e-13);
      for (const [name, wanted] of Object.entries(given.learned)) {
        match(name, (made as unknown as Record<string, Float64Array>)[name]!, wanted, tolerance);
      }
      match('transform', made.transform(other).flat(), given.out.flat(), tolerance);
      if (given.back !== null) {
        match('inverseTransform', made.inverseTransform(numbers(given.out)).flat(), given.back.flat(), tolerance);
      }
      const loaded = Kind.fromJSON(JSON.parse(JSON.stringify(made)));
      expect(loaded.transform(other)).toEqual(made.transform(other));
      if (given.names === null) return;
      const table = Table.from(Object.fromEntries([...'abcde'].map((name, j) => [name, fit.map((row) => row[j]!)])));
      const named = new Kind(options).fit(table as never) as unknown as { featureNamesOut(): string[] };
      expect(named.featureNamesOut()).toEqual(given.names);
    });
  }
});

it('StandardScaler with weights, and in parts', () => {
  for (const given of values.weighted) {
    const rows = numbers(values.inputs[`${given.missing},false` as 'true,false'].fit as Rows);
    const options = given.weight === null ? {} : { sampleWeight: given.weight };
    const whole = new StandardScaler().fit(rows, options);
    match('mean', whole.mean!, given.mean, 1e-14);
    match('variance', whole.variance!, given.variance, 1e-13);
    const parts = new StandardScaler();
    for (const [from, to] of [
      [0, 9],
      [9, 10],
      [10, 24],
    ]) {
      const weight = given.weight === null ? {} : { sampleWeight: given.weight.slice(from, to) };
      parts.partialFit(rows.slice(from, to), weight);
    }
    match('mean in parts', parts.mean!, given.partMean, 1e-14);
    match('variance in parts', parts.variance!, given.partVariance, 1e-12);
  }
});

it('TargetEncoder, by the formulas of scikit-learn 1.3', () => {
  for (const given of values.target) {
    const rows = given.towns.map((town) => [town]);
    const encoder = new TargetEncoder({ smooth: given.smooth as number | 'auto', randomState: 7 });
    match('crossed', encoder.fitTransform(rows, given.y).data, given.crossed, 1e-14);
    match('encodings', encoder.encodings[0]!, given.encodings, 1e-14);
    expect(encoder.targetMean).toBeCloseTo(given.mean, 14);
  }
});
