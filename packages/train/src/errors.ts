/**
 * Training that cannot go on: a loss that is no finite number, data that ran out, a metric that failed.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Sigmoid } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * import { evaluate, TrainError } from '@kindling/train';
 * setBackend(await cpu());
 * const error = await evaluate(new Sigmoid(), []).catch((reason: unknown) => reason);
 * console.log(error instanceof TrainError, String(error)); // => true TrainError: evaluate: there is no data
 * ```
 */
export class TrainError extends Error {
  override name = 'TrainError';
}
