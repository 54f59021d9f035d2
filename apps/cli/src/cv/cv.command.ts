import type { ComparedMeasure } from '@kindling/train';
import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { positiveInteger } from '../demo/parameters.js';
import { createReporter } from '../output/reporter.js';
import { type ReadFlags, readFlags } from '../tables/read-flags.js';
import { designFlags, patienceFlag } from '../train/design-flags.js';
import { folds, hiddenSizes } from '../train/parameters.js';
import { outputFlags, rowFlags } from '../train/row-flags.js';

const { target, positive, drop, group, seed, rng } = rowFlags;
const { config, json } = outputFlags;

/** A design to compare: a name and the sizes of its hidden layers. */
export interface Design {
  readonly name: string;
  readonly hidden: number[];
}

/** What `kindling cv` may be told. */
export interface CvFlags extends ReadFlags {
  readonly target: string;
  readonly positive?: string;
  readonly drop?: readonly string[];
  readonly group?: string;
  readonly model?: readonly Design[];
  readonly folds: number;
  readonly by: ComparedMeasure;
  readonly activation?: 'relu' | 'tanh' | 'gelu' | 'silu' | 'sigmoid';
  readonly dropout?: number;
  readonly batchNorm: boolean;
  readonly optimizer?: 'adamw' | 'adam' | 'sgd' | 'rmsprop';
  readonly lr?: number | 'auto';
  readonly schedule?: 'constant' | 'cosine' | 'plateau';
  readonly weightDecay?: number;
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly patience?: number;
  readonly jobs?: number;
  readonly seed: string;
  readonly rng: 'seedrandom' | 'torch';
  readonly config?: string;
  readonly json: boolean;
}

export const cvCommand = buildCommand<CvFlags, [string], Context>({
  docs: {
    brief: 'Which of some designs suits a table best, by cross-validation',
    fullDescription: [
      'Trains each design on the same folds and tests it on the rows left out, a logistic regression beside them. Each mean has',
      'an interval, and each design is tested against the best one; both allow for folds that have training rows in common.',
      '',
      'Examples:',
      '  kindling cv sonar.csv --target label --model wide=180 --model deep=60,60,60',
      '  kindling cv visits.csv --target ill --group patient --folds 10 --by auc --json',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'The table; - is standard input', parse: String, placeholder: 'data.csv' }],
    },
    flags: {
      target,
      positive,
      drop,
      group: { ...group, brief: 'Rows with the same value here stay together in one fold' },
      model: {
        kind: 'parsed',
        parse: design,
        optional: true,
        variadic: true,
        brief: 'A design: its name and hidden layers, as deep=60,60,60; again for more [default = network=32]',
        placeholder: 'NAME=SIZES',
      },
      folds: { kind: 'parsed', parse: folds, brief: 'How many parts are tested on in turn', default: '5' },
      by: {
        kind: 'enum',
        values: ['auc', 'logLoss', 'accuracy', 'brier', 'f1'],
        brief: 'What decides which is the best',
        default: 'logLoss',
      },
      ...designFlags,
      batchSize: { kind: 'parsed', parse: positiveInteger, optional: true, brief: 'Rows a step [default = 32 to 512]' },
      patience: patienceFlag,
      jobs: {
        kind: 'parsed',
        parse: positiveInteger,
        optional: true,
        brief: 'How many folds are trained at the same time [default = one for each core]',
      },
      seed,
      rng,
      config,
      json,
      ...readFlags,
    },
  },
  async func(flags, data) {
    const { runCv } = await import('./cv.js');
    await runCv(data, flags, this, createReporter(this, flags.json));
  },
});

function design(text: string): Design {
  const [, name, sizes] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined) throw new Error(`"${text}" is no design such as deep=60,60,60`);
  return { name, hidden: hiddenSizes(sizes!) };
}
