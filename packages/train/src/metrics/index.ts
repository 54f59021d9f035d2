export { argMax } from './arg-max.js';
export { atThreshold } from './at-threshold.js';
export type { Metric, Metrics, Values } from './metric.js';
