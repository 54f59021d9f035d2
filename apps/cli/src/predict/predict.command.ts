import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { type ReadFlags, readFlags } from '../tables/read-flags.js';

/** What `kindling predict` may be told. */
export interface PredictFlags extends ReadFlags {
  readonly out?: string;
}

export const predictCommand = buildCommand<PredictFlags, [string, string?], Context>({
  docs: {
    brief: 'The class and its probability for each row of a table',
    fullDescription: [
      "Writes a CSV file: each row's line in its file, the class, and the probability of the positive one. Columns are found",
      'by name; the column with the class is not needed. A model of images predicts an image, or all images in a folder.',
      '',
      'Examples:',
      '  kindling predict model new.csv -o predictions.csv',
      '  cat new.csv | kindling predict model > predictions.csv',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: 'The folder that kindling train wrote', parse: String, placeholder: 'MODEL' },
        {
          brief: 'The table, image or folder of images; standard input where it is left out',
          parse: String,
          placeholder: 'data.csv',
          optional: true,
        },
      ],
    },
    flags: {
      out: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'The file to write [default = standard output]',
        placeholder: 'out.csv',
      },
      ...readFlags,
    },
    aliases: { o: 'out' },
  },
  async func(flags, folder, data = '-') {
    const { runPredict } = await import('./predict.js');
    await runPredict(folder, data, flags, this);
  },
});
