import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { gaussianBlobs } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { type Backend, manualSeed, setBackend } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { atThreshold, type FitOptions, fit, loadCheckpoint, saveCheckpoint } from './index.js';

function training(backend: Backend) {
  setBackend(backend);
  manualSeed(42);
  const data = gaussianBlobs(20);
  const model = new Sequential(new Linear(2, 16), new Sigmoid(), new Linear(16, 1), new Sigmoid());
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const options = {
    loss: new BCELoss(),
    optimizer,
    trainData: { ...data, batchSize: 8, shuffle: false },
    validation: data,
    metrics: { accuracy: atThreshold(accuracyScore) },
  } satisfies Partial<FitOptions>;
  return { model, optimizer, options };
}

it('trains on a device that cannot be read without waiting, to the losses of the CPU, and leaves nothing there', async () => {
  const device = await gpu({ mode: 'webgpu' });
  const buffers: number[] = [];
  const train = async (backend: Backend) => {
    const { model, options } = training(backend);
    const restoreBest = { monitor: 'valLoss', mode: 'min' } as const;
    const onEpochEnd = () => void buffers.push(device.memory().textures);
    return fit(model, { ...options, epochs: 6, restoreBest, onEpochEnd });
  };
  const far = await train(device);
  const seen = buffers.splice(0);
  const near = await train(await cpu());
  for (const [epoch, loss] of near.loss.entries()) {
    expect(Math.abs(far.loss[epoch]! - loss), `epoch ${epoch + 1}`).toBeLessThan(1e-4);
    expect(Math.abs(far.valLoss[epoch]! - near.valLoss[epoch]!), `epoch ${epoch + 1}`).toBeLessThan(1e-4);
  }
  expect(far.bestEpoch).toBe(near.bestEpoch);
  expect(new Set(seen.slice(2)).size).toBe(1);
});

it('saves a checkpoint there, and the CPU goes on from it, and the other way round', async () => {
  const [device, host] = [await gpu({ mode: 'webgpu' }), await cpu()];
  const { model, options } = training(host);
  const whole = await fit(model, { ...options, epochs: 6 });
  for (const [first, second] of [
    [device, host],
    [host, device],
  ] as const) {
    const half = training(first);
    const { loss } = await fit(half.model, { ...half.options, epochs: 3 });
    const file = await saveCheckpoint({ model: half.model, optimizer: half.optimizer });
    const rest = training(second);
    loadCheckpoint(file, { model: rest.model, optimizer: rest.optimizer }, { rng: true });
    const losses = [...loss, ...(await fit(rest.model, { ...rest.options, epochs: 3 })).loss];
    for (const [epoch, value] of whole.loss.entries())
      expect(Math.abs(losses[epoch]! - value), `epoch ${epoch + 1}`).toBeLessThan(1e-4);
  }
});

it('goes on with a model that moves, and its optimizer, and says how a state dict does', async () => {
  const [device, host] = [await gpu({ mode: 'webgpu' }), await cpu()];
  const { model: whole, options: alone } = training(host);
  const expected = (await fit(whole, { ...alone, epochs: 4 })).loss;
  const { model, optimizer, options } = training(device);
  const first = (await fit(model, { ...options, epochs: 2 })).loss;
  expect(() => training(host).model.loadStateDict(model.stateDict())).toThrow(/Move one with tensor.to\(backend\)/);
  await model.to(host);
  const rest = await fit(model, { ...training(host).options, optimizer, epochs: 2 });
  for (const [epoch, loss] of [...first, ...rest.loss].entries())
    expect(Math.abs(loss - expected[epoch]!), `epoch ${epoch + 1}`).toBeLessThan(1e-4);
});
