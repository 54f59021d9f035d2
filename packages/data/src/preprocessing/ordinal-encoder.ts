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

/** What `OrdinalEncoder` does with what it does not know. */
export interface OrdinalEncoderOptions {
  /** Whether a category that was not there when fitting is an error (the default) or becomes `unknownValue`. */
  readonly handleUnknown?: 'error' | 'useEncodedValue';
  /** What such a category becomes: NaN, or a number that stands for no category. */
  readonly unknownValue?: number;
  /** What a missing one becomes; NaN by default. */
  readonly encodedMissingValue?: number;
}

/**
 * Numbers the categories of each column 0, 1, 2, … in ascending order: scikit-learn's `OrdinalEncoder`. Missing ones become NaN.
 * Throws where a column mixes kinds, a category is not known, or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { OrdinalEncoder } from '@kindling/data';
 *
 * const encoder = new OrdinalEncoder().fit([['b', 3], ['a', 1], [null, 3]]);
 * console.log(encoder.categories); // => [ [ 'a', 'b', null ], [ 1, 3 ] ]
 * console.log(encoder.transform([['b', 1], [null, 3]]).data); // => Float64Array(4) [ 1, 0, NaN, 1 ]
 * ```
 */
export class OrdinalEncoder {
  private known: KnownCategories | undefined;
  private readonly options: OrdinalEncoderOptions;

  constructor(options: OrdinalEncoderOptions = {}) {
    const where = 'OrdinalEncoder';
    checkOptions(ArgumentError, where, options, { handleUnknown: 1, unknownValue: 1, encodedMissingValue: 1 });
    const { handleUnknown = 'error', unknownValue, encodedMissingValue = Number.NaN } = options;
    checkChoice(ArgumentError, where, 'handleUnknown', handleUnknown, ['error', 'useEncodedValue']);
    if ((handleUnknown === 'useEncodedValue') !== (unknownValue !== undefined)) {
      throw new ArgumentError(`${where}: handleUnknown: 'useEncodedValue' and unknownValue go together`);
    }
    for (const [what, value] of Object.entries({ unknownValue, encodedMissingValue })) {
      if (value !== undefined && !Number.isNaN(value) && !Number.isFinite(value)) {
        throw new ArgumentError(`${where}: ${what} must be a finite number or NaN, got ${describe(value)}`);
      }
    }
    this.options = options;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: EncoderState): OrdinalEncoder {
    const { options, known } = readEncoder('OrdinalEncoder', state);
    // JSON has no NaN.
    const numbers = Object.entries(options).map(([key, value]) => [key, value === null ? Number.NaN : value]);
    const encoder = new OrdinalEncoder(Object.fromEntries(numbers));
    if (known !== undefined) encoder.take(known);
    return encoder;
  }

  /** Each column's categories in ascending order, `null` last where one was missing. */
  get categories(): readonly (readonly Category[])[] {
    if (this.known === undefined) throw new ArgumentError('OrdinalEncoder: fit it to a table first');
    return this.known.categories;
  }

  /** A name for each column. */
  featureNamesOut(): readonly string[] {
    return this.known?.inputNames ?? this.categories.map((_, j) => `x${j}`);
  }

  /** Takes the categories of the columns of `x`; fit to the training rows alone. */
  fit(x: CategoryRows): this {
    this.take(learnCategories('OrdinalEncoder', x));
    return this;
  }

  /** The number of each category, a column for each of `x`. */
  transform(x: CategoryRows): Features {
    const { handleUnknown = 'error', unknownValue = Number.NaN, encodedMissingValue = Number.NaN } = this.options;
    const places = placesOf('OrdinalEncoder', x, this.known, handleUnknown === 'error' ? 'error' : -1);
    const { categories } = this.known!;
    const columns = places.length;
    const rows = places[0]!.length;
    const data = new Float64Array(rows * columns);
    for (const [j, column] of places.entries()) {
      const list = categories[j]!;
      for (let i = 0; i < rows; i++) {
        const place = column[i]!;
        data[i * columns + j] = place < 0 ? unknownValue : list[place] === null ? encodedMissingValue : place;
      }
    }
    return { data, rows, columns, featureNames: this.featureNamesOut() };
  }

  /** `fit` and `transform` in one. */
  fitTransform(x: CategoryRows): Features {
    return this.fit(x).transform(x);
  }

  /** The category that each number stands for; `null` for missing and unknown ones. */
  inverseTransform(x: Matrix): Category[][] {
    const where = 'OrdinalEncoder';
    const { categories } = this;
    const { data, rows, columns } = flatten(where, x, 'missing');
    if (columns !== categories.length) {
      throw new ShapeError(`${where}: got ${columns} columns, it was fitted to ${categories.length}`);
    }
    const { unknownValue = Number.NaN, encodedMissingValue = Number.NaN } = this.options;
    return Array.from({ length: rows }, (_, i) =>
      categories.map((list, j) => {
        const code = data[i * columns + j]!;
        if (Object.is(code, encodedMissingValue) || Object.is(code, unknownValue)) return null;
        const category = list[code];
        if (category !== undefined) return category;
        throw new ArgumentError(`${where}: ${code} in row ${i}, column ${j} is no number from 0 to ${list.length - 1}`);
      }),
    );
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): EncoderState {
    return encoderState('OrdinalEncoder', { ...this.options }, this.known);
  }

  private take(known: KnownCategories): void {
    const { unknownValue } = this.options;
    const most = Math.max(...known.categories.map((list) => list.length));
    if (unknownValue !== undefined && unknownValue >= 0 && unknownValue < most) {
      throw new ArgumentError(`OrdinalEncoder: unknownValue ${unknownValue} is the number of a category`);
    }
    this.known = known;
  }
}
