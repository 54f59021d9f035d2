import type { Label } from '@kindling/data';
import type { Classifier } from '@kindling/train';
import { csvField } from '../output/plain.js';

/** Where the rows stood in their file, and their true classes where they are known. */
export interface PredictedRows {
  readonly lines: Int32Array | undefined;
  readonly truth?: readonly Label[];
}

/** Predictions as a CSV file: the row's line in its file, the class that is told, its probability, and the true class. */
export function predictionsCsv(
  model: Classifier,
  probabilities: Float64Array,
  { lines, truth }: PredictedRows,
): string {
  const { labels, threshold } = model;
  const head = ['line', 'prediction', `probability of ${labels[1]}`, ...(truth === undefined ? [] : ['true class'])];
  const rows = Array.from(probabilities, (p, row) => [
    lines?.[row] ?? row + 1,
    p > threshold ? labels[1] : labels[0],
    p,
    ...(truth === undefined ? [] : [truth[row]!]),
  ]);
  return [head, ...rows].map((fields) => `${fields.map(csvField).join(',')}\n`).join('');
}
