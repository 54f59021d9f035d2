import { numbers } from './inputs.ts';
import type { MlpWork, TrainWork } from './work.ts';

/** What stands between the layers of a middling network, 100 -> 256 -> 256 -> 10. */
export type MlpLayers = 'plain' | 'batch norm and dropout' | 'layer norm and residual';

export const FEATURES = 100;
export const HIDDEN = 256;
export const MLP_CLASSES = 10;
/** Rows in a batch, and of the table that an epoch goes through. */
export const BATCH = 128;
export const TABLE = 10_000;
/** The part that dropout drops; nothing where losses are compared. */
export const DROPOUT = 0.1;

/** Rows of numbers between -1 and 1. */
export function mlpRows(rows: number): Float32Array {
  return numbers(rows * FEATURES, 1, 105);
}

/** The class of each row. */
export function mlpClasses(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => (i * 7) % MLP_CLASSES);
}

/** 0 or 1 for each row. */
export function mlpLabels(rows: number): Float32Array {
  return Float32Array.from({ length: rows }, (_, i) => i % 2);
}

/** A step of the plain network, as work of those who know steps of layers alone. */
export function plainStep({ lr, checkSteps }: MlpWork): TrainWork {
  return {
    kind: 'train',
    network: { sizes: [FEATURES, HIDDEN, HIDDEN, 1], hidden: 'relu', output: 'none' },
    batches: [{ rows: BATCH, x: [...mlpRows(BATCH)], y: [...mlpLabels(BATCH)] }],
    optimizer: 'adam',
    lr,
    checkSteps,
  };
}
