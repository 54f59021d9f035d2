import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { Table } from '@kindling/data';
import { Linear } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { StepLR } from '@kindling/optim/lr-scheduler';
import {
  defaultGenerator,
  manualSeed,
  SeedrandomGenerator,
  setBackend,
  setDefaultGenerator,
} from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeAll, expect, it } from 'vitest';
import { saveCheckpoint } from '../checkpoint/checkpoint.js';
import type { FitCheckpoint } from '../fit-options.js';
import { Classifier, type ClassifierEpoch, type ClassifierOptions, classifier } from './index.js';
import { buildNetwork } from './network.js';
import { streamsOf } from './streams.js';

setBackend(await cpu());

const random = new SeedrandomGenerator('table');

/** Numbers with gaps, categories of which some are rare, a truth value, and columns of no use. */
function rows(n: number): Record<string, string | number | boolean | null>[] {
  return Array.from({ length: n }, (_, i) => {
    const [size, noise] = random.normal(2, 0, 1, 'float64') as unknown as [number, number];
    const city = ['Bern', 'Basel', 'Chur', 'Genf'][random.integers(1, 0, 4)[0]!]!;
    const member = random.random() < 0.4;
    const logit = 2 * size + (city === 'Bern' ? 1.5 : -0.5) + (member ? 1 : -0.5) + noise;
    return {
      id: `row ${i}`,
      size: random.random() < 0.1 ? null : size * 1000,
      city: random.random() < 0.05 ? null : city,
      member,
      same: 7,
      empty: null,
      left: logit > 0 ? 'yes' : 'no',
    };
  });
}

let train: Table;
let test: Table;
let model: Classifier;
beforeAll(async () => {
  train = Table.from(rows(400));
  test = Table.from(rows(200));
  model = await classifier({ epochs: 40, members: 3, calibrate: 'platt', threshold: 'f1' }).fit(train, {
    target: 'left',
  });
});

it('learns from mixed columns with missing values, and says how good it is', async () => {
  const found = await model.evaluate(test);
  expect(found.auc).toBeGreaterThan(0.85);
  expect(found.rows).toBe(200);
  expect(Math.abs(found.auc! - model.validation.auc!)).toBeLessThan(0.08);
  expect(found.confusion.flat().reduce((a, b) => a + b)).toBe(200);
  expect(model.labels).toEqual(['no', 'yes']);
  expect(model.spec.encoder.dropped.map(({ name }) => name)).toEqual(['id', 'same', 'empty']);
  const classes = await model.predict(test);
  const p = await model.predictProba(test);
  expect(classes).toEqual(Array.from(p, (value) => (value > model.threshold ? 'yes' : 'no')));
});

it('is the same again from the same seed, and leaves the global stream alone', async () => {
  const options = { epochs: 3, members: 2 };
  const state = JSON.stringify(defaultGenerator().getState());
  const again = (seed: number) => classifier({ ...options, seed }).fit(train, { target: 'left' });
  const [a, b, c] = [await again(0), await again(0), await again(1)];
  expect(JSON.stringify(defaultGenerator().getState())).toBe(state);
  const p = await a.predictProba(test);
  expect(await b.predictProba(test)).toEqual(p);
  expect(await c.predictProba(test)).not.toEqual(p);
});

it('goes on where it was stopped, and ends as if it had not been', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kindling-resumed-'));
  try {
    const seen: ClassifierEpoch[] = [];
    const design = { epochs: 4, members: 3, optimizer: 'sgd', lr: 0.1, schedule: 'cosine' } as const;
    const fit = (more: ClassifierOptions) => classifier({ ...design, ...more }).fit(train, { target: 'left' });
    const whole = await fit({ onEpochEnd: (event) => void seen.push(event) });
    expect(seen.map(({ member, epoch }) => `${member}.${epoch}`).join(' ')).toBe(
      '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4',
    );
    const path = join(folder, 'training');
    const run = async (after: number, every?: FitCheckpoint['every']) => {
      const stop = new AbortController();
      let epochs = 0;
      const onEpochEnd = () => {
        if (++epochs === after) stop.abort(new Error('enough'));
      };
      const checkpoint = { path, ...(every === undefined ? {} : { every }) };
      await expect(fit({ checkpoint, resume: true, signal: stop.signal, onEpochEnd })).rejects.toThrow('enough');
    };
    await run(2);
    await run(1, { batches: 3 });
    await run(4, 3);
    const stopped = new AbortController();
    const progress = () => stopped.abort(new Error('in the middle'));
    await expect(fit({ checkpoint: { path }, resume: true, signal: stopped.signal, progress })).rejects.toThrow();
    const again = await fit({ checkpoint: { path }, resume: true });
    expect(await again.toBytes()).toEqual(await whole.toBytes());
    // What is finished is not trained again, and what is another training is refused.
    const still = await fit({ checkpoint: { path }, resume: true, onEpochEnd: () => expect.unreachable() });
    expect(await still.toBytes()).toEqual(await whole.toBytes());
    await expect(fit({ checkpoint: { path }, resume: true, seed: 1 })).rejects.toThrow('with other rows or options');
    await model.save(folder);
    const other = { path: join(folder, 'classifier.safetensors') };
    await expect(fit({ checkpoint: other, resume: true })).rejects.toThrow('was not written by the training');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("takes an optimizer and a schedule by name or of one's own", async () => {
  const fit = (options: ClassifierOptions) =>
    classifier({ epochs: 2, members: 2, ...options }).fit(train, { target: 'left' });
  const bytes = new Set<string>();
  for (const options of [
    {},
    { optimizer: 'adam' },
    { optimizer: 'rmsprop', schedule: 'plateau' },
    { optimizer: (parameters) => new SGD(parameters, { lr: 0.01 }) },
    { schedule: (optimizer) => new StepLR(optimizer, { stepSize: 1 }) },
  ] as ClassifierOptions[]) {
    const { validation } = await fit(options);
    bytes.add(String(validation.logLoss));
  }
  expect(bytes.size).toBe(5);
  expect(() => classifier({ optimizer: 'adamax' as never })).toThrow(
    'optimizer must be one of adamw, adam, sgd, rmsprop',
  );
  expect(() => classifier({ schedule: 'step' as never })).toThrow('schedule must be one of constant, cosine, plateau');
  expect(() => classifier({ resume: true })).toThrow('classifier: resume needs checkpoint: { path }');
});

it('seeks the learning rate of each network, the same when it goes on after an interruption', async () => {
  const options: ClassifierOptions = { lr: 'auto', epochs: 6, members: 3, schedule: 'cosine', batchNorm: true };
  const whole = await classifier(options).fit(train, { target: 'left' });
  expect(whole.spec.rates).toHaveLength(3);
  for (const rate of whole.spec.rates!) expect(rate > 1e-5 && rate <= 1).toBe(true);
  let kept: Uint8Array | null = null;
  const store = {
    read: async () => kept,
    async write(bytes: Uint8Array) {
      kept = bytes;
    },
  };
  const stop = new AbortController();
  const onEpochEnd = ({ member, epoch }: ClassifierEpoch): void => {
    if (member === 2 && epoch === 3) stop.abort();
  };
  const checkpoint = { store };
  await expect(
    classifier({ ...options, checkpoint, signal: stop.signal, onEpochEnd }).fit(train, { target: 'left' }),
  ).rejects.toThrow();
  const resumed = await classifier({ ...options, checkpoint, resume: true }).fit(train, { target: 'left' });
  expect(await resumed.toBytes()).toEqual(await whole.toBytes());
  expect((await classifier({ epochs: 1, members: 2 }).fit(train, { target: 'left' })).spec.rates).toEqual([
    0.005, 0.005,
  ]);
});

it("draws from PyTorch's and scikit-learn's streams, if it is told to", async () => {
  const options: ClassifierOptions = { rng: 'torch', seed: 7, epochs: 2, members: 3 };
  const [a, b] = [
    await classifier(options).fit(train, { target: 'left' }),
    await classifier(options).fit(train, { target: 'left' }),
  ];
  expect(await a.toBytes()).toEqual(await b.toBytes());
  const other = await classifier({ ...options, rng: 'seedrandom' }).fit(train, { target: 'left' });
  expect(await other.predictProba(test)).not.toEqual(await a.predictProba(test));
  // What nn.Linear begins with after torch.manual_seed(9), in the last of three networks.
  const streams = await streamsOf('torch', 7);
  const before = setDefaultGenerator(streams.member(2));
  const network = buildNetwork({ inputs: 2, hidden: [2], activation: 'relu', dropout: 0, batchNorm: false });
  setDefaultGenerator(before);
  manualSeed(9, { engine: TorchGenerator });
  expect(network.parameters()[0]!.tolist()).toEqual(new Linear(2, 2).weight.tolist());
  setDefaultGenerator(before);
  expect(streams.foldSeed).toBe(7);
  // Seeds that PyTorch does not take, such as those of trials, stand for one that it takes.
  expect((await streamsOf('torch', 'x/trial 1')).foldSeed).not.toBe((await streamsOf('torch', 'x/trial 2')).foldSeed);
  expect(() => classifier({ rng: 'touch' as 'torch' })).toThrow('did you mean');
  expect(() => classifier({ lr: 'best' as 'auto' })).toThrow("lr must be a number above 0, or 'auto'");
});

it('is kept in one file, and says the same when it comes back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kindling-classifier-'));
  try {
    await model.save(join(folder, 'new', 'place'));
    expect(await readdir(join(folder, 'new', 'place'))).toEqual(['classifier.safetensors']);
    const again = await Classifier.load(join(folder, 'new', 'place'));
    expect(await again.predictProba(test)).toEqual(await model.predictProba(test));
    expect(again.spec).toEqual(model.spec);
    await expect(Classifier.load(folder)).rejects.toThrow('there is no classifier.safetensors in');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('reads what the first classifiers saved', async () => {
  const columns = [
    { kind: 'number', name: 'size', mean: 50, scale: 10, fill: 40, indicator: true },
    { kind: 'category', name: 'city', categories: ['Bern', 'Chur'], other: false },
  ];
  const design = { ...model.spec.design, inputs: 4, hidden: [] };
  const spec = { ...model.spec, calibration: null, members: 1, design, encoder: { columns, dropped: [] } };
  const network = buildNetwork(design);
  const again = Classifier.fromBytes(await saveCheckpoint({ member0: network }, spec));
  const [weight, bias] = network.parameters().map((p) => Array.from(p.dataSync()));
  // 1e9 is cut to 8 deviations from the mean.
  const logit = 8 * weight![0]! + weight![3]! + bias![0]!;
  expect((await again.predictProba([{ size: 1e9, city: 'Chur' }]))[0]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 6);
  const damaged = await saveCheckpoint({}, { ...spec, encoder: { columns: [{ kind: 'number' }], dropped: [] } });
  expect(() => Classifier.fromBytes(damaged)).toThrow('makes no sense');
});

it('takes rows with columns in any order, new categories and gaps; a missing column is an error', async () => {
  const [p] = await model.predictProba([{ member: true, city: 'Bern', size: 100 }]);
  expect(await model.predictProba([{ more: 1, size: 100, city: 'Bern', member: true }])).toEqual(Float64Array.of(p!));
  const odd = await model.predictProba([
    { size: null, city: 'Atlantis', member: null },
    { size: 1e300, city: null, member: false },
  ]);
  expect([...odd].every((value) => value > 0 && value < 1)).toBe(true);
  await expect(model.predictProba([{ size: 1, city: 'Bern' }])).rejects.toThrow(
    'Preprocessor: the table lacks column "member"; it has: size, city',
  );
  await expect(model.predictProba([{ size: 'big', city: 'Bern', member: true }])).rejects.toThrow(
    'column "size" is categorical here, and was numeric when fitted; row 0 has "big"',
  );
  await expect(model.evaluate([{ size: 1, city: 'Bern', member: true, left: 'maybe' }])).rejects.toThrow(
    'the target "left" has the class "maybe"; in training it had "no" and "yes"',
  );
});

it('without hidden layers it is a logistic regression; groups stay together', async () => {
  const grouped = Table.from(rows(120).map((row, i) => ({ ...row, patient: `p${i % 20}` })));
  const task = { target: 'left', positive: 'no', group: 'patient', drop: ['id'] };
  const plain = await classifier({ hidden: [], epochs: 5, members: 2, classWeight: 'balanced' }).fit(grouped, task);
  expect(plain.spec.design.hidden).toEqual([]);
  expect(plain.labels).toEqual(['yes', 'no']);
  expect(plain.spec.encoder.columns.some(({ name }) => name === 'patient')).toBe(false);
});

it('says what is wrong', async () => {
  const fit = (task: object, table: unknown = train) => classifier({ epochs: 1 }).fit(table as Table, task as never);
  await expect(fit({ target: 'city' })).rejects.toThrow(/the target "city" has|the label is missing/);
  await expect(fit({ target: 'same' })).rejects.toThrow('the target "same" has only one class, 7');
  await expect(fit({ target: 'left', positive: 'maybe' })).rejects.toThrow('has no class "maybe"; it has');
  await expect(fit({ target: 'lefft' })).rejects.toThrow('left');
  await expect(fit({ targets: 'left' })).rejects.toThrow("unknown option 'targets'; did you mean 'target'?");
  await expect(fit({ target: 'left' }, 3)).rejects.toThrow('expects a Table or a list of objects, got 3');
  await expect(fit({ target: 'left' }, train.select('same', 'left'))).rejects.toThrow(
    'no column is left: "same": numeric, left out, as all values are equal',
  );
  await expect(fit({ target: 'left' }, train.head(4))).rejects.toThrow('members need at least as many');
  expect(() => classifier({ hiden: [3] } as never)).toThrow(
    "classifier: unknown option 'hiden'; did you mean 'hidden'?",
  );
  expect(() => classifier({ hidden: 3 as never })).toThrow('hidden must be a list of sizes such as [60, 60], not 3');
  expect(() => Classifier.fromBytes(new Uint8Array(4))).toThrow('4 bytes');
  const other = await saveCheckpoint(
    {},
    { kind: 'classifier', version: 1, members: 1, design: { inputs: 1e9, hidden: [1e6] } },
  );
  expect(() => Classifier.fromBytes(other)).toThrow('makes no sense');
  const newer = await saveCheckpoint({}, { kind: 'classifier', version: 9 });
  expect(() => Classifier.fromBytes(newer)).toThrow('is of version 9; this version reads 1');
});
