import { type Label, Preprocessor, type PreprocessorState } from '@kindling/data';
import { type CalibratorState, calibratorFrom } from '../calibration/index.js';
import { CheckpointError } from '../checkpoint/error.js';
import type { Measures } from './measures.js';
import { type NetworkDesign, weightCount } from './network.js';

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
  readonly encoder: PreprocessorState;
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
  const { design, members, labels, calibration, threshold } = spec;
  const encoder = encoderOf(spec.encoder);
  const whole = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) > 0;
  const sound =
    whole(members) &&
    whole(design?.inputs) &&
    Array.isArray(design?.hidden) &&
    design.hidden.every(whole) &&
    ['relu', 'tanh', 'gelu', 'silu', 'sigmoid'].includes(design.activation) &&
    featuresOf(encoder) === design.inputs &&
    Array.isArray(labels) &&
    labels.length === 2 &&
    typeof threshold === 'number' &&
    4 * members! * weightCount(design) <= fileSize;
  if (!sound) throw new CheckpointError('Classifier: what the file says of the classifier makes no sense');
  if (calibration !== null) calibratorFrom(calibration!);
  return { ...(spec as ClassifierSpec), encoder };
}

/** How many features a saved preprocessor makes; none where it is damaged. */
function featuresOf(state: PreprocessorState): number {
  try {
    return Preprocessor.fromJSON(state).featureNames.length;
  } catch {
    return 0;
  }
}

/** How columns are prepared; the first classifiers said so without a format, and cut numbers at 8 deviations. */
function encoderOf(given: unknown): PreprocessorState {
  const state = (given ?? {}) as PreprocessorState;
  if (state.format !== undefined || !Array.isArray(state.columns)) return state;
  const columns = (state.columns as PreprocessorState['columns']).map((column) =>
    column.kind === 'number' ? { ...column, clip: 8 } : { ...column, missing: false },
  );
  return { format: 'kindling.preprocessor', version: 2, columns, dropped: state.dropped ?? [], choices: [] };
}
