export { chooseThreshold, type ThresholdGoal } from './choose-threshold.js';
export {
  type MistakeCosts,
  type ThresholdRow,
  type ThresholdTableOptions,
  thresholdTable,
} from './threshold-table.js';
