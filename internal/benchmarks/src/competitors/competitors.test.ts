import { expect, test } from 'vitest';
import { distance } from '../measure/statistics.ts';
import { uniform } from '../tasks/inputs.ts';
import type { Network, Work } from '../tasks/work.ts';
import { load } from './index.ts';

const network: Network = { sizes: [7, 20, 1], hidden: 'relu', output: 'sigmoid' };
const batches = [0, 1, 2].map((batch) => ({
  rows: 5,
  x: Array.from({ length: 35 }, (_, i) => uniform(i, 10 + batch)),
  y: [0, 1, 1, 0, batch % 2],
}));
const train = { kind: 'train', network, batches, optimizer: 'adam', lr: 0.01, checkSteps: 12 } as const;

const works: readonly [name: string, work: Work][] = [
  ['Adam on probabilities', train],
  ['SGD on probabilities', { ...train, network: { ...network, hidden: 'sigmoid' }, optimizer: 'sgd', lr: 0.5 }],
  [
    'SGD on logits',
    { ...train, network: { ...network, output: 'none', sizes: [7, 9, 9, 1] }, optimizer: 'sgd', lr: 0.5 },
  ],
  ['predictions', { kind: 'predict', network, rows: 30 }],
  ['matmul', { kind: 'matmul', m: 10, k: 12, n: 9 }],
  ['exp', { kind: 'map', name: 'exp', size: 1000 }],
  ['sigmoid', { kind: 'map', name: 'sigmoid', size: 1000 }],
  ['sum', { kind: 'map', name: 'sum', size: 1000 }],
  ['softmax', { kind: 'map', name: 'softmax', size: 2000 }],
];

async function resultsOf(id: string): Promise<(readonly number[])[]> {
  const competitor = await load(id);
  const results: (readonly number[])[] = [];
  for (const [, work] of works) {
    const trial = await competitor.start(work);
    results.push(await trial!.check());
    await trial!.run(2);
    trial!.release?.();
  }
  return results;
}

/** js-pytorch's ReLU lets a thousandth of what is negative through, and its Adam lacks the bias correction. */
function isRelu(work: Work): boolean {
  return 'network' in work && 'hidden' in work.network && work.network.hidden === 'relu';
}

const expected = await resultsOf('loops');

test('training changes the losses compared by far more than they may differ', () => {
  for (const losses of expected.slice(0, 3)) expect(Math.abs(losses[9]! - losses[0]!)).toBeGreaterThan(1e-3);
});

// Loading TensorFlow.js alone can take seconds on a busy machine.
const TIMEOUT = 60_000;

test.each(['kindling', 'tfjs-cpu', 'tfjs-wasm', 'jax', 'js-pytorch'])(
  '%s agrees with plain loops',
  { timeout: TIMEOUT },
  async (id) => {
    const results = await resultsOf(id);
    for (const [i, [name, work]] of works.entries()) {
      const tolerance = id === 'js-pytorch' && isRelu(work) ? 0.2 : 2e-5;
      expect(distance(results[i]!, expected[i]!), name).toBeLessThan(tolerance);
    }
  },
);

test.each([false, true])('steps on images agree, batch norm: %s', { timeout: TIMEOUT }, async (batchNorm) => {
  const network = { size: 14, channels: [2, 4, 5], batchNorm } as const;
  const losses = async (id: string): Promise<readonly number[] | undefined> => {
    const trial = await (await load(id)).start({ kind: 'images', network, lr: 0.1, checkSteps: 4 });
    const values = await trial?.check();
    await trial?.run(2);
    trial?.release?.();
    return values;
  };
  const expected = (await losses('kindling'))!;
  expect(distance((await losses('tfjs-cpu'))!, expected)).toBeLessThan(2e-5);
  const jax = await losses('jax');
  if (batchNorm) expect(jax).toBeUndefined();
  else expect(distance(jax!, expected)).toBeLessThan(2e-5);
  for (const id of ['loops', 'brain', 'js-pytorch']) expect(await losses(id), id).toBeUndefined();
});

test('brain.js trains and predicts, and says that it can do no more', { timeout: TIMEOUT }, async () => {
  const brain = await load('brain');
  for (const [name, work] of works) {
    const trial = await brain.start(work);
    if (work.kind === 'matmul' || work.kind === 'map') expect(trial, name).toBeUndefined();
    else await trial!.run(1);
  }
});
