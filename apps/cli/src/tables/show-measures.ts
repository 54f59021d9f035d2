import type { Label } from '@kindling/data';
import type { ComparedMeasure, Measures } from '@kindling/train';
import { plain } from '../output/plain.js';

/** What people call measures. */
export const measureWords: Readonly<Record<ComparedMeasure, string>> = {
  auc: 'AUC',
  logLoss: 'log loss',
  accuracy: 'accuracy',
  brier: 'Brier',
  f1: 'F1',
};

/** The measures that every model has, baselines too. */
export type Score = Pick<Measures, 'accuracy' | 'auc' | 'logLoss' | 'brier' | 'f1'>;

/** Lines that compare models by their measures. */
export function scoreTable(models: readonly (readonly [name: string, score: Score])[]): string[] {
  const head = ['', 'accuracy', 'AUC', 'log loss', 'Brier', 'F1'];
  const rows = models.map(([name, { accuracy, auc, logLoss, brier, f1 }]) => [
    name,
    ...[accuracy, auc, logLoss, brier, f1].map((value) => (value === null ? '-' : value.toFixed(4))),
  ]);
  const width = Math.max(...rows.map(([name]) => name!.length));
  return [head, ...rows].map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(width) : cell.padStart(10))).join(''),
  );
}

/** Lines with how often each class was taken for which. */
export function confusionTable({ confusion, threshold }: Measures, labels: readonly [Label, Label]): string[] {
  const names = labels.map((label) => plain(String(label)));
  const width = Math.max(8, ...names.map((name) => name.length)) + 2;
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(width)).join('')}`;
  return [
    `True class (rows) and predicted class (columns); ${names[1]} where its probability is above ${Number(threshold.toPrecision(4))}:`,
    row('', names),
    ...confusion.map((cells, i) => row(names[i]!, cells)),
  ];
}
