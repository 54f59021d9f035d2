import {
  type FlatMatrix,
  KFold,
  LabelEncoder,
  type LabelledData,
  type Labels,
  type MakeBlobsOptions,
  type MakeCirclesOptions,
  type MakeClassificationOptions,
  type MakeMoonsOptions,
  MinMaxScaler,
  makeBlobs,
  makeCircles,
  makeClassification,
  makeMoons,
  RepeatedStratifiedKFold,
  ShuffleSplit,
  type Split,
  type Splitter,
  StandardScaler,
  StratifiedKFold,
  StratifiedShuffleSplit,
  trainTestSplitIndices,
} from '@kindling/data';
import { numpyRandom, RandomState } from '@kindling/tensor-core/numpy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import generatorValues from '../values/sklearn-data/generators.json';
import labelValues from '../values/sklearn-data/labels.json';
import scalerValues from '../values/sklearn-data/scalers.json';
import splitValues from '../values/sklearn-data/splits.json';
import { expectSame, tally } from './numbers/ledger.js';

/** The section of the page about the numbers. */
const part = 'Splits and data';

/** A number is a `randomState`, a list of one seeds the shared stream, null leaves both alone. */
type CaseSeed = number | [number] | null;

interface SplitCase {
  kind: string;
  n: number;
  y: (number | string)[] | null;
  options: Record<string, number | boolean>;
  seed: CaseSeed;
  splits: { train: number[]; test: number[] }[];
  after: number | null;
}

interface GeneratorCase {
  kind: string;
  options: Record<string, unknown>;
  seed: CaseSeed;
  shape: [number, number];
  data: number[];
  target: number[];
  after: number | null;
}

interface ScalerCase {
  kind: 'StandardScaler' | 'MinMaxScaler';
  options: Record<string, never>;
  dtype: 'float32' | 'float64';
  columns: number;
  fit: number[];
  other: number[];
  scale: number[] | null;
  mean: number[] | null;
  scaled: number[];
  fitted: number[];
  back: number[];
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 90);

/** Seeds the shared stream where the case used it, and gives the options that say where to draw from. */
function randomStateOf(seed: CaseSeed): { randomState?: number } {
  if (Array.isArray(seed)) numpyRandom().seed(seed[0]);
  return typeof seed === 'number' ? { randomState: seed } : {};
}

const splitters: Record<string, new (options: Record<string, unknown>) => Splitter> = {
  KFold,
  StratifiedKFold,
  RepeatedStratifiedKFold,
  ShuffleSplit,
  StratifiedShuffleSplit,
};

function drawSplits({ kind, n, y, options, seed }: SplitCase): Split[] {
  const given = { ...options, ...randomStateOf(seed) };
  const labels = (y ?? undefined) as Labels | undefined;
  const rounds = Array.isArray(seed) ? 2 : 1;
  if (kind === 'trainTestSplit') {
    const stratify = labels === undefined ? {} : { stratify: labels };
    return Array.from({ length: rounds }, () => trainTestSplitIndices(n, { ...given, ...stratify }));
  }
  const splitter = new splitters[kind]!(given);
  const splits = Array.from({ length: rounds }, () => [...splitter.split(n, labels)]).flat();
  expect(splits).toHaveLength(splitter.nSplits * rounds);
  return splits;
}

describe('splits', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  for (const [index, given] of (splitValues as unknown as SplitCase[]).entries()) {
    it(`${index}: ${given.kind} of ${given.n}, ${shown(given.options)}, seed ${shown(given.seed)}`, () => {
      const splits = drawSplits(given).map(({ train, test }) => ({ train: [...train], test: [...test] }));
      expect(splits).toEqual(given.splits);
      const values = splits.reduce((sum, { train, test }) => sum + train.length + test.length, 0);
      tally(part, 'splits and folds, row by row', { values });
      if (given.after !== null) expect(numpyRandom().rand()).toBe(given.after);
    });
  }
});

function generate({ kind, options, seed }: GeneratorCase): LabelledData {
  const given = { ...options, ...randomStateOf(seed) } as unknown;
  switch (kind) {
    case 'make_circles':
      return makeCircles(given as MakeCirclesOptions);
    case 'make_moons':
      return makeMoons(given as MakeMoonsOptions);
    case 'make_blobs':
      return makeBlobs(given as MakeBlobsOptions);
    case 'make_classification':
      return makeClassification(given as MakeClassificationOptions);
    default:
      throw new Error(`no such generator: ${kind}`);
  }
}

/** How many values differ at all; fails where one differs by more than a few units in the last place. */
function countDifferent(
  what: string,
  actual: ArrayLike<number>,
  expected: readonly number[],
  tolerance: number,
): number {
  expect(actual.length).toBe(expected.length);
  let different = 0;
  let worst = 0;
  for (const [i, want] of expected.entries()) {
    const value = actual[i]!;
    if (value === want) continue;
    different++;
    const off = Math.abs(value - want) / Math.max(1, Math.abs(want));
    if (!(off <= tolerance)) expect.fail(`got ${value} at ${i}, not ${want}`);
    worst = Math.max(worst, off);
  }
  tally(part, what, { tolerance, values: expected.length, worst });
  return different;
}

describe('generators', () => {
  for (const [index, given] of (generatorValues as unknown as GeneratorCase[]).entries()) {
    it(`${index}: ${given.kind} ${shown(given.options)}, seed ${shown(given.seed)}`, () => {
      const points = generate(given);
      expect([points.rows, points.columns]).toEqual(given.shape);
      expectSame(part, 'generated classes', points.target, given.target);
      // A matrix product may add up in another order there.
      const mixed = given.kind === 'make_classification';
      const what = mixed ? 'makeClassification' : 'makeBlobs, makeCircles, makeMoons';
      const different = countDifferent(what, points.data, given.data, mixed ? 1e-14 : 1e-15);
      if (!mixed) expect(different).toBeLessThanOrEqual(points.data.length / 100);
      if (given.after !== null) expect(numpyRandom().rand()).toBe(given.after);
    });
  }
});

describe('scalers', () => {
  for (const given of scalerValues as unknown as ScalerCase[]) {
    it(`${given.kind} ${shown(given.options)}, ${given.dtype}, ${given.columns} columns`, () => {
      const Kind = given.dtype === 'float32' ? Float32Array : Float64Array;
      const matrix = (data: number[]): FlatMatrix => ({
        data: Kind.from(data),
        rows: data.length / given.columns,
        columns: given.columns,
      });
      const scaler =
        given.kind === 'StandardScaler' ? new StandardScaler(given.options) : new MinMaxScaler(given.options);
      const fitted = scaler.fitTransform(matrix(given.fit)).data;
      const scaled = scaler.transform(matrix(given.other)).data;
      // NumPy adds up a single column pairwise.
      const tolerance = given.columns === 1 ? 2e-14 : 0;
      const what = given.columns === 1 ? `scalers, a single column, ${given.dtype}` : 'scalers';
      const match = (actual: ArrayLike<number>, expected: number[]): void => {
        const allowed = given.dtype === 'float32' && tolerance > 0 ? 2e-7 : tolerance;
        countDifferent(what, actual, [...Kind.from(expected)], allowed);
      };
      match(fitted, given.fitted);
      match(scaled, given.scaled);
      match(scaler.inverseTransform(matrix(given.scaled)).data, given.back);
      if (given.scale !== null && given.kind === 'StandardScaler')
        countDifferent('scalers: means and deviations', scaler.scale!, given.scale, tolerance);
      if (given.mean !== null)
        countDifferent('scalers: means and deviations', (scaler as StandardScaler).mean!, given.mean, tolerance);
    });
  }
});

describe('LabelEncoder', () => {
  for (const { labels, classes, codes } of labelValues as {
    labels: (string | number | boolean)[];
    classes: unknown[];
    codes: number[];
  }[]) {
    it(shown(labels), () => {
      const encoder = new LabelEncoder();
      expectSame(part, 'labels', encoder.fitTransform(labels), codes);
      expect(encoder.classes).toEqual(classes);
      expect([...encoder.transform(labels)]).toEqual(codes);
      expect(encoder.inverseTransform(codes)).toEqual(labels);
    });
  }
});

it('a RandomState goes on from split to split', () => {
  const rng = new RandomState(3);
  const first = trainTestSplitIndices(20, { randomState: rng });
  expect(first).toEqual(trainTestSplitIndices(20, { randomState: 3 }));
  expect(trainTestSplitIndices(20, { randomState: rng })).not.toEqual(first);
});
