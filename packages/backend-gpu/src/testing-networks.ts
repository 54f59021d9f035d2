import { cpu } from '@kindling/backend-cpu';
import { BCELoss, Conv2d, CrossEntropyLoss, Flatten, Linear, MaxPool2d, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam, RMSprop, SGD } from '@kindling/optim';
import { type Backend, manualSeed, randn, scope, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { gpu } from './index.js';

const STEPS = 40;

interface Training {
  readonly model: Sequential;
  readonly loss: (y: Tensor, target: Tensor) => Tensor;
  readonly optimizer: Adam | RMSprop | SGD;
  readonly x: Tensor;
  readonly y: Tensor;
}

const trainings: Record<string, () => Training> = {
  'logistic regression with SGD'() {
    const x = randn(50, 8);
    const y = x.sum(1, { keepdim: true }).gt(0).float();
    const model = new Sequential(new Linear(8, 1), new Sigmoid());
    return { model, loss: new BCELoss(), optimizer: new SGD(model.parameters(), { lr: 0.5 }), x, y };
  },
  'two layers with Adam'() {
    const x = randn(10, 60);
    const y = x.sum(1, { keepdim: true }).gt(0).float();
    const model = new Sequential(new Linear(60, 180), new ReLU(), new Linear(180, 1), new Sigmoid());
    return { model, loss: new BCELoss(), optimizer: new Adam(model.parameters(), { lr: 1e-3 }), x, y };
  },
  'a convolution with momentum'() {
    const x = randn(8, 1, 12, 12);
    const y = tensor([0, 1, 2, 3, 0, 1, 2, 3], { dtype: 'int32' });
    const model = new Sequential(
      new Conv2d(1, 6, 3, { padding: 1 }),
      new ReLU(),
      new MaxPool2d(2),
      new Flatten(),
      new Linear(216, 4),
    );
    const optimizer = new SGD(model.parameters(), { lr: 0.003, momentum: 0.9 });
    return { model, loss: new CrossEntropyLoss(), optimizer, x, y };
  },
  'large layers, whose products are made in tiles'() {
    const x = randn(100, 130);
    const y = x.sum(1, { keepdim: true }).gt(0).float();
    const model = new Sequential(new Linear(130, 257), new ReLU(), new Linear(257, 1), new Sigmoid());
    return { model, loss: new BCELoss(), optimizer: new SGD(model.parameters(), { lr: 0.1 }), x, y };
  },
};

/** Each has a state of another kind. */
const optimizers: Record<string, (params: Tensor[]) => Training['optimizer']> = {
  Adam: (params) => new Adam(params, { lr: 1e-3, amsgrad: true }),
  RMSprop: (params) => new RMSprop(params, { lr: 1e-3, centered: true, momentum: 0.5 }),
  'SGD with momentum': (params) => new SGD(params, { lr: 0.05, momentum: 0.9 }),
};

const step = ({ model, loss, optimizer, x, y }: Training): Tensor =>
  scope(() => {
    const value = loss(model(x), y);
    optimizer.zeroGrad();
    value.backward();
    optimizer.step();
    return value.detach();
  });

async function losses(backend: Backend, make: () => Training): Promise<number[]> {
  setBackend(backend);
  manualSeed(5);
  const training = make();
  const made = Array.from({ length: STEPS }, () => step(training));
  return Promise.all(made.map(async (value) => (await value.data())[0]!));
}

/** Tests of a mode: networks train on it as on the CPU. */
export function networks(mode: 'webgl2' | 'webgpu'): void {
  it.each(Object.keys(trainings))('trains %s as the CPU does', async (name) => {
    const [ours, theirs] = [
      await losses(await gpu({ mode }), trainings[name]!),
      await losses(await cpu(), trainings[name]!),
    ];
    expect(theirs[STEPS - 1]).toBeLessThan(theirs[0]! * 0.9);
    for (const [i, loss] of theirs.entries()) {
      const allowed = i < 20 ? 1e-5 : 1e-3 * loss;
      expect(Math.abs(ours[i]! - loss), `step ${i}: ${ours[i]}, not ${loss}`).toBeLessThan(allowed);
    }
  });

  it.each(Object.keys(optimizers))('%s goes on on the CPU where the GPU left off, and back', async (name) => {
    const [device, host] = [await gpu({ mode }), await cpu()];
    /** The losses of five steps on each of the backends, by one optimizer. */
    const train = async (backends: readonly Backend[]): Promise<number[]> => {
      setBackend(host);
      manualSeed(5);
      const { model, loss, x, y } = trainings['two layers with Adam']!();
      const optimizer = optimizers[name]!(model.parameters());
      const seen: number[] = [];
      for (const backend of backends) {
        await model.to(backend);
        setBackend(backend);
        const here = { model, optimizer, loss, x: await x.to(backend), y: await y.to(backend) };
        for (let i = 0; i < 5; i++) seen.push((await step(here).data())[0]!);
      }
      return seen;
    };
    const alone = await train([host, host, host, host]);
    expect(alone.at(-1)).toBeLessThan(alone[0]! * 0.9);
    for (const backends of [
      [host, device, host, device],
      [device, host, device, host],
    ]) {
      for (const [i, value] of (await train(backends)).entries())
        expect(Math.abs(value - alone[i]!), `step ${i}`).toBeLessThan(1e-5);
    }
  });
}
