import { SeedrandomGenerator } from '@kindling/tensor-core';
import { numpyRandom, RandomState } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, it } from 'vitest';
import { makeBlobs } from './make-blobs.js';
import { makeCircles } from './make-circles.js';
import { makeClassification } from './make-classification.js';
import { makeMoons } from './make-moons.js';
import { makeSpirals } from './make-spirals.js';
import { makeXor } from './make-xor.js';
import { sampleWithoutReplacement } from './sample-without-replacement.js';

describe.each([
  ['makeCircles', makeCircles],
  ['makeMoons', makeMoons],
  ['makeBlobs', makeBlobs],
  ['makeClassification', makeClassification],
] as const)('%s', (_, make) => {
  it('draws 100 rows from the shared stream by default', () => {
    numpyRandom().seed(2);
    const points = make();
    expect(points.rows).toBe(100);
    expect(points.data).toHaveLength(100 * points.columns);
    expect(points).toEqual(make({ randomState: 2 }));
    expect(points).toEqual(make({ randomState: new RandomState(2) }));
  });

  it.each([SeedrandomGenerator, TorchGenerator])('draws from %o', (Engine) => {
    const draw = (seed: number) => make({ nSamples: 40, randomState: new Engine(seed) });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1).target).not.toEqual(draw(2).target);
    expect(draw(1).data.every(Number.isFinite)).toBe(true);
  });

  it('refuses numbers of rows that are none', () => {
    expect(() => make({ nSamples: -1 })).toThrow('expects a whole number of rows, 0 or more, got -1');
    expect(() => make({ nSamples: 1.5 })).toThrow('whole number of rows');
  });
});

it('circles lie on their radii', () => {
  const { data, target, rows } = makeCircles({ nSamples: [7, 5], factor: 0.25 });
  for (let i = 0; i < rows; i++)
    expect(Math.hypot(data[2 * i]!, data[2 * i + 1]!)).toBeCloseTo(target[i] === 0 ? 1 : 0.25, 14);
  expect(target.filter((label) => label === 1)).toHaveLength(5);
  expect(() => makeCircles({ factor: 1 })).toThrow('makeCircles: factor must be from 0 to below 1, got 1');
  expect(() => makeCircles({ noise: -1 })).toThrow('std >= 0, got -1');
});

it('blobs stand around their centres', () => {
  const { data, target, centers, columns } = makeBlobs({
    nSamples: 3000,
    centers: 2,
    nFeatures: 3,
    clusterStd: [0.5, 2],
    randomState: 3,
  });
  for (const label of [0, 1]) {
    const values = data.filter((_, i) => target[Math.floor(i / columns)] === label && i % columns === 1);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean - centers[label]![1]!)).toBeLessThan(0.2);
    const std = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
    expect(std / [0.5, 2][label]!).toBeCloseTo(1, 1);
  }
});

it('blobs refuse what does not fit together', () => {
  expect(() => makeBlobs({ centers: 0 })).toThrow('centres and features, 1 or more, got 0');
  expect(() => makeBlobs({ centers: [] })).toThrow('needs at least one centre');
  expect(() => makeBlobs({ centers: [[0, 1], [2]] })).toThrow('centre 1 has 1 coordinates, the first one 2');
  expect(() => makeBlobs({ nSamples: [3, 4], centers: 3 })).toThrow('nSamples has 2 entries for 3 centres');
  expect(() => makeBlobs({ clusterStd: [1, 2] })).toThrow('clusterStd has 2 entries for 3 centres');
  expect(() => makeBlobs({ clusterStd: -1 })).toThrow('standard deviations of 0 or more, got -1');
});

it('classification refuses what does not fit together', () => {
  const make = (options: object) => () => makeClassification(options);
  expect(make({ nFeatures: 3 })).toThrow(
    '2 informative, 2 redundant and 0 repeated columns are more than the 3 there are',
  );
  expect(make({ nClasses: 3 })).toThrow('3 classes of 2 clusters do not fit on the 4 corners of 2 informative columns');
  expect(make({ weights: [0.2, 0.3, 0.5] })).toThrow('weights has 3 entries for 2 classes');
  expect(make({ weights: [0.9, 0.9] })).toThrow('add up to 1 at most, got 0.9, 0.9');
  expect(make({ weights: [-1] })).toThrow('add up to 1 at most, got -1, 2');
  expect(make({ shift: [1, 2] })).toThrow('shift has 2 entries for 20 columns');
  expect(make({ nInformative: 0 })).toThrow('nInformative must be a whole number of 1 or more, got 0');
});

it.each([
  [1000, 5],
  [1000, 300],
  [50, 50],
])('of %i draws %i different numbers', (population, count) => {
  const drawn = sampleWithoutReplacement(population, count, new RandomState(1));
  expect(new Set(drawn).size).toBe(count);
  expect(drawn.every((value) => value >= 0 && value < population)).toBe(true);
});

it('circles and moons take two sizes, and known options alone', () => {
  for (const make of [makeCircles, makeMoons]) {
    expect(() => make({ nSamples: [1, 2, 3] as never })).toThrow(
      'nSamples must be a number or two of them, got an array of 3',
    );
    expect(() => make({ n_samples: 3 } as never)).toThrow("unknown option 'n_samples'; did you mean 'nSamples'?");
    expect(() => make(3 as never)).toThrow('the options must be an object, not 3');
  }
});

it('makeSpirals and makeXor are as large as asked for, and the same from the same seed', () => {
  const spirals = makeSpirals({ nSamples: 11, arms: 3, noise: 0.1, randomState: 0 });
  expect([0, 1, 2].map((arm) => spirals.target.filter((label) => label === arm).length)).toEqual([4, 4, 3]);
  expect(makeSpirals({ nSamples: 11, arms: 3, noise: 0.1, randomState: 0 })).toEqual(spirals);
  const xor = makeXor({ nSamples: 40, randomState: 1 });
  expect(xor.target.filter((label) => label === 1)).toHaveLength(20);
  for (const [i, label] of xor.target.entries()) expect(xor.data[2 * i]! * xor.data[2 * i + 1]! < 0).toBe(label === 1);
  expect(() => makeSpirals({ turn: 2 } as never)).toThrow("did you mean 'turns'?");
  expect(() => makeSpirals({ turns: 0 })).toThrow('turns must be a number above 0');
  expect(() => makeXor({ nSamples: 1.5 })).toThrow('expects a whole number of rows');
  expect(() => makeXor({ noise: -1 })).toThrow('noise must be a number from 0');
});
