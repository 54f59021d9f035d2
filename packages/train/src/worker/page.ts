/** What a page needs to steer training in a worker: it brings no tensors. */
export { type SessionListener, TrainingClient, type TrainingClientOptions, type WorkerLike } from './client.js';
export { ExperimentError } from './error.js';
export { experiment } from './experiment.js';
export { type FitEvidence, type FitVerdict, judgeFit } from './judge-fit.js';
export { networkFromCode, networkToCode } from './network-code.js';
export { type SeedSweepOptions, type SweepBand, type SweptRun, seedSweep, sweepBand } from './seed-sweep.js';
export {
  ACTIVATIONS,
  BACKENDS,
  DATASETS,
  ENGINES,
  type ExperimentData,
  type ExperimentLayer,
  type ExperimentOptions,
  type ExperimentSpec,
  FEATURES,
  LOSSES,
  NORMS,
  OPTIMIZERS,
  PENALTIES,
  SCHEDULES,
} from './spec.js';
export { toPyTorch } from './to-pytorch.js';
export { toTypeScript } from './to-typescript.js';
