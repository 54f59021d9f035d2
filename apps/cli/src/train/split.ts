import { GroupShuffleSplit, type Label, type Table, trainTestSplitIndices } from '@kindling/data';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import type { RandomStreams } from '@kindling/train';
import { plain } from '../output/plain.js';

/**
 * The classes of a column that has two.
 *
 * @param without - how many rows were left out, since they have no class.
 * @throws Error that says what to do where it has not.
 */
export function twoClasses(name: string, table: Table, target: string, without = 0): Label[] {
  const labels = table.labels(target);
  const distinct = [...new Set(labels)];
  if (distinct.length === 2) return labels;
  const place = `${name}, column "${target}"`;
  if (distinct.length < 2) {
    if (table.rows === 0) throw new Error(`${place}: no row has a class; two are needed`);
    const missing = without === 0 ? '' : `, or none in ${without} that are missing`;
    throw new Error(`${place}: every row has the class ${plain(String(distinct[0]))}${missing}; two are needed`);
  }
  const spelled = new Set(distinct.map((label) => String(label).trim().toLowerCase()));
  const list = distinct
    .slice(0, 8)
    .map((label) => plain(String(label)))
    .join(', ');
  const classes = `${distinct.length} classes (${list}${distinct.length > 8 ? ', …' : ''})`;
  if (spelled.size === 2) throw new Error(`${place}: ${classes} that differ in case or spaces only; spell them alike`);
  throw new Error(`${place}: ${classes}; train tells two apart: choose another --target, or keep the rows of two`);
}

/** Throws for a seed that PyTorch and NumPy do not take, where their streams are wanted. */
export function checkSeed(seed: string, rng: RandomStreams): void {
  if (rng === 'torch' && !(/^\d+$/.test(seed) && Number(seed) < 2 ** 32))
    throw new Error(`--rng torch takes a seed from 0 to ${2 ** 32 - 1}, as NumPy does, not "${plain(seed)}"`);
}

/** How rows are parted. */
export interface SplitPlan {
  readonly share: number;
  readonly seed: string;
  /** Whose stream draws. */
  readonly rng: RandomStreams;
  /** The column whose equal values stay together. */
  readonly group?: string | undefined;
  /** The column by which the test rows are the last. */
  readonly time?: string | undefined;
}

/** Training and test rows; both classes are as frequent in each as in the whole, unless groups or times decide. */
export function splitRows(name: string, table: Table, target: string, plan: SplitPlan): [Table, Table] {
  const labels = table.labels(target);
  const times = plan.time === undefined ? undefined : timesOf(name, table, plan.time);
  try {
    const [train, test] = times === undefined ? drawn(table, labels, plan) : lastOnes(table, times, plan.share);
    const parts: [Table, Table] = [table.take(train), table.take(test)];
    if (times !== undefined || plan.group !== undefined) {
      for (const part of parts) {
        if (new Set(part.labels(target)).size < 2)
          throw new Error(`${part === parts[0] ? 'training' : 'test'} rows would be of one class only`);
      }
    }
    return parts;
  } catch (error) {
    const reason = (error as Error).message.replace(/^\w+: /, '');
    throw new Error(`${name}: its ${table.rows} rows cannot be split: ${reason}; use more rows or another --test-size`);
  }
}

function drawn(table: Table, labels: Label[], { share, seed, rng, group }: SplitPlan): [Int32Array, Int32Array] {
  // As scikit-learn's random_state, where the streams are PyTorch's.
  const randomState = rng === 'torch' ? Number(seed) : new SeedrandomGenerator(`${seed}/test`);
  if (group === undefined) {
    const { train, test } = trainTestSplitIndices(table.rows, { testSize: share, stratify: labels, randomState });
    return [train.toSorted(), test.toSorted()];
  }
  const groups = Array.from({ length: table.rows }, (_, row) => String(table.get(row, group)));
  const split = new GroupShuffleSplit({ nSplits: 1, testSize: share, randomState });
  const [{ train, test }] = [...split.split(table.rows, undefined, groups)] as [
    { train: Int32Array; test: Int32Array },
  ];
  return [train.toSorted(), test.toSorted()];
}

/** The values of a column that orders rows; throws where it cannot. */
function timesOf(name: string, table: Table, time: string): Float64Array {
  const place = `${name}, column "${plain(time)}"`;
  const column = table.column(time);
  if (!('values' in column))
    throw new Error(`${place}: neither dates nor numbers, to order rows by; name another --time`);
  const missing = column.values.findIndex(Number.isNaN);
  if (missing >= 0) {
    const line = table.source.lines?.[missing] ?? missing + 1;
    throw new Error(`${place}: no value in line ${line}; fill it, or leave the row out`);
  }
  return column.values;
}

/** The earlier rows and the last ones; rows of one time stay together. */
function lastOnes(table: Table, values: Float64Array, share: number): [Int32Array, Int32Array] {
  const border = values.toSorted()[Math.min(table.rows - 1, Math.round(table.rows * (1 - share)))]!;
  const rows = Int32Array.from(values.keys());
  return [rows.filter((row) => values[row]! < border), rows.filter((row) => values[row]! >= border)];
}
