import { Table } from '@kindling/data';
import { type Classifier, type ClassifierOptions, classifier } from '@kindling/train';

/** Rows of mixed columns with gaps, and texts that are hard to quote. */
export function people(rows: number, from = 0): Record<string, unknown>[] {
  return Array.from({ length: rows }, (_, i) => {
    const k = i + from;
    const age = 20 + ((k * 37) % 50);
    const town = ['Bern', 'say "hi"\n', "</script>it's", 'Zürich 🏔'][k % 4]!;
    return {
      age: k % 9 === 4 ? null : age,
      'a "name"\\ <b>': ((k * 7919) % 1000) + 1e9,
      town: k % 7 === 3 ? null : town,
      __proto__x: `v${k % 3}`,
      member: k % 5 === 2 ? null : k % 2 === 0,
      since: k % 11 === 0 ? null : new Date(Date.UTC(2020, 0, 1 + ((k * 13) % 900), k % 24)),
      kind: `k${(k * k) % 17 < 14 ? (k * k) % 17 : `rare ${k}`}`,
      left: age + (k % 4 === 0 ? 15 : 0) + ((k * 13) % 11) > 55 ? 'yes' : 'no',
    };
  });
}

/** A classifier that has learnt from them for a moment. */
export function trained(options: ClassifierOptions = {}, rows = people(160)): Promise<Classifier> {
  const settings = { hidden: [6, 4], epochs: 6, members: 3, lr: 0.05, ...options };
  return classifier(settings).fit(Table.from(rows), { target: 'left', positive: 'yes' });
}

/** The designs that together hold every layer and calibration of a classifier. */
export const designs: readonly (readonly [name: string, ClassifierOptions])[] = [
  ['the default', {}],
  ['logistic regression', { hidden: [] }],
  ['tanh, batch norm, temperature', { activation: 'tanh', batchNorm: true, calibrate: 'temperature' }],
  ['gelu, Platt', { activation: 'gelu', calibrate: 'platt' }],
  ['silu, isotonic', { activation: 'silu', calibrate: 'isotonic' }],
  ['sigmoid', { activation: 'sigmoid', dropout: 0, threshold: 'f1' }],
];
