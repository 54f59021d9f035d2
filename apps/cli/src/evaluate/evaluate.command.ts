import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { createReporter } from '../output/reporter.js';

interface EvaluateFlags {
  readonly json: boolean;
}

export const evaluateCommand = buildCommand<EvaluateFlags, [string, string], Context>({
  docs: {
    brief: 'How good a model is on rows whose class is known',
    fullDescription: [
      'Measures a model on a CSV file that has the column with the class.',
      '',
      'Examples:',
      '  kindling evaluate model later.csv',
      '  kindling evaluate model later.csv --json',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: 'The folder that kindling train wrote', parse: String, placeholder: 'MODEL' },
        { brief: 'The table; - is standard input', parse: String, placeholder: 'data.csv' },
      ],
    },
    flags: { json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false } },
  },
  async func({ json }, folder, data) {
    const { runEvaluate } = await import('./evaluate.js');
    await runEvaluate(folder, data, this.process.stdin, createReporter(this, json));
  },
});
