import { aGenerator, checkOptions, wrong } from '@internal/arguments';
import { defaultGenerator, type Generator } from '@kindling/tensor-core';
import { checkDataset, type Dataset, Subset } from './dataset.js';

/**
 * Splits a dataset at random into parts that do not overlap, as `torch.utils.data.random_split`.
 *
 * @param lengths - the size of each part, which add up to the dataset's; or fractions that add up to 1, where samples
 * left over by rounding down go to the first parts, one each.
 * @param options - `generator`: the stream to draw from; default the one that `manualSeed` seeds.
 * @throws `Error` when the lengths do not add up.
 * @example
 * ```ts
 * import { randomSplit } from '@kindling/data';
 * import { manualSeed } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(42, { engine: TorchGenerator });
 * const letters = { length: 5, get: (i: number) => 'abcde'.charAt(i) };
 * const [train, test] = randomSplit(letters, [0.7, 0.3]);
 * console.log(train!.indices, test!.get(0)); // => Int32Array(4) [ 2, 4, 3, 0 ] b
 * ```
 */
export function randomSplit<Sample>(
  dataset: Dataset<Sample>,
  lengths: readonly number[],
  options: { readonly generator?: Generator } = {},
): Subset<Sample>[] {
  checkDataset('randomSplit', 'the dataset', dataset);
  if (!Array.isArray(lengths)) wrong(Error, 'randomSplit', 'the lengths', 'an array of sizes or fractions', lengths);
  checkOptions(Error, 'randomSplit', options, { generator: aGenerator });
  const sizes = sizesOf(dataset.length, lengths);
  const order = (options.generator ?? defaultGenerator()).permutation(dataset.length);
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return new Subset(dataset, order.subarray(start - size, start));
  });
}

function sizesOf(total: number, lengths: readonly number[]): number[] {
  const sum = lengths.reduce((a, b) => a + b, 0);
  const fractions = Math.abs(sum - 1) <= 1e-9;
  const bad = lengths.find((length) => !(length >= 0) || !(fractions || Number.isInteger(length)));
  if (bad !== undefined || !(fractions || sum === total)) {
    throw new Error(
      `randomSplit: [${lengths.join(', ')}] are neither sizes that add up to ${total} nor fractions that add up to 1`,
    );
  }
  if (!fractions) return [...lengths];
  const sizes = lengths.map((fraction) => Math.floor(total * fraction));
  const rest = total - sizes.reduce((a, b) => a + b, 0);
  return sizes.map((size, i) => size + Math.floor(rest / sizes.length) + (i < rest % sizes.length ? 1 : 0));
}
