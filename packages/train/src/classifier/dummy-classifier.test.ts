import { expect, it } from 'vitest';
import { DummyClassifier, type DummyStrategy } from './dummy-classifier.js';

const labels = ['b', 'a', 'b', 'c', 'b', 'a'];
const dummy = (strategy: DummyStrategy<string>) => new DummyClassifier<string>({ strategy, seed: 1 }).fit(labels);

it('says what scikit-learn says', () => {
  // DummyClassifier(strategy=...).fit(X, y) in scikit-learn 1.2.1: class_prior_, predict, predict_proba
  const { classes, prior } = dummy('prior');
  expect([classes, [...prior]]).toEqual([
    ['a', 'b', 'c'],
    [expect.closeTo(1 / 3, 12), 0.5, expect.closeTo(1 / 6, 12)],
  ]);
  expect(dummy('prior').predict(2)).toEqual(['b', 'b']);
  expect(dummy('prior').predictProba(1)[0]).toEqual(prior);
  expect(
    dummy('mostFrequent')
      .predictProba(2)
      .map((row) => [...row]),
  ).toEqual([
    [0, 1, 0],
    [0, 1, 0],
  ]);
  expect(dummy({ constant: 'c' }).predict(1)).toEqual(['c']);
  expect([...dummy({ constant: 'c' }).predictProba(1)[0]!]).toEqual([0, 0, 1]);
  expect([...dummy('uniform').predictProba(1)[0]!]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  // Of equally frequent classes the first.
  expect(new DummyClassifier().fit([2, 1, 2, 1]).predict(1)).toEqual([1]);
});

it('draws classes as frequent as they are, the same from the same seed', () => {
  const drawn = dummy('stratified').predict(6000);
  const share = (label: string) => drawn.filter((one) => one === label).length / 6000;
  expect([share('a'), share('b'), share('c')]).toEqual([
    expect.closeTo(1 / 3, 1),
    expect.closeTo(1 / 2, 1),
    expect.closeTo(1 / 6, 1),
  ]);
  expect(dummy('stratified').predict(6000)).toEqual(drawn);
  expect(
    dummy('stratified')
      .predictProba(3)
      .map((row) => row.indexOf(1)),
  ).toEqual(drawn.slice(0, 3).map((label) => ['a', 'b', 'c'].indexOf(label)));
  expect(new Set(dummy('uniform').predict(50))).toEqual(new Set(['a', 'b', 'c']));
});

it('says what is wrong', () => {
  expect(() => new DummyClassifier({ strategy: 'most_frequent' as never })).toThrow(
    'strategy must be one of mostFrequent,',
  );
  expect(() => new DummyClassifier().fit([])).toThrow('there are no labels');
  expect(() => new DummyClassifier().predict(1)).toThrow('DummyClassifier.predict: fit it first');
  expect(() => dummy('prior').predict(-1)).toThrow('rows must be a whole number from 0, not -1');
  expect(() => dummy({ constant: 'z' })).toThrow('the constant z is no class; there are: a, b, c');
});
