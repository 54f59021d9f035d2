/**
 * Images for networks: decoding, folders, and torchvision's transforms, in Node and in pages.
 *
 * @module
 */
export { digitsFolder } from './digits-folder.js';
export { type DecodeOptions, decodeImage } from './images/decode-image.js';
export { ImageError } from './images/errors.js';
export { FloatImage } from './images/float-image.js';
export type { Image } from './images/image.js';
export { ImageFolder, type ImageFolderOptions, type ImageRoot, type ImageSample } from './images/image-folder.js';
export type { DirectoryHandle, ImageFile } from './images/list-files.js';
export type { ImageSource } from './images/source.js';
export * from './images/transforms/index.js';
