import { describe } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { readRows, type ScoreRows } from '../inputs.js';

/** One row of finite numbers a sample: nested arrays, or a tensor of shape `[n, columns]`. */
export type Rows = ScoreRows;

/** The rows of a table of numbers. */
export function readTable(where: string, x: Rows): Float64Array[] {
  if (typeof x !== 'object' || x === null || !('dataSync' in x || typeof x[0] === 'object')) {
    throw new MetricError(`${where}: x must be rows of numbers, not ${describe(x)}`);
  }
  return readRows(where, 'x', x);
}
