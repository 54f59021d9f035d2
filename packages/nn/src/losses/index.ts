export * from './bce-loss.js';
export * from './bce-with-logits-loss.js';
export type { LossOptions, Reduction } from './loss.js';
export * from './mse-loss.js';
