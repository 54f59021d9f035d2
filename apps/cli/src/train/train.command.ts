import type { ThresholdChoice } from '@kindling/train';
import { buildCommand } from '@stricli/core';
import type { Context } from '../context.js';
import { type BackendName, backendFlag, positiveInteger } from '../demo/parameters.js';
import { createReporter } from '../output/reporter.js';
import { type ReadFlags, readFlags } from '../tables/read-flags.js';
import { designFlags, patienceFlag } from './design-flags.js';
import { folds, hiddenSizes, threshold } from './parameters.js';
import { outputFlags, rowFlags } from './row-flags.js';

/** What `kindling train` may be told. */
export interface TrainFlags extends ReadFlags {
  readonly target?: string;
  readonly positive?: string;
  readonly drop?: readonly string[];
  readonly hidden?: number[];
  readonly filters?: number[];
  readonly imageSize?: number;
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
  readonly classWeight?: 'balanced';
  readonly calibrate: 'none' | 'temperature' | 'platt' | 'isotonic';
  readonly threshold?: number | ThresholdChoice;
  readonly folds?: number;
  readonly group?: string;
  readonly time?: string;
  readonly testSize?: number;
  readonly test?: string;
  readonly seed: string;
  readonly rng: 'seedrandom' | 'torch';
  readonly backend: BackendName;
  readonly threads?: number;
  readonly config?: string;
  readonly resume: boolean;
  readonly out?: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

export const trainCommand = buildCommand<TrainFlags, [string], Context>({
  docs: {
    brief: 'A classifier from a CSV file or folders of images, judged on what it did not see',
    fullDescription: [
      'Trains a classifier of two classes on a CSV file and judges it on rows that it did not see, beside a logistic',
      'regression and the majority class. Columns of numbers, categories, dates and truth values are read, filled, scaled',
      'and encoded by themselves. A folder with a folder of images for each class gets a convolutional network.',
      '',
      'Examples:',
      '  kindling train patients.csv --target ill --positive yes --out model',
      '  kindling train patients.csv --target ill --drop id,name --hidden 60,60 --dropout 0.2 --calibrate platt',
      '  kindling train patients.csv --target ill --test later.csv --threshold cost:10,1 --json',
      '  kindling train visits.csv --target ill --group patient --config settings.yaml',
      '  kindling train customers.csv --target left --resume      # goes on after Ctrl-C',
      '  kindling train photos --positive cats --image-size 64      # of photos/cats and photos/dogs',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        {
          brief: 'The table (- is standard input), or a folder with a folder of images for each class',
          parse: String,
          placeholder: 'data.csv|FOLDER',
        },
      ],
    },
    flags: {
      ...rowFlags,
      target: { ...rowFlags.target, optional: true, brief: 'The column with the class, where it is a table' },
      hidden: {
        kind: 'parsed',
        parse: hiddenSizes,
        optional: true,
        brief: 'Sizes of the hidden layers, as 60,60; none makes it a logistic regression [default = 32]',
        placeholder: 'SIZES',
      },
      filters: {
        kind: 'parsed',
        parse: hiddenSizes,
        optional: true,
        brief: 'Images: filters of each convolution, or none [default = 16,32]',
        placeholder: 'SIZES',
      },
      imageSize: {
        kind: 'parsed',
        parse: positiveInteger,
        optional: true,
        brief: 'Images: pixels of a side that they are brought to [default = 32]',
        placeholder: 'PIXELS',
      },
      ...designFlags,
      batchSize: {
        kind: 'parsed',
        parse: positiveInteger,
        optional: true,
        brief: 'Rows a step [default = 32, in large tables up to 512]',
      },
      patience: patienceFlag,
      classWeight: {
        kind: 'enum',
        values: ['balanced'],
        optional: true,
        brief: 'Let both classes count the same',
      },
      calibrate: {
        kind: 'enum',
        values: ['none', 'temperature', 'platt', 'isotonic'],
        brief: 'How probabilities are corrected',
        default: 'none',
      },
      threshold: {
        kind: 'parsed',
        parse: threshold,
        optional: true,
        brief:
          'Where a probability becomes the class: a number, f1, youden, cost:FN,FP, recall:R, precision:P [default = 0.5]',
      },
      folds: {
        kind: 'parsed',
        parse: folds,
        optional: true,
        brief: 'Networks that learn, each without one part of the rows [default = 5]',
      },
      backend: backendFlag,
      threads: { kind: 'parsed', parse: positiveInteger, optional: true, brief: 'Threads on the CPU [default = all]' },
      ...outputFlags,
      ...readFlags,
    },
  },
  async func(flags, data) {
    const { runTrain } = await import('./train.js');
    await runTrain(data, flags, this, createReporter(this, flags.json, { quiet: flags.quiet }));
  },
});
