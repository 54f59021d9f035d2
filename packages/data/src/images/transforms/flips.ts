import type { Generator } from '@kindling/tensor-core';
import { gather } from './gather.js';
import { checkP, happens } from './numbers.js';
import { ImageTransform, type Picture, sizeOf } from './transform.js';

/**
 * Left and right exchanged with probability `p`, as torchvision's `RandomHorizontalFlip`. For what has no left and right:
 * a mirrored cat is a cat, and a mirrored 3 is no 3.
 *
 * @throws {@link ImageError} for a probability outside 0 to 1.
 * @example
 * ```ts
 * import { RandomHorizontalFlip } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(1, 2, 3), width: 3, height: 1, channels: 1 };
 * console.log(new RandomHorizontalFlip(1).apply(image).data); // => Uint8Array(3) [ 3, 2, 1 ]
 * ```
 */
export class RandomHorizontalFlip extends ImageTransform {
  private readonly p: number;

  constructor(p = 0.5) {
    super('RandomHorizontalFlip', [p]);
    checkP('RandomHorizontalFlip', p);
    this.p = p;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    if (!happens(generator, this.p)) return picture;
    const size = sizeOf(picture);
    return gather('RandomHorizontalFlip', picture, size, (x, y) => y * size.width + size.width - 1 - x);
  }
}

/**
 * Top and bottom exchanged with probability `p`, as torchvision's `RandomVerticalFlip`.
 *
 * @throws {@link ImageError} for a probability outside 0 to 1.
 * @example
 * ```ts
 * import { RandomVerticalFlip } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(1, 2, 3), width: 1, height: 3, channels: 1 };
 * console.log(new RandomVerticalFlip(1).apply(image).data); // => Uint8Array(3) [ 3, 2, 1 ]
 * ```
 */
export class RandomVerticalFlip extends ImageTransform {
  private readonly p: number;

  constructor(p = 0.5) {
    super('RandomVerticalFlip', [p]);
    checkP('RandomVerticalFlip', p);
    this.p = p;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    if (!happens(generator, this.p)) return picture;
    const size = sizeOf(picture);
    return gather('RandomVerticalFlip', picture, size, (x, y) => (size.height - 1 - y) * size.width + x);
  }
}
