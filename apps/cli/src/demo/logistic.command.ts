import { buildCommand } from '@stricli/core';
import { createReporter } from '../output/reporter.js';
import { demoFlags } from './parameters.js';
import type { DemoFlags } from './setup.js';

const tutorialEpochs = 100;

export const logisticCommand = buildCommand<DemoFlags>({
  docs: { brief: 'Logistic regression, plain, with L2 and with L1, beside an MLP: blobs and sonar' },
  parameters: { flags: demoFlags(tutorialEpochs) },
  async func(flags) {
    const { runLogistic } = await import('./logistic.js');
    const { prepare } = await import('./setup.js');
    const reporter = createReporter(this, flags.json);
    const session = await prepare('logistic', flags, reporter);
    await runLogistic(session, flags.epochs ?? tutorialEpochs, reporter);
  },
});
