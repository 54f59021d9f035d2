import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerPool } from '../jobs/index.js';
import {
  gridSearch,
  halvingSearch,
  logUniform,
  parameterGrid,
  parameterSampler,
  randomizedSearch,
  type Trial,
  uniform,
  wholeNumbers,
} from './index.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-search-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('goes through a grid in the order of scikit-learn', () => {
  // list(ParameterGrid({'b': [1, 2], 'a': ['x', 'y']})) in scikit-learn 1.2.1
  expect(parameterGrid({ b: [1, 2], a: ['x', 'y'] })).toEqual([
    { a: 'x', b: 1 },
    { a: 'x', b: 2 },
    { a: 'y', b: 1 },
    { a: 'y', b: 2 },
  ]);
  expect(parameterGrid<{ a?: number; b?: number }>([{ a: [1] }, { b: [2, 3] }])).toEqual([
    { a: 1 },
    { b: 2 },
    { b: 3 },
  ]);
  expect(parameterGrid({})).toEqual([{}]);
  expect(() => parameterGrid({ a: [] })).toThrow('parameterGrid: the parameter "a" must be a list of values, not');
  expect(() => parameterGrid({ a: 3 as never })).toThrow('must be a list of values, not 3');
});

it('draws from lists without repeating, and from distributions within their bounds', () => {
  const lists = { a: [1, 2, 3], b: ['x', 'y'] };
  const all = parameterSampler(lists, { count: 100 });
  expect(all).toHaveLength(6);
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(6);
  expect(parameterSampler(lists, { count: 2, seed: 1 })).toEqual(parameterSampler(lists, { count: 2, seed: 1 }));
  const mixed = { lr: logUniform(1e-4, 1), units: wholeNumbers(2, 4), drop: uniform(-1, 1), kind: ['a', 'b'] };
  const drawn = parameterSampler(mixed, { count: 300, seed: 2 });
  expect(drawn).not.toEqual(parameterSampler(mixed, { count: 300, seed: 3 }));
  expect(new Set(drawn.map(({ units }) => units))).toEqual(new Set([2, 3, 4]));
  expect(drawn.every(({ lr, drop }) => lr >= 1e-4 && lr <= 1 && drop >= -1 && drop < 1)).toBe(true);
  const middle = drawn.map(({ lr }) => lr).sort((a, b) => a - b)[150]!;
  expect(Math.abs(Math.log10(middle) + 2)).toBeLessThan(0.4);
  expect(() => parameterSampler(lists, { count: 0 })).toThrow('count must be a whole number from 1, not 0');
  expect(() => parameterSampler({ a: 3 as never }, { count: 1 })).toThrow(
    'or a distribution such as uniform(0, 1), not 3',
  );
  expect(() => logUniform(0, 1)).toThrow('low must be above 0');
  expect(() => uniform(2, 1)).toThrow('uniform: low must be below high, both finite, not 2 and 1');
  expect(() => wholeNumbers(0.5, 2)).toThrow('whole numbers of 32 bits, not 0.5 and 2');
});

it('gives every trial a seed of its own, and the first of equals', async () => {
  const seeds: string[] = [];
  const { best, trials } = await gridSearch(
    { a: [3, 1, 1] },
    ({ a }, { seed, trial, resource }) => {
      seeds.push(seed);
      expect(resource).toBeNull();
      return { score: a, details: trial };
    },
    { mode: 'min', seed: 'x' },
  );
  expect(seeds).toEqual(['x/trial 1', 'x/trial 2', 'x/trial 3']);
  expect(best).toMatchObject({ trial: 2, score: 1, details: 2, error: null });
  expect(trials.map(({ score }) => score)).toEqual([3, 1, 1]);
});

it('halves as scikit-learn does', async () => {
  const rounds: [number, number][] = [];
  const { trials, best } = await halvingSearch({ x: uniform(0, 1) }, ({ x }) => x, {
    trials: 20,
    resource: { min: 10, max: 300 },
    onTrial: ({ resource }, finished, planned) => {
      expect(planned).toBe(30);
      expect(finished).toBe(rounds.reduce((sum, [, count]) => sum + count, 0) + 1);
      const last = rounds.at(-1);
      if (last?.[0] === resource) last[1]++;
      else rounds.push([resource!, 1]);
    },
  });
  // HalvingRandomSearchCV(n_candidates=20, factor=3, min_resources=10, max_resources=300): n_candidates_, n_resources_
  expect(rounds).toEqual([
    [10, 20],
    [30, 7],
    [90, 3],
  ]);
  expect(best.score).toBe(Math.max(...trials.map(({ score }) => score!)));
  const few = await halvingSearch({ x: [1, 2, 3, 4] }, ({ x }) => x, {
    trials: 4,
    resource: { min: 5, max: 9 },
    factor: 2,
  });
  expect(few.trials.map(({ resource }) => resource)).toEqual([5, 5, 5, 5]);
});

describe('a search that was ended', () => {
  const space = { a: uniform(0, 1), b: [[1], [2]] };
  const score = ({ a, b }: { a: number; b: number[] }) => a * b[0]!;
  const strip = (trials: Trial<unknown>[]) => trials.map(({ seconds, ...rest }) => rest);

  it('goes on where it was, and finds the same', async () => {
    const whole = await randomizedSearch(space, score, { trials: 8, seed: 4 });
    const path = join(folder, 'trials.json');
    const random = new SeedrandomGenerator('ends');
    let tried = 0;
    for (let i = 0; i < 4; i++) {
      const stop = new AbortController();
      let left = random.integers(1, 1, 3)[0]!;
      const search = randomizedSearch(
        space,
        (params) => {
          tried++;
          return score(params);
        },
        {
          trials: 8,
          seed: 4,
          checkpoint: { path },
          resume: true,
          signal: stop.signal,
          onTrial: (_, finished) => {
            if (finished >= i * 2 + left--) stop.abort(new Error('enough'));
          },
        },
      );
      await search.catch((error: Error) => expect(error.message).toBe('enough'));
    }
    const again = await randomizedSearch(space, score, { trials: 8, seed: 4, checkpoint: { path }, resume: true });
    expect(strip(again.trials)).toEqual(strip(whole.trials));
    expect(tried).toBeLessThanOrEqual(8);
    expect(JSON.parse(await readFile(path, 'utf8')).trials).toHaveLength(8);
  });

  it('takes no trials of another search', async () => {
    const path = join(folder, 'other.json');
    const options = { trials: 2, checkpoint: { path } };
    await randomizedSearch(space, score, options);
    const again = (more: object) => randomizedSearch(space, score, { ...options, resume: true, ...more });
    await expect(again({ seed: 9 })).rejects.toThrow('the checkpoint is of another search');
    await expect(again({ mode: 'min' })).rejects.toThrow('the checkpoint is of another search');
    const other = randomizedSearch({ a: uniform(0, 2), b: [[1], [2]] }, score, { ...options, resume: true });
    await expect(other).rejects.toThrow("the checkpoint's trial 1 is of");
    await writeFile(path, '{"trials": [');
    await expect(again({})).rejects.toThrow('the checkpoint holds no trials');
  });
});

it('says which trial failed, or goes on', async () => {
  const objective = ({ a }: { a: number }) => {
    if (a === 2) throw new RangeError('too much');
    return a === 3 ? Number.NaN : a;
  };
  await expect(gridSearch({ a: [1, 2] }, objective)).rejects.toThrow('gridSearch: trial 2, {"a":2}: too much');
  await expect(gridSearch({ a: [3] }, objective)).rejects.toThrow('the score is NaN');
  const { best, trials } = await gridSearch({ a: [3, 2, 1] }, objective, { failures: 'keep' });
  expect(best.trial).toBe(3);
  expect(trials.map(({ error }) => error)).toEqual(['the score is NaN', 'too much', null]);
  await expect(gridSearch({ a: [2, 3] }, objective, { failures: 'keep' })).rejects.toThrow(
    'every trial failed; the first: too much',
  );
});

it('finds on threads what it finds in one', async () => {
  const module = new URL(
    `data:text/javascript,${encodeURIComponent(`
      export default async ({ a }) => {
        if (a === 99) throw new RangeError('not here');
        if (a === 98) process.exit(3);
        await new Promise((resolve) => setTimeout(resolve, 8 - a));
        return a * a;
      };
    `)}`,
  );
  const pool = workerPool<{ a: number }, number>(module, { size: 3 });
  const a = [1, 2, 3, 4, 5, 6, 7];
  const objective = (params: { a: number }) => pool.run(params);
  const { trials, best } = await gridSearch({ a }, objective, { jobs: pool.size });
  expect(trials.map(({ trial, score }) => [trial, score])).toEqual(a.map((value, i) => [i + 1, value * value]));
  expect(best.params).toEqual({ a: 7 });
  await expect(pool.run({ a: 99 })).rejects.toThrow('not here');
  await expect(pool.run({ a: 98 })).rejects.toThrow('workerPool: a thread was lost: it ended with 3');
  expect(await pool.run({ a: 2 })).toBe(4);
  await pool.close();
  await expect(pool.run({ a: 1 })).rejects.toThrow('workerPool: it was closed');
  const none = workerPool(new URL('data:text/javascript,export const work = 1'), { size: 1 });
  await expect(none.run(1)).rejects.toThrow('has no function as its default export');
  await none.close();
  expect(() => workerPool('./trial.js', { size: 1 })).toThrow("a URL such as new URL('./trial.js', import.meta.url)");
  expect(() => workerPool(module, { size: 0 })).toThrow('size must be a whole number from 1, not 0');
});

it('says what is wrong', async () => {
  const never = () => expect.unreachable();
  expect(() => gridSearch({ a: [1] }, 3 as never)).toThrow('the objective must be a function of the parameters, not 3');
  expect(() => gridSearch({ a: [1] }, never, { job: 2 } as never)).toThrow(
    "unknown option 'job'; did you mean 'jobs'?",
  );
  expect(() => gridSearch({ a: [1] }, never, { mode: 'most' as never })).toThrow("mode must be 'max' or 'min'");
  expect(() => gridSearch({ a: [1] }, never, { resume: true })).toThrow('resume needs checkpoint: { path }');
  expect(() => randomizedSearch({ a: [1] }, never, {} as never)).toThrow('trials must be a whole number from 1');
  await expect(halvingSearch({ a: [1] }, never, { trials: 1, resource: { min: 3, max: 2 } })).rejects.toThrow(
    'resource must be whole numbers { min, max } from 1',
  );
});
