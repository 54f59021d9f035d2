/** What is wrong with an image, its file or its folder; the message names the file. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}
