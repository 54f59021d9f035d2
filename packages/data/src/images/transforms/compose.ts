import { describe } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import { ImageTransform, type Picture } from './transform.js';

/**
 * Several transforms one after the other, as torchvision's `Compose`.
 *
 * @throws {@link ImageError} for what is no transform.
 * @example
 * ```ts
 * import { Compose, Normalize, Resize, ToTensor } from '@kindling/data/images';
 * const transform = new Compose([new Resize([2, 2]), new ToTensor(), new Normalize(0.5, 0.5)]);
 * const white = { data: new Uint8Array(16).fill(255), width: 4, height: 4, channels: 1 };
 * console.log([...transform.apply(white).data]); // => [ 1, 1, 1, 1 ]
 * ```
 */
export class Compose extends ImageTransform {
  /** The transforms, the first one first. */
  readonly transforms: readonly ImageTransform[];

  constructor(transforms: readonly ImageTransform[]) {
    checkTransforms('Compose', transforms);
    super('Compose', [transforms]);
    this.transforms = transforms;
  }

  protected change(picture: Picture, generator: Generator): Picture {
    return this.transforms.reduce((current, transform) => transform.apply(current, generator), picture);
  }
}

/** Throws unless a value is a list of transforms. */
export function checkTransforms(where: string, transforms: unknown): void {
  if (!Array.isArray(transforms)) {
    throw new ImageError(`${where}: the transforms must be an array of them, not ${describe(transforms)}`);
  }
  const bad = transforms.findIndex((one) => !(one instanceof ImageTransform));
  if (bad < 0) return;
  throw new ImageError(
    `${where}: transform ${bad} is ${describe(transforms[bad])}; a function goes into new Lambda(function)`,
  );
}
