import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';

/** The formats of `kindling export`. */
export const formats = ['onnx', 'safetensors', 'pytorch', 'js'] as const;

/** One of them. */
export type Format = (typeof formats)[number];

interface ExportFlags {
  readonly format?: Format;
  readonly out: string;
}

export const exportCommand = buildCommand<ExportFlags, [string], Context>({
  docs: {
    brief: 'A model as a file for ONNX runtimes, PyTorch, or JavaScript',
    fullDescription: [
      'Writes a model, with all that is done with the columns before, as one file: onnx (an input for each column), pytorch',
      '(a Python script that needs only torch and predicts CSV files), js (a module that depends on nothing), or safetensors',
      '(the file that kindling itself reads, whose tensors others read too).',
      '',
      'Examples:',
      '  kindling export model -o model.onnx',
      '  kindling export model --format pytorch -o predict.py',
      '  kindling export model --format js -o predict.mjs',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'The folder that kindling train wrote', parse: String, placeholder: 'MODEL' }],
    },
    flags: {
      format: {
        kind: 'enum',
        values: formats,
        optional: true,
        brief: 'What to write [default = what the name of the file says]',
      },
      out: { kind: 'parsed', parse: String, brief: 'The file to write', placeholder: 'FILE' },
    },
    aliases: { o: 'out' },
  },
  async func({ format, out }, folder) {
    const { runExport } = await import('./export.js');
    await runExport(folder, format, out, this);
  },
});
