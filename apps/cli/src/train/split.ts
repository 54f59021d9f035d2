import { type Label, type Table, trainTestSplitIndices } from '@kindling/data';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import { plain } from '../output/plain.js';

/**
 * The classes of a column that has two.
 *
 * @throws Error that says what to do where it has not.
 */
export function twoClasses(name: string, table: Table, target: string): Label[] {
  const labels = table.labels(target);
  const distinct = [...new Set(labels)];
  if (distinct.length === 2) return labels;
  const place = `${name}, column "${target}"`;
  if (distinct.length < 2) throw new Error(`${place}: every row has the class ${distinct[0]}; two are needed`);
  const spelled = new Set(distinct.map((label) => String(label).trim().toLowerCase()));
  const list = distinct
    .slice(0, 8)
    .map((label) => plain(String(label)))
    .join(', ');
  const classes = `${distinct.length} classes (${list}${distinct.length > 8 ? ', …' : ''})`;
  if (spelled.size === 2) throw new Error(`${place}: ${classes} that differ in case or spaces only; spell them alike`);
  throw new Error(`${place}: ${classes}; train tells two apart: choose another --target, or keep the rows of two`);
}

/** Training and test rows in which both classes are as frequent as in the whole. */
export function splitRows(name: string, table: Table, target: string, share: number, seed: string): [Table, Table] {
  const labels = twoClasses(name, table, target);
  try {
    const { train, test } = trainTestSplitIndices(table.rows, {
      testSize: share,
      stratify: labels,
      randomState: new SeedrandomGenerator(`${seed}/test`),
    });
    return [table.take(train.toSorted()), table.take(test.toSorted())];
  } catch (error) {
    const reason = (error as Error).message.replace(/^\w+: /, '');
    throw new Error(`${name}: its ${table.rows} rows cannot be split: ${reason}; use more rows or another --test-size`);
  }
}
