import { checkChoice, checkOptions, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import {
  type Category,
  type CategoryRows,
  type EncoderState,
  encoderState,
  type KnownCategories,
  learnCategories,
  placesOf,
  readEncoder,
} from './categories.js';
import { flatten, type Matrix } from './matrix.js';
import type { Features } from './preprocessor.js';

/** What `OneHotEncoder` does with rare and unknown categories. */
export interface OneHotEncoderOptions {
  /**
   * Whether a category that was not there when fitting is an error (the default), zeros in all columns, or, with
   * `infrequentIfExist`, counts as a rare one where there are such.
   */
  readonly handleUnknown?: 'error' | 'ignore' | 'infrequentIfExist';
  /** Whether each column's first category gets no column of its own, or only where there are two of them. */
  readonly drop?: 'first' | 'ifBinary';
  /** Categories in fewer rows than this (a whole number), or than this share of them (below 1), share a column. */
  readonly minFrequency?: number;
  /** The most columns for one column of categories, the one that rare ones share included; 2 or more. */
  readonly maxCategories?: number;
}

/** How one column of categories becomes several of zeros and ones. */
interface Plan {
  /** The column for each category, by its place; -1 where it has none. */
  readonly target: Int32Array;
  /** The column that rare categories share; -1 where there is none. */
  readonly rare: number;
  /** What each column stands for; `null` where that is a missing value, `undefined` for rare ones. */
  readonly meaning: readonly (Category | undefined)[];
  /** The category that has no column, if it was dropped. */
  readonly dropped: Category | undefined;
}

/**
 * Makes a column of zeros and ones for each category: scikit-learn's `OneHotEncoder`, dense. A missing value is a category of
 * its own. Fit it to the training rows alone. Throws where a column mixes kinds, a category is not known, or the columns are not
 * those it was fitted to.
 *
 * @example
 * ```ts
 * import { OneHotEncoder, Table } from '@kindling/data';
 *
 * const encoder = new OneHotEncoder({ handleUnknown: 'ignore' }).fit(Table.from({ town: ['Ulm', 'Bonn', 'Ulm'] }));
 * const { data, featureNames } = encoder.transform(Table.from({ town: ['Ulm', 'Rom'] }));
 * console.log(featureNames, data); // => [ 'town=Bonn', 'town=Ulm' ] Float64Array(4) [ 0, 1, 0, 0 ]
 * ```
 */
export class OneHotEncoder {
  private known: KnownCategories | undefined;
  private plans: readonly Plan[] = [];
  private readonly options: OneHotEncoderOptions;

  constructor(options: OneHotEncoderOptions = {}) {
    const where = 'OneHotEncoder';
    checkOptions(ArgumentError, where, options, { handleUnknown: 1, drop: 1, minFrequency: 1, maxCategories: 1 });
    const { handleUnknown = 'error', drop, minFrequency, maxCategories } = options;
    checkChoice(ArgumentError, where, 'handleUnknown', handleUnknown, ['error', 'ignore', 'infrequentIfExist']);
    if (drop !== undefined) checkChoice(ArgumentError, where, 'drop', drop, ['first', 'ifBinary']);
    if (minFrequency !== undefined && !(minFrequency > 0 && (minFrequency < 1 || Number.isSafeInteger(minFrequency)))) {
      throw new ArgumentError(
        `${where}: minFrequency must be a share between 0 and 1 or a whole number of rows, got ${describe(minFrequency)}`,
      );
    }
    if (maxCategories !== undefined && !(Number.isSafeInteger(maxCategories) && maxCategories >= 2)) {
      throw new ArgumentError(
        `${where}: maxCategories must be a whole number of 2 or more, got ${describe(maxCategories)}`,
      );
    }
    this.options = options;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: EncoderState): OneHotEncoder {
    const { options, known } = readEncoder('OneHotEncoder', state);
    const encoder = new OneHotEncoder(options);
    if (known !== undefined) encoder.take(known);
    return encoder;
  }

  /** Each column's categories in ascending order, `null` last where one was missing. */
  get categories(): readonly (readonly Category[])[] {
    return this.fitted().categories;
  }

  /** A name for each column of what `transform` gives. */
  featureNamesOut(): string[] {
    const { inputNames } = this.fitted();
    return this.plans.flatMap(({ meaning }, j) => {
      const name = inputNames?.[j] ?? `x${j}`;
      return meaning.map((category) =>
        category === undefined ? `${name} is other` : category === null ? `${name} is missing` : `${name}=${category}`,
      );
    });
  }

  /** Takes the categories of the columns of `x`; fit to the training rows alone. */
  fit(x: CategoryRows): this {
    this.take(learnCategories('OneHotEncoder', x));
    return this;
  }

  /** Columns of zeros and ones, in the order of `featureNamesOut`. */
  transform(x: CategoryRows): Features {
    const { handleUnknown = 'error' } = this.options;
    const places = placesOf('OneHotEncoder', x, this.known, handleUnknown === 'error' ? 'error' : -1);
    const featureNames = this.featureNamesOut();
    const columns = featureNames.length;
    const rows = places[0]!.length;
    const data = new Float64Array(rows * columns);
    let at = 0;
    for (const [j, { target, rare, meaning }] of this.plans.entries()) {
      const unknown = handleUnknown === 'infrequentIfExist' ? rare : -1;
      for (let i = 0; i < rows; i++) {
        const place = places[j]![i]!;
        const column = place < 0 ? unknown : target[place]!;
        if (column >= 0) data[i * columns + at + column] = 1;
      }
      at += meaning.length;
    }
    return { data, rows, columns, featureNames };
  }

  /** `fit` and `transform` in one. */
  fitTransform(x: CategoryRows): Features {
    return this.fit(x).transform(x);
  }

  /** The category that each row's columns stand for; `null` where it is missing, not known, or one of several rare ones. */
  inverseTransform(x: Matrix): Category[][] {
    this.fitted();
    const width = this.plans.reduce((sum, { meaning }) => sum + meaning.length, 0);
    const { data, rows, columns } = flatten('OneHotEncoder', x);
    if (columns !== width) throw new ShapeError(`OneHotEncoder: got ${columns} columns, transform gives ${width}`);
    return Array.from({ length: rows }, (_, i) => {
      let at = i * columns;
      return this.plans.map(({ meaning, dropped }) => {
        const values = data.subarray(at, at + meaning.length);
        at += meaning.length;
        const most = values.length === 0 ? 0 : Math.max(...values);
        return (most === 0 ? dropped : meaning[values.indexOf(most)]) ?? null;
      });
    });
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): EncoderState {
    return encoderState('OneHotEncoder', { ...this.options }, this.known);
  }

  private fitted(): KnownCategories {
    if (this.known === undefined) throw new ArgumentError('OneHotEncoder: fit it to a table first');
    return this.known;
  }

  private take(known: KnownCategories): void {
    this.known = known;
    this.plans = known.categories.map((list, j) => planOf(list, known.counts[j]!, known.rows, this.options));
  }
}

function planOf(
  list: readonly Category[],
  counts: readonly number[],
  rows: number,
  { drop, minFrequency = 0, maxCategories = Number.POSITIVE_INFINITY }: OneHotEncoderOptions,
): Plan {
  const least = minFrequency < 1 ? minFrequency * rows : minFrequency;
  const isRare = counts.map((count) => count < least);
  const frequent = isRare.filter((rare) => !rare).length;
  // One column is counted for rare ones, whether there are any or not.
  if (maxCategories < frequent + 1) {
    // Of categories that are as rare the last ones keep their column.
    const byCount = Array.from(counts.keys()).sort((a, b) => counts[a]! - counts[b]! || a - b);
    for (const place of byCount.slice(0, 1 - maxCategories)) isRare[place] = true;
  }
  const kept = Array.from(list.keys()).filter((place) => !isRare[place]);
  const meaning: (Category | undefined)[] = kept.map((place) => list[place]!);
  const shared = kept.length < list.length;
  if (shared) meaning.push(undefined);
  const dropping = drop === 'first' || (drop === 'ifBinary' && meaning.length === 2);
  const shift = dropping ? 1 : 0;
  const rare = shared ? meaning.length - 1 - shift : -1;
  const target = new Int32Array(list.length).fill(rare);
  for (const [column, place] of kept.entries()) target[place] = column - shift;
  return { target, rare, meaning: meaning.slice(shift), dropped: dropping ? meaning[0] : undefined };
}
