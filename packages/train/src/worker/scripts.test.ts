import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpu } from '@kindling/backend-cpu';
import { SeedrandomGenerator, setDefaultGenerator } from '@kindling/tensor-core';
import ts from 'typescript';
import { expect, it, vi } from 'vitest';
import type { Points, SessionEvent } from './messages.js';
import type { GivenPoints } from './points.js';
import { TrainingSession } from './session.js';
import type { ExperimentOptions } from './spec.js';
import { toPyTorch } from './to-pytorch.js';
import { toTypeScript } from './to-typescript.js';

const conformance = fileURLToPath(new URL('../../../../internal/conformance/', import.meta.url));
const EPOCHS = 20;

const data = { samples: 24, heldOut: 0.25 } as const;
const experiments: Record<string, ExperimentOptions> = {
  plain: { data, engine: 'torch', layers: [{ units: 4, activation: 'Tanh' }] },
  batches: {
    data: { ...data, name: 'moons' },
    features: ['x', 'y', 'xx', 'sinY'],
    engine: 'torch',
    batchSize: 5,
    layers: [
      { units: 5, norm: 'LayerNorm' },
      { units: 3, activation: 'GELU' },
    ],
    loss: 'MSELoss',
    optimizer: { name: 'SGD', lr: 0.2, momentum: 0.9 },
    schedule: { name: 'CosineAnnealingLR', every: 30 },
    penalty: { name: 'L1', rate: 0.002 },
  },
  decayed: {
    data: { ...data, name: 'xor' },
    engine: 'torch',
    layers: [{ units: 6, activation: 'SiLU' }],
    optimizer: { name: 'AdamW', lr: 0.03 },
    schedule: { name: 'ExponentialLR', every: 4, gamma: 0.5 },
    penalty: { name: 'L2', rate: 0.1 },
  },
  dropped: {
    data: { ...data, name: 'spirals' },
    engine: 'torch',
    seed: 7,
    batchSize: 6,
    layers: [{ units: 6, dropout: 0.25, norm: 'BatchNorm1d' }],
    loss: 'HuberLoss',
    // With Adam the bias before the normalisation, whose gradient is nothing but rounding, would go its own way.
    optimizer: { name: 'SGD', lr: 0.1 },
    schedule: { name: 'StepLR', every: 5, gamma: 0.5 },
    penalty: { name: 'L2', rate: 0.01 },
  },
  inputs: {
    data: { name: 'points' },
    inputs: 5,
    engine: 'torch',
    batchSize: 4,
    layers: [{ units: 4 }],
    optimizer: { name: 'Adam', lr: 0.02 },
  },
};

/** Points that bring five numbers each, of which the classes differ in the sum. */
function ownPoints(): GivenPoints {
  const count = 20;
  const values = Array.from({ length: 5 * count }, (_, i) => Math.round(100 * Math.sin(1.7 * i * i)) / 64);
  const sums = Array.from({ length: count }, (_, i) =>
    values.slice(5 * i, 5 * i + 5).reduce((sum, one) => sum + one, 0),
  );
  return {
    xy: sums.flatMap((sum, i) => [sum / 4, values[5 * i]!]),
    labels: sums.map((sum) => (sum > 0 ? 1 : 0)),
    heldOut: sums.map((_, i) => (i % 4 === 3 ? 1 : 0)),
    inputs: { values, origin: [0, 0, 0, 0, 0], across: [1, 1, 1, 1, 1], up: [1, 0, 0, 0, 0] },
  };
}

const pointsOf = (spec: ExperimentOptions): { points?: GivenPoints } =>
  spec.data?.name === 'points' ? { points: ownPoints() } : {};

/** What a session gives for an experiment. */
async function session(spec: ExperimentOptions): Promise<{ points: Points; losses: number[][] }> {
  const events: SessionEvent[] = [];
  const one = new TrainingSession({
    backends: { cpu },
    send: (event) => {
      events.push(event);
      if (event.type === 'frame') queueMicrotask(() => void one.receive({ type: 'taken' }));
    },
  });
  await one.receive({ type: 'configure', spec, ...pointsOf(spec) });
  await one.receive({ type: 'step', count: EPOCHS, unit: 'epoch' });
  const numbers = events.flatMap((event) => (event.type === 'frame' ? [...event.losses] : []));
  const losses = Array.from({ length: EPOCHS }, (_, i) => numbers.slice(3 * i + 1, 3 * i + 3));
  const ready = events[0]!;
  if (ready.type !== 'ready') throw new Error(JSON.stringify(ready));
  return { points: ready.points, losses };
}

const parse = (lines: string[]): number[][] =>
  lines.map((line) => /loss (\S+) held-out (\S+)/.exec(line)!.slice(1).map(Number));

function expectClose(found: number[][], wanted: number[][]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [epoch, row] of wanted.entries()) {
    for (const [i, value] of row.entries())
      expect(Math.abs(found[epoch]![i]! - value), `epoch ${epoch + 1}`).toBeLessThan(1e-5);
  }
}

it.each(Object.entries(experiments))('%s: the PyTorch script gave the losses of the session', async (name, spec) => {
  const { points, losses } = await session(spec);
  await expect(toPyTorch(spec, points, EPOCHS)).toMatchFileSnapshot(join(conformance, `python/experiments/${name}.py`));
  const values = JSON.parse(readFileSync(join(conformance, 'values/train/experiments.json'), 'utf8'));
  expectClose(losses, parse(values[name]));
});

it.each([
  ...Object.entries(experiments),
  ['seedrandom', { ...experiments.dropped, engine: 'seedrandom' as const }] as const,
])('%s: the TypeScript gives the losses of the session', async (_, spec) => {
  const { points, losses } = await session(spec);
  const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), '.script-'));
  // As in a program of its own.
  setDefaultGenerator(new SeedrandomGenerator());
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const file = join(folder, 'train.mjs');
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    writeFileSync(file, ts.transpile(toTypeScript(spec, points, EPOCHS), options));
    await import(/* @vite-ignore */ file);
    expectClose(parse(log.mock.calls.map(([line]) => String(line))), losses);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
});
