import { describe, wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import { checkTransforms } from './compose.js';
import { checkP } from './numbers.js';
import { ImageTransform, type Picture } from './transform.js';

/**
 * A function as a transform, as torchvision's `Lambda`. A loader with workers cannot send functions: give such a loader a
 * worker of your own.
 *
 * @throws {@link ImageError} for what is no function.
 * @example
 * ```ts
 * import { Lambda } from '@kindling/data/images';
 * const invert = new Lambda((image) => ({ ...image, data: image.data.map((x) => 255 - x) }) as typeof image);
 * console.log(invert.apply({ data: Uint8Array.of(0, 250), width: 2, height: 1, channels: 1 }).data);
 * // => Uint8Array(2) [ 255, 5 ]
 * ```
 */
export class Lambda extends ImageTransform {
  private readonly fn: (picture: Picture, generator: Generator) => Picture;

  constructor(fn: (picture: Picture, generator: Generator) => Picture) {
    super('Lambda', [fn]);
    if (typeof fn !== 'function') throw new ImageError(`Lambda: takes a function, not ${describe(fn)}`);
    this.fn = fn;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    return this.fn(picture, generator);
  }
}

/**
 * Several transforms with probability `p`, all or none, as torchvision's `RandomApply`.
 *
 * @throws {@link ImageError} for what is no transform, and a probability outside 0 to 1.
 * @example
 * ```ts
 * import { Grayscale, RandomApply } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(255, 0, 0), width: 1, height: 1, channels: 3 };
 * console.log(new RandomApply([new Grayscale()], 1).apply(image).data); // => Uint8Array(1) [ 76 ]
 * ```
 */
export class RandomApply extends ImageTransform {
  private readonly transforms: readonly ImageTransform[];
  private readonly p: number;

  constructor(transforms: readonly ImageTransform[], p = 0.5) {
    checkTransforms('RandomApply', transforms);
    super('RandomApply', [transforms, p]);
    checkP('RandomApply', p);
    this.transforms = transforms;
    this.p = p;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    if (Math.fround(this.p) < generator.uniform(1)[0]!) return picture;
    return this.transforms.reduce((current, transform) => transform.apply(current, generator), picture);
  }
}

/**
 * One of several transforms, as torchvision's `RandomChoice`. torchvision asks Python's own `random` here and not
 * PyTorch's stream, so which one it is differs from there.
 *
 * @param p - the weight of each; default all alike.
 * @throws {@link ImageError} for no transforms, and weights that are none.
 * @example
 * ```ts
 * import { Grayscale, RandomChoice, RandomHorizontalFlip } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(255, 0, 0), width: 1, height: 1, channels: 3 };
 * const choice = new RandomChoice([new Grayscale(), new RandomHorizontalFlip()], [1, 0]);
 * console.log(choice.apply(image).data); // => Uint8Array(1) [ 76 ]
 * ```
 */
export class RandomChoice extends ImageTransform {
  private readonly transforms: readonly ImageTransform[];
  private readonly p: readonly number[];

  constructor(transforms: readonly ImageTransform[], p?: readonly number[]) {
    checkTransforms('RandomChoice', transforms);
    super('RandomChoice', [transforms, p]);
    if (transforms.length === 0) throw new ImageError('RandomChoice: there are no transforms');
    this.transforms = transforms;
    this.p = p ?? transforms.map(() => 1);
    const total = Array.isArray(this.p) ? this.p.reduce((a, b) => a + b, 0) : 0;
    if (this.p.length !== transforms.length || !(total > 0) || this.p.some((weight) => !(weight >= 0))) {
      wrong(ImageError, 'RandomChoice', 'p', `${transforms.length} weights from 0, not all 0`, p);
    }
  }

  protected change(picture: Picture, generator: Generator): Picture {
    const total = this.p.reduce((a, b) => a + b, 0);
    let rest = generator.random() * total;
    let which = this.p.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
    // Rounding may leave a little.
    if (which < 0) which = this.p.findLastIndex((weight) => weight > 0);
    return this.transforms[which]!.apply(picture, generator);
  }
}
