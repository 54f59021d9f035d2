import { cpu } from '@kindling/backend-cpu';
import { DataLoader, gaussianBlobs, RandomSampler, TensorDataset } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BatchNorm1d, BCEWithLogitsLoss, Dropout, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { ReduceLROnPlateau, StepLR } from '@kindling/optim/lr-scheduler';
import { type Engine, manualSeed, SeedrandomGenerator, setBackend } from '@kindling/tensor-core';
import { NumpyGenerator } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  atThreshold,
  type CheckpointStore,
  EarlyStopping,
  type FitOptions,
  fit,
  saveCheckpoint,
  withPlateauSchedule,
  withSchedule,
} from './index.js';

setBackend(await cpu());

/** Keeps every version that was written. */
function keepAll(versions: Uint8Array[]): CheckpointStore {
  return {
    read: async () => versions.at(-1) ?? null,
    write: async (bytes) => {
      versions.push(bytes);
    },
  };
}

let data: ReturnType<typeof gaussianBlobs>;
let held: ReturnType<typeof gaussianBlobs>;
beforeAll(() => {
  manualSeed('data', { engine: SeedrandomGenerator });
  data = gaussianBlobs(46);
  held = gaussianBlobs(20);
});

type Extra = Partial<FitOptions<'accuracy'>>;

/** A run that has everything: dropout, batch norm, schedules, early stopping, best weights, accumulation. */
async function run(engine: Engine, seed: number, extra: Extra): Promise<unknown> {
  manualSeed(seed, { engine });
  const model = new Sequential(new Linear(2, 6), new BatchNorm1d(6), new ReLU(), new Dropout(0.3), new Linear(6, 1));
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const history = await fit<'accuracy'>(model, {
    loss: new BCEWithLogitsLoss(),
    optimizer,
    trainData: { ...data, batchSize: 10, shuffle: true, dropLast: true },
    validation: held,
    metrics: { accuracy: atThreshold(accuracyScore, 0) },
    restoreBest: { monitor: 'valLoss', mode: 'min' },
    callbacks: [
      new EarlyStopping({ patience: 3 }),
      withSchedule(new StepLR(optimizer, { stepSize: 7, gamma: 0.9 }), { every: 'batch' }),
      withPlateauSchedule(new ReduceLROnPlateau(optimizer, { patience: 1 }), 'loss'),
    ],
    accumulate: 2,
    epochs: 6,
    ...extra,
  });
  const { seconds: _, ...rest } = history;
  return { weights: model.stateDict(), lr: optimizer.paramGroups[0]!.lr, rest };
}

const plain = (result: unknown) =>
  JSON.stringify(result, (_, value) => (typeof value?.tolist === 'function' ? value.tolist() : value));

describe.each([
  ['seedrandom', SeedrandomGenerator],
  ['torch', TorchGenerator],
  ['numpy', NumpyGenerator],
] as [string, Engine][])('with the engine %s', (_, engine) => {
  it('a run resumed from any of its checkpoints ends as one that was never interrupted', async () => {
    const whole = plain(await run(engine, 1, {}));
    const versions: Uint8Array[] = [];
    const watched = await run(engine, 1, { checkpoint: { store: keepAll(versions), every: { batches: 2 } } });
    expect(plain(watched)).toBe(whole);
    // Two within an epoch and one at its end.
    expect(versions.length % 3).toBe(0);
    for (let i = 0; i < versions.length; i++) {
      const left = [versions[i]!];
      const resumed = await run(engine, 99, { checkpoint: { store: keepAll(left) }, resume: true });
      expect(plain(resumed), `from checkpoint ${i}`).toBe(whole);
    }
  });
});

it('goes on with the own stream of a loader, and others that are named', async () => {
  const attempt = async (versions: Uint8Array[], resume: boolean) => {
    const own = new TorchGenerator(5);
    const second = new TorchGenerator(6);
    const dataset = new TensorDataset(data.x, data.y);
    const trainData = new DataLoader(dataset, { batchSize: 10, shuffle: true, generator: own });
    const sampled = new DataLoader(dataset, {
      batchSize: 10,
      sampler: new RandomSampler(dataset, { generator: second }),
    });
    const checkpoint = { store: keepAll(versions), every: { batches: 1 }, generators: [second] };
    const first = await run(SeedrandomGenerator, 1, { trainData, checkpoint, resume, accumulate: 1, epochs: 3 });
    return plain([first, await run(SeedrandomGenerator, 1, { trainData: sampled, epochs: 1 })]);
  };
  const versions: Uint8Array[] = [];
  const whole = await attempt(versions, false);
  for (const at of [0, 3, 6, 11]) expect(await attempt([versions[at]!], true), `from ${at}`).toBe(whole);
});

it('an aborted run is written where it ended, and goes on from there', async () => {
  const whole = plain(await run(SeedrandomGenerator, 1, {}));
  const versions: Uint8Array[] = [];
  const checkpoint = { store: keepAll(versions) };
  for (let batches = 1; batches < 9; batches += 3) {
    const stop = new AbortController();
    let seen = 0;
    const onBatchEnd = () => {
      if (++seen === batches) stop.abort();
    };
    await run(SeedrandomGenerator, 1, { checkpoint, resume: true, signal: stop.signal, onBatchEnd });
  }
  expect(plain(await run(SeedrandomGenerator, 4, { checkpoint, resume: true }))).toBe(whole);
});

it('a finished run is only given back, unless there are more epochs now', async () => {
  const six = plain(await run(SeedrandomGenerator, 1, { callbacks: [] }));
  const versions: Uint8Array[] = [];
  const checkpoint = { store: keepAll(versions), every: 4 };
  await run(SeedrandomGenerator, 1, { callbacks: [], checkpoint, epochs: 3 });
  // The last epoch is written whatever `every` says.
  expect(versions).toHaveLength(1);
  expect(plain(await run(SeedrandomGenerator, 2, { callbacks: [], checkpoint, resume: true }))).toBe(six);
  const written = versions.length;
  expect(plain(await run(SeedrandomGenerator, 3, { callbacks: [], checkpoint, resume: true }))).toBe(six);
  expect(versions).toHaveLength(written);
});

it('says what does not fit, and changes nothing', async () => {
  const versions: Uint8Array[] = [];
  const checkpoint = { store: keepAll(versions), every: { batches: 2 } };
  await run(SeedrandomGenerator, 1, { checkpoint, epochs: 1 });
  const from = (version: Uint8Array, extra: Extra) =>
    run(SeedrandomGenerator, 1, { checkpoint: { store: keepAll([version]) }, resume: true, ...extra });
  await expect(from(versions[0]!, { metrics: {} as never })).rejects.toThrow(
    'fit: the checkpoint has the metrics [accuracy], this run []',
  );
  await expect(from(versions[0]!, { trainData: { ...data, batchSize: 5, shuffle: true } })).rejects.toThrow(
    'fit: the checkpoint was written in an epoch of 4 batches; now one has 10',
  );
  const idle = { onTrainEnd() {} };
  await expect(from(versions[0]!, { callbacks: [idle, idle, idle, new EarlyStopping()] })).rejects.toThrow(
    'has no "callback3"',
  );
  await expect(from(await saveCheckpoint({}), {})).rejects.toThrow('was not written by fit');
  await expect(from(versions[0]!.slice(0, 500), {})).rejects.toThrow('cut off');
});
