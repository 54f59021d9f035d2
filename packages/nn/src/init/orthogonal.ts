import type { Known } from '@internal/arguments';
import { DTypeError, defaultGenerator, noGrad, ShapeError, type Tensor, tensor } from '@kindling/tensor-core';
import { formatShape, normals } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';
import type { InitOptions } from './fan.js';

const known: Known<InitOptions & { gain?: number }> = { generator: 1, gain: 1 };

/**
 * Fills a weight with orthonormal rows (or columns, where there are more rows than columns), in place: Saxe,
 * McClelland and Ganguli (2014), as `torch.nn.init.orthogonal_`.
 *
 * @param x - [out, in, ...kernel], taken as the matrix [out, in * kernel].
 * @param options - `gain` (default 1) scales the result.
 * @throws `ShapeError` for fewer than two dimensions; `DTypeError` when the tensor is not float32 or float64.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = init.orthogonal_(zeros(2, 3));
 * console.log(w.matmul(w.t()).round().abs().tolist()); // => [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export function orthogonal_<T extends Tensor>(x: T, options: InitOptions & { gain?: number } = {}): T {
  checkTensor('orthogonal_', x);
  checkNames('orthogonal_', options, known);
  const { gain = 1, generator } = options;
  if (x.ndim < 2) throw new ShapeError(`orthogonal_: two dimensions or more are needed, not ${formatShape(x.shape)}`);
  const { dtype } = x;
  if (dtype !== 'float32' && dtype !== 'float64')
    throw new DTypeError(`orthogonal_: ${dtype} holds no orthonormal rows`);
  if (x.numel() === 0) return x;
  const rows = x.shape[0]!;
  const columns = x.numel() / rows;
  const drawn = normals(generator ?? defaultGenerator(), x.numel(), 0, 1, dtype);
  // The vectors that are made orthonormal: the columns, or the rows where those are fewer.
  const place = (j: number, i: number): number => (rows < columns ? j * columns + i : i * columns + j);
  const vectors = Array.from({ length: Math.min(rows, columns) }, (_, j) =>
    Float64Array.from({ length: Math.max(rows, columns) }, (_, i) => drawn[place(j, i)]!),
  );
  orthonormalize(vectors);
  vectors.forEach((vector, j) => {
    vector.forEach((value, i) => {
      drawn[place(j, i)] = value * gain;
    });
  });
  return noGrad(() => x.copy_(tensor(drawn, { backend: x.backend }).reshape(x.shape)));
}

/**
 * The Q of a QR decomposition whose R has a positive diagonal, by Gram-Schmidt; twice, because once loses digits
 * where
 * vectors are nearly parallel.
 */
function orthonormalize(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, j) => {
    for (let pass = 0; pass < 2; pass++) {
      for (const other of vectors.slice(0, j)) {
        const overlap = dot(vector, other);
        vector.forEach((value, i) => {
          vector[i] = value - overlap * other[i]!;
        });
      }
    }
    const length = Math.sqrt(dot(vector, vector));
    vector.forEach((value, i) => {
      vector[i] = value / length;
    });
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
