import { StratifiedKFold } from '@kindling/data';
import { ArgumentError, type Generator } from '@kindling/tensor-core';
import type { Streams } from './streams.js';

/** For each row the part that it belongs to: classes alike in all parts, and rows of one group together. */
export function innerFolds(
  y: Int32Array,
  parts: number,
  groups: readonly unknown[] | null,
  { foldSeed, groups: random }: Pick<Streams, 'foldSeed' | 'groups'>,
): Int32Array {
  const ones = y.reduce((sum, label) => sum + label, 0);
  const fewest = Math.min(ones, y.length - ones);
  if (fewest < parts) {
    throw new ArgumentError(
      `classifier: one class has ${fewest} of ${y.length} rows; ${parts} members need at least as many (option members)`,
    );
  }
  return groups === null ? byClass(y, parts, foldSeed) : byGroup(y, parts, groups, random);
}

function byClass(y: Int32Array, parts: number, randomState: number): Int32Array {
  const part = new Int32Array(y.length);
  const folds = new StratifiedKFold({ nSplits: parts, shuffle: true, randomState }).split(y.length, [...y]);
  let number = 0;
  for (const { test } of folds) {
    for (const row of test) part[row] = number;
    number++;
  }
  return part;
}

/** The largest groups first, each to the part that lacks its rows most. */
function byGroup(y: Int32Array, parts: number, groups: readonly unknown[], random: Generator): Int32Array {
  const rows = new Map<unknown, number[]>();
  groups.forEach((group, row) => {
    const known = rows.get(group);
    if (known === undefined) rows.set(group, [row]);
    else known.push(row);
  });
  if (rows.size < parts) {
    throw new ArgumentError(
      `classifier: there are ${rows.size} groups; ${parts} members need at least as many (option members)`,
    );
  }
  const all = [...rows.values()];
  const shuffled = [...random.permutation(all.length)].map((i) => all[i]!).sort((a, b) => b.length - a.length);
  const sizes = Array.from({ length: parts }, () => [0, 0]);
  const part = new Int32Array(y.length);
  for (const group of shuffled) {
    const ones = group.reduce((sum, row) => sum + y[row]!, 0);
    const load = ([all, positive]: number[]): number => all! / y.length + positive! / y.length;
    let to = 0;
    for (let k = 1; k < parts; k++) if (load(sizes[k]!) < load(sizes[to]!)) to = k;
    sizes[to]![0]! += group.length;
    sizes[to]![1]! += ones;
    for (const row of group) part[row] = to;
  }
  return part;
}
