import type { Dataset } from '../dataset.js';
import type { Transform } from './compose.js';

/**
 * A dataset whose samples are those of another after a transform, which runs each time a sample is fetched.
 *
 * @example
 * ```ts
 * import { mapDataset } from '@kindling/data';
 * const letters = { length: 3, get: (i: number) => 'abc'.charAt(i) };
 * console.log(mapDataset(letters, (letter) => letter.toUpperCase()).get(1)); // => B
 * ```
 */
export function mapDataset<In, Out>(dataset: Dataset<In>, transform: Transform<In, Out>): Dataset<Out> {
  return {
    get length() {
      return dataset.length;
    },
    get: (index) => transform(dataset.get(index)),
  };
}
