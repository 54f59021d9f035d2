export type { BatchEvent, Callback, EpochEvent, Training } from './callback.js';
export { EarlyStopping, type EarlyStoppingOptions } from './early-stopping.js';
export { type Steppable, type SteppableByValue, withPlateauSchedule, withSchedule } from './schedule.js';
