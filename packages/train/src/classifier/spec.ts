import type { Label } from '@kindling/data';
import { type CalibratorState, calibratorFrom } from '../calibration/index.js';
import { CheckpointError } from '../checkpoint/error.js';
import type { Measures } from './measures.js';
import { type NetworkDesign, weightCount } from './network.js';
import type { TableEncoderState } from './table-encoder.js';

/** Everything that a classifier is but for the weights, as plain data. */
export interface ClassifierSpec {
  readonly kind: 'classifier';
  readonly version: 1;
  /** The column that it tells. */
  readonly target: string;
  /** The negative class and the positive one. */
  readonly labels: readonly [Label, Label];
  readonly design: NetworkDesign;
  /** How many networks there are. */
  readonly members: number;
  /** Which columns it reads, and how. */
  readonly encoder: TableEncoderState;
  readonly calibration: CalibratorState | null;
  readonly threshold: number;
  /** How good it is on rows that its networks were not trained on. */
  readonly validation: Measures;
  /** The epoch of each network's weights. */
  readonly epochs: readonly number[];
  /** How many rows it was trained on. */
  readonly rows: number;
}

/** Throws unless it is what a classifier saved, and no network would be larger than the file it comes from. */
export function checkSpec(value: unknown, fileSize: number): ClassifierSpec {
  const spec = value as Partial<ClassifierSpec> | null;
  if (spec?.kind !== 'classifier') throw new CheckpointError('Classifier: the file holds no classifier');
  if (spec.version !== 1) {
    throw new CheckpointError(
      `Classifier: the file is of version ${String(spec.version).slice(0, 20)}; this version reads 1`,
    );
  }
  const { design, members, encoder, labels, calibration, threshold } = spec;
  const whole = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) > 0;
  const sound =
    whole(members) &&
    whole(design?.inputs) &&
    Array.isArray(design?.hidden) &&
    design.hidden.every(whole) &&
    ['relu', 'tanh', 'gelu', 'silu', 'sigmoid'].includes(design.activation) &&
    Array.isArray(encoder?.columns) &&
    Array.isArray(encoder.dropped) &&
    Array.isArray(labels) &&
    labels.length === 2 &&
    typeof threshold === 'number' &&
    4 * members! * weightCount(design) <= fileSize;
  if (!sound) throw new CheckpointError('Classifier: what the file says of the classifier makes no sense');
  if (calibration !== null) calibratorFrom(calibration!);
  return spec as ClassifierSpec;
}
