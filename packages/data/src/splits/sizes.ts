import { describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';

/** How much goes into each side. */
export interface SplitSizes {
  /** The test part: a share between 0 and 1, or a number of rows. */
  readonly testSize?: number;
  /** The training part: a share between 0 and 1, or a number of rows; what the test part leaves by default. */
  readonly trainSize?: number;
}

/** The sizes in rows, as scikit-learn rounds shares: the test part up, the training part down. */
export function resolveSizes(
  where: string,
  n: number,
  { testSize, trainSize }: SplitSizes,
  defaultTestSize: number,
): { train: number; test: number } {
  const wanted = testSize ?? (trainSize === undefined ? defaultTestSize : undefined);
  checkSize(where, 'testSize', wanted, n);
  checkSize(where, 'trainSize', trainSize, n);
  if (isShare(wanted) && isShare(trainSize) && wanted + trainSize > 1) {
    throw new ArgumentError(`${where}: testSize and trainSize add up to ${wanted + trainSize}, more than 1`);
  }
  const asTest = isShare(wanted) ? Math.ceil(wanted * n) : wanted;
  const asTrain = isShare(trainSize) ? Math.floor(trainSize * n) : trainSize;
  const train = asTrain ?? n - asTest!;
  const test = asTest ?? n - asTrain!;
  if (train + test > n) {
    throw new ArgumentError(`${where}: ${train} training and ${test} test rows are more than the ${n} there are`);
  }
  if (train === 0) throw new ArgumentError(`${where}: ${test} test rows of ${n} leave nothing to train on`);
  return { train, test };
}

function isShare(size: number | undefined): size is number {
  return size !== undefined && size < 1;
}

function checkSize(where: string, name: string, size: number | undefined, n: number): void {
  if (size === undefined) return;
  const fits = typeof size === 'number' && size > 0 && (size < 1 || (Number.isInteger(size) && size < n));
  if (!fits) {
    throw new ArgumentError(
      `${where}: ${name} must be a share between 0 and 1 or 1 to ${n - 1} of ${n} rows, got ${typeof size === 'number' ? size : describe(size)}`,
    );
  }
}
