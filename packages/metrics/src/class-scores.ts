import { MetricError } from './errors.js';
import {
  checkLengths,
  hasRows,
  type Label,
  type Labels,
  readLabels,
  readRows,
  readScores,
  type ScoreRows,
  type Scores,
} from './inputs.js';
import { brief, distinct, readLabelOption } from './labels.js';
import { codeTexts } from './text-labels.js';

/** Classes, and what a model says of them: one number a sample, or a row with a number for each class. */
export interface ClassScores {
  readonly truth: Float64Array;
  /** The classes that occur, ascending. */
  readonly present: readonly number[];
  /** All classes, in the order of the columns: the option `labels`, or those that occur. */
  readonly classes: readonly number[];
  readonly one?: Float64Array;
  readonly rows?: readonly Float64Array[];
}

/**
 * Reads what metrics of scores by class take; throws for different lengths, and labels that do not ascend (unless they are
 * to be `sorted`) or lack one that occurs.
 */
export function readClassScores(
  where: string,
  yTrue: Labels,
  name: string,
  scores: Scores | ScoreRows,
  options: { readonly labels?: ArrayLike<Label> | undefined },
  sorted = false,
): ClassScores {
  const coded = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const present = distinct(truth);
  const read: Pick<ClassScores, 'one' | 'rows'> = hasRows(scores)
    ? { rows: readRows(where, name, scores) }
    : { one: readScores(where, name, scores) };
  checkLengths(where, 'yTrue', truth.length, name, (read.rows ?? read.one)!.length);
  const { labels } = coded.options;
  const given = labels === undefined ? present : readLabelOption(where, labels);
  const classes = sorted ? distinct(given) : given;
  if (classes.some((label, i) => i > 0 && label < classes[i - 1]!)) {
    throw new MetricError(`${where}: labels must ascend, got ${brief(classes)}`);
  }
  const unknown = present.find((label) => !classes.includes(label));
  if (unknown !== undefined) throw new MetricError(`${where}: yTrue holds ${unknown}, which labels leaves out`);
  return { truth, present, classes, ...read };
}

/** Throws unless rows have a column for each class. */
export function checkWidth(where: string, name: string, { rows, classes }: ClassScores): void {
  const { length } = rows![0]!;
  if (length === classes.length) return;
  throw new MetricError(
    `${where}: ${name} has ${length} columns for ${classes.length} classes (${brief(classes)}); name all with labels`,
  );
}
