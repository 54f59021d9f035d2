/** Whole trainings of the networks that the tutorials and the benchmarks train, on the CPU, on a device, and half on each. */
import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs, loadSonar, makeBlobs } from '@kindling/data';
import {
  BatchNorm2d,
  BCELoss,
  Conv2d,
  CrossEntropyLoss,
  Flatten,
  Linear,
  MaxPool2d,
  ReLU,
  Sequential,
  Sigmoid,
} from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { type Backend, manualSeed, randn, scope, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { fit, loadCheckpoint, saveCheckpoint } from '@kindling/train';
import { expect, it } from 'vitest';
import { gpu } from './index.js';

/** A network, what it learns from, and how. */
interface Recipe {
  readonly model: Sequential;
  readonly optimizer: Adam | SGD;
  readonly loss: (y: Tensor, target: Tensor) => Tensor;
  readonly trainData: { readonly x: Tensor; readonly y: Tensor; readonly batchSize?: number };
}

/** How many epochs, and how to begin: after the seed was set, on the backend that is set. */
const recipes: Record<string, readonly [epochs: number, make: () => Recipe]> = {
  blobs: [
    100,
    () => {
      const trainData = gaussianBlobs(20);
      const model = new Sequential(new Linear(2, 100), new Sigmoid(), new Linear(100, 1), new Sigmoid());
      return { model, optimizer: new SGD(model.parameters(), { lr: 0.1 }), loss: new BCELoss(), trainData };
    },
  ],
  sonar: [
    30,
    () => {
      const { data, labels, rows } = loadSonar();
      // Mines among rocks.
      const order = Int32Array.from({ length: rows }, (_, i) => (i * 97) % rows);
      const x = tensor(Float32Array.from(data)).reshape([rows, 60]).indexSelect(0, order);
      const y = tensor(Float32Array.from(labels, (label) => Number(label === 'M')))
        .reshape([rows, 1])
        .indexSelect(0, order);
      const model = new Sequential(new Linear(60, 180), new ReLU(), new Linear(180, 1), new Sigmoid());
      const optimizer = new Adam(model.parameters(), { lr: 1e-3 });
      return { model, optimizer, loss: new BCELoss(), trainData: { x, y, batchSize: 10 } };
    },
  ],
  logistic: [
    30,
    () => {
      const { data, target, rows } = makeBlobs({ nSamples: 200, centers: 2, randomState: 1 });
      const x = tensor(Float32Array.from(data)).reshape([rows, 2]);
      const y = tensor(Float32Array.from(target)).reshape([rows, 1]);
      const model = new Sequential(new Linear(2, 1), new Sigmoid());
      const trainData = { x, y, batchSize: 10 };
      return { model, optimizer: new SGD(model.parameters(), { lr: 0.01 }), loss: new BCELoss(), trainData };
    },
  ],
  CNN: [
    12,
    () => {
      // A bright stripe down, across, or both, in noise.
      const stripes = Array.from({ length: 96 }, (_, i) =>
        Array.from({ length: 256 }, (_, at) => {
          const [row, column] = [at >> 4, at & 15];
          return (i % 3 !== 1 && column === i % 16) || (i % 3 !== 0 && row === (i * 5) % 16) ? 2 : 0;
        }),
      );
      const x = tensor(stripes)
        .reshape([96, 1, 16, 16])
        .add(randn(96, 1, 16, 16).mul(0.5));
      const y = tensor(Int32Array.from({ length: 96 }, (_, i) => i % 3));
      const model = new Sequential(
        new Conv2d(1, 8, 3, { padding: 1 }),
        new ReLU(),
        new MaxPool2d(2),
        new Conv2d(8, 16, 3, { padding: 1 }),
        new BatchNorm2d(16),
        new ReLU(),
        new MaxPool2d(2),
        new Flatten(),
        new Linear(256, 3),
      );
      const optimizer = new SGD(model.parameters(), { lr: 0.01, momentum: 0.9 });
      return { model, optimizer, loss: new CrossEntropyLoss(), trainData: { x, y, batchSize: 16 } };
    },
  ],
};

/** How training comes from one backend to another. */
type Way = 'a checkpoint' | 'model.to';

/** The losses of the epochs: the first half on one backend, the second on another. */
async function losses(first: Backend, second: Backend, name: string, way: Way = 'a checkpoint'): Promise<number[]> {
  const [epochs, make] = recipes[name]!;
  const begin = (backend: Backend): Recipe => {
    setBackend(backend);
    manualSeed(11);
    return make();
  };
  const train = async ({ model, ...how }: Recipe, epochs: number) => (await fit(model, { ...how, epochs })).loss;
  const recipe = begin(first);
  if (first === second) return [...(await train(recipe, epochs))];
  const seen = await train(recipe, epochs / 2);
  if (way === 'model.to') {
    // The parameters stay the same objects, and what is remembered of them moves with them, so the optimizer goes on.
    await recipe.model.to(second);
    setBackend(second);
    const { x, y, ...how } = recipe.trainData;
    const trainData = { x: await x.to(second), y: await y.to(second), ...how };
    return [...seen, ...(await train({ ...recipe, trainData }, epochs / 2))];
  }
  const file = await saveCheckpoint({ model: recipe.model, optimizer: recipe.optimizer });
  const { model, optimizer, ...rest } = begin(second);
  loadCheckpoint(file, { model, optimizer });
  return [...seen, ...(await train({ model, optimizer, ...rest }, epochs / 2))];
}

/** Registers the tests that a mode of the backend has to pass. */
export function trainings(mode: 'webgl2' | 'webgpu'): void {
  // First, as what the others leave is collected at any time.
  it.each(['by fit', 'by hand', 'by hand, asking for each loss'])(
    'holds as much after a thousand steps as after some: %s',
    async (way) => {
      const device = await gpu({ mode });
      setBackend(device);
      manualSeed(1);
      const [x, y] = [randn(50, 6), randn(50, 1).gt(0).float()];
      const model = new Sequential(new Linear(6, 20), new ReLU(), new Linear(20, 1), new Sigmoid());
      const [loss, optimizer] = [new BCELoss(), new Adam(model.parameters(), { lr: 1e-3 })];
      const held: number[][] = [];
      const look = () => {
        const { textures, bytes, kernels } = device.memory();
        held.push([textures, bytes, kernels]);
      };
      if (way === 'by fit') {
        const trainData = { x, y, batchSize: 5 };
        await fit(model, { loss, optimizer, trainData, validation: { x, y }, epochs: 100, onEpochEnd: look });
      } else {
        const step = () =>
          scope(() => {
            const value = loss(model(x), y);
            optimizer.zeroGrad();
            value.backward();
            optimizer.step();
            return value.detach();
          });
        for (let epoch = 0; epoch < 100; epoch++) {
          for (let i = 0; i < 10; i++) {
            const value = step();
            if (way !== 'by hand') expect((await value.data())[0]).toBeGreaterThan(0);
            value.dispose();
          }
          look();
        }
      }
      expect(held).toHaveLength(100);
      // What was there before may be collected meanwhile; nothing may be added.
      for (const [epoch, after] of held.entries()) {
        if (epoch < 2) continue;
        for (const [i, count] of after.entries())
          expect(count, `epoch ${epoch}`).toBeLessThanOrEqual(held[epoch - 1]![i]!);
      }
    },
    120_000,
  );

  it.each(Object.keys(recipes))(
    '%s trains as on the CPU to the end, and from a half of either on the other',
    async (name) => {
      const [device, host] = [await gpu({ mode }), await cpu()];
      const theirs = await losses(host, host, name);
      expect(theirs).toHaveLength(recipes[name]![0]);
      expect(theirs.at(-1)).toBeLessThan(theirs[0]! * 0.9);
      for (const [first, second, way] of [
        [device, device, 'a checkpoint'],
        [device, host, 'a checkpoint'],
        [host, device, 'a checkpoint'],
        [device, host, 'model.to'],
        [host, device, 'model.to'],
      ] as const) {
        const ours = await losses(first, second, name, way);
        for (const [epoch, loss] of theirs.entries()) {
          const difference = Math.abs(ours[epoch]! - loss) / loss;
          expect(
            difference,
            `${first.name} to ${second.name} by ${way}, epoch ${epoch}: ${ours[epoch]}, not ${loss}`,
          ).toBeLessThan(1e-3);
        }
      }
    },
    300_000,
  );
}
