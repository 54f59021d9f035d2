/**
 * Training in a Web Worker: an experiment as plain data, a session that follows messages and shows itself in frames, and the
 * page's side of it. A page that only steers brings none of the tensors.
 *
 * @module
 */

export type {
  DissectedEvent,
  FailedEvent,
  Frame,
  Points,
  ProbeEvent,
  ReadyEvent,
  SavedEvent,
  Score,
  SessionEvent,
  SessionMessage,
  StoppedEvent,
} from './worker/messages.js';
export {
  ACTIVATIONS,
  BACKENDS,
  DATASETS,
  ENGINES,
  type ExperimentData,
  ExperimentError,
  type ExperimentLayer,
  type ExperimentOptions,
  type ExperimentSpec,
  experiment,
  FEATURES,
  type FitEvidence,
  type FitVerdict,
  judgeFit,
  LOSSES,
  NORMS,
  networkFromCode,
  networkToCode,
  OPTIMIZERS,
  PENALTIES,
  SCHEDULES,
  type SeedSweepOptions,
  type SessionListener,
  type SweepBand,
  type SweptRun,
  seedSweep,
  sweepBand,
  TrainingClient,
  type TrainingClientOptions,
  toPyTorch,
  toTypeScript,
  type WorkerLike,
} from './worker/page.js';
export type { GivenPoints } from './worker/points.js';
export { type MessagePortLike, serveTraining } from './worker/serve.js';
export { type SessionOptions, TrainingSession } from './worker/session.js';
