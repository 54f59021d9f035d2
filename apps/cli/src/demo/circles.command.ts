import { buildCommand } from '@stricli/core';
import { createReporter } from '../output/reporter.js';
import { demoFlags } from './parameters.js';
import type { DemoFlags } from './setup.js';

const tutorialEpochs = 500;

export const circlesCommand = buildCommand({
  docs: { brief: 'Circles, and networks that underfit, fit and overfit' },
  parameters: { flags: demoFlags(tutorialEpochs) },
  async func(flags: DemoFlags) {
    const { runCircles } = await import('./circles.js');
    const { prepare } = await import('./setup.js');
    const reporter = createReporter(this, flags.json);
    const session = await prepare('circles', flags, reporter);
    await runCircles(session, flags.epochs ?? tutorialEpochs, reporter);
  },
});
