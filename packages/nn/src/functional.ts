/** Layers and losses as plain functions, as `torch.nn.functional`. */
export * from './functional/binary-cross-entropy.js';
export * from './functional/binary-cross-entropy-with-logits.js';
export { type DropoutOptions, dropout } from './functional/dropout.js';
export * from './functional/linear.js';
export * from './functional/mse-loss.js';
