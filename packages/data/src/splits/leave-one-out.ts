import { ArgumentError } from '@kindling/tensor-core';
import { countSamples, type Samples, type Split, type Splitter, splitBy } from './splitter.js';

/**
 * Each row is tested once by what all others teach: scikit-learn's `LeaveOneOut`. It is told the rows, since there are as many
 * splits. Throws for one row alone, and where other rows are split.
 *
 * @example
 * ```ts
 * import { LeaveOneOut } from '@kindling/data';
 *
 * const splitter = new LeaveOneOut(3);
 * console.log(splitter.nSplits); // => 3
 * console.log([...splitter.split(3)].map(({ train, test }) => [[...train], [...test]]));
 * // => [ [ [ 1, 2 ], [ 0 ] ], [ [ 0, 2 ], [ 1 ] ], [ [ 0, 1 ], [ 2 ] ] ]
 * ```
 */
export class LeaveOneOut implements Splitter {
  readonly nSplits: number;

  constructor(x: Samples) {
    this.nSplits = countSamples('LeaveOneOut', x);
    if (this.nSplits < 2) throw new ArgumentError('LeaveOneOut: 1 row leaves nothing to train on');
  }

  split(x: Samples): IterableIterator<Split> {
    const n = countSamples('LeaveOneOut', x);
    if (n !== this.nSplits) throw new ArgumentError(`LeaveOneOut: got ${n} rows, made for ${this.nSplits}`);
    return this.splits();
  }

  private *splits(): Generator<Split, undefined> {
    for (let test = 0; test < this.nSplits; test++) yield splitBy(this.nSplits, (row) => row === test);
  }
}
