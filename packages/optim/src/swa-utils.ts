/**
 * Averages of weights; `torch.optim.swa_utils`. A page that does not import it does not load it.
 *
 * @module
 */
export * from './averaged-model.js';
export * from './exponential-moving-average.js';
