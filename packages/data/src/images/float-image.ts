import { wrong } from '@internal/arguments';
import { type Tensor, tensor } from '@kindling/tensor-core';

/**
 * What `ToTensor` makes of an image: float32 numbers in the order of a tensor `[channels, height, width]`.
 *
 * It is no tensor yet, so that workers can make it without a backend, and a batch of images goes to the backend at once:
 * a loader's batch of these is one tensor `[images, channels, height, width]`.
 *
 * @throws `Error` for data that does not fill the shape.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { FloatImage } from '@kindling/data/images';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new FloatImage(Float32Array.of(0, 0.5, 1, 0.25), [1, 2, 2]).tensor().mean().item()); // => 0.4375
 * ```
 */
export class FloatImage {
  /** Channel by channel, row by row. */
  readonly data: Float32Array;
  /** Channels, height, width. */
  readonly shape: readonly [channels: number, height: number, width: number];

  constructor(data: Float32Array, shape: readonly [channels: number, height: number, width: number]) {
    if (!Array.isArray(shape) || shape.length !== 3)
      wrong(Error, 'FloatImage', 'the shape', '[channels, height, width]', shape);
    if (!(data instanceof Float32Array) || data.length !== shape[0] * shape[1] * shape[2]) {
      throw new Error(`FloatImage: [${shape.join(', ')}] cannot hold ${data?.length} numbers`);
    }
    this.data = data;
    this.shape = shape;
  }

  /** The image as a tensor on the current backend. */
  tensor(): Tensor {
    return tensor(this.data).reshape([...this.shape]);
  }
}
