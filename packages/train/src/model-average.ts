import { Module, ModuleList } from '@kindling/nn';
import { ArgumentError, type Tensor } from '@kindling/tensor-core';
import type { Model } from './types.js';

/**
 * Several models as one, whose output is the mean of theirs: such as the models of a cross-validation's folds.
 *
 * @throws `ArgumentError` for no models.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * import { ModelAverage } from '@kindling/train';
 * setBackend(await cpu());
 * const [a, b] = [new Linear(2, 1), new Linear(2, 1)];
 * const both = new ModelAverage([a, b]);
 * const x = ones(1, 2);
 * console.log(Math.abs(both(x).item() - (a(x).item() + b(x).item()) / 2) < 1e-6); // => true
 * ```
 */
export class ModelAverage extends Module<[Tensor], Tensor> {
  /** The models, which are registered. */
  readonly models: ModuleList<Model>;

  constructor(models: readonly Model[]) {
    super();
    if (!Array.isArray(models) || models.length === 0) throw new ArgumentError('ModelAverage: there are no models');
    this.models = new ModuleList<Model>(models);
  }

  override forward(x: Tensor): Tensor {
    const [first, ...others] = [...this.models] as [Model, ...Model[]];
    return others.reduce((sum, model) => sum.add(model(x)), first(x)).div(others.length + 1);
  }
}
