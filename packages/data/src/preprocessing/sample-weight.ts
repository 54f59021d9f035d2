import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';

/** What fitting may be told. */
export interface FitOptions {
  /** How much each row counts; all alike by default. */
  readonly sampleWeight?: ArrayLike<number>;
}

/** A weight for each row, none where all count alike; throws for others than numbers from 0. */
export function weightsOf(where: string, rows: number, options: FitOptions): ArrayLike<number> | undefined {
  checkOptions(ArgumentError, where, options, { sampleWeight: 1 });
  const { sampleWeight } = options;
  if (sampleWeight === undefined) return undefined;
  if (typeof sampleWeight !== 'object' || sampleWeight === null || typeof sampleWeight.length !== 'number') {
    throw new ArgumentError(`${where}: sampleWeight must be an array of numbers, got ${describe(sampleWeight)}`);
  }
  if (sampleWeight.length !== rows)
    throw new ShapeError(`${where}: got ${sampleWeight.length} weights for ${rows} rows`);
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const weight = sampleWeight[i]!;
    if (typeof weight !== 'number' || !(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new ArgumentError(`${where}: the weight of row ${i} must be a number from 0, got ${describe(weight)}`);
    }
    sum += weight;
  }
  if (sum === 0) throw new ArgumentError(`${where}: every weight is 0`);
  return sampleWeight;
}
