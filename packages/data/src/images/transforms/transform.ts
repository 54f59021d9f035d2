import { describe } from '@internal/arguments';
import { defaultGenerator, type Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';
import { FloatImage } from '../float-image.js';
import type { Image } from '../image.js';

/** An image on its way: bytes before `ToTensor`, float32 numbers after it. */
export type Picture = Image | FloatImage;

/** A transform as plain data: what a worker makes it from. */
export interface TransformRecipe {
  /** The class. */
  readonly transform: string;
  /** What its constructor gets; transforms among it are recipes. */
  readonly args: readonly unknown[];
}

/** A step from image to image, as torchvision's transforms; the classes of this module are all of this kind. */
export abstract class ImageTransform {
  readonly #recipe: TransformRecipe;

  protected constructor(name: string, args: readonly unknown[]) {
    this.#recipe = { transform: name, args };
  }

  /** How a worker makes this transform; cannot be sent where it contains a function. */
  get recipe(): TransformRecipe {
    const { transform, args } = this.#recipe;
    return { transform, args: args.map(plain) };
  }

  /**
   * The picture after the transform; the one given is left as it is.
   *
   * @param picture - height x width x channels bytes, or a {@link FloatImage}.
   * @param generator - what chance is drawn from; default the stream that `manualSeed` seeds, where engine `torch` draws
   * what torchvision draws.
   */
  apply(picture: Picture, generator: Generator = defaultGenerator()): Picture {
    checkPicture(this.#recipe.transform, picture);
    return this.change(picture, generator);
  }

  protected abstract change(picture: Picture, generator: Generator): Picture;
}

function plain(value: unknown): unknown {
  if (value instanceof ImageTransform) return value.recipe;
  return Array.isArray(value) ? value.map(plain) : value;
}

function checkPicture(where: string, picture: Picture): void {
  if (picture instanceof FloatImage) return;
  const { data, width, height, channels } = (picture ?? {}) as Partial<Image>;
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) {
    if (data.length === width! * height! * channels!) return;
    throw new ImageError(
      `${where}: an image of ${width} x ${height} with ${channels} channels has ${width! * height! * channels!} bytes, not ${data.length}`,
    );
  }
  throw new ImageError(`${where}: the picture must be an image or a FloatImage, not ${describe(picture)}`);
}

/** The bytes that a transform before `ToTensor` needs. */
export function bytesNeeded(where: string, picture: Picture): Image {
  if (!(picture instanceof FloatImage)) return picture;
  throw new ImageError(`${where}: takes the bytes of an image; put it before ToTensor`);
}

/** Height, width and channels, whatever the layout. */
export function sizeOf(picture: Picture): {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
} {
  if (!(picture instanceof FloatImage)) return picture;
  const [channels, height, width] = picture.shape;
  return { channels, height, width };
}
