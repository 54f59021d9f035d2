import brain from 'brain.js';
import { initialWeights, predictRows } from '../tasks/inputs.ts';
import { nested } from '../tasks/transposed.ts';
import { versionOf } from '../tasks/version.ts';
import type { Competitor, Network, Trial, Work } from '../tasks/work.ts';

/**
 * brain.js trains row by row on the squared error and has one activation for all layers, so only the amount of work can
 * be the same: a step is one pass over the rows of a batch.
 */
export async function brainJs(): Promise<Competitor> {
  return { version: versionOf('brain.js'), start };
}

function start(work: Work): Trial | undefined {
  if (work.kind === 'train') {
    const [batch] = work.batches;
    const { rows, x, y } = batch!;
    const net = build(work.network, work.optimizer === 'adam' ? 'adam' : null, work.lr);
    const inputs = nested(x, rows, work.network.sizes[0]!);
    const data = inputs.map((input, i) => ({ input, output: [y[i]!] }));
    const run = (n: number): void => {
      net.train(data, { iterations: n, errorThresh: 1e-30, learningRate: work.lr, momentum: 0.1 });
    };
    return { run, check: () => nothingToCompare(run) };
  }
  if (work.kind === 'predict') {
    const net = build(work.network, null, 0.1);
    const rows = nested(predictRows(work.network, work.rows), work.rows, work.network.sizes[0]!);
    const predict = (): number[] => rows.map((row) => (net.run(row) as number[])[0]!);
    const run = (n: number): void => {
      for (let i = 0; i < n; i++) predict();
    };
    return { run, check: () => nothingToCompare(run) };
  }
  return undefined;
}

function nothingToCompare(run: (n: number) => void): number[] {
  run(1);
  return [];
}

/** What brain.js has and its types leave out. */
interface Internals {
  sizes: number[];
  weights: number[][][];
  biases: number[][];
  initialize(): void;
  updateTrainingOptions(options: object): void;
}

function build(network: Network, praxis: 'adam' | null, learningRate: number): brain.NeuralNetwork {
  const net = new brain.NeuralNetwork({ hiddenLayers: network.sizes.slice(1, -1), activation: network.hidden });
  const inside = net as unknown as Internals;
  inside.updateTrainingOptions({ praxis, learningRate });
  inside.sizes = [...network.sizes];
  inside.initialize();
  for (const [i, { weight, bias, shape }] of initialWeights(network).entries()) {
    inside.weights[i + 1] = nested(weight, ...shape);
    inside.biases[i + 1] = [...bias];
  }
  return net;
}
