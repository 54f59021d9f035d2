import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { createReporter } from '../output/reporter.js';
import { type ReadFlags, readFlags } from '../tables/read-flags.js';

interface EvaluateFlags extends ReadFlags {
  readonly json: boolean;
}

export const evaluateCommand = buildCommand<EvaluateFlags, [string, string], Context>({
  docs: {
    brief: 'How good a model is on rows whose class is known',
    fullDescription: [
      'Measures a model on a CSV file that has the column with the class, or on a folder with a folder of images for each class.',
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
        {
          brief: 'The table (- is standard input), or a folder of folders of images',
          parse: String,
          placeholder: 'data.csv|FOLDER',
        },
      ],
    },
    flags: {
      json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false },
      ...readFlags,
    },
  },
  async func({ json, ...flags }, folder, data) {
    const { runEvaluate } = await import('./evaluate.js');
    await runEvaluate(folder, data, flags, this.process.stdin, createReporter(this, json));
  },
});
