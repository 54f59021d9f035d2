import { SeedrandomGenerator } from '@kindling/tensor-core';
import { NumpyGenerator, numpyRandom, RandomState } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { KFold } from './k-fold.js';
import type { RandomStateLike } from './random-source.js';
import { RepeatedStratifiedKFold } from './repeated-stratified-k-fold.js';
import { ShuffleSplit } from './shuffle-split.js';
import type { Split, Splitter } from './splitter.js';
import { StratifiedKFold } from './stratified-k-fold.js';
import { StratifiedShuffleSplit } from './stratified-shuffle-split.js';

const kinds: [string, (randomState: RandomStateLike) => Splitter][] = [
  ['KFold', (randomState) => new KFold({ nSplits: 3, shuffle: true, randomState })],
  ['StratifiedKFold', (randomState) => new StratifiedKFold({ nSplits: 3, shuffle: true, randomState })],
  ['RepeatedStratifiedKFold', (randomState) => new RepeatedStratifiedKFold({ nSplits: 3, nRepeats: 2, randomState })],
  ['ShuffleSplit', (randomState) => new ShuffleSplit({ nSplits: 3, testSize: 0.4, randomState })],
  ['StratifiedShuffleSplit', (randomState) => new StratifiedShuffleSplit({ nSplits: 3, testSize: 0.4, randomState })],
];
const y = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? 'a' : 'b'));
const plain = (splits: Iterable<Split>): number[][][] => [...splits].map(({ train, test }) => [[...train], [...test]]);

describe.each(kinds)('%s', (_, make) => {
  it.each([SeedrandomGenerator, TorchGenerator, NumpyGenerator])('splits every row once with %o', (Engine) => {
    const draw = (seed: number) => plain(make(new Engine(seed)).split(30, y));
    const splits = draw(1);
    expect(splits).toHaveLength(make(1).nSplits);
    for (const [train, test] of splits) {
      expect([...train!, ...test!].sort((a, b) => a - b)).toEqual([...y.keys()]);
      expect(test!.length).toBeGreaterThan(0);
    }
    expect(draw(1)).toEqual(splits);
    expect(draw(2)).not.toEqual(splits);
  });

  it('draws the same from a number, a RandomState, its generator and the shared stream', () => {
    const splits = plain(make(5).split(y.length, y));
    expect(plain(make(new RandomState(5)).split(y, y))).toEqual(splits);
    expect(plain(make(new NumpyGenerator(new RandomState(5))).split({ shape: [30, 2] }, y))).toEqual(splits);
    numpyRandom().seed(5);
    expect(plain(make(numpyRandom()).split(30, y))).toEqual(splits);
    const twice = make(5);
    expect(plain(twice.split(30, y))).toEqual(splits);
    expect(plain(twice.split(30, y))).toEqual(splits);
  });

  it('draws nothing before the first split is asked for, and checks at once', () => {
    const rng = new RandomState(5);
    make(rng).split(30, y);
    expect(rng.rand()).toBe(new RandomState(5).rand());
    expect(() => make(rng).split(0, [])).toThrow('expects a whole number of rows, 1 or more, got 0');
    expect(() => make(rng).split({ shape: [] }, [])).toThrow('got an object { shape }');
  });
});

describe('what cannot be split', () => {
  it('folds', () => {
    expect(() => new KFold({ nSplits: 1 })).toThrow('KFold: nSplits must be a whole number of 2 or more, got 1');
    expect(() => new KFold({ nSplits: 2.5 })).toThrow('got 2.5');
    expect(() => new KFold({ randomState: 1 })).toThrow('KFold: randomState has no effect without shuffle: true');
    expect(() => new KFold({ nSplits: 4 }).split(3)).toThrow('KFold: cannot make 4 folds of 3 rows');
    expect(() => new RepeatedStratifiedKFold({ nRepeats: 0 })).toThrow(
      'nRepeats must be a whole number of 1 or more, got 0',
    );
  });

  it('stratified folds', () => {
    const folds = new StratifiedKFold({ nSplits: 3 });
    expect(() => folds.split(4)).toThrow('StratifiedKFold: needs the labels as the second argument');
    expect(() => folds.split(4, [0, 1, 0])).toThrow('StratifiedKFold: got 3 labels for 4 rows');
    expect(() => folds.split(4, [0, 0, 1, 1])).toThrow('cannot make 3 folds, the largest class has 2 rows');
    expect(() => folds.split(4, [0, 0, 0.5, 1])).toThrow('labels must be classes, got the fraction 0.5 at 2');
    expect(() => folds.split(4, [0, 0, Number.NaN, 1])).toThrow('fraction NaN at 2');
    expect(() => folds.split(3, ['a', 1, 'a'])).toThrow('all numbers, all strings or all booleans, got 1 at 1');
  });

  it('a class that is rarer than folds, which only warns', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const splits = [...new StratifiedKFold({ nSplits: 3 }).split(5, [0, 0, 0, 1, 1])];
    expect(warn).toHaveBeenCalledWith('StratifiedKFold: the smallest class has 2 rows, fewer than the 3 folds');
    expect(splits).toHaveLength(3);
    warn.mockRestore();
  });

  it('stratified random splits', () => {
    const split = (labels: (string | number)[], testSize: number): unknown =>
      new StratifiedShuffleSplit({ testSize }).split(labels.length, labels);
    expect(() => split(['a', 'a', 'b'], 1)).toThrow(
      'StratifiedShuffleSplit: class "b" has 1 row, which cannot be split',
    );
    expect(() => split([0, 0, 1, 1], 1)).toThrow('1 test rows cannot hold all 2 classes');
    expect(() => split([0, 0, 1, 1], 3)).toThrow('1 train rows cannot hold all 2 classes');
    expect(() => new ShuffleSplit({ nSplits: 0 })).toThrow('nSplits must be a whole number of 1 or more, got 0');
  });
});

it('stratified folds differ by one row at most, in total and in each class', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 60 }),
      fc.nat(),
      (labels, seed) => {
        const tests = [
          ...new StratifiedKFold({ nSplits: 4, shuffle: true, randomState: seed }).split(labels, labels),
        ].map(({ test }) => test);
        const spread = (counts: number[]): number => Math.max(...counts) - Math.min(...counts);
        expect(spread(tests.map((test) => test.length))).toBeLessThanOrEqual(1);
        for (const label of [0, 1, 2]) {
          expect(spread(tests.map((test) => test.filter((row) => labels[row] === label).length))).toBeLessThanOrEqual(
            1,
          );
        }
      },
    ),
  );
  warn.mockRestore();
});
