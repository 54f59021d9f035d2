import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { createReporter } from '../output/reporter.js';

interface DoctorFlags {
  readonly json: boolean;
}

export const doctorCommand = buildCommand<DoctorFlags, [], Context>({
  docs: {
    brief: 'Which backends run here, how fast, and why others do not',
    fullDescription: [
      'Multiplies two matrices of 512 x 512 with each backend, on one thread and on all.',
      '',
      'Examples:',
      '  kindling doctor',
      '  kindling doctor --json',
    ].join('\n'),
  },
  parameters: {
    flags: { json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false } },
  },
  async func({ json }) {
    const { runDoctor } = await import('./doctor.js');
    await runDoctor(createReporter(this, json));
  },
});
