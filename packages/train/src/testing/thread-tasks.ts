/** What the threads of the test load: the tasks of the package, and a design. */
import { cpu } from '@kindling/backend-cpu';
import { SelectKBest, StandardScaler } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BCEWithLogitsLoss, Dropout, Linear, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { setBackend } from '@kindling/tensor-core';
import { atThreshold, EarlyStopping, type Model } from '../index.js';

export { designInThread, foldInThread } from '../thread-tasks.js';

setBackend(await cpu({ threads: 1 }));

export const design = {
  makeModel: (): Model => new Sequential(new Linear(2, 8), new Dropout(0.2), new Linear(8, 1)),
  makeOptimizer: (model: Model) => new Adam(model.parameters(), { lr: 0.05 }),
  loss: new BCEWithLogitsLoss(),
  metrics: { accuracy: atThreshold(accuracyScore, 0) },
  callbacks: [new EarlyStopping({ patience: 3 })],
  preprocess: () => new StandardScaler(),
};

/** Chooses columns by the labels of training. */
export const selecting = { ...design, preprocess: () => new SelectKBest({ k: 2 }) };

export const broken = {
  ...design,
  makeModel: (fold: number): Model => {
    if (fold === 2) throw new TypeError('no model today');
    return design.makeModel();
  },
};
