import { positiveInteger } from '../demo/parameters.js';
import { learningRate, share } from './parameters.js';

/** The flags that say how networks are built and trained, of every command that trains some. */
export const designFlags = {
  activation: {
    kind: 'enum',
    values: ['relu', 'tanh', 'gelu', 'silu', 'sigmoid'],
    optional: true,
    brief: 'What stands between layers [default = relu]',
  },
  dropout: {
    kind: 'parsed',
    parse: share,
    optional: true,
    brief: 'Share of hidden units left out [default = 0.1]',
  },
  batchNorm: { kind: 'boolean', brief: 'Normalise hidden layers over the batch', default: false },
  optimizer: {
    kind: 'enum',
    values: ['adamw', 'adam', 'sgd', 'rmsprop'],
    optional: true,
    brief: 'What changes the weights [default = adamw]',
  },
  lr: {
    kind: 'parsed',
    parse: learningRate,
    optional: true,
    brief: 'Learning rate, or auto to seek one for each network [default = 0.005]',
  },
  schedule: {
    kind: 'enum',
    values: ['constant', 'cosine', 'plateau'],
    optional: true,
    brief: 'How the learning rate changes from epoch to epoch [default = constant]',
  },
  weightDecay: { kind: 'parsed', parse: share, optional: true, brief: 'Weight decay [default = 0.01]' },
  epochs: { kind: 'parsed', parse: positiveInteger, optional: true, brief: 'Epochs at most [default = 200]' },
} as const;

/** When a training ends; it stands after the batch size, whose words differ. */
export const patienceFlag = {
  kind: 'parsed',
  parse: positiveInteger,
  optional: true,
  brief: 'Epochs without improvement before it ends [default = 15]',
} as const;
