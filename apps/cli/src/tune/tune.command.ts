import type { ComparedMeasure } from '@kindling/train';
import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { positiveInteger } from '../demo/parameters.js';
import { createReporter } from '../output/reporter.js';
import { readFlags } from '../tables/read-flags.js';
import { designFlags, patienceFlag } from '../train/design-flags.js';
import { folds, hiddenSizes, threshold } from '../train/parameters.js';
import { outputFlags, rowFlags } from '../train/row-flags.js';
import type { TrainFlags } from '../train/train.command.js';

/** What `kindling tune` may be told. */
export interface TuneFlags
  extends Omit<
    TrainFlags,
    'target' | 'backend' | 'threads' | 'folds' | 'batchNorm' | 'classWeight' | 'filters' | 'imageSize'
  > {
  readonly target: string;
  readonly batchNorm?: boolean;
  readonly space?: readonly string[];
  readonly trials: number;
  readonly method: 'random' | 'halving';
  readonly by: ComparedMeasure;
  readonly folds: number;
  readonly jobs?: number;
  readonly queue?: string;
}

export const tuneCommand = buildCommand<TuneFlags, [string], Context>({
  docs: {
    brief: 'The design that suits a table best, searched and trained',
    fullDescription: [
      'Draws designs from a space and judges each by cross-validation on the training rows, some at the same time. The best is',
      'then trained on all of them and judged on the test rows, as train does it, into the same folder. Every trial is kept',
      `when it ends: after Ctrl-C, or whatever else, --resume goes on, and with more --trials it adds some.`,
      '',
      'A space is --space NAME=VALUES for each thing that is searched: values with / between, or LOW..HIGH for numbers, of',
      'learning rates and weight decays each power of ten as likely as the next. Without any it searches hidden, dropout, lr',
      'and weight-decay.',
      '',
      'Examples:',
      '  kindling tune patients.csv --target ill --trials 50 --jobs 8',
      '  kindling tune patients.csv --target ill --space hidden=none/32/64,64 --space lr=0.001..0.1 --method halving',
      '  kindling tune patients.csv --target ill --config search.yaml --by auc --resume',
      '  kindling tune patients.csv --target ill --queue redis://10.0.0.7:6379      # and kindling worker elsewhere',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'The table; - is standard input', parse: String, placeholder: 'data.csv' }],
    },
    flags: {
      ...rowFlags,
      space: {
        kind: 'parsed',
        // Read where @kindling/train, with its distributions, is loaded.
        parse: String,
        optional: true,
        variadic: true,
        brief: 'What is searched, as lr=0.001..0.1 or hidden=none/32/64,64; again for more',
        placeholder: 'NAME=VALUES',
      },
      trials: { kind: 'parsed', parse: positiveInteger, brief: 'How many designs are drawn', default: '30' },
      method: {
        kind: 'enum',
        values: ['random', 'halving'],
        brief: 'All get all epochs, or the best third of those with few gets three times as many, and so on',
        default: 'random',
      },
      by: {
        kind: 'enum',
        values: ['auc', 'logLoss', 'accuracy', 'brier', 'f1'],
        brief: 'What decides which is the best',
        default: 'logLoss',
      },
      folds: { kind: 'parsed', parse: folds, brief: 'How many parts a design is tested on in turn', default: '5' },
      jobs: {
        kind: 'parsed',
        parse: positiveInteger,
        optional: true,
        brief: 'How many trials go on at the same time [default = one for each core]',
      },
      queue: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Leave trials to the workers at this Redis, as redis://HOST:PORT (needs the package bullmq)',
        placeholder: 'URL',
      },
      hidden: {
        kind: 'parsed',
        parse: hiddenSizes,
        optional: true,
        brief: 'Hidden layers of every design, as 60,60 or none [default = searched]',
        placeholder: 'SIZES',
      },
      ...designFlags,
      batchNorm: { kind: 'boolean', brief: 'Normalise hidden layers over the batch', optional: true },
      batchSize: { kind: 'parsed', parse: positiveInteger, optional: true, brief: 'Rows a step [default = 32 to 512]' },
      patience: patienceFlag,
      calibrate: {
        kind: 'enum',
        values: ['none', 'temperature', 'platt', 'isotonic'],
        brief: 'How probabilities of the best are corrected',
        default: 'none',
      },
      threshold: {
        kind: 'parsed',
        parse: threshold,
        optional: true,
        brief: 'Where a probability of the best becomes the class, as for train [default = 0.5]',
      },
      ...outputFlags,
      ...readFlags,
    },
  },
  async func(flags, data) {
    const { runTune } = await import('./tune.js');
    await runTune(data, flags, this, createReporter(this, flags.json, { quiet: flags.quiet }));
  },
});
