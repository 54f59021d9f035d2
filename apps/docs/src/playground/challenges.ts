import { type ExperimentOptions, experiment } from '@kindling/train/worker';
import type { Run } from './run.js';

/** Something to find out. */
export interface Challenge {
  readonly name: string;
  readonly text: string;
  readonly spec: ExperimentOptions;
  readonly done: (run: Run) => boolean;
}

const heldOut = (run: Run): number => run.metrics?.heldOut?.accuracy ?? 0;
const units = (run: Run): number => run.ready?.spec.layers.reduce((sum, layer) => sum + layer.units, 0) ?? 0;

/** From easy to hard. */
export const challenges: readonly Challenge[] = [
  {
    name: 'Bend the line',
    text: 'Without a hidden layer the border is a straight line. Get 95 % of the circles right: with a layer, or with other inputs.',
    spec: { data: { name: 'circles' }, layers: [] },
    done: (run) => run.ready?.spec.data.name === 'circles' && heldOut(run) >= 0.95,
  },
  {
    name: 'As few as you can',
    text: 'Get 95 % of the held-out circles right with at most three hidden units, and x and y alone.',
    spec: { data: { name: 'circles', noise: 0.06 }, layers: [{ units: 8 }] },
    done: (run) =>
      run.ready?.spec.data.name === 'circles' &&
      units(run) <= 3 &&
      run.ready.spec.features.join() === 'x,y' &&
      heldOut(run) >= 0.95,
  },
  {
    name: 'Cure the overfitting',
    text: 'Few, noisy points and many units: the border runs around single points. Bring the held-out points above 80 % after 1,000 epochs or more.',
    spec: {
      data: { name: 'moons', samples: 100, noise: 0.35, heldOut: 0.6 },
      layers: [{ units: 64 }, { units: 64 }],
      optimizer: { lr: 0.01 },
    },
    done: (run) => (run.frame?.epoch ?? 0) >= 1000 && (run.ready?.spec.data.noise ?? 0) >= 0.3 && heldOut(run) > 0.8,
  },
  {
    name: 'The spiral',
    text: 'The hardest of the pictures. Get 90 % of the held-out points right.',
    spec: {
      data: { name: 'spirals', samples: 400, noise: 0.05 },
      layers: [{ units: 4, activation: 'Tanh' }],
      optimizer: { lr: 0.003 },
    },
    done: (run) => run.ready?.spec.data.name === 'spirals' && heldOut(run) >= 0.9,
  },
];

/** The whole spec of a challenge. */
export function specOf(challenge: Challenge) {
  return experiment(challenge.spec);
}
