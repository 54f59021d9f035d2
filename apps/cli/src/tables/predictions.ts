import type { Label } from '@kindling/data';
import type { Classifier } from '@kindling/train';
import type { ImageClassifier } from '@kindling/train/images';
import { csvField } from '../output/plain.js';

/** Where the rows stood in their file, and their true classes where they are known. */
export interface PredictedRows {
  readonly lines: Int32Array | undefined;
  readonly truth?: readonly Label[];
}

/** Predictions as a CSV file: the row's line in its file, the class that is told, its probability, and the true class. */
export function predictionsCsv(model: Classifier, probabilities: Float64Array, rows: PredictedRows): string {
  return predictionsHead(model, rows.truth !== undefined) + predictionRows(model, probabilities, rows);
}

/** The first line of such a file. */
export function predictionsHead({ labels }: Classifier, truth = false): string {
  return `${['line', 'prediction', `probability of ${labels[1]}`, ...(truth ? ['true class'] : [])].map(csvField).join(',')}\n`;
}

/** Its other lines. */
export function predictionRows(
  model: Classifier,
  probabilities: Float64Array,
  { lines, truth }: PredictedRows,
): string {
  const [negative, positive] = model.labels.map(csvField) as [string, string];
  const { threshold } = model;
  let text = '';
  for (let row = 0; row < probabilities.length; row++) {
    const p = probabilities[row]!;
    const known = truth === undefined ? '' : `,${csvField(truth[row]!)}`;
    text += `${lines?.[row] ?? row + 1},${p > threshold ? positive : negative},${p}${known}\n`;
  }
  return text;
}

/** Predictions of images as a CSV file: the image's name, the class that is told, its probability, and the true class. */
export function imagePredictionsCsv(
  { labels, threshold }: ImageClassifier,
  probabilities: Float64Array,
  images: readonly { readonly name: string; readonly label?: string }[],
): string {
  const known = images[0]?.label !== undefined;
  const head = ['image', 'prediction', `probability of ${labels[1]}`, ...(known ? ['true class'] : [])];
  const rows = images.map(({ name, label }, i) => [
    name,
    labels[probabilities[i]! > threshold ? 1 : 0],
    probabilities[i]!,
    ...(known ? [label!] : []),
  ]);
  return [head, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}
