import type { ExperimentSpec } from './spec.js';

/** What to do about a loss that is no number any more. */
export function explainNonFinite({ optimizer, data, loss }: ExperimentSpec, epoch: number, value: number): string {
  const what = Number.isNaN(value) ? 'not a number (NaN)' : 'infinite';
  const { name, lr, momentum } = optimizer;
  const usual = name === 'SGD' ? 0.1 : 0.01;
  const causes: string[] = [];
  if (lr > usual) {
    causes.push(
      `a learning rate of ${lr} is large for ${name}: steps overshoot and grow. Try ${Number((lr / 10).toPrecision(2))}`,
    );
  }
  if (momentum > 0.95) causes.push(`a momentum of ${momentum} adds up steps twenty times and more. Try 0.9`);
  if (data.name === 'points')
    causes.push('the points may be far from zero: scale each column to mean 0 and deviation 1');
  if (causes.length === 0) causes.push(`${loss} overflowed: try a smaller learning rate, or LayerNorm`);
  return `In epoch ${epoch} the loss became ${what}, so training paused. Most likely ${causes.join('; or ')}. Rewind to look at the epochs before.`;
}
