import type { ExperimentOptions } from '@kindling/train/worker';
import type { PlotName } from '../playground/plots.js';

/** What a reader can change in a widget. */
export type ConceptControl = 'noise' | 'samples' | 'units' | 'optimizer' | 'lr' | 'dropout' | 'penalty';

/** What stands below the picture beside the plots. */
export type ConceptPart = 'threshold' | 'folds' | 'data' | 'export';

/** The widget of a page. */
export interface Concept {
  readonly spec: ExperimentOptions;
  readonly controls: readonly ConceptControl[];
  readonly plots: readonly PlotName[];
  readonly part?: ConceptPart;
}

const few = { name: 'moons', samples: 100, noise: 0.3, heldOut: 0.5 } as const;

/** The widgets by the names of their pages. */
export const concepts = {
  'line-to-logistic': {
    spec: { data: { name: 'blobs', samples: 120, noise: 0.15 }, layers: [], optimizer: { name: 'SGD', lr: 0.3 } },
    controls: ['noise', 'lr'],
    plots: ['surface', 'loss'],
  },
  'hidden-layer': {
    spec: {
      data: { name: 'circles', samples: 200 },
      layers: [{ units: 2, activation: 'Tanh' }],
      optimizer: { lr: 0.03 },
    },
    controls: ['units', 'noise'],
    plots: ['loss', 'surface'],
  },
  'rate-and-optimizer': {
    spec: {
      data: { name: 'moons', samples: 200 },
      layers: [{ units: 8, activation: 'Tanh' }],
      optimizer: { name: 'SGD', lr: 0.1 },
    },
    controls: ['optimizer', 'lr'],
    plots: ['loss', 'gradient'],
  },
  overfitting: {
    spec: { data: few, layers: [{ units: 64 }, { units: 64 }] },
    controls: ['samples', 'units', 'dropout', 'penalty'],
    plots: ['loss'],
  },
  threshold: {
    spec: {
      data: { name: 'moons', samples: 400, noise: 0.35, balance: 0.25 },
      layers: [{ units: 8, activation: 'Tanh' }],
    },
    controls: ['noise'],
    plots: ['roc', 'pr'],
    part: 'threshold',
  },
  calibration: {
    spec: { data: { ...few, samples: 400 }, layers: [{ units: 64 }, { units: 64 }] },
    controls: ['units', 'penalty'],
    plots: ['calibration', 'loss'],
  },
  'cross-validation': {
    spec: { data: { ...few, samples: 120, heldOut: 0.2 }, layers: [{ units: 16 }] },
    controls: ['units', 'noise'],
    plots: [],
    part: 'folds',
  },
  'your-csv': { spec: { layers: [{ units: 8 }] }, controls: ['units', 'lr'], plots: ['loss', 'roc'], part: 'data' },
  'save-and-deploy': { spec: { layers: [{ units: 8 }, { units: 8 }] }, controls: ['units'], plots: [], part: 'export' },
} satisfies Record<string, Concept>;

export type ConceptName = keyof typeof concepts;
