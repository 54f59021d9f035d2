import { cpu } from '@kindling/backend-cpu';
import { Dropout, Linear, Sequential } from '@kindling/nn';
import { noGrad, ones, setBackend } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { ModelAverage } from '../model-average.js';
import { type Voter, VotingClassifier } from './voting.js';

setBackend(await cpu());

const says = (...p: number[]): Voter => ({
  labels: ['no', 'yes'],
  threshold: 0.5,
  predictProba: async () => Float64Array.from(p),
});
const members = [says(0.9, 0.2), says(0.4, 0.3), says(0.4, 0.9)];

it('takes the mean of probabilities, or counts votes, with weights', async () => {
  const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 12));
  const of = async (options: object) => [...(await new VotingClassifier(members, options).predictProba([]))];
  expect(await of({})).toEqual(close(1.7 / 3, 1.4 / 3));
  expect(await of({ voting: 'hard' })).toEqual(close(1 / 3, 1 / 3));
  expect(await of({ weights: [1, 1, 2] })).toEqual(close(0.525, 0.575));
  expect(await of({ weights: [3, 1, 1], voting: 'hard' })).toEqual(close(0.6, 0.2));
  expect(await new VotingClassifier(members).predict([])).toEqual(['yes', 'no']);
  expect(await new VotingClassifier(members, { threshold: 0.4 }).predict([])).toEqual(['yes', 'yes']);
});

it('says what is wrong', () => {
  expect(() => new VotingClassifier([])).toThrow('members must be a list of classifiers');
  expect(() => new VotingClassifier(members, { weights: [1] })).toThrow('weights must be 3 numbers from 0, not all 0');
  expect(() => new VotingClassifier(members, { voting: 'loud' as never })).toThrow("voting must be 'soft' or 'hard'");
  expect(() => new VotingClassifier([...members, { ...says(1), labels: [0, 1] }])).toThrow(
    'one member has the classes 0 and 1, the first no and yes',
  );
});

it('averages models, which are registered and change modes together', () => {
  const models = [1, 2, 3].map(() => new Sequential(new Linear(3, 2), new Dropout(0.5)));
  const average = new ModelAverage(models).eval();
  const x = ones(4, 3);
  const outputs = models.map((model) => model(x).dataSync());
  const found = noGrad(() => average(x)).dataSync();
  found.forEach((value, i) => {
    expect(value).toBeCloseTo((outputs[0]![i]! + outputs[1]![i]! + outputs[2]![i]!) / 3, 6);
  });
  expect(average.parameters()).toHaveLength(6);
  expect(Object.keys(average.stateDict())).toContain('models.1.0.weight');
  expect(models[2]!.training).toBe(false);
  expect(() => new ModelAverage([])).toThrow('ModelAverage: there are no models');
});
