import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels, type Label, show } from './labels.js';

/**
 * Numbers the classes 0, 1, 2, … in ascending order: scikit-learn's `LabelEncoder`. Throws where it has not been fitted
 * yet, meets a class that was not there, or gets labels of several kinds.
 *
 * @example
 * ```ts
 * import { LabelEncoder } from '@kindling/data';
 *
 * const encoder = new LabelEncoder<string>();
 * console.log(encoder.fitTransform(['R', 'M', 'M'])); // => Int32Array(3) [ 1, 0, 0 ]
 * console.log(encoder.classes, encoder.inverseTransform([1, 0])); // => [ 'M', 'R' ] [ 'R', 'M' ]
 * ```
 */
export class LabelEncoder<T extends Label = Label> {
  private fitted: readonly T[] | undefined;

  /** The classes in ascending order, as they were fitted. */
  get classes(): readonly T[] {
    if (this.fitted === undefined) throw new ArgumentError('LabelEncoder: fit it to labels first');
    return this.fitted;
  }

  /** Takes the classes from `labels`. */
  fit(labels: ArrayLike<T>): this {
    this.fitted = encodeLabels('LabelEncoder', labels).classes;
    return this;
  }

  /** Takes the classes from `labels` and returns the number of each. */
  fitTransform(labels: ArrayLike<T>): Int32Array {
    const { classes, codes } = encodeLabels('LabelEncoder', labels);
    this.fitted = classes;
    return codes;
  }

  /** The number of each label's class. */
  transform(labels: ArrayLike<T>): Int32Array {
    const codeOf = new Map(this.classes.map((label, code) => [label, code]));
    return Int32Array.from({ length: labels.length }, (_, i) => {
      const code = codeOf.get(labels[i]!);
      if (code === undefined) {
        const known = this.classes.slice(0, 10).map(show).join(', ');
        throw new ArgumentError(
          `LabelEncoder: ${show(labels[i])} at ${i} is not one of the classes it knows: ${known}`,
        );
      }
      return code;
    });
  }

  /** The class that each number stands for. */
  inverseTransform(codes: ArrayLike<number>): T[] {
    const { classes } = this;
    return Array.from(codes, (code, i) => {
      const label = classes[code];
      if (label === undefined) {
        throw new ArgumentError(`LabelEncoder: ${code} at ${i} is not a class number from 0 to ${classes.length - 1}`);
      }
      return label;
    });
  }
}
