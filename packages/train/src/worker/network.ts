import {
  BatchNorm1d,
  BCEWithLogitsLoss,
  Dropout,
  ELU,
  GELU,
  HuberLoss,
  Identity,
  LayerNorm,
  LeakyReLU,
  Linear,
  type Module,
  MSELoss,
  ReLU,
  Sequential,
  Sigmoid,
  SiLU,
  Tanh,
} from '@kindling/nn';
import { Adagrad, Adam, AdamW, RMSprop, SGD } from '@kindling/optim';
import { CosineAnnealingLR, ExponentialLR, StepLR } from '@kindling/optim/lr-scheduler';
import { type Backend, type Generator, sigmoid, type Tensor } from '@kindling/tensor-core';
import type { LossFunction } from '../types.js';
import { type ExperimentSpec, widthOf } from './spec.js';

const ACTIVATION = { ReLU, Tanh, Sigmoid, LeakyReLU, ELU, GELU, SiLU, Identity };
const NORM = { BatchNorm1d, LayerNorm };

/** Where a network is made, and what its weights are drawn from. */
interface Place {
  readonly backend: Backend;
  readonly generator: Generator;
}

/** The network of a spec; `outputs` are the places of its activations. */
export function buildNetwork(spec: ExperimentSpec, place: Place): { model: Sequential; outputs: number[] } {
  const { backend, generator } = place;
  const modules: Module<[Tensor], Tensor>[] = [];
  const outputs: number[] = [];
  let size = widthOf(spec);
  for (const { units, activation, dropout, norm } of spec.layers) {
    modules.push(new Linear(size, units, place));
    if (norm !== 'none') modules.push(new NORM[norm](units, { backend }));
    outputs.push(modules.length);
    modules.push(new ACTIVATION[activation]());
    if (dropout > 0) modules.push(new Dropout(dropout, { generator }));
    size = units;
  }
  modules.push(new Linear(size, 1, place));
  return { model: new Sequential(...modules), outputs };
}

/** The loss of logits and labels. */
export function buildLoss({ loss }: ExperimentSpec): LossFunction {
  if (loss === 'BCEWithLogitsLoss') return new BCEWithLogitsLoss();
  const criterion = loss === 'MSELoss' ? new MSELoss() : new HuberLoss();
  return (logits, target) => criterion(sigmoid(logits), target);
}

/** The optimizer of a spec. */
export function buildOptimizer({ optimizer: { name, lr, momentum }, penalty }: ExperimentSpec, params: Tensor[]) {
  const weightDecay = penalty.name === 'L2' ? penalty.rate : 0;
  switch (name) {
    case 'SGD':
      return new SGD(params, { lr, momentum, weightDecay });
    case 'Adam':
      return new Adam(params, { lr, weightDecay });
    case 'AdamW':
      return new AdamW(params, { lr, weightDecay });
    case 'RMSprop':
      return new RMSprop(params, { lr, weightDecay });
    case 'Adagrad':
      return new Adagrad(params, { lr, weightDecay });
  }
}

/** The schedule of a spec, which steps once an epoch. */
export function buildSchedule(
  { schedule: { name, every, gamma } }: ExperimentSpec,
  optimizer: ReturnType<typeof buildOptimizer>,
) {
  switch (name) {
    case 'none':
      return null;
    case 'StepLR':
      return new StepLR(optimizer, { stepSize: every, gamma });
    case 'ExponentialLR':
      // Falls by gamma in so many epochs, a little each.
      return new ExponentialLR(optimizer, { gamma: gamma ** (1 / every) });
    case 'CosineAnnealingLR':
      return new CosineAnnealingLR(optimizer, { tMax: every });
  }
}
