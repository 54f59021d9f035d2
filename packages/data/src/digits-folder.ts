import { checkChoice } from '@internal/arguments';
import { builtIn } from './images/built-in.js';
import { ImageError } from './images/errors.js';

/**
 * The path of a folder of images that ships with this package: handwritten threes and eights, grey, 8 x 8 pixels, in folders
 * `3` and `8`; 269 to train on and 88 to test with. In Node; a page asks its server.
 *
 * Source: E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, doi
 * 10.24432/C50P49, CC BY 4.0, as scikit-learn bundles it.
 *
 * @throws {@link ImageError} for another part, and in a page.
 * @example
 * ```ts
 * import { digitsFolder, ImageFolder } from '@kindling/data/images';
 * const digits = new ImageFolder(digitsFolder('test'), { mode: 'grey' });
 * console.log(digits.length, digits.classes); // => 88 [ '3', '8' ]
 * ```
 */
export function digitsFolder(part: 'train' | 'test'): string {
  checkChoice(ImageError, 'digitsFolder', 'part', part, ['train', 'test']);
  const url = builtIn('node:url');
  if (url === undefined)
    throw new ImageError('digitsFolder: a page reads no folders; fetch the images from your server');
  // Right below `src`, as what is built from it is right below `dist`. Bundlers take no folder for an asset.
  const folder: string = `../digits/${part}`;
  return url.fileURLToPath(new URL(folder, import.meta.url));
}
