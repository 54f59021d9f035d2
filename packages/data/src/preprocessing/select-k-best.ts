import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Labels } from '../splits/splitter.js';
import { flatten, type Matrix, type Scaled } from './matrix.js';
import { mutualInfoClassif } from './mutual-info-classif.js';
import { chi2, fClassif, type ScoreFunction } from './scores.js';
import { Selector } from './selector.js';
import { type Learned, perColumn, readState, type TransformerState } from './transformer.js';

/** What `SelectKBest` keeps. */
export interface SelectKBestOptions {
  /** How much a column tells of the classes; {@link fClassif} by default. */
  readonly scoreFunc?: ScoreFunction;
  /** How many columns are kept; 10 by default. */
  readonly k?: number | 'all';
}

/** The score functions that are saved by their names; the default needs none. */
const SAVED: Readonly<Record<string, ScoreFunction>> = { chi2, mutualInfoClassif };

/**
 * Keeps the columns that tell most of the classes, each looked at alone: scikit-learn's `SelectKBest`. Fit it to the training rows and
 * their labels alone. Throws where a value is missing or infinite, there are fewer columns than asked for, or the columns are not those it
 * was fitted to.
 *
 * @example
 * ```ts
 * import { SelectKBest } from '@kindling/data';
 *
 * const best = new SelectKBest({ k: 1 }).fit([[5, 1], [1, 2], [2, 8], [6, 9]], ['a', 'a', 'b', 'b']);
 * console.log(best.transform([[3, 4]])); // => [ [ 4 ] ]
 * ```
 */
export class SelectKBest extends Selector {
  /** How much each column tells. */
  scores: Float64Array | undefined;
  /** How likely so much is by chance. */
  pValues: Float64Array | undefined;
  /** A pipeline hands the labels on to it. */
  readonly supervised = true;
  protected override readonly name = 'SelectKBest';
  protected override readonly nan = 'error';
  private readonly scoreFunc: ScoreFunction;
  private readonly k: number | 'all';

  constructor(options: SelectKBestOptions = {}) {
    super();
    checkOptions(ArgumentError, 'SelectKBest', options, { scoreFunc: 1, k: 1 });
    const { scoreFunc = fClassif, k = 10 } = options;
    if (typeof scoreFunc !== 'function')
      throw new ArgumentError(`SelectKBest: scoreFunc must be a function such as fClassif, got ${describe(scoreFunc)}`);
    if (k !== 'all' && !(Number.isSafeInteger(k) && k >= 1))
      throw new ArgumentError(`SelectKBest: k must be a whole number from 1 or 'all', got ${describe(k)}`);
    this.scoreFunc = scoreFunc;
    this.k = k;
  }

  /** The one that `toJSON` gave; throws where it is none. Functions of one's own are not saved: what is loaded transforms only. */
  static fromJSON(state: TransformerState): SelectKBest {
    const read = readState('SelectKBest', state, { scores: perColumn, pValues: perColumn, support: perColumn });
    const { scoreFunc, ...others } = read.options;
    const known =
      typeof scoreFunc === 'string' && Object.hasOwn(SAVED, scoreFunc) ? { scoreFunc: SAVED[scoreFunc]! } : {};
    return new SelectKBest({ ...others, ...known }).restore(read);
  }

  override fit(x: Matrix, y?: Labels): this {
    const flat = flatten('SelectKBest', x);
    if (y === undefined) throw new ArgumentError('SelectKBest: needs the labels as the second argument');
    const { columns } = flat;
    const k = this.k === 'all' ? columns : this.k;
    if (k > columns) throw new ArgumentError(`SelectKBest: ${k} columns of ${columns}`);
    const { scores, pValues } = this.scoreFunc(flat, y);
    // A score that is none counts least, and of equal ones the last columns are kept.
    const rank = (j: number): number => (Number.isNaN(scores[j]!) ? Number.NEGATIVE_INFINITY : scores[j]!);
    const order = Array.from({ length: columns }, (_, j) => j).sort((a, b) => rank(a) - rank(b) || a - b);
    const support = new Float64Array(columns);
    for (const j of order.slice(columns - k)) support[j] = 1;
    this.scores = scores;
    this.pValues = pValues;
    this.support = support;
    return this.fittedTo(x, columns);
  }

  override fitTransform<M extends Matrix>(x: M, y?: Labels): Scaled<M> {
    return this.fit(x, y).transform(x);
  }

  protected override learn(): void {
    throw new ArgumentError('SelectKBest: needs the labels as the second argument');
  }

  protected override learned(): Learned {
    // Infinity has no place in JSON.
    const finite = (values: Float64Array): Float64Array =>
      values.map((value) => (Number.isFinite(value) ? value : value > 0 ? Number.MAX_VALUE : Number.NaN));
    return { scores: finite(this.scores!), pValues: this.pValues!, support: this.support! };
  }

  protected override options(): Record<string, unknown> {
    const name = Object.keys(SAVED).find((one) => SAVED[one] === this.scoreFunc);
    return { k: this.k, ...(name === undefined ? {} : { scoreFunc: name }) };
  }
}
