import { buildCommand } from '@stricli/core';
import { createReporter } from '../output/reporter.js';
import { demoFlags, positiveInteger } from './parameters.js';
import type { DemoFlags } from './setup.js';

const tutorialEpochs = 100;

function numberOfPoints(text: string): number {
  const value = positiveInteger(text);
  if (value < 2) throw new Error(`"${text}" is too few: there are two classes`);
  return value;
}

interface BlobsFlags extends DemoFlags {
  readonly points: number;
}

export const blobsCommand = buildCommand<BlobsFlags>({
  docs: { brief: 'Two Gaussian blobs and an MLP' },
  parameters: {
    flags: {
      ...demoFlags(tutorialEpochs),
      points: { kind: 'parsed', parse: numberOfPoints, brief: 'Number of points; also written --n', default: '20' },
    },
    aliases: { n: 'points' },
  },
  async func(flags) {
    const { runBlobs } = await import('./blobs.js');
    const { prepare } = await import('./setup.js');
    const reporter = createReporter(this, flags.json);
    const session = await prepare('blobs', flags, reporter);
    await runBlobs(session, { epochs: flags.epochs ?? tutorialEpochs, n: flags.points }, reporter);
  },
});
