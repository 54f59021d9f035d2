import { calibrationReport, type PlotOptions, type Scene } from '@kindling/viz';
import { scores } from './data.js';

export default function example({ theme }: PlotOptions = {}): Scene {
  const { labels, probabilities } = scores(600, 1.4, 11);
  const bins = Array.from({ length: 10 }, (_, bin) =>
    labels.map((_l, i) => i).filter((i) => Math.floor(probabilities[i]! * 10) === bin),
  );
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const curve = {
    probPred: bins.map((own) => mean(own.map((i) => probabilities[i]!))),
    probTrue: bins.map((own) => mean(own.map((i) => labels[i]!))),
    counts: bins.map((own) => own.length),
  };
  return calibrationReport({ curves: [curve], probabilities, labels, classNames: ['rock', 'mine'], theme });
}
