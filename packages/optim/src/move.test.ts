import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cpu } from '@kindling/backend-cpu';
import { Linear } from '@kindling/nn';
import { type Backend, setBackend, Tensor, tensor } from '@kindling/tensor-core';
import type { View } from '@kindling/tensor-core/backend';
import { expect, test, vi } from 'vitest';
import { Adadelta, Adagrad, Adam, Adamax, AdamW, NAdam, RAdam, RMSprop, SGD } from './index.js';
import { LBFGS } from './lbfgs.js';

setBackend(await cpu());

type Steps = { step(closure?: () => Tensor): unknown; zeroGrad(): void };
type Maker = (params: Tensor[]) => Steps & { state: Map<Tensor, Record<string, Tensor | number>> };

const makers: [name: string, make: Maker][] = [
  ['Adadelta', (params) => new Adadelta(params)],
  ['Adagrad', (params) => new Adagrad(params)],
  ['Adam', (params) => new Adam(params, { lr: 0.1 })],
  ['Adam with amsgrad', (params) => new Adam(params, { lr: 0.1, amsgrad: true })],
  ['Adamax', (params) => new Adamax(params)],
  ['AdamW', (params) => new AdamW(params, { lr: 0.1 })],
  ['LBFGS', (params) => new LBFGS(params, { lr: 0.1, maxIter: 3 })],
  ['NAdam', (params) => new NAdam(params)],
  ['RAdam', (params) => new RAdam(params)],
  ['RMSprop', (params) => new RMSprop(params, { centered: true, momentum: 0.5 })],
  ['SGD with momentum', (params) => new SGD(params, { lr: 0.01, momentum: 0.9 })],
];

/** A backend that cannot be read without waiting, as WebGPU. */
async function waiting(): Promise<Backend> {
  const [backend, reader] = [await cpu(), await cpu()];
  Object.defineProperty(backend, 'readSync', { value: undefined });
  Object.defineProperty(backend, 'read', { value: (view: View) => reader.read(view) });
  return backend;
}

function step(model: Linear, optimizer: Steps): void {
  const { backend, dtype } = model.weight;
  const closure = (): Tensor => {
    optimizer.zeroGrad();
    const loss = model(tensor([[1, 2]], { backend, dtype }))
      .pow(2)
      .sum();
    loss.backward();
    return loss;
  };
  closure();
  optimizer.step(optimizer instanceof LBFGS ? closure : undefined);
}

/** Weights after six steps, half of them before a move. */
async function weights(make: Maker, move: (model: Linear) => Promise<unknown>): Promise<number[]> {
  const model = new Linear(2, 1);
  model.loadStateDict({ weight: tensor([[0.5, -1]]), bias: tensor([0.25]) });
  const optimizer = make(model.parameters());
  for (let i = 0; i < 3; i++) step(model, optimizer);
  await move(model);
  for (let i = 0; i < 3; i++) step(model, optimizer);
  for (const value of Object.values(optimizer.state.get(model.weight)!)) {
    if (!(value instanceof Tensor)) continue;
    expect([value.backend, value.dtype]).toEqual([model.weight.backend, model.weight.dtype]);
  }
  return [...(await model.weight.data())];
}

test.each(makers)('%s goes on when its model moves', async (_, make) => {
  const expected = await weights(make, async () => {});
  expect(expected[0]).not.toBe(0.5);
  const other = await cpu();
  const moved = await weights(make, (model) => model.to(other));
  expect(moved).toEqual(expected);
  const wide = await weights(make, (model) => model.to('float64'));
  for (const [i, value] of wide.entries()) expect(value).toBeCloseTo(expected[i]!, 5);
});

test('they go on to and from a backend that cannot be read without waiting', async () => {
  for (const [name, make] of makers) {
    // A step of it asks for the loss.
    if (name === 'LBFGS') continue;
    const away = await waiting();
    const there = (model: Linear) => model.to(away);
    const back = async (model: Linear) => {
      await model.to(away);
      await model.to(await cpu());
    };
    const expected = await weights(make, async () => {});
    for (const move of [there, back]) expect(await weights(make, move), name).toEqual(expected);
  }
});

test('so do optimizers that have made no step, and two of one model', async () => {
  const model = new Linear(2, 1);
  const [first, second, unused] = [0.9, 0.5, 0.1].map(
    (momentum) => new SGD(model.parameters(), { lr: 0.01, momentum }),
  ) as [SGD, SGD, SGD];
  step(model, first);
  step(model, second);
  const other = await cpu();
  await model.to(other);
  for (const optimizer of [first, second, unused]) {
    step(model, optimizer);
    expect(optimizer.state.get(model.weight)!.momentumBuffer.backend).toBe(other);
  }
});

test('what it remembers of parameters that stay stays', async () => {
  const [near, far] = [new Linear(2, 1), new Linear(2, 1)];
  const optimizer = new Adam([...near.parameters(), ...far.parameters()]);
  for (const model of [near, far]) step(model, optimizer);
  const before = optimizer.state.get(near.weight)!.expAvg.buffer;
  await far.to(await cpu());
  expect(optimizer.state.get(near.weight)!.expAvg.buffer).toBe(before);
  for (const model of [near, far]) step(model, optimizer);
});

test('parameters do not keep optimizers that are gone', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const model = new Linear(2, 1);
  const gone = (() => {
    const optimizer = new Adam(model.parameters());
    step(model, optimizer);
    return new WeakRef(optimizer.state.get(model.weight)!);
  })();
  await vi.waitFor(() => {
    collect();
    // Not the state itself, which the error would keep.
    expect(gone.deref() === undefined).toBe(true);
  });
});
