import { type Column, Table, type TableSource } from '@kindling/data';
import { type BackendSource, setThreadBackend } from '../jobs/thread-backend.js';
import { type SentError, sendError } from '../jobs/thread-error.js';
import { type ClassifierTask, classifier } from './classifier.js';
import type { Measures } from './measures.js';
import type { ClassifierOptions } from './options.js';

/** What all designs and folds have in common. */
export interface DesignData {
  readonly backend: BackendSource;
  readonly columns: readonly Column[];
  readonly source: TableSource;
  readonly task: ClassifierTask;
}

/** One design on one fold. */
export interface DesignTask {
  readonly options: ClassifierOptions;
  readonly train: ArrayLike<number>;
  readonly test: ArrayLike<number>;
}

/** What a thread says of it. */
export type DesignAnswer = { readonly error: SentError } | { readonly measures: Measures };

/** Trains a design on a fold in a thread, and measures it. */
export async function designInThread(task: DesignTask, data: DesignData): Promise<DesignAnswer> {
  try {
    await setThreadBackend(data.backend);
    const { columns, source } = data;
    return { measures: await trainDesign(new Table(columns, { source }), data.task, task) };
  } catch (error) {
    return { error: sendError(error) };
  }
}

/** Trains a design on a fold, and measures it. */
export async function trainDesign(
  table: Table,
  task: ClassifierTask,
  { options, train, test }: DesignTask,
): Promise<Measures> {
  const model = await classifier(options).fit(table.take(train), task);
  return model.evaluate(table.take(test));
}
