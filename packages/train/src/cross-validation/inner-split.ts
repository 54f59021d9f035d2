import { defaultGenerator, type Tensor } from '@kindling/tensor-core';
import { TrainError } from '../errors.js';

/** Puts a share of the rows aside, of each class alike where there is one a row. */
export async function innerSplit(y: Tensor, rows: ArrayLike<number>, share: number) {
  const labels = y.numel() === y.shape[0] ? await y.data() : null;
  const classes = new Map<number, number[]>();
  for (const i of defaultGenerator().permutation(rows.length)) {
    const row = rows[i]!;
    const label = labels === null || !Number.isInteger(labels[row]) ? 0 : labels[row]!;
    const known = classes.get(label);
    if (known === undefined) classes.set(label, [row]);
    else known.push(row);
  }
  const watched: number[] = [];
  const learnt: number[] = [];
  for (const members of classes.values()) {
    const count = Math.min(Math.max(Math.round(members.length * share), 1), members.length - 1);
    watched.push(...members.slice(0, count));
    learnt.push(...members.slice(count));
  }
  if (watched.length === 0 || learnt.length === 0) {
    throw new TrainError(`${rows.length} rows are too few to put a share of ${share} aside`);
  }
  return { learnt: learnt.sort((a, b) => a - b), watched: watched.sort((a, b) => a - b) };
}
