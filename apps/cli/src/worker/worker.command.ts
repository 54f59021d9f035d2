import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { positiveInteger } from '../demo/parameters.js';

/** What `kindling worker` may be told. */
export interface WorkerFlags {
  readonly jobs?: number;
  readonly lease: number;
}

export const workerCommand = buildCommand<WorkerFlags, [string], Context>({
  docs: {
    brief: 'Does the trials that kindling tune --queue leaves at a Redis',
    fullDescription: [
      'Takes trials from the queue, judges each on a thread, and hands the results back; the table comes with them. Any number',
      'of workers on any machines share the work, and what they find is what one machine finds. Trials of a worker that dies',
      'go to the others. It needs the packages bullmq and ioredis, runs until Ctrl-C or SIGTERM, and finishes what is under way.',
      '',
      'Examples:',
      '  kindling worker redis://10.0.0.7:6379',
      '  kindling worker rediss://:secret@queue.example.org --jobs 4',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'The Redis, as redis://HOST:PORT', parse: String, placeholder: 'URL' }],
    },
    flags: {
      jobs: {
        kind: 'parsed',
        parse: positiveInteger,
        optional: true,
        brief: 'How many trials go on at the same time [default = one for each core]',
      },
      lease: {
        kind: 'parsed',
        parse: positiveInteger,
        brief: 'Seconds without a sign of life after which its trials go to others',
        default: '30',
      },
    },
  },
  async func(flags, url) {
    const { runWorker } = await import('./worker.js');
    await runWorker(url, flags, this);
  },
});
