import { checkChoice, checkOptions } from '@internal/arguments';
import { decodeBrowser } from './decode-browser.js';
import { decodeJavascript } from './decode-javascript.js';
import { decodeSharp, findSharp } from './decode-sharp.js';
import { ImageError } from './errors.js';
import { formatOf } from './formats.js';
import { type Image, withChannels } from './image.js';
import { orientationOf, upright } from './orientation.js';
import { bytesOf, type ImageSource, sourceName } from './source.js';

/** How {@link decodeImage} is to decode. */
export interface DecodeOptions {
  /** Three channels, one, or as many as are stored (in a page that is always four); default `rgb`. */
  readonly mode?: 'rgb' | 'grey' | 'stored';
  /**
   * What decodes in Node: `sharp` where it is installed and else JavaScript (`auto`, the default), or one of the two.
   * Of coloured JPEG they differ by a few levels of 255, as JavaScript's spreads colour over pixels more simply; name one
   * where results have to be the same everywhere.
   */
  readonly decoder?: 'auto' | 'sharp' | 'javascript';
  /** What errors call the image; default its path or file name. */
  readonly name?: string;
}

const known = { mode: 1, decoder: 1, name: 'string' } as const;

/** Throws for options that {@link decodeImage} does not have. */
export function checkDecodeOptions(where: string, { mode = 'rgb', decoder = 'auto' }: DecodeOptions): void {
  checkChoice(ImageError, where, 'mode', mode, ['rgb', 'grey', 'stored']);
  checkChoice(ImageError, where, 'decoder', decoder, ['auto', 'sharp', 'javascript']);
}

/**
 * The pixels of a PNG, JPEG, WebP, GIF (its first frame) or BMP, the way up that its EXIF data says.
 *
 * @param source - bytes, a `Blob` or `File`; in Node also a path or a `file:` URL.
 * @returns height x width x channels numbers from 0 to 255; alpha is left out in modes `rgb` and `grey`, as Pillow's
 * `convert` does.
 * @throws {@link ImageError} that names the file where it cannot be read, is none of these formats, or is broken.
 * @example
 * ```ts
 * import { decodeImage } from '@kindling/data/images';
 * const gif = 'R0lGODdhAgABAIAAAAAAAP///ywAAAAAAgABAAACAkQKADs=';
 * const { data, width, height } = await decodeImage(Buffer.from(gif, 'base64'), { mode: 'grey' });
 * console.log(width, height, [...data]); // => 2 1 [ 0, 255 ]
 * ```
 */
export async function decodeImage(source: ImageSource, options: DecodeOptions = {}): Promise<Image> {
  checkOptions(ImageError, 'decodeImage', options, known);
  checkDecodeOptions('decodeImage', options);
  const { mode = 'rgb', decoder = 'auto', name = sourceName(source) } = options;
  const bytes = await bytesOf(source, name);
  if (bytes.length === 0) throw new ImageError(`${name}: the file is empty`);
  const format = formatOf(bytes);
  if (format === undefined) throw new ImageError(`${name}: this is no PNG, JPEG, WebP, GIF or BMP`);
  const image = await decoded().catch((error: unknown) => {
    if (error instanceof ImageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImageError(`${name}: the ${format.toUpperCase()} is broken: ${reason.split('\n')[0]}`, { cause: error });
  });
  return mode === 'stored' ? image : withChannels(image, mode === 'rgb' ? 3 : 1);

  async function decoded(): Promise<Image> {
    if (typeof createImageBitmap === 'function') {
      return decodeBrowser(source instanceof Blob ? source : new Blob([bytes as Uint8Array<ArrayBuffer>]));
    }
    // sharp's libvips is built without BMP.
    const sharp = decoder === 'javascript' || (decoder === 'auto' && format === 'bmp') ? undefined : await findSharp();
    if (sharp !== undefined) return decodeSharp(sharp, bytes);
    if (decoder === 'sharp') throw new ImageError(`${name}: decoder 'sharp' was asked for, and sharp is not installed`);
    return upright(await decodeJavascript(bytes, format!), orientationOf(bytes, format!));
  }
}
