import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';

export const newCommand = buildCommand<Record<never, never>, [string], Context>({
  docs: {
    brief: 'A starter project in TypeScript that runs',
    fullDescription: [
      'Writes a small project into a folder that is empty or not there: a program that trains a classifier on a table, tests',
      'and saves it, the table, and what npm and TypeScript need.',
      '',
      'Examples:',
      '  kindling new churn && cd churn && npm install && npm run train',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'The folder', parse: String, placeholder: 'DIR' }],
    },
  },
  async func(_, folder) {
    const { runNew } = await import('./new.js');
    runNew(folder, this);
  },
});
