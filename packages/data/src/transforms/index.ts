export { compose, type Transform } from './compose.js';
export { mapDataset } from './map-dataset.js';
export { normalize } from './normalize.js';
