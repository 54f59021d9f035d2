import {
  BatchNorm2d,
  Conv2d,
  Dropout,
  Flatten,
  Linear,
  MaxPool2d,
  type Module,
  ReLU,
  Sequential,
  Unflatten,
} from '@kindling/nn';
import type { Tensor } from '@kindling/tensor-core';

/** How a network for images is built; enough to build it again. */
export interface ImageDesign {
  /** Numbers of an image: red, green and blue of each pixel. */
  readonly inputs: number;
  /** Pixels of a side. */
  readonly size: number;
  /** Filters of each block of convolution, normalisation and pooling. */
  readonly filters: readonly number[];
  /** Sizes of the layers behind them. */
  readonly hidden: readonly number[];
  readonly dropout: number;
  /** Whether blocks are normalised over the batch: where there are any. */
  readonly batchNorm: boolean;
}

/** The network: blocks of 3 x 3 filters that halve the image, layers behind them, and the logit of the positive class. */
export function buildImageNetwork({ size, filters, hidden, dropout }: ImageDesign): Sequential {
  const layers: Module<[Tensor], Tensor>[] = [];
  let inputs = 3 * size * size;
  if (filters.length > 0) {
    layers.push(new Unflatten(1, [3, size, size]));
    let channels = 3;
    let side = size;
    for (const count of filters) {
      layers.push(new Conv2d(channels, count, 3, { padding: 1 }), new BatchNorm2d(count), new ReLU(), new MaxPool2d(2));
      channels = count;
      side = Math.floor(side / 2);
    }
    layers.push(new Flatten());
    inputs = channels * side * side;
  }
  for (const next of hidden) {
    layers.push(new Linear(inputs, next), new ReLU());
    if (dropout > 0) layers.push(new Dropout(dropout));
    inputs = next;
  }
  layers.push(new Linear(inputs, 1));
  return new Sequential(...layers);
}

/** How many numbers its weights are. */
export function imageWeights({ size, filters, hidden }: ImageDesign): number {
  const channels = [3, ...filters];
  const side = filters.reduce((pixels) => Math.floor(pixels / 2), size);
  const blocks = filters.reduce((sum, count, i) => sum + count * (channels[i]! * 9 + 3), 0);
  const sizes = [channels.at(-1)! * side * side, ...hidden, 1];
  return blocks + sizes.slice(1).reduce((sum, count, i) => sum + count * (sizes[i]! + 1), 0);
}
