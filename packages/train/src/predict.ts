import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError, cat, noGrad, scope, Tensor } from '@kindling/tensor-core';
import { rememberModes } from './modes.js';
import { checkOutput } from './output.js';
import type { Model } from './types.js';

/** Rows that go through at once: more are no faster, and their intermediate results leave the caches. */
const ROWS = 8192;
/** The same for long rows, such as images: the most numbers of the input. */
const NUMBERS = 2 ** 22;

/**
 * The model's output for every row of `x`, in evaluation mode and without gradients; modes are as before afterwards.
 *
 * @param x - `[rows, …]`.
 * @param options - `batchSize`: how many rows go through at once; default 8192, or fewer of more than 512 numbers each: 4 M numbers.
 * @returns `[rows, …]`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Sigmoid } from '@kindling/nn';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * import { predict } from '@kindling/train';
 * setBackend(await cpu());
 * console.log(predict(new Sigmoid(), zeros(3), { batchSize: 2 }).tolist()); // => [ 0.5, 0.5, 0.5 ]
 * ```
 */
export function predict(model: Model, x: Tensor, options: { readonly batchSize?: number } = {}): Tensor {
  if (typeof model?.parameters !== 'function') wrong(ArgumentError, 'predict', 'the model', 'a module', model);
  if (!(x instanceof Tensor)) wrong(ArgumentError, 'predict', 'x', 'a tensor', x);
  checkOptions(ArgumentError, 'predict', options, { batchSize: 'number' });
  const rows = x.shape[0];
  if (rows === undefined) throw new Error('predict: x is a scalar; its first dimension should be the rows');
  const usual = Math.floor(Math.min(ROWS, (NUMBERS * rows) / Math.max(x.numel(), 1)));
  const { batchSize = Math.max(usual, 1) } = options;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw new Error(`predict: batchSize must be a whole number from 1, got ${batchSize}`);
  }
  const restoreModes = rememberModes(model);
  try {
    model.eval();
    return noGrad(() =>
      scope(() => {
        if (batchSize >= rows) return checkOutput('predict', model(x));
        const parts: Tensor[] = [];
        for (let start = 0; start < rows; start += batchSize) {
          const some = x.narrow(0, start, Math.min(batchSize, rows - start));
          parts.push(scope(() => checkOutput('predict', model(some))));
        }
        return cat(parts);
      }),
    );
  } finally {
    restoreModes();
  }
}
