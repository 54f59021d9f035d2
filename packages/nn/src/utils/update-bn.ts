import { wrong } from '@internal/arguments';
import { noGrad, scope, Tensor } from '@kindling/tensor-core';
import { BatchNorm1d, BatchNorm2d } from '../layers/batch-norm.js';
import { type AnyModule, Module } from '../module.js';

/** What {@link updateBn} goes through: inputs, or batches whose first entry is the input. */
export type InputBatches =
  | Iterable<Tensor | readonly [Tensor, ...unknown[]]>
  | AsyncIterable<Tensor | readonly [Tensor, ...unknown[]]>;

/**
 * Measures the running mean and variance of all batch normalisations of a model anew, in one pass over batches, of which all
 * count the same: what averaged weights need, as the statistics of other weights do not fit them;
 * `torch.optim.swa_utils.update_bn`.
 *
 * A model without batch normalisation is left as it is, and nothing is read.
 *
 * @param batches - such as a `DataLoader`; may be asynchronous.
 * @param model - is called with each input.
 * @throws `TypeError` for something that is no module, and for batches that are, or begin with, no tensor.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { BatchNorm1d } from '@kindling/nn';
 * import { updateBn } from '@kindling/nn/utils';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const model = new BatchNorm1d(1);
 * await updateBn([tensor([[1], [3]]), tensor([[5], [7]])], model);
 * console.log(model.runningMean?.tolist(), model.runningVar?.tolist()); // => [ 4 ] [ 2 ]
 * ```
 */
export function updateBn(batches: InputBatches, model: Module): Promise<void> {
  if (!((model as unknown) instanceof Module)) wrong(TypeError, 'updateBn', 'the model', 'a module', model);
  const list = typeof batches === 'object' && batches !== null;
  if (!list || !(Symbol.iterator in batches || Symbol.asyncIterator in batches)) {
    wrong(TypeError, 'updateBn', 'the batches', 'a list of batches, such as a DataLoader', batches);
  }
  return measure(batches, model);
}

async function measure(batches: InputBatches, model: Module): Promise<void> {
  const layers = model.modules().filter((one: AnyModule) => one instanceof BatchNorm1d || one instanceof BatchNorm2d);
  if (layers.length === 0) return;
  const momenta = layers.map(({ momentum }) => momentum);
  const modes = model.modules().map((module) => [module, module.training] as const);
  noGrad(() => {
    for (const { runningMean, runningVar, numBatchesTracked } of layers) {
      runningMean?.fill_(0);
      runningVar?.fill_(1);
      numBatchesTracked?.fill_(0);
    }
  });
  const set = (momentum: (i: number) => number | null): void =>
    layers.forEach((layer, i) => {
      (layer as { momentum: number | null }).momentum = momentum(i);
    });
  set(() => null);
  model.train();
  try {
    for await (const batch of batches) {
      const input = batch instanceof Tensor ? batch : batch?.[0];
      if (!(input instanceof Tensor)) wrong(TypeError, 'updateBn', 'a batch', 'a tensor or begin with one', batch);
      noGrad(() => scope(() => void model(input)));
    }
  } finally {
    set((i) => momenta[i]!);
    for (const [module, training] of modes) module.training = training;
  }
}
