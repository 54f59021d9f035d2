export type { LabelledData } from './labelled-data.js';
export { type Blobs, type MakeBlobsOptions, makeBlobs } from './make-blobs.js';
export { type MakeCirclesOptions, makeCircles } from './make-circles.js';
export { type MakeClassificationOptions, makeClassification } from './make-classification.js';
export { type MakeMoonsOptions, makeMoons } from './make-moons.js';
export { type MakeSpiralsOptions, makeSpirals } from './make-spirals.js';
export { type MakeXorOptions, makeXor } from './make-xor.js';
