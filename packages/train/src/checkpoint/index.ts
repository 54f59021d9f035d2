export {
  type CheckpointContents,
  type LoadCheckpointOptions,
  loadCheckpoint,
  readCheckpoint,
  saveCheckpoint,
} from './checkpoint.js';
export { checkpointFile } from './checkpoint-file.js';
export { checkpointInBrowser } from './checkpoint-in-browser.js';
export { CheckpointError } from './error.js';
export type { Stateful } from './stateful.js';
export type { CheckpointStore } from './store.js';
