/** Times training at growing sizes; prints a {@link Growth} as JSON. Its arguments: how long each is repeated in ms, and the sizes as JSON. */
import { cpu } from '@kindling/backend-cpu';
import { DataLoader, TensorDataset } from '@kindling/data';
import { BCEWithLogitsLoss, Linear, type Module, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, randn, scope, setBackend, tensor } from '@kindling/tensor-core';
import { fit } from '@kindling/train';
import { median } from '../measure/statistics.ts';
import { type Axis, type Growth, usual } from './sizes.ts';

const [limit, text] = process.argv.slice(2) as [string, string];
const sizes = JSON.parse(text) as Record<Axis, number[]>;
setBackend(await cpu({ threads: 1 }));
manualSeed(0);

function network(width: number, depth: number): { model: Sequential; optimizer: Adam } {
  const layers: Module[] = [];
  for (let i = 0; i < depth; i++) layers.push(new Linear(i === 0 ? usual.features : width, width), new ReLU());
  const model = new Sequential(...layers, new Linear(width, 1));
  return { model, optimizer: new Adam(model.parameters(), { lr: 1e-3 }) };
}

const labels = (rows: number) => tensor(Float32Array.from({ length: rows }, (_, i) => i % 2)).reshape([rows, 1]);

/** The median time of a step, repeated for the given time, after half of it that does not count. */
function step({ batch, width, depth }: { batch: number; width: number; depth: number }): number {
  const { model, optimizer } = network(width, depth);
  const criterion = new BCEWithLogitsLoss();
  const x = randn([batch, usual.features]);
  const y = labels(batch);
  const one = (): void => {
    scope(() => {
      const loss = criterion(model(x), y);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    });
  };
  const blocks: number[] = [];
  const began = performance.now();
  one();
  // Short steps are timed some at once, as the clock is no finer than they are.
  const together = Math.max(1, Math.round(2 / (performance.now() - began)));
  for (const deadline of [0, 1]) {
    blocks.length = 0;
    const end = performance.now() + Number(limit) * (deadline === 0 ? 0.5 : 1);
    do {
      const start = performance.now();
      for (let i = 0; i < together; i++) one();
      blocks.push((performance.now() - start) / together);
    } while (performance.now() < end);
  }
  return median(blocks);
}

async function epoch(rows: number): Promise<number> {
  const { model, optimizer } = network(usual.width, usual.depth);
  const data = new TensorDataset(randn([rows, usual.features]), labels(rows));
  const trainData = new DataLoader(data, { batchSize: usual.batch, shuffle: true });
  const loss = new BCEWithLogitsLoss();
  // What is compiled while it runs is compiled now.
  if (rows <= 100_000) await fit(model, { loss, optimizer, trainData, epochs: 1 });
  const began = performance.now();
  await fit(model, { loss, optimizer, trainData, epochs: 1 });
  return performance.now() - began;
}

const rows: number[] = [];
for (const size of sizes.rows) rows.push(await epoch(size));
const growth: Growth = {
  batch: sizes.batch.map((batch) => step({ ...usual, batch })),
  width: sizes.width.map((width) => step({ ...usual, width })),
  depth: sizes.depth.map((depth) => step({ ...usual, depth })),
  rows,
};
console.log(JSON.stringify(growth));
process.exit(0);
