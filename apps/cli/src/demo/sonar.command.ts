import { buildCommand } from '@stricli/core';
import { createReporter } from '../output/reporter.js';
import { demoFlags } from './parameters.js';
import type { DemoFlags } from './setup.js';

const tutorialEpochs = 300;

interface SonarFlags extends DemoFlags {
  readonly data?: string;
  readonly target?: string;
  readonly header: boolean;
}

export const sonarCommand = buildCommand({
  docs: { brief: 'Sonar: a wide and a deep network compared by stratified cross-validation, with ROC' },
  parameters: {
    flags: {
      ...demoFlags(tutorialEpochs),
      data: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'A CSV table of your own: numeric features and a label of two classes',
        placeholder: 'FILE.csv',
      },
      target: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'The label column, by name or number from 1 [default = the last]',
        placeholder: 'COLUMN',
      },
      header: { kind: 'boolean', brief: 'The first line of the table holds names', default: false },
    },
  },
  async func(flags: SonarFlags) {
    const { loadTable, runSonar } = await import('./sonar.js');
    const table = loadTable(flags);
    const { prepare } = await import('./setup.js');
    const reporter = createReporter(this, flags.json);
    const session = await prepare('sonar', flags, reporter);
    await runSonar(session, table, flags.epochs ?? tutorialEpochs, reporter);
  },
});
