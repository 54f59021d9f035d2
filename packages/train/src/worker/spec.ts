/** The data that an experiment can draw; `points` are those it is given. */
export const DATASETS = ['circles', 'moons', 'spirals', 'blobs', 'xor', 'points'] as const;
/** What the network is shown of a point. */
export const FEATURES = ['x', 'y', 'xx', 'yy', 'xy', 'sinX', 'sinY'] as const;
/** The activations of hidden layers, named as in `@kindling/nn`. */
export const ACTIVATIONS = ['ReLU', 'Tanh', 'Sigmoid', 'LeakyReLU', 'ELU', 'GELU', 'SiLU', 'Identity'] as const;
/** What stands between a layer and its activation. */
export const NORMS = ['none', 'BatchNorm1d', 'LayerNorm'] as const;
/** The losses; MSELoss and HuberLoss compare probabilities. */
export const LOSSES = ['BCEWithLogitsLoss', 'MSELoss', 'HuberLoss'] as const;
/** The optimizers, named as in `@kindling/optim`. */
export const OPTIMIZERS = ['SGD', 'Adam', 'AdamW', 'RMSprop', 'Adagrad'] as const;
/** What happens to the learning rate from epoch to epoch. */
export const SCHEDULES = ['none', 'StepLR', 'ExponentialLR', 'CosineAnnealingLR'] as const;
/** What large weights cost. */
export const PENALTIES = ['none', 'L1', 'L2'] as const;
/** The random streams. */
export const ENGINES = ['seedrandom', 'torch'] as const;
/** Where it is computed. */
export const BACKENDS = ['cpu', 'gpu'] as const;

/** The data of an experiment. */
export interface ExperimentData {
  readonly name: (typeof DATASETS)[number];
  /** How many points are drawn, 10 to 5,000. */
  readonly samples: number;
  /** The standard deviation of what is added to each coordinate, 0 to 1. */
  readonly noise: number;
  /** The share of class 1, 0.05 to 0.95. */
  readonly balance: number;
  /** The share of points that are held out, 0 to 0.9. */
  readonly heldOut: number;
}

/** A hidden layer. */
export interface ExperimentLayer {
  /** 1 to 256. */
  readonly units: number;
  readonly activation: (typeof ACTIVATIONS)[number];
  /** The probability of dropping a unit, 0 to 0.9. */
  readonly dropout: number;
  readonly norm: (typeof NORMS)[number];
}

/**
 * A whole experiment as plain data: it survives JSON and `postMessage`, and everything that training depends on is in it.
 * {@link experiment} fills in what is left out and checks the rest.
 */
export interface ExperimentSpec {
  /** The version of this format. */
  readonly version: 1;
  readonly data: ExperimentData;
  readonly features: readonly (typeof FEATURES)[number][];
  /**
   * How many numbers given points bring for the network to be shown in the place of features, such as the pixels of an image;
   * 0 where there are none, to 1,024.
   */
  readonly inputs: number;
  /** The hidden layers, none to six. */
  readonly layers: readonly ExperimentLayer[];
  readonly loss: (typeof LOSSES)[number];
  readonly optimizer: {
    readonly name: (typeof OPTIMIZERS)[number];
    /** The learning rate, above 0, to 100. */
    readonly lr: number;
    /** Of SGD, 0 to 0.999. */
    readonly momentum: number;
  };
  readonly schedule: {
    readonly name: (typeof SCHEDULES)[number];
    /** The epochs between two changes, or to the smallest rate of a cosine; 1 to 100,000. */
    readonly every: number;
    /** What the rate is multiplied by, above 0, to 1. */
    readonly gamma: number;
  };
  readonly penalty: { readonly name: (typeof PENALTIES)[number]; readonly rate: number };
  /** Rows a step; 0 takes all of them. */
  readonly batchSize: number;
  /** A whole number from 0. */
  readonly seed: number;
  readonly engine: (typeof ENGINES)[number];
  readonly backend: (typeof BACKENDS)[number];
}

/** The parts of an experiment that differ from the usual ones. */
export interface ExperimentOptions
  extends Partial<Omit<ExperimentSpec, 'data' | 'layers' | 'optimizer' | 'schedule' | 'penalty'>> {
  readonly data?: Partial<ExperimentData>;
  readonly layers?: readonly Partial<ExperimentLayer>[];
  readonly optimizer?: Partial<ExperimentSpec['optimizer']>;
  readonly schedule?: Partial<ExperimentSpec['schedule']>;
  readonly penalty?: Partial<ExperimentSpec['penalty']>;
}

const LAYER: ExperimentLayer = { units: 8, activation: 'ReLU', dropout: 0, norm: 'none' };

/** What holds where nothing else is said. */
export const USUAL: ExperimentSpec = {
  version: 1,
  data: { name: 'circles', samples: 300, noise: 0.1, balance: 0.5, heldOut: 0.4 },
  features: ['x', 'y'],
  inputs: 0,
  layers: [LAYER, LAYER],
  loss: 'BCEWithLogitsLoss',
  optimizer: { name: 'Adam', lr: 0.01, momentum: 0 },
  schedule: { name: 'none', every: 100, gamma: 0.5 },
  penalty: { name: 'none', rate: 0.001 },
  batchSize: 0,
  seed: 42,
  engine: 'seedrandom',
  backend: 'cpu',
};

/** What a layer is where nothing else is said. */
export const USUAL_LAYER = LAYER;

/** How many numbers the network of a spec is shown. */
export function widthOf({ inputs, features }: Pick<ExperimentSpec, 'inputs' | 'features'>): number {
  return inputs > 0 ? inputs : features.length;
}
