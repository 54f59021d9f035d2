import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeClassification, StratifiedKFold, toTensors } from '@kindling/data';
import { defaultGenerator } from '@kindling/tensor-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bundleSources } from '../../../../internal/scripts/bundle-sources.mjs';
import { type CrossValidateOptions, compareClassifiers, crossValidate, crossValPredict } from '../index.js';
import { broken, design, selecting } from '../testing/thread-tasks.js';

/** Node runs no TypeScript, so what threads load is built as the package is. */
let folder: string;
let module: URL;
vi.mock('../thread-modules.js', () => ({ threadTasks: () => module }));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-threads-'));
  await bundleSources(new URL('../testing/thread-tasks.ts', import.meta.url), join(folder, 'tasks.mjs'));
  module = pathToFileURL(join(folder, 'tasks.mjs'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const made = makeClassification({
  nSamples: 80,
  nFeatures: 5,
  nInformative: 2,
  nRedundant: 0,
  shuffle: false,
  randomState: 3,
});
const labels = [...made.target];
// The first two columns tell the classes by themselves.
labels.forEach((label, row) => {
  for (const column of [0, 1]) made.data[row * 5 + column]! += 2 * label;
});
const { x } = toTensors(made);
const options = {
  data: { x: x.narrow(1, 0, 2), y: labels.map((label) => [label]) },
  innerSize: 0.2,
  restoreBest: { monitor: 'valLoss', mode: 'min' },
  batchSize: 8,
  shuffle: true,
  epochs: 6,
  curves: true,
  seed: 'threads',
} as const;
const folds = () => new StratifiedKFold({ nSplits: 4, shuffle: true, randomState: 2 }).split(80, labels);
const threads = (name: string) => ({ threads: 3, module, name });
/** How long it took is the only difference. */
const timeless = <T extends { histories: object[] }>(found: T) => ({
  ...found,
  histories: found.histories.map((history) => ({ ...history, seconds: 0 })),
});

it('gives the same in threads as one after the other', async () => {
  const state = JSON.stringify(defaultGenerator().getState());
  const seen: number[] = [];
  const one = await crossValidate({ ...design, ...options, folds: folds() });
  const more = await crossValidate({
    ...design,
    ...options,
    folds: folds(),
    jobs: threads('design'),
    async onFoldEnd({ fold, rows, model, prepare, measures, history }) {
      expect(measures).toEqual(
        Object.fromEntries(Object.entries(one.measures).map(([name, { values }]) => [name, values[fold - 1]])),
      );
      expect(history.loss).toEqual(one.histories[fold - 1]!.loss);
      // The model has the weights of the thread's, and its inputs are prepared alike.
      const logits = model
        .eval()(await prepare(options.data.x))
        .dataSync();
      const right = Array.from(rows.test, (row) => Number(logits[row]! > 0 === (labels[row] === 1)));
      expect(right.reduce((a, b) => a + b) / right.length).toBeCloseTo(measures.accuracy, 12);
      seen.push(fold);
    },
  });
  expect(timeless(more)).toEqual(timeless(one));
  expect(seen.sort()).toEqual([1, 2, 3, 4]);
  expect(one.curves![0]!.roc!.fpr.at(-1)).toBe(1);
  expect(JSON.stringify(defaultGenerator().getState())).toBe(state);
  const sequential = await crossValPredict({ ...design, ...options, folds: folds() });
  const parallel = await crossValPredict({ ...design, ...options, folds: folds(), jobs: threads('design') });
  expect(parallel.predictions.dataSync()).toEqual(sequential.predictions.dataSync());
});

it('tells what prepares inputs the labels of training', async () => {
  const base = { ...selecting, ...options, data: { ...options.data, x } };
  const found: string[] = [];
  const one = await crossValidate({
    ...base,
    folds: folds(),
    async onFoldEnd({ prepare }) {
      // The first two columns are those that tell the classes.
      found.push(
        String(
          (await prepare(x))
            .sub(x.narrow(1, 0, 2))
            .abs()
            .max()
            .item(),
        ),
      );
    },
  });
  expect(found).toEqual(['0', '0', '0', '0']);
  const more = await crossValidate({ ...base, folds: folds(), jobs: threads('selecting') });
  expect(more.scores).toEqual(one.scores);
});

it('ends at once when it is aborted, and names what went wrong', async () => {
  const run = (more: object) =>
    crossValidate({ ...design, ...options, folds: folds(), jobs: threads('design'), ...more } as CrossValidateOptions);
  const stop = new AbortController();
  const long = run({ epochs: 1e6, callbacks: undefined, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 500);
  await expect(long).rejects.toThrow('enough');
  await expect(run({ signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  await expect(run({ ...broken, jobs: threads('broken') })).rejects.toThrow('no model today');
  await expect(run({ jobs: threads('other') })).rejects.toThrow("the export 'other' of file://");
  await expect(run({ metrics: undefined, score: 'valLoss' })).rejects.toThrow(
    'has the metrics accuracy, the caller none',
  );
  await expect(run({ clipGradNorm: -1 })).rejects.toThrow('fit: clipGradNorm must be a number above 0, not -1');
  await expect(run({ seed: undefined })).rejects.toThrow('crossValidate: jobs needs seed');
  await expect(run({ progress: true })).rejects.toThrow('cannot be had with progress; onFoldEnd says how far it is');
  await expect(run({ jobs: { threads: 0, module } })).rejects.toThrow('threads must be a whole number from 1, not 0');
  await expect(run({ jobs: { threads: 2, modul: module } })).rejects.toThrow("did you mean 'module'?");
  await expect(run({ jobs: { threads: 2, module: './design.js' } })).rejects.toThrow('module must be a URL such as');
});

it('compares designs of classifiers in threads as one after the other', async () => {
  const rows = Array.from({ length: 90 }, (_, i) => ({ x: i % 30, inside: Math.abs((i % 30) - 15) < 7 }));
  const designs = { plain: { hidden: [], epochs: 5 }, network: { hidden: [8], epochs: 10, lr: 0.03 } };
  const run = (jobs: number, more = {}) =>
    compareClassifiers(rows, { target: 'inside', positive: true }, designs, { folds: 3, jobs, ...more });
  const done: number[] = [];
  const found = await run(2, { onFold: (event: { done: number }) => done.push(event.done) });
  expect(found).toEqual(await run(1));
  expect(done).toHaveLength(6);
  expect(done.at(-1)).toBe(1);
  const stop = new AbortController();
  const aborted = run(2, { signal: stop.signal, onFold: () => stop.abort(new Error('enough')) });
  await expect(aborted).rejects.toThrow('enough');
  const own = { own: { optimizer: () => expect.unreachable() } };
  await expect(compareClassifiers(rows, { target: 'inside' }, own as never, { jobs: 2 })).rejects.toThrow(
    "optimizer of the design a string 'own' is a function, which cannot be sent to a thread",
  );
  await expect(run(0)).rejects.toThrow('jobs must be a whole number from 1, not 0');
  await expect(
    compareClassifiers(rows, { target: 'inside' }, { odd: { lr: 1e30, epochs: 2 } }, { jobs: 2 }),
  ).rejects.toThrow('fit: epoch');
});
