import { type CalibratorState, calibratorFrom } from '../calibration/index.js';
import { CheckpointError } from '../checkpoint/error.js';
import type { Measures } from '../classifier/measures.js';
import { type ImageDesign, imageWeights } from './network.js';

/** Everything that a classifier of images is but for the weights, as plain data. */
export interface ImageClassifierSpec {
  readonly kind: 'image classifier';
  readonly version: 1;
  /** The negative class and the positive one. */
  readonly labels: readonly [string, string];
  readonly design: ImageDesign;
  /** How many networks there are. */
  readonly members: number;
  readonly calibration: CalibratorState | null;
  readonly threshold: number;
  /** How good it is on images that its networks were not trained on. */
  readonly validation: Measures;
  /** The epoch of each network's weights. */
  readonly epochs: readonly number[];
  /** The learning rate that each network's training began with. */
  readonly rates: readonly number[];
  /** How many images it was trained on. */
  readonly images: number;
}

/** Throws unless it is what a classifier of images saved, and no network would be larger than the file it comes from. */
export function checkImageSpec(value: unknown, fileSize: number): ImageClassifierSpec {
  const spec = value as Partial<ImageClassifierSpec> | null;
  if (spec?.kind !== 'image classifier')
    throw new CheckpointError('ImageClassifier: the file holds no classifier of images');
  if (spec.version !== 1)
    throw new CheckpointError(
      `ImageClassifier: the file is of version ${String(spec.version).slice(0, 20)}; this version reads 1`,
    );
  const { design, members, labels, threshold, calibration } = spec;
  const whole = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) > 0;
  const sound =
    whole(members) &&
    whole(design?.size) &&
    design!.inputs === 3 * design!.size ** 2 &&
    Array.isArray(design!.filters) &&
    design!.filters.every(whole) &&
    2 ** design!.filters.length <= design!.size &&
    Array.isArray(design!.hidden) &&
    design!.hidden.every(whole) &&
    Array.isArray(labels) &&
    labels.length === 2 &&
    typeof threshold === 'number' &&
    4 * members! * imageWeights(design!) <= fileSize;
  if (!sound) throw new CheckpointError('ImageClassifier: what the file says of the classifier makes no sense');
  if (calibration !== null) calibratorFrom(calibration!);
  return spec as ImageClassifierSpec;
}
