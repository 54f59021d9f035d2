/**
 * Learning-rate schedules; `torch.optim.lr_scheduler`. A page that does not import it does not load it.
 *
 * @module
 */
export * from './schedules/constant-lr.js';
export * from './schedules/cosine-annealing-lr.js';
export * from './schedules/cosine-annealing-warm-restarts.js';
export * from './schedules/exponential-lr.js';
export * from './schedules/lambda-lr.js';
export * from './schedules/linear-lr.js';
export * from './schedules/multi-step-lr.js';
export * from './schedules/one-cycle-lr.js';
export * from './schedules/polynomial-lr.js';
export * from './schedules/reduce-lr-on-plateau.js';
export { LRScheduler, type SchedulerStateDict } from './schedules/scheduler.js';
export * from './schedules/sequential-lr.js';
export * from './schedules/step-lr.js';
