import { BCELoss, BCEWithLogitsLoss, Dropout, Module } from '@kindling/nn';
import type { Tensor, TypedArray } from '@kindling/tensor-core';
import { peekGrad } from '@kindling/tensor-core/internal';
import { TrainError } from './errors.js';
import type { LossFunction, Model, Updater } from './types.js';

/** Modules in plain arrays and objects, which training does not see. */
export function unregistered(model: Model): string[] {
  const known = new Set<unknown>(model.modules());
  return model.namedModules().flatMap(([path, module]) =>
    Object.entries(module).flatMap(([field, value]: [string, unknown]) => {
      if (value === null || typeof value !== 'object' || value instanceof Module) return [];
      const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype || value instanceof Map;
      const items = value instanceof Map ? [...value.values()] : plain ? Object.values(value) : [];
      if (!items.some((item) => item instanceof Module && !known.has(item) && item.parameters().length > 0)) return [];
      const name = path === '' ? field : `${path}.${field}`;
      return [
        `${name} holds layers in ${Array.isArray(value) ? 'an array' : 'an object'}, where they are not found: their weights stay as they are. Use ModuleList or ModuleDict`,
      ];
    }),
  );
}

/** What the first step shows: an optimizer of other parameters, and dropout that does nothing. */
export function afterFirstStep(model: Model, optimizer: Updater): string[] {
  const found: string[] = [];
  const { paramGroups } = optimizer as { paramGroups?: readonly { readonly params: readonly Tensor[] }[] };
  const params = paramGroups?.flatMap((group) => group.params) ?? [];
  if (params.length > 0 && params.every((param) => peekGrad(param) === null)) {
    found.push(
      `none of the optimizer's ${params.length} parameters got a gradient from the loss: are they another model's, frozen, or cut off by detach() or noGrad()?`,
    );
  }
  const asleep = model.namedModules().find(([, module]) => module instanceof Dropout && !module.training);
  if (asleep !== undefined) {
    found.push(
      `${asleep[0]} (Dropout) is in evaluation mode in a training step, and drops nothing: something called eval()`,
    );
  }
  return found;
}

/** Throws where the loss is 0 whatever the model gives: the probability of the only class is 1. */
export function checkOutputs(where: string, loss: LossFunction, { shape }: Tensor): void {
  if ((shape.length > 1 ? shape[1] : shape[0]) !== 1) return;
  // By its name, so that pages with another loss do not load this one.
  if (nameOf(loss) !== 'CrossEntropyLoss') return;
  throw new TrainError(
    `${where}: the model gives [${shape.join(', ')}], one class, for which CrossEntropyLoss is always 0: give it an output for each class, or take BCEWithLogitsLoss`,
  );
}

/** Losses whose targets are -1 and 1: a 0 would count for neither. By their names, so that pages without them load none. */
const OF_SIGNS: readonly unknown[] = ['HingeEmbeddingLoss', 'SoftMarginLoss'];

const nameOf = (loss: LossFunction): string | undefined => (loss as Partial<Module>).moduleName?.();

/** Whether a loss has no meaning for other targets than some: it would become ever smaller, below 0, or teach nothing. */
export function limitsTargets(loss: LossFunction): boolean {
  return (loss as unknown) instanceof BCELoss || (loss as unknown) instanceof BCEWithLogitsLoss || ofSigns(loss);
}

const ofSigns = (loss: LossFunction): boolean => OF_SIGNS.includes(nameOf(loss));

/** Throws where such a loss has other targets. */
export function checkTargets(where: string, loss: LossFunction, targets: TypedArray): void {
  const signs = ofSigns(loss);
  // NaN has a message of its own, with the loss.
  const at = targets.findIndex((value) =>
    signs ? Math.abs(value) < 1 || Math.abs(value) > 1 : value < 0 || value > 1,
  );
  if (at < 0) return;
  const remedy = signs
    ? '-1 and 1. 0 and 1 become these by y.mul(2).sub(1)'
    : '0 and 1, or probabilities between them. Classes 1 and 2 become 0 and 1 by y.sub(1), -1 and 1 by y.add(1).div(2)';
  throw new TrainError(`${where}: a target is ${targets[at]}; ${nameOf(loss)} needs ${remedy}`);
}
