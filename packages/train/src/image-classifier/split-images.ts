import { checkOptions, wrong } from '@internal/arguments';
import { type RandomStateLike, trainTestSplitIndices } from '@kindling/data';
import { ArgumentError } from '@kindling/tensor-core';
import type { LabelledImage } from './image-classifier.js';

/** How images are parted. */
export interface SplitImagesOptions {
  /** The share of test images; default 0.25. */
  readonly testSize?: number;
  /** What draws: a seed as scikit-learn's `random_state`, or a generator; default the one of `manualSeed`. */
  readonly randomState?: RandomStateLike;
}

/**
 * Images to train on and others for the test, each class as frequent in both as in the whole; their order stays.
 *
 * @throws `ArgumentError` for no list, and for so few images that a class would be missing in a part.
 * @example
 * ```ts
 * import { splitImages } from '@kindling/train/images';
 * const images = Array.from({ length: 8 }, (_, i) => ({ source: `${i}.png`, label: i < 4 ? 'cat' : 'dog' }));
 * const { train, test } = splitImages(images, { randomState: 0 });
 * console.log(train.length, test.map(({ label }) => label)); // => 6 [ 'cat', 'dog' ]
 * ```
 */
export function splitImages<One extends LabelledImage>(
  images: readonly One[],
  options: SplitImagesOptions = {},
): { readonly train: One[]; readonly test: One[] } {
  if (!Array.isArray(images)) wrong(ArgumentError, 'splitImages', 'the images', 'a list', images);
  checkOptions(ArgumentError, 'splitImages', options, { testSize: 1, randomState: 1 });
  const { testSize = 0.25, randomState } = options;
  const stratify = images.map(({ label }) => label);
  const draws = randomState === undefined ? {} : { randomState };
  const parts = trainTestSplitIndices(images.length, { testSize, stratify, ...draws });
  const taken = (rows: Int32Array): One[] => Array.from(rows.toSorted(), (row) => images[row]!);
  return { train: taken(parts.train), test: taken(parts.test) };
}
