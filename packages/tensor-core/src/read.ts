import type { Backend } from './backend.js';
import { requireKnownDType, requireWhole } from './checks.js';
import { requireBackend, requireSupport } from './current-backend.js';
import type { DType, TypedArray } from './dtype.js';
import { BackendError, ShapeError } from './errors.js';
import { cast } from './ops/cast.js';
import { formatShape } from './shape.js';
import { type Tensor, wrap } from './tensor.js';

/** Nested arrays of the elements of a tensor; a bare value for a scalar. */
export type NestedValues = number | boolean | NestedValues[];

/** Nested arrays of as many levels as a tensor of that rank has: `ListOfRank<2>` is `number[][]`. */
export type ListOfRank<Rank extends number> = Rank extends 0
  ? number
  : Rank extends 1
    ? number[]
    : Rank extends 2
      ? number[][]
      : Rank extends 3
        ? number[][][]
        : Rank extends 4
          ? number[][][][]
          : NestedValues;

declare module './tensor.js' {
  interface Tensor {
    /** The elements in row-major order, as a fresh array of the dtype (bool: bytes of 0 and 1). */
    data(): Promise<TypedArray>;
    /** As `data()`, without waiting; a `BackendError` where the backend cannot. */
    dataSync(): TypedArray;
    /** The value of a tensor of one element; a `ShapeError` for more or fewer. */
    item(): number;
    /** The elements as nested arrays, booleans for bool. */
    tolist(): NestedValues;
    /**
     * The elements of a tensor of so many dimensions: `x.tolist(2)` is a `number[][]`, with 0 and 1 for bool; a `ShapeError`
     * for a tensor of another rank.
     */
    tolist<Rank extends number>(rank: Rank): ListOfRank<Rank>;
    /** This tensor with its elements in another dtype; the gradient flows back. */
    to(dtype: DType): Tensor;
    /** A leaf with these elements on another backend, which requires gradients if this one does; itself if it is there. */
    to(backend: Backend): Promise<Tensor>;
  }
}

/** @internal Reads elements without waiting. */
export function readNow(name: string, x: Tensor): TypedArray {
  const { backend } = x;
  if (backend.readSync === undefined) {
    throw new BackendError(`${name}: ${backend.name} cannot be read without waiting; use \`await tensor.data()\``);
  }
  return backend.readSync(x);
}

/** @internal The method `item`. */
export function item(x: Tensor): number {
  if (x.count !== 1) throw new ShapeError(`item: one element is needed, ${formatShape(x.shape)} has ${x.count}`);
  return readNow('item', x)[0]!;
}

/** @internal The method `tolist`. */
export function tolist(x: Tensor, rank?: number): NestedValues {
  if (rank !== undefined && rank !== x.ndim) {
    requireWhole('tolist', 'rank', rank, 0);
    throw new ShapeError(
      `tolist: ${formatShape(x.shape)} has ${x.ndim} dimension${x.ndim === 1 ? '' : 's'}, not ${rank}`,
    );
  }
  const values = readNow('tolist', x);
  const truths = x.dtype === 'bool' && rank === undefined;
  const value = (i: number): number | boolean => (truths ? values[i] !== 0 : values[i]!);
  let next = 0;
  const nest = (dim: number): NestedValues =>
    dim === x.ndim ? value(next++) : Array.from({ length: x.shape[dim]! }, () => nest(dim + 1));
  return nest(0);
}

function move(x: Tensor, backend: Backend): Promise<Tensor> {
  requireBackend('to', backend);
  return x.backend === backend ? Promise.resolve(x) : moveElements(x, backend);
}

async function moveElements(x: Tensor, backend: Backend): Promise<Tensor> {
  requireSupport(backend, x.dtype);
  const moved = wrap(backend.upload(await x.backend.read(x), x.dtype, true), x.shape);
  moved.tracked = x.tracked;
  return moved;
}

/** @internal The method `to`. */
export function to(x: Tensor, target: DType | Backend): Tensor | Promise<Tensor> {
  if (typeof target === 'object') return move(x, target);
  requireKnownDType('to', target);
  return cast(x, target);
}
