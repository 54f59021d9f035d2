import { type CpuBackend, cpu } from '@kindling/backend-cpu/wide';
import { native } from '@kindling/backend-native';
import { BCELoss, BCEWithLogitsLoss, Linear, type Module, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { noGrad, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { predict as inParts } from '@kindling/train';
import { initialWeights, mapInput, matmulInput, predictRows, sample } from '../tasks/inputs.ts';
import { versionOf } from '../tasks/version.ts';
import { type Competitor, type Network, SOFTMAX_ROW, type TrainWork, type Trial, type Work } from '../tasks/work.ts';
import { trainImages } from './kindling-images.ts';
import { trainMlp } from './kindling-mlp.ts';
import { operate } from './kindling-operations.ts';

/** Kindling as its users write it. */
export async function kindling(threads: number, wide = false): Promise<Competitor> {
  return withBackend(await cpu({ threads, wide }), threads, wide ? ', 256 bits' : '');
}

/** The same with products by the machine's BLAS. */
export async function nativeKindling(threads: number): Promise<Competitor> {
  const backend = await native({ threads, onMissing: () => {} });
  if (backend.blas === null) throw new Error('there is no BLAS here that it can call');
  return withBackend(backend, threads, `, ${backend.blas.name} by ${backend.blas.by}`);
}

function withBackend(backend: CpuBackend, threads: number, more: string): Competitor {
  if (backend.threads !== threads) throw new Error(`cpu({ threads: ${threads} }) computes with ${backend.threads}`);
  setBackend(backend);
  return {
    version: `${versionOf('@kindling/backend-cpu')} (${backend.kernels} kernels${more})`,
    start,
  };
}

function start(work: Work): Trial {
  switch (work.kind) {
    case 'train':
      return train(work);
    case 'images':
      return trainImages(work);
    case 'mlp':
      return trainMlp(work);
    case 'operation':
      return operate(work);
    case 'predict': {
      const model = build(work.network);
      model.eval();
      const x = tensor(predictRows(work.network, work.rows)).reshape([work.rows, work.network.sizes[0]!]);
      const output = work.inParts ? () => inParts(model, x) : () => noGrad(() => model(x));
      const predict = (): ArrayLike<number> => output().dataSync();
      const run = (n: number): void => {
        for (let i = 0; i < n; i++) predict();
      };
      return { run, check: () => sample(predict()) };
    }
    case 'matmul': {
      const { m, k, n } = work;
      const [left, right] = matmulInput(m, k, n);
      const a = tensor(left).reshape([m, k]);
      const b = tensor(right).reshape([k, n]);
      return repeated(() => a.matmul(b));
    }
    case 'map': {
      const x = tensor(mapInput(work.size));
      const rows = work.name === 'softmax' ? x.reshape([-1, SOFTMAX_ROW]) : x;
      const operation = {
        exp: () => x.exp(),
        sigmoid: () => x.sigmoid(),
        sum: () => x.sum(),
        softmax: () => rows.softmax(-1),
      }[work.name];
      return repeated(operation);
    }
  }
}

function repeated(operation: () => Tensor): Trial {
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) operation();
  };
  return { run, check: () => sample(operation().dataSync()) };
}

function train(work: TrainWork): Trial {
  const features = work.network.sizes[0]!;
  const batches = work.batches.map(({ rows, x, y }) => ({
    x: tensor(x).reshape([rows, features]),
    y: tensor(y).reshape([rows, 1]),
  }));
  const model = build(work.network);
  const criterion = work.network.output === 'sigmoid' ? new BCELoss() : new BCEWithLogitsLoss();
  const optimizer =
    work.optimizer === 'sgd'
      ? new SGD(model.parameters(), { lr: work.lr })
      : new Adam(model.parameters(), { lr: work.lr });
  let steps = 0;
  const step = (): Tensor => {
    const { x, y } = batches[steps++ % batches.length]!;
    const loss = criterion(model(x), y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss;
  };
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) step();
  };
  return { run, check: () => Array.from({ length: work.checkSteps }, () => step().item()) };
}

function build({ sizes, hidden, output }: Network): Sequential {
  const last = sizes.length - 2;
  const modules = sizes.slice(1).flatMap((out, i): Module[] => {
    const linear = new Linear(sizes[i]!, out);
    if (i < last) return [linear, hidden === 'relu' ? new ReLU() : new Sigmoid()];
    return output === 'sigmoid' ? [linear, new Sigmoid()] : [linear];
  });
  const model = new Sequential(...modules);
  const state = initialWeights({ sizes, hidden, output }).flatMap(({ weight, bias, shape }, i) => [
    [`${2 * i}.weight`, tensor(weight).reshape(shape)],
    [`${2 * i}.bias`, tensor(bias)],
  ]);
  model.loadStateDict(Object.fromEntries(state));
  return model;
}
