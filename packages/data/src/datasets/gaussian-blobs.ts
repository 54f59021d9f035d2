import { aGenerator, checkOptions, wrong } from '@internal/arguments';
import { cat, type Generator, hstack, ones, randn, type Tensor, zeros } from '@kindling/tensor-core';

/** What {@link gaussianBlobs} may be told. */
export interface GaussianBlobsOptions {
  /** How far the blobs lie from the axes: class 1 is around (0, shift), class 0 around (shift, 0). Default 5. */
  readonly shift?: number;
  /** The stream to draw from; default the one that `manualSeed` seeds. */
  readonly generator?: Generator;
}

/**
 * Two Gaussian blobs of standard deviation 1, mirror images of each other, drawn as the PyTorch tutorial does:
 * `a = randn(n / 2, 1)`, `b = randn(n / 2, 1) + shift`; class 1 is `[a, b]`, class 0 is `[b, a]`.
 *
 * @param n - the number of points, at least 2; half in each class, so that an odd `n` gives one point fewer.
 * @returns `x`, float32 `[n, 2]`, the points of class 1 first; and `y`, their classes, float32 `[n, 1]`.
 * @throws `Error` when `n` is not a whole number from 2.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gaussianBlobs } from '@kindling/data';
 * import { manualSeed, setBackend } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(42, { engine: TorchGenerator });
 * const { x, y } = gaussianBlobs(20);
 * console.log(x.shape, y.shape); // => [ 20, 2 ] [ 20, 1 ]
 * console.log(String(x.narrow(0, 0, 2)));
 * // => tensor([[0.3367, 5.5349],
 * //            [0.1288, 5.8094]])
 * ```
 */
export function gaussianBlobs(n = 20, options: GaussianBlobsOptions = {}): { x: Tensor; y: Tensor } {
  if (!Number.isSafeInteger(n) || n < 2) wrong(Error, 'gaussianBlobs', 'n', 'a whole number from 2', n);
  checkOptions(Error, 'gaussianBlobs', options, { shift: 'number', generator: aGenerator });
  const { shift = 5, generator } = options;
  const half = Math.floor(n / 2);
  const draw = (): Tensor => randn([half, 1], generator === undefined ? {} : { generator });
  const a = draw();
  const b = draw().add(shift);
  return { x: cat([hstack([a, b]), hstack([b, a])]), y: cat([ones(half, 1), zeros(half, 1)]) };
}
