import { checkChoice } from '@internal/arguments';
import { requireOptions, requireTensors } from '../checks.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { Tensor } from '../tensor.js';
import { firstOf } from './cat.js';
import { expandAlong } from './expand.js';
import { transpose } from './transpose.js';

/** In which order the grid's dimensions come. */
export interface MeshgridOptions {
  /** `'ij'` (default): the first vector runs along the first dimension; `'xy'`: along the second, as in plots. */
  indexing?: 'ij' | 'xy';
}

/**
 * The coordinates of a grid spanned by vectors: one tensor a vector, each of the grid's shape.
 *
 * @param tensors - vectors or scalars, in an array or one after the other as in PyTorch.
 * @throws `ShapeError` when there is none, or one has more than one dimension; `ArgumentError` for another order.
 * @example
 * ```ts
 * import { meshgrid, tensor } from '@kindling/tensor-core';
 * const [x, y] = meshgrid(tensor([1, 2, 3]), tensor([4, 5]), { indexing: 'xy' });
 * console.log(x!.tolist(), y!.tolist()); // => [ [ 1, 2, 3 ], [ 1, 2, 3 ] ] [ [ 4, 4, 4 ], [ 5, 5, 5 ] ]
 * ```
 */
export function meshgrid(tensors: readonly Tensor[], options?: MeshgridOptions): Tensor[];
export function meshgrid(...tensorsAndOptions: readonly [Tensor, ...Tensor[], MeshgridOptions]): Tensor[];
export function meshgrid(...tensors: readonly Tensor[]): Tensor[];
export function meshgrid(first: readonly Tensor[] | Tensor, ...rest: readonly unknown[]): Tensor[] {
  if (!(first instanceof Tensor)) return grid(first, rest[0] as MeshgridOptions | undefined);
  const vectors = rest.findIndex((x) => !(x instanceof Tensor));
  if (vectors < 0) return grid([first, ...(rest as Tensor[])]);
  if (vectors < rest.length - 1) requireTensors('meshgrid', rest);
  return grid([first, ...(rest.slice(0, vectors) as Tensor[])], rest[vectors] as MeshgridOptions);
}

function grid(tensors: readonly Tensor[], options: MeshgridOptions = {}): Tensor[] {
  requireTensors('meshgrid', tensors);
  requireOptions('meshgrid', options, { indexing: 1 });
  const { indexing = 'ij' } = options;
  checkChoice(ArgumentError, 'meshgrid', 'indexing', indexing, ['ij', 'xy']);
  firstOf('meshgrid', tensors);
  tensors.forEach((x, i) => {
    if (x.ndim > 1) throw new ShapeError(`meshgrid: tensor ${i} is ${formatShape(x.shape)}, not a vector`);
  });
  const shape = tensors.map((x) => x.count);
  return tensors.map((x, i) => {
    const coordinates = expandAlong(x, i, shape);
    return indexing === 'xy' && tensors.length > 1 ? transpose(coordinates, 0, 1) : coordinates;
  });
}
