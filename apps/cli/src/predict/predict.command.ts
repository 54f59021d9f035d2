import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';

interface PredictFlags {
  readonly out?: string;
}

export const predictCommand = buildCommand<PredictFlags, [string, string?], Context>({
  docs: {
    brief: 'The class and its probability for each row of a table',
    fullDescription: [
      "Writes a CSV file: each row's line in its file, the class, and the probability of the positive one. Columns are found",
      'by name; the column with the class is not needed.',
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
          brief: 'The table; standard input where it is left out',
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
    },
    aliases: { o: 'out' },
  },
  async func({ out }, folder, data = '-') {
    const { runPredict } = await import('./predict.js');
    await runPredict(folder, data, out, this);
  },
});
