import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { logUniform } from '../search/index.js';
import { judgeDesign, type TuneTrial, tuneClassifier } from './tune-classifier.js';

beforeAll(async () => setBackend(await cpu()));

/** Inside of an interval or not: a line cannot tell. */
const rows = Array.from({ length: 90 }, (_, i) => ({ x: i % 30, inside: Math.abs((i % 30) - 15) < 7 ? 'yes' : 'no' }));
const task = { target: 'inside', positive: 'yes' };
const space = { hidden: [[], [8], [16]], lr: logUniform(0.01, 0.1) };
const common = { folds: 2, design: { epochs: 18, members: 2 }, seed: 'tune' } as const;

it('finds a network where a line cannot tell, and halving gives more epochs to fewer', async () => {
  const random = await tuneClassifier(rows, task, space, { ...common, trials: 5, by: 'auc' });
  expect(random.trials).toHaveLength(5);
  expect(random.best.score).toBe(Math.max(...random.trials.map(({ score }) => score!)));
  expect(random.design).toEqual({ epochs: 18, members: 2, ...random.best.params });
  expect(random.design.hidden!.length).toBe(1);
  const halving = await tuneClassifier(rows, task, space, { ...common, trials: 4, method: 'halving' });
  expect(halving.trials.map(({ resource }) => resource)).toEqual([6, 6, 6, 6, 18, 18]);
  expect(halving.design.epochs).toBe(18);
});

it('has designs judged elsewhere, keeps them, and goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kindling-tune-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const checkpoint = { path: join(folder, 'trials.json'), about: 'these rows' };
  const judged: TuneTrial[] = [];
  const judge = (trial: TuneTrial) => {
    judged.push(trial);
    if (judged.length === 3) throw new Error('the power went off');
    return judgeDesign(rows, task, structuredClone(trial));
  };
  const options = { ...common, trials: 4, checkpoint };
  await expect(tuneClassifier(rows, task, space, { ...options, judge, failures: 'throw' })).rejects.toThrow('power');
  const whole = await tuneClassifier(rows, task, space, { ...options, judge, resume: true });
  expect(judged).toHaveLength(5);
  const alone = await tuneClassifier(rows, task, space, { ...common, trials: 4 });
  expect(whole.trials.map(({ seconds, ...trial }) => trial)).toEqual(
    alone.trials.map(({ seconds, ...trial }) => trial),
  );
  const other = { ...options, checkpoint: { ...checkpoint, about: 'other rows' }, resume: true };
  await expect(tuneClassifier(rows, task, space, other)).rejects.toThrow('of another search');
});

it('keeps designs that fail, and says what makes no sense', async () => {
  const judge = async ({ design }: TuneTrial) => {
    if (design.hidden!.length === 0) throw new Error('too plain');
    return judgeDesign(rows, task, { design, folds: 2, by: 'logLoss', seed: 0 });
  };
  const { trials } = await tuneClassifier(rows, task, { hidden: [[], [4]] }, { ...common, judge });
  expect(trials.map(({ error }) => error).sort()).toEqual([null, 'too plain'].sort());
  const wrongs: [object, string][] = [
    [{ trial: 3 }, "did you mean 'trials'?"],
    [{ method: 'grid' }, "method must be 'random' or 'halving'"],
    [{ design: { hiden: [] } }, "did you mean 'hidden'?"],
    [{ jobs: 2 }, 'jobs needs judge'],
    [{ judge: 3 }, 'judge must be a function'],
  ];
  for (const [options, message] of wrongs)
    await expect(tuneClassifier(rows, task, space, options as never)).rejects.toThrow(message);
  await expect(tuneClassifier(rows, { target: 'x' }, space, common)).rejects.toThrow('every trial failed');
});
