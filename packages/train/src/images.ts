/**
 * Classifiers of images: folders of files in, probabilities out. A page that does not import it does not load it.
 *
 * @module
 */
export {
  ImageClassifier,
  type ImageClassifierTask,
  imageClassifier,
  type LabelledImage,
} from './image-classifier/image-classifier.js';
export type { ImageDesign } from './image-classifier/network.js';
export type { ImageClassifierOptions } from './image-classifier/options.js';
export type { ImageClassifierSpec } from './image-classifier/spec.js';
export { type SplitImagesOptions, splitImages } from './image-classifier/split-images.js';
