import { aSeed, checkOptions, wrong } from '@internal/arguments';
import { type Label, LabelEncoder } from '@kindling/data';
import { ArgumentError, SeedrandomGenerator } from '@kindling/tensor-core';

/**
 * What a {@link DummyClassifier} says: the class that is most frequent, with certainty (`mostFrequent`) or with the
 * frequencies as probabilities (`prior`); classes drawn as frequent as they are (`stratified`) or all alike (`uniform`);
 * or always one class.
 */
export type DummyStrategy<T extends Label = Label> =
  | 'mostFrequent'
  | 'prior'
  | 'stratified'
  | 'uniform'
  | { readonly constant: T };

const STRATEGIES: readonly unknown[] = ['mostFrequent', 'prior', 'stratified', 'uniform'];

/**
 * A classifier that looks at no column: what any other must beat. scikit-learn's `DummyClassifier`.
 *
 * @throws `ArgumentError` for an unknown strategy, no labels, and a constant that is no class.
 * @example
 * ```ts
 * import { DummyClassifier } from '@kindling/train';
 * const dummy = new DummyClassifier().fit(['ok', 'ok', 'ok', 'fraud']);
 * console.log(dummy.predict(2)); // => [ 'ok', 'ok' ]
 * console.log(dummy.classes, dummy.predictProba(1)); // => [ 'fraud', 'ok' ] [ Float64Array(2) [ 0.25, 0.75 ] ]
 * ```
 */
export class DummyClassifier<T extends Label = Label> {
  /** The classes, ascending. */
  classes: readonly T[] = [];
  /** How frequent each class is. */
  prior: Float64Array = new Float64Array(0);
  private readonly strategy: DummyStrategy<T>;
  private readonly seed: number | string;

  /** @param options - `strategy`: default `prior`; `seed` of what is drawn: default 0. */
  constructor(options: { readonly strategy?: DummyStrategy<T>; readonly seed?: number | string } = {}) {
    checkOptions(ArgumentError, 'DummyClassifier', options, { strategy: 1, seed: aSeed });
    const { strategy = 'prior', seed = 0 } = options;
    const constant = typeof strategy === 'object' && strategy !== null && 'constant' in strategy;
    if (!constant && !STRATEGIES.includes(strategy)) {
      wrong(ArgumentError, 'DummyClassifier', 'strategy', `one of ${STRATEGIES.join(', ')}, or { constant }`, strategy);
    }
    this.strategy = strategy;
    this.seed = seed;
  }

  /** Counts the classes. */
  fit(labels: ArrayLike<T>): this {
    const encoder = new LabelEncoder<T>();
    const codes = encoder.fitTransform(labels);
    if (codes.length === 0) throw new ArgumentError('DummyClassifier: there are no labels');
    const classes = [...encoder.classes!] as T[];
    if (typeof this.strategy === 'object' && !classes.includes(this.strategy.constant)) {
      throw new ArgumentError(
        `DummyClassifier: the constant ${String(this.strategy.constant)} is no class; there are: ${classes.join(', ')}`,
      );
    }
    this.classes = classes;
    this.prior = new Float64Array(classes.length);
    for (const code of codes) this.prior[code]! += 1 / codes.length;
    return this;
  }

  /** A class for each of so many rows. */
  predict(rows: number): T[] {
    return this.codes('predict', rows).map((code) => this.classes[code]!);
  }

  /** The probability of each class for each of so many rows. */
  predictProba(rows: number): Float64Array[] {
    const { strategy, prior } = this;
    const codes = this.codes('predictProba', rows);
    if (strategy === 'prior') return codes.map(() => prior.slice());
    if (strategy === 'uniform') return codes.map(() => new Float64Array(prior.length).fill(1 / prior.length));
    return codes.map((code) => new Float64Array(prior.length).fill(1, code, code + 1));
  }

  private codes(what: string, rows: number): number[] {
    const { strategy, classes, prior } = this;
    const where = `DummyClassifier.${what}`;
    if (classes.length === 0) throw new ArgumentError(`${where}: fit it first`);
    if (!Number.isSafeInteger(rows) || rows < 0) wrong(ArgumentError, where, 'rows', 'a whole number from 0', rows);
    const random = new SeedrandomGenerator(`${this.seed}/dummy`);
    if (strategy === 'uniform') return [...random.integers(rows, 0, classes.length)];
    if (strategy === 'stratified') return Array.from({ length: rows }, () => drawn(prior, random.random()));
    const code = typeof strategy === 'object' ? classes.indexOf(strategy.constant) : prior.indexOf(Math.max(...prior));
    return new Array<number>(rows).fill(code);
  }
}

/** The class at a place in the cumulated frequencies. */
function drawn(prior: Float64Array, place: number): number {
  let code = 0;
  for (let total = prior[0]!; place >= total && code < prior.length - 1; total += prior[code]!) code++;
  return code;
}
