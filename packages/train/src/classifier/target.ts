import { clean } from '@internal/arguments';
import type { Label, Table } from '@kindling/data';
import { ArgumentError } from '@kindling/tensor-core';

/** The two classes of a target: the negative one first. */
export type ClassLabels = readonly [negative: Label, positive: Label];

/** The classes of a column, and each row's, 0 or 1. */
export function classesOf(
  table: Table,
  target: string,
  positive: Label | undefined,
): { labels: ClassLabels; y: Int32Array } {
  const column = table.labels(target);
  const found = [...new Set(column)];
  const list = found.slice(0, 8).map(show).join(', ');
  if (found.length !== 2) {
    const what =
      found.length < 2
        ? `only one class, ${list}`
        : `${found.length} classes (${list}${found.length > 8 ? ', …' : ''})`;
    throw new ArgumentError(`classifier: the target ${show(target)} has ${what}; a Classifier tells two apart`);
  }
  const last = found.sort(order)[1]!;
  const chosen = positive === undefined ? last : found.find((label) => same(label, positive));
  if (chosen === undefined) {
    throw new ArgumentError(`classifier: the target ${show(target)} has no class ${show(positive!)}; it has ${list}`);
  }
  const labels: ClassLabels = [found.find((label) => label !== chosen)!, chosen];
  return { labels, y: Int32Array.from(column, (label) => (label === chosen ? 1 : 0)) };
}

/** Each row's class of known ones, to be measured. */
export function targetsOf(table: Table, target: string, labels: ClassLabels): Int32Array {
  return Int32Array.from(table.labels(target), (label) => {
    const at = labels.findIndex((known) => same(known, label));
    if (at < 0) {
      throw new ArgumentError(
        `evaluate: the target ${show(target)} has the class ${show(label)}; in training it had ${labels.map(show).join(' and ')}`,
      );
    }
    return at;
  });
}

/** Whether they name the same class, also where one is a text from a command line. */
function same(a: Label, b: Label): boolean {
  return a === b || String(a) === String(b);
}

function order(a: Label, b: Label): number {
  if (typeof a !== 'string' && typeof b !== 'string') return Number(a) - Number(b);
  return String(a) < String(b) ? -1 : 1;
}

function show(label: Label): string {
  return typeof label === 'string' ? `"${clean(label)}"` : String(label);
}
