export * from './dropout.js';
export * from './linear.js';
export type { LayerOptions } from './options.js';
export * from './relu.js';
export * from './sigmoid.js';
export * from './silu.js';
export * from './tanh.js';
