import { runInNewContext } from 'node:vm';
import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs } from '@kindling/data';
import { BCEWithLogitsLoss, Dropout, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import {
  defaultGenerator,
  getRngState,
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
import { writeSafetensors } from '../safetensors.js';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from './index.js';

setBackend(await cpu());

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
    const saved = await saveCheckpoint({ ...first }, { losses: before });
    manualSeed('something else entirely', { engine: SeedrandomGenerator });
    const second = make();
    const { extra } = loadCheckpoint(saved, { ...second }, { rng: true });
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
  loadCheckpoint(await saveCheckpoint({ part: from }), { part: to });
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
  loadCheckpoint(saved, { model });
  expect(model.weight.tolist()).toEqual(expected);
  expect(defaultGenerator()).toBe(stream);
  loadCheckpoint(saved, {}, { rng: true });
  expect(defaultGenerator()).not.toBe(stream);
});

it('keeps what is not a tensor: typed arrays, scalers, plain objects of any realm', async () => {
  const ids = BigInt64Array.of(2n ** 60n);
  const wide = Float64Array.of(0.1, Number.NaN);
  const scaler = { toJSON: () => ({ mean: Float32Array.of(1, 2), day: new Date(0) }) };
  const elsewhere = runInNewContext('({ a: [1, { b: new Float32Array([3]) }] })') as object;
  const bare = Object.assign(Object.create(null), { c: 1 }) as object;
  const file = await saveCheckpoint(
    {},
    { ids, wide, scaler, elsewhere, bare, same: wide, clamped: new Uint8ClampedArray(2) },
  );
  expect(readCheckpoint(file)).toEqual({
    parts: [],
    extra: {
      ids,
      wide,
      scaler: { mean: Float32Array.of(1, 2), day: '1970-01-01T00:00:00.000Z' },
      elsewhere: { a: [1, { b: Float32Array.of(3) }] },
      bare: { c: 1 },
      same: wide,
      clamped: new Uint8ClampedArray(2),
    },
  });
});

it('tells paths that read alike apart', async () => {
  const extra = { 'a.b': tensor([1]), a: { b: tensor([2]) } };
  const back = readCheckpoint(await saveCheckpoint({}, extra)).extra as typeof extra;
  expect([back['a.b'].tolist(), back.a.b.tolist()]).toEqual([[1], [2]]);
});

it('changes all parts or none', async () => {
  const saved = await saveCheckpoint({ a: new Linear(2, 2), b: new Linear(3, 1), c: new Linear(1, 1) });
  const a = new Linear(2, 2);
  const optimizer = new Adam(a.parameters());
  a(randn(1, 2)).sum().backward();
  optimizer.step();
  const before = [a.weight.tolist(), a.bias!.tolist()];
  expect(() => loadCheckpoint(saved, { a, b: new Linear(2, 1), c: new Linear(1, 1) }, { rng: true })).toThrow(
    'Size mismatch',
  );
  expect([a.weight.tolist(), a.bias!.tolist()]).toEqual(before);
  const stream = defaultGenerator();
  expect(() => loadCheckpoint(saved, { a, c: new Linear(2, 1) }, { rng: true })).toThrow('Size mismatch');
  expect([a.weight.tolist(), a.bias!.tolist()]).toEqual(before);
  expect(defaultGenerator()).toBe(stream);
});

it('refuses every damaged file, and changes nothing then', async () => {
  manualSeed(5);
  const model = new Linear(3, 2);
  const optimizer = new Adam(model.parameters());
  model(randn(4, 3)).sum().backward();
  optimizer.step();
  const file = await saveCheckpoint({ model, optimizer }, { note: 'x', list: [1, Number.NaN] });
  const before = JSON.stringify([model.parameters().map((p) => p.tolist()), getRngState()]);
  const generator = new SeedrandomGenerator('where');
  for (let i = 0; i < 10_000; i++) {
    let damaged = file.slice();
    const [kind, at, bit] = [i % 3, generator.integers(1, 0, file.length)[0]!, generator.integers(1, 0, 8)[0]!];
    if (kind === 0) damaged[at]! ^= 1 << bit;
    else if (kind === 1) damaged = damaged.slice(0, at);
    else damaged.copyWithin(at, generator.integers(1, 0, file.length)[0]!);
    if (damaged.every((byte, j) => byte === file[j]) && damaged.length === file.length) continue;
    expect(() => loadCheckpoint(damaged, { model, optimizer }, { rng: true })).toThrow(/safetensors|loadCheckpoint/);
  }
  expect(JSON.stringify([model.parameters().map((p) => p.tolist()), getRngState()])).toBe(before);
});

it('says what cannot be saved', async () => {
  const part = (state: object) => ({ part: { stateDict: () => state, loadStateDict() {} } });
  await expect(saveCheckpoint(part({ a: [1, () => 2] }))).rejects.toThrow(
    'parts.part.a[1] is a function, which cannot be saved',
  );
  await expect(saveCheckpoint(part({ a: new Map() }))).rejects.toThrow('parts.part.a is an object of class Map');
  await expect(saveCheckpoint(part({ a: { $kindling: 1 } }))).rejects.toThrow('parts.part.a has a key "$kindling"');
  await expect(saveCheckpoint({}, JSON.parse('{ "__proto__": 1 }'))).rejects.toThrow('extra has a key "__proto__"');
  await expect(saveCheckpoint({ scaler: {} as never })).rejects.toThrow('"scaler" has no stateDict');
  await expect(saveCheckpoint({}, new DataView(new ArrayBuffer(1)))).rejects.toThrow('extra is a DataView');
  const cycle: unknown[] = [];
  cycle.push(cycle);
  await expect(saveCheckpoint({}, cycle)).rejects.toThrow('extra[0] contains itself');
  let deep: unknown = 1;
  for (let i = 0; i < 5000; i++) deep = { deep };
  await expect(saveCheckpoint({}, deep)).rejects.toThrow('lies more than 200 levels deep');
});

it('says what cannot be loaded', async () => {
  const model = new Linear(2, 2);
  const saved = await saveCheckpoint({ model });
  expect(() => loadCheckpoint('text' as never, {})).toThrow('loadCheckpoint: expected the bytes of a file');
  expect(() => loadCheckpoint(JSON.parse('{"format":"kindling-checkpoint","version":1}'), {})).toThrow(
    'loadCheckpoint: the checkpoint is of version 1, a JSON document; this version reads 2',
  );
  expect(() => loadCheckpoint(saved, { network: model })).toThrow('the checkpoint has no "network"; it has: model');
  expect(() => loadCheckpoint(saved, { model: new Linear(3, 2) })).toThrow('Size mismatch for weight');
  expect(() => loadCheckpoint(saved, { model: {} as never })).toThrow('"model" has no loadStateDict');
  const weights = await writeSafetensors(model.stateDict());
  expect(() => readCheckpoint(weights)).toThrow('the file has 2 tensors, but is no checkpoint');
  const made = (state: unknown, version = '2') =>
    writeSafetensors(
      {},
      {
        metadata: { kindling: 'checkpoint', version, state: typeof state === 'string' ? state : JSON.stringify(state) },
      },
    );
  const whole = { parts: {}, rng: null, extra: null };
  expect(readCheckpoint(await made(whole))).toEqual({ parts: [], extra: null });
  const read = async (state: unknown, version?: string) => readCheckpoint(await made(state, version));
  await expect(read(whole, '3')).rejects.toThrow('is of version 3; this version reads 2');
  await expect(read({ parts: {} })).rejects.toThrow("the checkpoint's state is incomplete");
  const extra = (value: unknown) => read({ ...whole, extra: value });
  await expect(extra({ $kindling: 'sparse' })).rejects.toThrow('extra is a "sparse", which this version does not know');
  await expect(extra({ $kindling: 'tensor', name: 'x' })).rejects.toThrow(
    'is the tensor x, which the file does not hold',
  );
  await expect(extra({ $kindling: 'number', value: '1' })).rejects.toThrow('extra is no number');
  await expect(extra(JSON.parse('[{ "__proto__": { "a": 1 } }]'))).rejects.toThrow('extra[0] has a key "__proto__"');
  for (const levels of [300, 5000, 1_000_000]) {
    const deep = `{"parts":{},"rng":null,"extra":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    await expect(read(deep)).rejects.toThrow(/lies more than 200 levels deep|state is incomplete/);
  }
  const rng = await made({ ...whole, rng: { engine: 'dice', seed: 0 } });
  expect(() => loadCheckpoint(rng, {}, { rng: true })).toThrow(
    'the random stream is of the engine "dice", not of one of seedrandom, torch, numpy',
  );
});
