/**
 * What is wrong with an image, its file or its folder; the message names the file.
 *
 * @example
 * ```ts
 * import { decodeImage, ImageError } from '@kindling/data/images';
 * const error = await decodeImage(Uint8Array.of(1, 2, 3), { name: 'cat.png' }).catch((wrong: unknown) => wrong);
 * console.log(error instanceof ImageError, String(error)); // => true ImageError: cat.png: this is no PNG, JPEG, WebP, GIF or BMP
 * ```
 */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}
