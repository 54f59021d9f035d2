import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { positiveInteger } from '../demo/parameters.js';

/** What `kindling serve` may be told. */
export interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly maxRows: number;
  readonly maxBytes: number;
}

export const serveCommand = buildCommand<ServeFlags, [string], Context>({
  docs: {
    brief: 'A model behind HTTP: JSON in, probabilities out',
    fullDescription: [
      'Answers POST /predict with the class and its probability for each row: an object with a value for each column, a list',
      'of them, or { "rows": [ … ] }. GET /openapi.json describes it to programs, GET /health says that it runs. It listens',
      'on this machine only unless --host says otherwise, and stops after the requests under way at Ctrl-C or SIGTERM.',
      '',
      'Examples:',
      '  kindling serve model',
      '  kindling serve model --port 9000 --max-rows 100',
      `  curl -H 'content-type: application/json' -d '{"age": 31, "town": "Bern"}' http://127.0.0.1:8080/predict`,
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'The folder that kindling train wrote', parse: String, placeholder: 'MODEL' }],
    },
    flags: {
      port: { kind: 'parsed', parse: port, brief: 'The port; 0 is any that is free', default: '8080' },
      host: { kind: 'parsed', parse: String, brief: 'The address to listen on', default: '127.0.0.1' },
      maxRows: { kind: 'parsed', parse: positiveInteger, brief: 'The most rows of a request', default: '1000' },
      maxBytes: { kind: 'parsed', parse: positiveInteger, brief: 'The most bytes of a request', default: '1048576' },
    },
  },
  async func(flags, folder) {
    const { runServe } = await import('./serve.js');
    await runServe(folder, flags, this);
  },
});

function port(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) throw new Error(`"${text}" is no port: a whole number from 0 to 65535`);
  return value;
}
