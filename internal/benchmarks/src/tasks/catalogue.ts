import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs, loadSonar, makeCircles, trainTestSplitIndices } from '@kindling/data';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import type { ImageNetwork } from './images.ts';
import { middle } from './middle.ts';
import type { Batch, Network, Work } from './work.ts';

/** A row of the table. */
export interface Entry {
  /** What `--only` is matched with. */
  readonly id: string;
  readonly title: string;
  readonly work: Work;
  /** The part of the report that it belongs to; default the first. */
  readonly section?: 'middle';
  /** How far results may be apart, relative to the largest number compared. */
  readonly tolerance: number;
  /** Competitors left out of `--quick`, where one repetition takes seconds. */
  readonly slow?: readonly string[];
}

const sonarWide: Network = { sizes: [60, 180, 1], hidden: 'relu', output: 'sigmoid' };
const sonarDeep: Network = { sizes: [60, 60, 60, 60, 1], hidden: 'relu', output: 'sigmoid' };

/** The tutorials' steps, products, elementwise work and predictions. */
export async function catalogue(quick: boolean): Promise<Entry[]> {
  setBackend(await cpu({ wasm: false }));
  return [
    ...trainingSteps(),
    ...imageSteps(),
    ...products(),
    ...maps(quick ? [1e3, 1e6] : [1e3, 1e4, 1e5, 1e6, 1e7]),
    ...predictions(),
    ...middle(sonarWide, quick),
  ];
}

function trainingSteps(): Entry[] {
  const adam = { kind: 'train', optimizer: 'adam', lr: 1e-4, checkSteps: 20, batches: sonarBatches() } as const;
  return [
    {
      id: 'blobs step',
      title: 'blobs step: 20x2 -> 100 -> 1, SGD',
      work: {
        kind: 'train',
        network: { sizes: [2, 100, 1], hidden: 'sigmoid', output: 'sigmoid' },
        batches: [blobs()],
        optimizer: 'sgd',
        lr: 0.1,
        checkSteps: 20,
      },
      tolerance: 1e-4,
    },
    {
      id: 'sonar wide step',
      title: 'sonar wide step: 10x60 -> 180 -> 1, Adam',
      work: { ...adam, network: sonarWide },
      tolerance: 1e-4,
    },
    {
      id: 'sonar deep step',
      title: 'sonar deep step: 10x60 -> 60 -> 60 -> 60 -> 1, Adam',
      work: { ...adam, network: sonarDeep },
      tolerance: 1e-4,
    },
    {
      id: 'circles step',
      title: 'circles step: 500x2 -> 1024 -> 1024 -> 1, SGD',
      work: {
        kind: 'train',
        network: { sizes: [2, 1024, 1024, 1], hidden: 'relu', output: 'none' },
        batches: [circles()],
        optimizer: 'sgd',
        lr: 0.01,
        checkSteps: 2,
      },
      tolerance: 1e-4,
      slow: ['tfjs-cpu', 'tfjs-wasm', 'brain', 'js-pytorch'],
    },
  ];
}

function imageSteps(): Entry[] {
  const small = { size: 28, channels: [1, 16, 32], batchNorm: false } as const;
  const networks: readonly [id: string, network: ImageNetwork][] = [
    ['images step', small],
    ['images step, batch norm', { ...small, batchNorm: true }],
    ['large images step', { size: 64, channels: [3, 32, 64], batchNorm: false }],
  ];
  return networks.map(([id, network]) => {
    const { size, channels, batchNorm } = network;
    return {
      id,
      title: `${id}: 32x${channels[0]}x${size}x${size} -> ${channels[1]} -> ${channels[2]} -> 10, SGD`,
      work: { kind: 'images', network, lr: 0.01, checkSteps: 5 },
      tolerance: batchNorm ? 1e-3 : 1e-4,
      slow: ['tfjs-cpu'],
    };
  });
}

function products(): Entry[] {
  const sizes = [
    [10, 60, 180],
    [256, 256, 256],
    [1024, 1024, 1024],
    [500, 1024, 1024],
  ] as const;
  return sizes.map(([m, k, n]) => {
    const name = m === k && k === n ? `matmul ${m}` : `matmul ${m}x${k}x${n}`;
    const slow = m * k * n > 1e8 ? { slow: ['tfjs-cpu', 'js-pytorch'] } : {};
    return { id: name, title: name, work: { kind: 'matmul', m, k, n }, tolerance: 1e-4, ...slow };
  });
}

function maps(sizes: readonly number[]): Entry[] {
  return (['exp', 'sigmoid', 'sum', 'softmax'] as const).flatMap((name) =>
    sizes.map((size): Entry => {
      const title = `${name} on 1e${Math.log10(size)}`;
      // A sum of a million terms of both signs is far smaller than its parts.
      return { id: title, title, work: { kind: 'map', name, size }, tolerance: name === 'sum' ? 1e-2 : 1e-5 };
    }),
  );
}

function predictions(): Entry[] {
  return [1, 10_000].map((rows) => {
    const title = `predict ${rows === 1 ? '1 row' : `${rows} rows`} (sonar wide)`;
    return { id: title, title, work: { kind: 'predict', network: sonarWide, rows }, tolerance: 1e-4 };
  });
}

function blobs(): Batch {
  manualSeed(42, { engine: TorchGenerator });
  const { x, y } = gaussianBlobs(20);
  return { rows: 20, x: [...x.dataSync()], y: [...y.dataSync()] };
}

/** The 14 full batches of 10 rows of the training part. */
function sonarBatches(): Batch[] {
  const { data, columns, labels, rows } = loadSonar();
  const { train } = trainTestSplitIndices(rows, { trainSize: 0.7, randomState: 0 });
  return Array.from({ length: Math.floor(train.length / 10) }, (_, b) => {
    const batch = [...train.slice(10 * b, 10 * b + 10)];
    return {
      rows: 10,
      x: batch.flatMap((i) => [...data.subarray(i * columns, (i + 1) * columns)]),
      y: batch.map((i) => (labels[i] === 'R' ? 1 : 0)),
    };
  });
}

function circles(): Batch {
  const { data, target, rows } = makeCircles({ nSamples: 500, noise: 0.02, randomState: 0 });
  return { rows, x: [...data], y: [...target] };
}
