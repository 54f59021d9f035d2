import { ArgumentError, type Tensor, type TypedArray, tensor } from '@kindling/tensor-core';
import { saveCheckpoint } from '../checkpoint/checkpoint.js';
import { type BackendSource, setThreadBackend } from '../jobs/thread-backend.js';
import { type SentError, sendError } from '../jobs/thread-error.js';
import { type FoldOutcome, type FoldSettings, trainFold } from './fold.js';
import type { Fold } from './options.js';

/** A tensor as plain data. */
export interface SentTensor {
  readonly shape: readonly number[];
  readonly values: TypedArray;
}

/** What all folds have in common. */
export interface FoldData {
  readonly module: string;
  readonly name: string;
  readonly backend: BackendSource;
  /** The options that are plain data. */
  readonly plain: Readonly<Record<string, unknown>>;
  /** The names of those that are not, which the module must have. */
  readonly made: readonly string[];
  readonly metrics: readonly string[];
  readonly x: SentTensor;
  readonly y: SentTensor;
  readonly wantOutputs: boolean;
}

/** One fold. */
export interface FoldTask {
  readonly fold: number;
  readonly rows: Fold;
}

/** What a thread says of a fold. */
export type FoldAnswer =
  | { readonly error: SentError }
  | {
      readonly outcome: Omit<FoldOutcome, 'outputs'>;
      readonly outputs: SentTensor | null;
      /** The rows that it has learnt from. */
      readonly learnt: Int32Array;
      /** The trained model's checkpoint. */
      readonly weights: Uint8Array;
    };

/** What is made once in a thread. */
let ready: Promise<{ settings: FoldSettings<string>; x: Tensor; y: Tensor }> | null = null;

/** Trains a fold in a thread. */
export async function foldInThread({ fold, rows }: FoldTask, data: FoldData): Promise<FoldAnswer> {
  try {
    ready ??= prepare(data);
    const { settings, x, y } = await ready;
    return await trainFold(settings, { x, y }, rows, fold, data.wantOutputs, async (found, { model, learnt }) => {
      const { outputs, ...outcome } = found;
      return {
        outcome,
        outputs: outputs === null ? null : { shape: outputs.shape, values: outputs.dataSync() },
        learnt: Int32Array.from(learnt),
        weights: await saveCheckpoint({ model }),
      };
    });
  } catch (error) {
    return { error: sendError(error) };
  }
}

async function prepare(data: FoldData) {
  const { module, name, plain, made, metrics, backend } = data;
  const design = (((await import(/* @vite-ignore */ module)) as Record<string, unknown>)[name] ?? {}) as Partial<
    Record<string, unknown>
  >;
  const where = `crossValidate: jobs: the export '${name}' of ${module}`;
  for (const option of made) {
    if (design[option] === undefined) throw new ArgumentError(`${where} has no ${option}, which cannot be sent there`);
  }
  const own = Object.keys((design.metrics as object | undefined) ?? {});
  if (own.join('\n') !== metrics.join('\n')) {
    throw new ArgumentError(
      `${where} has the metrics ${own.join(', ') || 'none'}, the caller ${metrics.join(', ') || 'none'}`,
    );
  }
  await setThreadBackend(backend);
  // What the caller says goes first: the module may be of several designs.
  const chosen = Object.fromEntries(made.map((option) => [option, design[option]]));
  const settings = { ...plain, ...chosen } as unknown as FoldSettings<string>;
  return { settings, x: received(data.x), y: received(data.y) };
}

function received({ shape, values }: SentTensor): Tensor {
  return tensor(values.slice(), { dtype: dtypeOf(values) }).reshape([...shape]);
}

function dtypeOf(values: TypedArray) {
  if (values instanceof Float64Array) return 'float64';
  if (values instanceof Int32Array) return 'int32';
  return values instanceof Float32Array ? 'float32' : 'bool';
}
