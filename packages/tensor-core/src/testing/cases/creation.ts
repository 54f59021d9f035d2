import type { Backend } from '../../backend.js';
import { arange, linspace } from '../../create/arange.js';
import { eye, full, ones, zeros } from '../../create/filled.js';
import { fullLike, onesLike, zerosLike } from '../../create/like.js';
import { tensor } from '../../create/tensor.js';
import type { DType } from '../../dtype.js';
import type { Tensor } from '../../tensor.js';

/** Tensors that begin with no other, on a given backend. */
export const creation: Readonly<Record<string, (options: { backend: Backend; dtype: DType }) => readonly Tensor[]>> = {
  zeros: (options) => [zeros([2, 3], options), zeros([], options), zeros([0, 2], options)],
  ones: (options) => [ones([2, 3], options), ones([5000], options)],
  full: (options) => [full([4], 1, options), full([2, 2], 3, options), full([0], 1, options)],
  eye: (options) => [eye(3, 3, options), eye(2, 4, options), eye(0, 2, options)],
  arange: (options) => [arange(0, 5, 1, options), arange(7, 0, -2, options), arange(0, 0, 1, options)],
  linspace: (options) => [linspace(0, 4, 5, options), linspace(-1, 1, 1, options)],
  tensor: (options) => [
    tensor(1, options),
    tensor(
      [
        [1, 0],
        [3, 2],
      ],
      options,
    ),
    tensor([], options),
  ],
  like: (options) => {
    const x = zeros([3, 2], options);
    return [zerosLike(x), onesLike(x.T), fullLike(x, 1)];
  },
};
