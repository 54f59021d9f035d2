// What can be said before the first step: parts of a run that do not fit each other, where numbers come out all the same.
import { nearest } from '@internal/arguments';
import { type AnyModule, Sequential } from '@kindling/nn';
import { Tensor } from '@kindling/tensor-core';
import { TrainError } from './errors.js';
import type { LossFunction, Model, Updater } from './types.js';

/** What each loss makes of an activation in front of it. */
const TWICE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CrossEntropyLoss: {
    Softmax: 'takes the softmax itself, and a second one keeps all probabilities close together',
    Sigmoid: 'takes the softmax itself, and of numbers from 0 to 1 it stays close to even',
  },
  BCEWithLogitsLoss: {
    Sigmoid: 'takes the sigmoid itself, and a second one gives probabilities from 0.5 to 0.73',
    Softmax: 'takes the sigmoid itself, and of numbers from 0 to 1 it gives probabilities from 0.5 to 0.73',
    ReLU: 'takes the sigmoid of it, which is then never below 0.5',
  },
  NLLLoss: {
    Softmax: 'takes logarithms of probabilities: put LogSoftmax there',
    Linear: 'takes logarithms of probabilities: put LogSoftmax after it, or take CrossEntropyLoss',
  },
  KLDivLoss: { Softmax: 'takes logarithms of probabilities: put LogSoftmax there' },
};

/** An activation at the end of a model that its loss does not expect. */
export function wrongEnd(model: Model, loss: LossFunction): string[] {
  let last: AnyModule | undefined = model;
  while (last instanceof Sequential) last = last.length > 0 ? (last as Sequential).at(-1) : undefined;
  const name = (loss as Partial<AnyModule>).moduleName?.();
  const end = last?.moduleName();
  if (name === undefined || end === undefined || last === model) return [];
  const why = TWICE[name]?.[end];
  return why === undefined ? [] : [`the model ends in ${end}, and ${name} ${why}`];
}

/** Fields that training does not change, although they look like weights: plain tensors where parameters are expected. */
export function plainWeights(model: Model): string[] {
  const known = new Set<unknown>([...model.parameters(), ...model.buffers()]);
  return model.namedModules().flatMap(([path, module]) =>
    Object.entries(module).flatMap(([field, value]: [string, unknown]) => {
      if (!(value instanceof Tensor) || known.has(value) || !value.isLeaf) return [];
      if (!value.requiresGrad && field !== 'weight' && field !== 'bias') return [];
      const name = path === '' ? field : `${path}.${field}`;
      return [
        `${name} is a tensor, no parameter, and stays as it is. Make it one by parameter(), before the optimizer`,
      ];
    }),
  );
}

/** Throws where somebody set what an optimizer does not read, such as `optimizer.lr`. */
export function checkSettings(where: string, optimizer: Updater): void {
  const { defaults, paramGroups } = optimizer as { defaults?: object; paramGroups?: readonly object[] };
  if (defaults === undefined || paramGroups === undefined) return;
  const names = Object.keys(defaults);
  const set = Object.keys(optimizer).find((name) => names.includes(name) || name === 'learningRate');
  if (set !== undefined) {
    const name = names.includes(set) ? set : 'lr';
    throw new TrainError(
      `${where}: optimizer.${set} was set, which nothing reads: set optimizer.paramGroups[0].${name}`,
    );
  }
  for (const [i, group] of paramGroups.entries()) {
    for (const key of Object.keys(group)) {
      const meant = key === 'learningRate' ? 'lr' : nearest(key, names);
      if (meant === undefined || meant === key || key === 'params' || key === 'initialLr') continue;
      throw new TrainError(`${where}: paramGroups[${i}].${key} was set, which nothing reads: did you mean '${meant}'?`);
    }
  }
}
