/** Runs every kernel until V8 has compiled it anew, with its packing to 256 bits. Run by wide.test.ts as a process. */
import '@kindling/backend-cpu/kernels';
import { cpu } from '@kindling/backend-cpu/wide';
import {
  BatchNorm2d,
  BCEWithLogitsLoss,
  Conv2d,
  CrossEntropyLoss,
  Flatten,
  GELU,
  LayerNorm,
  Linear,
  MaxPool2d,
  ReLU,
  Sequential,
  Sigmoid,
  Tanh,
} from '@kindling/nn';
import { Adagrad, Adam, Adamax, type Optimizer, RMSprop, SGD } from '@kindling/optim';
import { cat, manualSeed, randn, scope, setBackend, type Tensor, tensor, where } from '@kindling/tensor-core';

setBackend(await cpu({ wide: true, threads: Number(process.argv[2]) }));
manualSeed(0);

const [x, y] = [randn(40_000), randn(40_000)];
const m = randn(100, 203);
const images = randn(4, 5, 15, 15);
const scale = randn(1, 5, 1, 1);
const index = m.argsort(1);
const operations: Record<string, () => void> = {};
for (const name of [
  'relu',
  'exp',
  'sigmoid',
  'tanh',
  'gelu',
  'erf',
  'abs',
  'neg',
  'sqrt',
  'log',
  'rsqrt',
  'reciprocal',
] as const)
  operations[name] = () => x[name]();
for (const name of ['add', 'sub', 'mul', 'div', 'maximum', 'minimum', 'gt', 'le', 'eq', 'ne'] as const)
  operations[name] = () => x[name](y);
Object.assign(operations, {
  number: () => x.mul(2),
  channels: () => images.mul(scale),
  where: () => where(x.gt(0), x, y),
  sum: () => [x.sum(), m.sum(0), m.sum(1)],
  extremes: () => [x.max(), m.max(0), m.max(1), m.argmax(0), m.argmax(1)],
  softmax: () => [m.softmax(1), m.logSoftmax(1)],
  cumsum: () => m.cumsum(1),
  gather: () => [m.gather(1, index), m.indexSelect(0, tensor([3, 1, 2], { dtype: 'int32' }))],
  copies: () => [m.t().contiguous(), cat([m, m])],
});

const classes = tensor([0, 1, 2, 1], { dtype: 'int32' });
const network = new Sequential(
  new Conv2d(5, 8, 3),
  new BatchNorm2d(8),
  new ReLU(),
  new MaxPool2d(2),
  new Conv2d(8, 6, 3, { padding: 1 }),
  new ReLU(),
  new Flatten(),
  new Linear(6 * 6 * 6, 40),
  new LayerNorm(40),
  new GELU(),
  new Linear(40, 30),
  new Sigmoid(),
  new Linear(30, 20),
  new Tanh(),
  new Linear(20, 3),
);
const cross = new CrossEntropyLoss();
const binary = new BCEWithLogitsLoss();
const optimizers: Optimizer<never, never>[] = [SGD, Adam, RMSprop, Adagrad, Adamax].map(
  (Kind) => new Kind(network.parameters(), { lr: 1e-4 }) as never,
);
optimizers.forEach((optimizer, i) => {
  operations[`training ${i}`] = () => {
    const logits = network(images) as Tensor;
    optimizer.zeroGrad();
    (i % 2 ? cross(logits, classes) : binary(logits, logits.detach().sigmoid())).backward();
    optimizer.step();
  };
});
operations.eval = () => {
  network.eval();
  network(images);
  network.train();
};

for (const [name, operation] of Object.entries(operations)) {
  // The last line says which one it was, if the process ends.
  console.log(name);
  const end = performance.now() + 150;
  while (performance.now() < end) scope(operation);
  // V8 compiles beside.
  await new Promise((resolve) => setTimeout(resolve, 20));
}
console.log('all');
process.exit(0);
