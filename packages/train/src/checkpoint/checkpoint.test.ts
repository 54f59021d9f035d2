import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs } from '@kindling/data';
import { BCEWithLogitsLoss, Dropout, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import {
  defaultGenerator,
  manualSeed,
  randn,
  SeedrandomGenerator,
  setBackend,
  Tensor,
  tensor,
} from '@kindling/tensor-core';
import { NumpyGenerator } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { expect, it } from 'vitest';
import { fit } from '../fit.js';
import { loadCheckpoint, saveCheckpoint } from './index.js';

setBackend(await cpu());

const roundTrip = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('training goes on as if it had not been interrupted', async () => {
  manualSeed('data');
  const data = gaussianBlobs(30);
  const make = () => {
    const model = new Sequential(new Linear(2, 6), new ReLU(), new Dropout(0.2), new Linear(6, 1));
    return { model, optimizer: new Adam(model.parameters(), { lr: 0.02 }) };
  };
  const train = async ({ model, optimizer }: ReturnType<typeof make>, epochs: number) => {
    const trainData = { ...data, batchSize: 8, shuffle: true };
    return (await fit(model, { loss: new BCEWithLogitsLoss(), optimizer, trainData, epochs })).loss;
  };

  for (const engine of [SeedrandomGenerator, TorchGenerator, NumpyGenerator]) {
    manualSeed(8, { engine });
    const whole = make();
    const losses = await train(whole, 6);

    manualSeed(8, { engine });
    const first = make();
    const before = await train(first, 2);
    const saved = roundTrip(await saveCheckpoint({ ...first }, { losses: before }));
    manualSeed('something else entirely', { engine: SeedrandomGenerator });
    const second = make();
    const { extra } = loadCheckpoint(saved, { ...second });
    expect([...(extra as { losses: number[] }).losses, ...(await train(second, 4))]).toEqual(losses);
    expect(second.model.parameters().map((p) => p.tolist())).toEqual(whole.model.parameters().map((p) => p.tolist()));
  }
});

it('keeps every bit of every dtype and number', async () => {
  const state = {
    float32: tensor([0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1e-45]),
    float64: tensor([[Math.PI], [-0], [5e-324]], { dtype: 'float64' }),
    int32: tensor([-1, 2 ** 31 - 1], { dtype: 'int32' }),
    bool: tensor([true, false]),
    scalar: tensor(2.5),
    empty: tensor([]).reshape([0, 3]),
    large: randn(300, 100),
    view: tensor([
      [1, 2],
      [3, 4],
    ]).t(),
    numbers: [Number.NaN, Number.POSITIVE_INFINITY, -0, 0.1, 5e-324],
    nested: { text: 'ä "quoted"', yes: true, nothing: null, skipped: undefined },
  };
  let loaded: Record<string, unknown> = {};
  const from = { stateDict: () => state, loadStateDict() {} };
  const to = {
    stateDict: () => ({}),
    loadStateDict(value: Record<string, unknown>) {
      loaded = value;
    },
  };
  loadCheckpoint(roundTrip(await saveCheckpoint({ part: from })), { part: to });
  for (const [name, value] of Object.entries(state)) {
    const back = loaded[name];
    if (!(value instanceof Tensor)) {
      expect(back).toEqual(name === 'nested' ? { text: 'ä "quoted"', yes: true, nothing: null } : value);
      continue;
    }
    expect(back).toBeInstanceOf(Tensor);
    const { dtype, shape } = back as Tensor;
    expect([dtype, shape]).toEqual([value.dtype, value.shape]);
    expect((back as Tensor).dataSync()).toEqual(value.dataSync());
  }
  expect(Object.is((loaded.numbers as number[])[2], -0)).toBe(true);
});

it('is the state of one moment, and of the parts asked for', async () => {
  manualSeed(1, { engine: TorchGenerator });
  const model = new Linear(2, 2);
  const expected = model.weight.tolist();
  const saving = saveCheckpoint({ model });
  model.weight.detach().fill_(7);
  const saved = await saving;
  const stream = defaultGenerator();
  loadCheckpoint(saved, { model }, { rng: false });
  expect(model.weight.tolist()).toEqual(expected);
  expect(defaultGenerator()).toBe(stream);
  loadCheckpoint(saved, {});
  expect(defaultGenerator()).not.toBe(stream);
});

it('says what is wrong', async () => {
  const model = new Linear(2, 2);
  const saved = await saveCheckpoint({ model });
  expect(() => loadCheckpoint({}, {})).toThrow('this is no checkpoint that saveCheckpoint made');
  expect(() => loadCheckpoint(null, {})).toThrow('this is no checkpoint');
  expect(() => loadCheckpoint({ ...saved, version: 2 }, {})).toThrow('is of version 2; this version reads 1');
  expect(() => loadCheckpoint(saved, { network: model })).toThrow('the checkpoint has no "network"; it has: model');
  expect(() => loadCheckpoint(saved, { model: new Linear(3, 2) })).toThrow('Size mismatch for weight');
  const part = (state: object) => ({ part: { stateDict: () => state, loadStateDict() {} } });
  await expect(saveCheckpoint(part({ a: [1, () => 2] }))).rejects.toThrow(
    'parts.part.a[1] is a function, which cannot be saved',
  );
  await expect(saveCheckpoint(part({ a: new Map() }))).rejects.toThrow('parts.part.a is an object of class Map');
  await expect(saveCheckpoint(part({ a: { $kindling: 1 } }))).rejects.toThrow('parts.part.a has a key "$kindling"');
  const damaged = JSON.parse(JSON.stringify(saved).replace(/"data":"...../, '"data":"'));
  expect(() => loadCheckpoint(damaged, { model })).toThrow(/loadCheckpoint: .*parts\.model\.weight/);
  const dice = { ...saved, rng: { engine: 'dice', seed: 0 } };
  expect(() => loadCheckpoint(dice, {})).toThrow(
    'the random stream is of the engine "dice", not of one of seedrandom, torch, numpy',
  );
  const foreign = { ...saved, parts: { model: { weight: { $kindling: 'sparse' } } } };
  expect(() => loadCheckpoint(foreign, { model })).toThrow(
    'parts.model.weight is a "sparse", which this version does not know',
  );
});
