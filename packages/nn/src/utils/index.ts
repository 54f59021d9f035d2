export * from './clip-grad.js';
export * from './vector.js';
