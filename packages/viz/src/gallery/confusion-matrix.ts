import { confusionMatrixPlot, type Scene } from '@kindling/viz';

export default function example(): Scene {
  return confusionMatrixPlot({
    matrix: [
      [1041, 38, 7],
      [52, 830, 61],
      [3, 44, 924],
    ],
    classNames: ['setosa', 'versicolor', 'virginica'],
  });
}
