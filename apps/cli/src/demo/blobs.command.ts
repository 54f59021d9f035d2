import { buildCommand } from '@stricli/core';
import { createReporter } from '../output/reporter.js';
import { demoFlags, positiveInteger } from './parameters.js';
import { type DemoFlags, prepare } from './setup.js';

const tutorialEpochs = 100;

function numberOfPoints(text: string): number {
  const value = positiveInteger(text);
  if (value < 2) throw new Error(`"${text}" is too few: there are two classes`);
  return value;
}

export const blobsCommand = buildCommand({
  docs: { brief: 'Two Gaussian blobs and an MLP' },
  parameters: {
    flags: {
      ...demoFlags(tutorialEpochs),
      n: { kind: 'parsed', parse: numberOfPoints, brief: 'Number of points', default: '20' },
    },
  },
  async func(flags: DemoFlags & { readonly n: number }) {
    const { runBlobs } = await import('./blobs.js');
    const session = await prepare('blobs', flags);
    await runBlobs(session, { epochs: flags.epochs ?? tutorialEpochs, n: flags.n }, createReporter(this, flags.json));
  },
});
