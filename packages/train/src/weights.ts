import { ArgumentError, noGrad, type Tensor, tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import type { LossFunction } from './types.js';

/** The mean over the rows of weight times loss. */
export function weightedLoss(loss: LossFunction, prediction: Tensor, target: Tensor, weight: Tensor): Tensor {
  const rows = prediction.shape[0]!;
  let each = unreduced(loss)(prediction, target);
  if (each.shape[0] !== rows) {
    throw new ArgumentError(
      `fit: with weights, the loss must give a number a row; for ${rows} rows it gave ${formatShape(each.shape)}. Losses of @kindling/nn do; in one of your own, leave out the mean`,
    );
  }
  if (each.shape.length > 1) each = each.reshape([rows, -1]).mean(1);
  return each.mul(weight).mean();
}

/** A loss of `@kindling/nn` that gives the numbers of which it otherwise gives the mean; a function of one's own as it is. */
function unreduced(loss: LossFunction): LossFunction {
  const { reduction, forward } = loss as { reduction?: unknown; forward?: LossFunction };
  if (typeof reduction !== 'string' || typeof forward !== 'function') return loss;
  const same = Object.create(loss, { reduction: { value: 'none' } }) as object;
  return (prediction, target) => Reflect.apply(forward, same, [prediction, target]) as Tensor;
}

/** How much each class counts. */
export type ClassWeight = 'balanced' | readonly number[];

/** The weights of the classes 0, 1, … as a tensor: what was given, or each class alike in sum. */
export async function classTable(where: string, weight: ClassWeight, targets: Tensor | null): Promise<number[]> {
  if (weight !== 'balanced') {
    const wrong = !Array.isArray(weight) || weight.length < 2 || weight.some((one) => !(one >= 0 && one < Infinity));
    if (wrong) {
      throw new ArgumentError(`${where}: classWeight must be 'balanced', or a list of a number from 0 for each class`);
    }
    return [...weight];
  }
  if (targets === null) {
    throw new ArgumentError(
      `${where}: classWeight 'balanced' counts the targets of { x, y }; of a loader, say the numbers: [1, 4]`,
    );
  }
  checkClasses(where, targets);
  const counts: number[] = [];
  for (const label of await targets.data()) {
    if (!Number.isInteger(label) || label < 0 || label > 1e6) {
      throw new ArgumentError(`${where}: classWeight needs targets that are classes 0, 1, …; one is ${label}`);
    }
    while (counts.length <= label) counts.push(0);
    counts[label]!++;
  }
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : targets.numel() / (present * count)));
}

/** The weights of rows by their classes, times those they have. */
export function rowWeights(where: string, table: readonly number[], targets: Tensor, weight: Tensor | null): Tensor {
  checkClasses(where, targets);
  return noGrad(() => {
    const { backend } = targets;
    const byClass = tensor([...table], { backend }).indexSelect(0, targets.reshape([-1]).to('int32'));
    return weight === null ? byClass : byClass.mul(weight);
  });
}

function checkClasses(where: string, targets: Tensor): void {
  const { shape } = targets;
  if (targets.numel() !== shape[0]) {
    throw new ArgumentError(`${where}: classWeight needs one class a row; the targets are ${formatShape(shape)}`);
  }
}
