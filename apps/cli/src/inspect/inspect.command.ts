import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { createReporter } from '../output/reporter.js';
import { type ReadFlags, readFlags } from '../tables/read-flags.js';

interface InspectFlags extends ReadFlags {
  readonly json: boolean;
}

export const inspectCommand = buildCommand<InspectFlags, [string], Context>({
  docs: {
    brief: 'What a table or a folder of images holds, or what a model is',
    fullDescription: [
      'Of a CSV file: each column with its type, why it has that, missing values, range and examples, and what is dubious.',
      'Of a folder with a folder of images for each class: how many each has, and what is dubious.',
      'Of a model: what it tells from which columns, its design, threshold, and how good it was in training.',
      '',
      'Examples:',
      '  kindling inspect patients.csv',
      '  kindling inspect photos',
      '  kindling inspect model --json',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: 'A model folder, a table, or a folder of images', parse: String, placeholder: 'MODEL|data.csv' },
      ],
    },
    flags: {
      json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false },
      ...readFlags,
    },
  },
  async func({ json, ...flags }, path) {
    const { runInspect } = await import('./inspect.js');
    await runInspect(path, flags, this.process.stdin, createReporter(this, json));
  },
});
