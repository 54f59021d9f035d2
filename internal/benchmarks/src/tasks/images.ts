import { numbers } from './inputs.ts';

/** `conv, relu, pool, conv, relu, pool, linear`: windows of 3 x 3, pools of 2 x 2, 10 classes. */
export interface ImageNetwork {
  /** Pixels in a row, and rows. */
  readonly size: number;
  /** Channels of the images, and behind each convolution. */
  readonly channels: readonly [number, number, number];
  /** Whether a batch normalisation follows each convolution. */
  readonly batchNorm: boolean;
}

/** Images in a batch. */
export const IMAGES = 32;
export const CLASSES = 10;

/** How many pixels a row has behind both pools. */
export function lastSize({ size }: ImageNetwork): number {
  return Math.floor((Math.floor((size - 2) / 2) - 2) / 2);
}

/** One batch: pixels [n, c, h, w] between 0 and 1. */
export function pixels({ size, channels }: ImageNetwork): Float32Array {
  return numbers(IMAGES * channels[0] * size * size, 0.5, 104).map((v) => v + 0.5);
}

/** The class of each image. */
export function classes(): number[] {
  return Array.from({ length: IMAGES }, (_, i) => (i * 7) % CLASSES);
}

/** Weight and bias of both convolutions and the linear layer, uniform within 1 / sqrt(inputs of an output). */
export function imageWeights(network: ImageNetwork): { weight: Float32Array; bias: Float32Array; shape: number[] }[] {
  const [c, a, b] = network.channels;
  const shapes = [
    [a, c, 3, 3],
    [b, a, 3, 3],
    [CLASSES, b * lastSize(network) ** 2],
  ];
  return shapes.map((shape, layer) => {
    const inputs = shape.slice(1).reduce((product, size) => product * size, 1);
    const bound = 1 / Math.sqrt(inputs);
    return {
      weight: numbers(shape[0]! * inputs, bound, 2 * layer + 1),
      bias: numbers(shape[0]!, bound, 2 * layer + 2),
      shape,
    };
  });
}
