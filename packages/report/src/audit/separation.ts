import type { Column, Label } from '@kindling/data';
import { rocAucScore } from '@kindling/metrics';

/** With more categories than this share of the rows, their rates tell the classes apart by chance. */
const COARSE = 0.1;

/**
 * How well one column alone ranks two classes: its AUC, in whichever direction is better; categories are ranked by their
 * rate of the second class. `null` where it cannot be said: not two classes, or too many categories for the rows.
 */
export function separation(column: Column, labels: readonly Label[]): number | null {
  const classes = [...new Set(labels)];
  if (classes.length !== 2) return null;
  const truth = labels.map((label) => (label === classes[1] ? 1 : 0));
  const scores = 'codes' in column ? ratesOf(column.codes, truth) : ranked(column.values);
  if (scores === null) return null;
  const area = rocAucScore(truth, scores);
  return Math.max(area, 1 - area);
}

/** Numbers with the missing ones below all. */
function ranked(values: Float64Array): Float64Array {
  const least = values.reduce((a, b) => Math.min(a, Number.isFinite(b) ? b : a), 0);
  const missing = 2 * least - 1;
  return values.map((value) => (Number.isFinite(value) ? value : missing));
}

function ratesOf(codes: Int32Array, truth: readonly number[]): number[] | null {
  const hits = new Map<number, number>();
  const counts = new Map<number, number>();
  codes.forEach((code, row) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    hits.set(code, (hits.get(code) ?? 0) + truth[row]!);
  });
  if (counts.size > Math.max(2, COARSE * codes.length)) return null;
  return Array.from(codes, (code) => hits.get(code)! / counts.get(code)!);
}
