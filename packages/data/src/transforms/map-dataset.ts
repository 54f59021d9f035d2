import { wrong } from '@internal/arguments';
import { checkDataset, type Dataset } from '../dataset.js';
import type { Transform } from './compose.js';

/**
 * A dataset whose samples are those of another after a transform, which runs each time a sample is fetched.
 *
 * Promises of samples, as those of images, are waited for; what is random draws as it does in the other dataset.
 *
 * @example
 * ```ts
 * import { mapDataset } from '@kindling/data';
 * const letters = { length: 3, get: (i: number) => 'abc'.charAt(i) };
 * console.log(mapDataset(letters, (letter) => letter.toUpperCase()).get(1)); // => B
 * ```
 */
export function mapDataset<In, Out>(
  dataset: Dataset<Promise<In>>,
  transform: Transform<In, Out>,
): Dataset<Promise<Out>>;
export function mapDataset<In, Out>(dataset: Dataset<In>, transform: Transform<In, Out>): Dataset<Out>;
export function mapDataset(dataset: Dataset<unknown>, transform: Transform<unknown, unknown>): Dataset<unknown> {
  checkDataset('mapDataset', 'the dataset', dataset);
  if (typeof transform !== 'function') wrong(Error, 'mapDataset', 'the transform', 'a function', transform);
  return {
    get length() {
      return dataset.length;
    },
    get asynchronous() {
      return dataset.asynchronous === true;
    },
    get(index, draw) {
      const sample = dataset.get(index, draw);
      return sample instanceof Promise ? sample.then(transform) : transform(sample);
    },
    nameOf: (index) => dataset.nameOf?.(index) ?? `sample ${index}`,
  };
}
