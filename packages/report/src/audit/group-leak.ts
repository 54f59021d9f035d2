import { clean } from '@internal/arguments';
import type { Column, Label } from '@kindling/data';
import type { Finding } from './finding.js';

/** So many groups at least, of so many rows in the mean. */
const GROUPS = 10;
const ROWS = 2;
/** Rows of groups are of one class to this share, */
const PURE = 0.98;
/** which chance gives too where one class has more of all rows than this. */
const BY_CHANCE = 0.9;

/**
 * A column such as a patient's number, whose rows of one value are all of one class: split at random, a model would
 * recognise the patient instead of the illness.
 */
export function groupLeak(column: Column, labels: readonly Label[]): Finding[] {
  if (column.type === 'date' || column.type === 'boolean') return [];
  const keys = 'codes' in column ? column.codes : column.values;
  if ('values' in column && !column.values.every((value) => Number.isInteger(value) || Number.isNaN(value))) return [];
  const groups = new Map<number, Map<Label, number>>();
  keys.forEach((key, row) => {
    const counts = groups.get(key) ?? new Map<Label, number>();
    counts.set(labels[row]!, (counts.get(labels[row]!) ?? 0) + 1);
    groups.set(key, counts);
  });
  const rows = labels.length;
  // Categories such as towns have many rows each; what names a person or a machine has a few.
  if (groups.size < GROUPS || rows / groups.size < ROWS || groups.size < rows / 50) return [];
  const most = Math.max(...[...new Set(labels)].map((label) => labels.filter((other) => other === label).length));
  if (most / rows > BY_CHANCE) return [];
  // A row that is alone in its group is of one class whatever the group is.
  const several = [...groups.values()].map((counts) => [...counts.values()]).filter((own) => sum(own) > 1);
  const pure = sum(several.map((own) => Math.max(...own)));
  if (pure < PURE * sum(several.flat())) return [];
  return [
    {
      kind: 'group',
      column: column.name,
      message: `rows with the same "${clean(column.name)}" are all of one class: if it names what rows belong to, such as a patient, keep its rows together when splitting, and do not learn from it`,
    },
  ];
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
