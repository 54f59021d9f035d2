/** A training that prints a dot a batch and goes on from its checkpoint; its test kills it again and again. */
import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs } from '@kindling/data';
import { BCEWithLogitsLoss, Dropout, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { StepLR } from '@kindling/optim/lr-scheduler';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { EarlyStopping, fit, withSchedule } from '@kindling/train';

const [path, epochs] = process.argv.slice(2) as [string, string];
setBackend(await cpu());
manualSeed('killed');
const data = gaussianBlobs(120);
const model = new Sequential(new Linear(2, 64), new ReLU(), new Dropout(0.2), new Linear(64, 1));
const optimizer = new Adam(model.parameters());
const { loss } = await fit(model, {
  loss: new BCEWithLogitsLoss(),
  optimizer,
  trainData: { ...data, batchSize: 10, shuffle: true },
  validation: data,
  restoreBest: { monitor: 'valLoss', mode: 'min' },
  callbacks: [new EarlyStopping({ patience: 100 }), withSchedule(new StepLR(optimizer, { stepSize: 3 }))],
  onBatchEnd: () => {
    process.stdout.write('.');
  },
  epochs: Number(epochs),
  checkpoint: { path, every: { batches: 1 } },
  resume: true,
});
console.log(JSON.stringify({ loss, weights: model.parameters().map((p) => p.tolist()) }));
