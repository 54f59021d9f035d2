import { describe, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels, type Label, show } from './labels.js';

/** A label encoder as plain data. */
export interface LabelEncoderState<T extends Label = Label> {
  readonly format: 'kindling.LabelEncoder';
  readonly version: 1;
  /** The classes in ascending order; `null` where it was not fitted. */
  readonly classes: readonly T[] | null;
}

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
 * const loaded = LabelEncoder.fromJSON(JSON.parse(JSON.stringify(encoder)));
 * console.log(loaded.transform(['R'])); // => Int32Array(1) [ 1 ]
 * ```
 */
export class LabelEncoder<T extends Label = Label> {
  private fitted: readonly T[] | undefined;

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON<T extends Label>(state: LabelEncoderState<T>): LabelEncoder<T> {
    const where = 'LabelEncoder.fromJSON';
    const { format, version, classes } = (state ?? {}) as Partial<LabelEncoderState<T>>;
    if (format !== 'kindling.LabelEncoder' || (classes !== null && !Array.isArray(classes)))
      throw new ArgumentError(`${where}: expects what toJSON gave, got ${describe(state)}`);
    if (version !== 1) throw new ArgumentError(`${where}: version ${describe(version)} is not known, only 1`);
    const encoder = new LabelEncoder<T>();
    if (classes === null) return encoder;
    encoder.fit(classes);
    if (encoder.classes.some((label, i) => label !== classes[i]) || encoder.classes.length !== classes.length)
      throw new ArgumentError(`${where}: classes is damaged`);
    return encoder;
  }

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
    checkList('the labels', 'an array of labels', labels);
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
    checkList('the numbers', 'an array of class numbers', codes);
    return Array.from(codes, (code, i) => {
      const label = classes[code];
      if (label === undefined) {
        throw new ArgumentError(`LabelEncoder: ${code} at ${i} is not a class number from 0 to ${classes.length - 1}`);
      }
      return label;
    });
  }

  /** The classes, as plain data. */
  toJSON(): LabelEncoderState<T> {
    return { format: 'kindling.LabelEncoder', version: 1, classes: this.fitted ?? null };
  }
}

function checkList(what: string, wanted: string, list: ArrayLike<unknown>): void {
  if (typeof (list as unknown) === 'object' && list !== null && typeof list.length === 'number') return;
  wrong(ArgumentError, 'LabelEncoder', what, wanted, list);
}
