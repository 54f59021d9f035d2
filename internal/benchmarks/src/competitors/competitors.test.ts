import { expect, test } from 'vitest';
import { distance } from '../measure/statistics.ts';
import { uniform } from '../tasks/inputs.ts';
import { plainStep } from '../tasks/mlp.ts';
import { OPERATIONS } from '../tasks/operations.ts';
import type { MlpWork, Network, Work } from '../tasks/work.ts';
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

test.each(['tfjs-cpu', 'jax'])('operations of %s agree', { timeout: TIMEOUT }, async (id) => {
  const other = await load(id);
  const kindling = await load('kindling');
  let compared = 0;
  for (const name of OPERATIONS) {
    const work = { kind: 'operation', name, size: 10_000 } as const;
    const trial = await other.start(work);
    const mine = (await kindling.start(work))!;
    const expected = await mine.check();
    await mine.run(2);
    if (trial === undefined) continue;
    expect(distance(await trial.check(), expected), name).toBeLessThan(2e-4);
    await trial.run(2);
    trial.release?.();
    compared++;
  }
  expect(compared).toBeGreaterThan(25);
});

test('steps of the middling network are the work that other libraries are given', { timeout: TIMEOUT }, async () => {
  const work = { kind: 'mlp', layers: 'plain', by: 'step', lr: 1e-3, checkSteps: 3 } as const satisfies MlpWork;
  const kindling = await load('kindling');
  const [a, b] = [(await kindling.start(work))!, (await kindling.start(plainStep(work)))!];
  expect(await a.check()).toEqual(await b.check());
});

test.each(['batch norm and dropout', 'layer norm and residual'] as const)(
  'a network with %s trains',
  async (layers) => {
    const kindling = await load('kindling');
    const work = { kind: 'mlp', layers, by: 'step', lr: 1e-2, checkSteps: 30 } as const;
    const losses = await (await kindling.start(work))!.check();
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 2);
  },
);

test('brain.js trains and predicts, and says that it can do no more', { timeout: TIMEOUT }, async () => {
  const brain = await load('brain');
  for (const [name, work] of works) {
    const trial = await brain.start(work);
    if (work.kind === 'matmul' || work.kind === 'map') expect(trial, name).toBeUndefined();
    else await trial!.run(1);
  }
});
