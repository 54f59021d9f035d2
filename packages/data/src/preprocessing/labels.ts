import { quoted, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { compareText } from '../table/column.js';

/** What a class can be called. */
export type Label = number | string | boolean;

/** Orders labels of one kind: numbers by value, strings by their code points, false before true. */
export function compareLabels(a: Label, b: Label): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The distinct labels in ascending order and, for each row, the place of its label among them. Throws where labels are
 * of several kinds, NaN or missing.
 */
export function encodeLabels<T extends Label>(
  where: string,
  labels: ArrayLike<T>,
): { classes: T[]; codes: Int32Array } {
  if (typeof (labels as unknown) !== 'object' || labels === null || typeof labels.length !== 'number') {
    wrong(ArgumentError, where, 'the labels', 'an array of numbers, strings or booleans', labels);
  }
  const kind = typeof labels[0];
  const distinct = new Set<T>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (typeof label !== kind || !['number', 'string', 'boolean'].includes(kind)) {
      throw new ArgumentError(
        `${where}: labels must be all numbers, all strings or all booleans, got ${show(label)} at ${i}`,
      );
    }
    if (Number.isNaN(label)) throw new ArgumentError(`${where}: the label at ${i} is NaN`);
    distinct.add(label);
  }
  const classes = [...distinct].sort(compareLabels);
  const codeOf = new Map(classes.map((label, code) => [label, code]));
  return { classes, codes: Int32Array.from({ length: labels.length }, (_, i) => codeOf.get(labels[i]!)!) };
}

/** A label as it would be written in a program, cut and without what steers a terminal. */
export function show(label: unknown): string {
  return typeof label === 'string' ? quoted(label) : String(label);
}
