/**
 * What a worker of your own calls to make a loader's samples.
 *
 * @module
 */
export { serveDataset } from './workers/serve.js';
