export { Lambda, RandomApply, RandomChoice } from './choices.js';
export { ColorJitter, type ColorJitterOptions } from './color-jitter.js';
export { Compose } from './compose.js';
export {
  CenterCrop,
  RandomCrop,
  type RandomCropOptions,
  RandomResizedCrop,
  type RandomResizedCropOptions,
} from './crops.js';
export { RandomHorizontalFlip, RandomVerticalFlip } from './flips.js';
export type { Fill } from './gather.js';
export { GaussianBlur, type GaussianBlurOptions } from './gaussian-blur.js';
export { Grayscale } from './grayscale.js';
export { Normalize } from './normalize.js';
export type { Range, Size } from './numbers.js';
export { Pad, type Padding, type PadOptions } from './pad.js';
export { RandomAffine, type RandomAffineOptions } from './random-affine.js';
export { RandomErasing, type RandomErasingOptions } from './random-erasing.js';
export type { Interpolation } from './resample.js';
export { Resize, type ResizeOptions } from './resize.js';
export { RandomRotation, type RandomRotationOptions } from './rotation.js';
export { ToTensor } from './to-tensor.js';
export { ImageTransform, type Picture, type TransformRecipe } from './transform.js';
