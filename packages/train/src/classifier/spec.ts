import { type Label, Preprocessor, type PreprocessorState } from '@kindling/data';
import { type CalibratorState, calibratorFrom } from '../calibration/index.js';
import { CheckpointError } from '../checkpoint/error.js';
import type { Measures } from './measures.js';
import type { SavedPipeline } from './member-rows.js';
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
  /** What each network's own pipeline makes of those columns in their place, where they have one. */
  readonly pipelines?: readonly SavedPipeline[];
  readonly calibration: CalibratorState | null;
  readonly threshold: number;
  /** How good it is on rows that its networks were not trained on. */
  readonly validation: Measures;
  /** The epoch of each network's weights. */
  readonly epochs: readonly number[];
  /** The learning rate that each network's training began with; files of the first versions do not say it. */
  readonly rates?: readonly number[];
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
  const { design, members, labels, calibration, threshold, pipelines } = spec;
  const encoder = encoderOf(spec.encoder);
  const whole = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) > 0;
  const sound =
    whole(members) &&
    whole(design?.inputs) &&
    Array.isArray(design?.hidden) &&
    design.hidden.every(whole) &&
    ['relu', 'tanh', 'gelu', 'silu', 'sigmoid'].includes(design.activation) &&
    (pipelines === undefined
      ? featuresOf(encoder) === design.inputs
      : Array.isArray(pipelines) && pipelines.length === members && pipelines.every((one) => whole(one?.inputs))) &&
    Array.isArray(labels) &&
    labels.length === 2 &&
    typeof threshold === 'number' &&
    4 * inputsOf(spec as ClassifierSpec).reduce((sum, inputs) => sum + weightCount({ ...design, inputs }), 0) <=
      fileSize;
  if (!sound) throw new CheckpointError('Classifier: what the file says of the classifier makes no sense');
  if (calibration !== null) calibratorFrom(calibration!);
  return { ...(spec as ClassifierSpec), encoder };
}

/** How many numbers each network takes. */
export function inputsOf({
  members,
  design,
  pipelines,
}: Pick<ClassifierSpec, 'members' | 'design' | 'pipelines'>): number[] {
  return pipelines?.map(({ inputs }) => inputs) ?? new Array<number>(members).fill(design.inputs);
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
