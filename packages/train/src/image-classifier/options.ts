import { checkOptions, type Known, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type ClassifierOptions, checkClassifierOptions, trainingOptions } from '../classifier/options.js';

/** How an {@link ImageClassifier} is made; the defaults suit some hundred to some ten thousand small images. */
export interface ImageClassifierOptions extends Omit<ClassifierOptions, 'activation' | 'batchNorm' | 'pipeline'> {
  /** Pixels of a side that every image is brought to; default 32. */
  readonly size?: number;
  /** Filters of each convolution, of which each halves the image; default 16 and 32. With none, and no `hidden`, it is a logistic regression. */
  readonly filters?: readonly number[];
  /** Sizes of the layers behind the convolutions; default one of 32. */
  readonly hidden?: readonly number[];
}

const known: Known<ImageClassifierOptions> = { size: 1, filters: 1, ...trainingOptions };

/** The options with the defaults of images. */
export type SettledOptions = ImageClassifierOptions &
  Required<Pick<ImageClassifierOptions, 'size' | 'filters' | 'hidden' | 'dropout' | 'members'>>;

/** Throws for what makes no sense whatever the images; the options with their defaults. */
export function settledOptions(options: ImageClassifierOptions): SettledOptions {
  const where = 'imageClassifier';
  checkOptions(ArgumentError, where, options, known);
  const { size = 32, filters = [16, 32], hidden = [32], ...rest } = options;
  if (!Number.isSafeInteger(size) || size < 1 || size > 1024)
    wrong(ArgumentError, where, 'size', 'a whole number from 1 to 1024', size);
  if (!Array.isArray(filters) || !filters.every((count) => Number.isSafeInteger(count) && count > 0))
    wrong(ArgumentError, where, 'filters', 'a list of numbers such as [16, 32]', filters);
  if (2 ** filters.length > size)
    throw new ArgumentError(`${where}: images of ${size} pixels a side cannot be halved ${filters.length} times`);
  checkClassifierOptions({ hidden, ...rest });
  const defaults = { dropout: 0.2, members: 3, lr: 0.002, epochs: 60, patience: 8 };
  return { ...defaults, ...rest, size, filters, hidden };
}
