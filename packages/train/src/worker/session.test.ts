import { cpu } from '@kindling/backend-cpu';
import { Linear, ReLU, Sequential } from '@kindling/nn';
import { defaultGenerator, manualSeed, setBackend } from '@kindling/tensor-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSafetensors } from '../safetensors.js';
import type { Frame, SessionEvent, SessionMessage } from './messages.js';
import { TrainingSession } from './session.js';
import type { ExperimentOptions } from './spec.js';

/** A session whose frames are taken at once, and what it told. */
function start() {
  const events: SessionEvent[] = [];
  const losses = new Map<number, readonly [number, number]>();
  const session = new TrainingSession({
    backends: { cpu },
    send: (event, transfer) => {
      structuredClone(transfer);
      events.push(event);
      if (event.type !== 'frame') return;
      for (let i = 0; i < event.losses.length; i += 3) {
        losses.set(event.losses[i]!, [event.losses[i + 1]!, event.losses[i + 2]!]);
      }
      queueMicrotask(() => void session.receive({ type: 'taken' }));
    },
  });
  const tell = async (message: SessionMessage): Promise<Frame> => {
    await session.receive(message);
    return events.findLast((event) => event.type === 'frame')!;
  };
  const configure = (spec: ExperimentOptions) => tell({ type: 'configure', spec });
  return { session, events, losses, tell, configure };
}

beforeAll(async () => {
  setBackend(await cpu());
});

const small: ExperimentOptions = { data: { name: 'moons', samples: 60 }, layers: [{ units: 6, activation: 'Tanh' }] };

describe('a session', () => {
  it('learns circles, and shows fields, scores and units', async () => {
    const { events, tell, configure } = start();
    const before = await configure({ data: { noise: 0.05 } });
    const ready = events[0]!;
    if (ready.type !== 'ready') throw new Error(ready.type);
    expect(ready).toMatchObject({ run: 1, extent: 1.5, parameters: 2 * 8 + 8 + 8 * 8 + 8 + 8 + 1 });
    expect(before.epoch).toBe(0);
    expect(before.field).toHaveLength(ready.size ** 2);
    expect(before.neurons!.fields).toHaveLength(16 * ready.neuronSize ** 2);
    expect(before.neurons!.weights.map(({ length }) => length)).toEqual([16, 64, 8]);
    const after = await tell({ type: 'step', count: 300, unit: 'epoch' });
    expect(after).toMatchObject({ epoch: 300, step: 300, playing: false, run: 1 });
    expect(after.metrics!.train.accuracy).toBeGreaterThan(0.97);
    expect(after.metrics!.heldOut!.accuracy).toBeGreaterThan(0.97);
    expect(after.gradientNorm).toBeGreaterThan(0);
    expect([...after.field]).not.toEqual([...before.field]);
  });

  it('tells a step in numbers', async () => {
    const { session, events, configure } = start();
    await configure({ ...small, optimizer: { name: 'SGD', lr: 0.5 } });
    await session.receive({ type: 'dissect', point: 3 });
    const told = events.findLast((event) => event.type === 'dissected')!;
    expect(told).toMatchObject({ step: 1, lr: 0.5, point: { index: 3 } });
    expect(told.lossAfter).toBeLessThan(told.lossBefore);
    expect(told.point.activations.map(({ length }) => length)).toEqual([6]);
    expect(told.parameters.map(({ shape }) => shape)).toEqual([[6, 2], [6], [1, 6], [1]]);
    for (const { before, gradient, after } of told.parameters) {
      for (const [i, value] of before.entries()) expect(after[i]).toBeCloseTo(value - 0.5 * gradient![i]!, 6);
    }
    await session.receive({ type: 'dissect', point: 60 });
    expect(events.at(-1)).toMatchObject({ type: 'failed', to: 'dissect' });
  });

  it('gives the same numbers for a seed, and leaves the default stream alone', async () => {
    manualSeed(5);
    const first = defaultGenerator().getState();
    const runs = [];
    for (const engine of ['torch', 'torch', 'seedrandom'] as const) {
      const { losses, tell, configure } = start();
      await configure({ ...small, batchSize: 8, engine, layers: [{ units: 6, dropout: 0.2, norm: 'BatchNorm1d' }] });
      await tell({ type: 'step', count: 12, unit: 'epoch' });
      runs.push(JSON.stringify([...losses]));
    }
    expect(runs[0]).toBe(runs[1]);
    expect(runs[2]).not.toBe(runs[0]);
    expect(defaultGenerator().getState()).toEqual(first);
  });

  it('plays until it is paused', async () => {
    const { session, events, tell, configure } = start();
    await configure(small);
    await session.receive({ type: 'play' });
    for (let i = 0; i < 1000 && session.epoch < 30; i++) await new Promise((resolve) => setTimeout(resolve, 2));
    const paused = await tell({ type: 'pause' });
    expect(paused.playing).toBe(false);
    expect(paused.epoch).toBeGreaterThanOrEqual(30);
    expect(events.filter(({ type }) => type === 'frame').length).toBeGreaterThan(1);
    const { epoch } = session;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(session.epoch).toBe(epoch);
  });

  it('has one frame under way', async () => {
    const sent: SessionEvent[] = [];
    const session = new TrainingSession({ backends: { cpu }, send: (event) => void sent.push(event) });
    await session.receive({ type: 'configure', spec: small });
    await session.receive({ type: 'step', count: 3 });
    await session.receive({ type: 'step', count: 3 });
    expect(sent.filter(({ type }) => type === 'frame')).toHaveLength(1);
    await session.receive({ type: 'taken' });
    await session.receive({ type: 'probe', x: 0, y: 0 });
    expect(sent.filter(({ type }) => type === 'frame')).toHaveLength(2);
  });

  it('steps within an epoch', async () => {
    const { tell, configure } = start();
    await configure({ ...small, batchSize: 10 });
    expect(await tell({ type: 'step', count: 3 })).toMatchObject({ epoch: 0, step: 3 });
    expect(await tell({ type: 'step', count: 1 })).toMatchObject({ epoch: 1, step: 4 });
  });
});

describe('going back', () => {
  it.each([
    { optimizer: { name: 'SGD', lr: 0.1, momentum: 0.9 }, schedule: { name: 'StepLR', every: 3 } },
    { optimizer: { name: 'Adam' }, schedule: { name: 'CosineAnnealingLR', every: 20 } },
    { optimizer: { name: 'RMSprop' }, layers: [{ units: 4, dropout: 0.3, norm: 'BatchNorm1d' }] },
  ] as ExperimentOptions[])('shows what was there, and goes on as before: %j', async (spec) => {
    const { losses, tell, configure } = start();
    await configure({ ...small, batchSize: 8, ...spec });
    const field = [...(await tell({ type: 'seek', epoch: 7 })).field];
    const end = [...(await tell({ type: 'step', count: 9, unit: 'epoch' })).field];
    const all = JSON.stringify([...losses]);
    await tell({ type: 'step', count: 2 });
    const back = await tell({ type: 'seek', epoch: 7 });
    expect(back.epoch).toBe(7);
    expect([...back.field]).toEqual(field);
    expect([...(await tell({ type: 'seek', epoch: 16 })).field]).toEqual(end);
    expect(JSON.stringify([...losses])).toBe(all);
    expect((await tell({ type: 'seek', epoch: 0 })).step).toBe(0);
  });

  it('reaches every epoch of a long run', async () => {
    const { losses, tell, configure } = start();
    await configure({ data: { samples: 10, name: 'blobs' }, layers: [{ units: 1 }] });
    await tell({ type: 'step', count: 2600, unit: 'epoch' });
    const known = losses.get(1235);
    const back = await tell({ type: 'seek', epoch: 1234 });
    expect(back).toMatchObject({ epoch: 1234, step: 1234, first: 0 });
    losses.clear();
    await tell({ type: 'step', unit: 'epoch' });
    expect(losses.get(1235)).toEqual(known);
  });
});

describe('a session that cannot go on', () => {
  it('pauses and explains when the loss is no number', async () => {
    const { session, events, tell, configure } = start();
    await configure({
      ...small,
      loss: 'BCEWithLogitsLoss',
      optimizer: { name: 'SGD', lr: 100, momentum: 0.999 },
      penalty: { name: 'L2', rate: 10 },
    });
    await tell({ type: 'step', count: 500, unit: 'epoch' });
    const stopped = events.find((event) => event.type === 'stopped')!;
    expect(stopped.message).toMatch(
      /^In epoch \d+ the loss became (not a number|infinite).*a learning rate of 100 is large for SGD/,
    );
    expect(session.epoch).toBeLessThan(500);
    const back = await tell({ type: 'seek', epoch: 0 });
    expect(back.field.every(Number.isFinite)).toBe(true);
  });

  it.each([
    [{ type: 'play' }, 'TrainingSession: configure comes first'],
    [{ type: 'configure', spec: { sed: 1 } }, "experiment: unknown option 'sed'; did you mean 'seed'?"],
    [{ type: 'configure', spec: { data: { name: 'points' } } }, "TrainingSession: data 'points' comes with the points"],
    [{ type: 'configure', spec: { backend: 'gpu' } }, "TrainingSession: this session has no backend 'gpu'"],
    [{ type: 'dance' }, "TrainingSession: there is no message 'dance'"],
    [
      { type: 'configure', spec: {}, points: { xy: [1, 2, 3], labels: [1] } },
      'setPoints: xy has 3 numbers and labels 1',
    ],
    [{ type: 'configure', spec: {}, points: { xy: [1, Number.NaN], labels: [1] } }, 'setPoints: xy[1] is NaN'],
    [{ type: 'configure', spec: {}, points: { xy: [1, 2], labels: [7] } }, 'setPoints: labels[0] is 7, not 0 or 1'],
  ])('says so: %j', async (message, words) => {
    const { session, events } = start();
    await session.receive(message as SessionMessage);
    expect(events).toMatchObject([{ type: 'failed', to: message.type, message: expect.stringContaining(words) }]);
  });

  it('keeps what it has when a spec is wrong', async () => {
    const { session, events, tell, configure } = start();
    await configure(small);
    await session.receive({ type: 'configure', spec: { batchSize: -1 } });
    expect(events.at(-1)!.type).toBe('failed');
    expect((await tell({ type: 'step', unit: 'epoch' })).epoch).toBe(1);
    await session.receive({ type: 'seek', epoch: -1 });
    expect(events.at(-1)).toMatchObject({ message: 'seek: epoch must be a whole number from 0, not -1' });
  });

  it('trains on no points only when there are some', async () => {
    const { session, events, tell } = start();
    await session.receive({
      type: 'configure',
      spec: { data: { name: 'points', heldOut: 0 } },
      points: { xy: [], labels: [] },
    });
    await session.receive({ type: 'play' });
    expect(events.at(-1)).toMatchObject({ type: 'failed', to: 'play' });
    await session.receive({ type: 'setPoints', points: { xy: [-1, -1, 3, 3], labels: [0, 1] } });
    const frame = await tell({ type: 'step', count: 200, unit: 'epoch' });
    expect(frame.metrics).toMatchObject({ train: { accuracy: 1 }, heldOut: null });
  });
});

describe('questions', () => {
  it('says what the network makes of a point', async () => {
    const { session, events, configure } = start();
    await configure({ ...small, layers: [{ units: 3 }, { units: 2 }] });
    await session.receive({ type: 'probe', x: 0.5, y: -0.25 });
    const probed = events.at(-1)!;
    if (probed.type !== 'probed') throw new Error(probed.type);
    expect(probed.activations.map(({ length }) => length)).toEqual([3, 2]);
    expect(probed.probability).toBeCloseTo(1 / (1 + Math.exp(-probed.logit)));
  });

  it('gives the weights as a file that a network of the packages loads', async () => {
    const { session, events, configure } = start();
    await configure({ ...small, layers: [{ units: 5 }] });
    await session.receive({ type: 'save' });
    const saved = events.at(-1)!;
    if (saved.type !== 'saved') throw new Error(saved.type);
    const { tensors, metadata } = readSafetensors(saved.bytes);
    const model = new Sequential(new Linear(2, 5), new ReLU(), new Linear(5, 1));
    expect(model.loadStateDict(tensors).missingKeys).toEqual([]);
    expect(JSON.parse(metadata.spec!).layers[0].units).toBe(5);
  });
});
