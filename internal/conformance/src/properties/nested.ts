import type { Tensor } from '@kindling/tensor-core';

/** A number, or arrays of them nested to any depth. */
export type Nested = number | Nested[];

/** A view, and what it is on nested arrays. */
export interface Step {
  readonly words: string;
  readonly view: (x: Tensor) => Tensor;
  readonly nested: (x: Nested) => Nested;
}

type Choose = (numbers: readonly number[], shape: readonly number[]) => Step;

/** Applies a function to every array that is `depth` levels down. */
const within = (depth: number, run: (part: Nested) => Nested): ((x: Nested) => Nested) =>
  depth === 0 ? run : (x) => (x as Nested[]).map(within(depth - 1, run));

const list = (x: Nested): Nested[] => x as Nested[];

/** Swaps two neighbouring levels; the inner length has to be told where the outer one is empty. */
const swap =
  (inner: number) =>
  (x: Nested): Nested =>
    Array.from({ length: inner }, (_, j) => list(x).map((row) => list(row)[j]!));

const select: Choose = ([d, i], shape) => {
  const dim = d! % shape.length;
  const index = i! % shape[dim]!;
  return {
    words: `select(${dim}, ${index})`,
    view: (x) => x.select(dim, index),
    nested: within(dim, (part) => list(part)[index]!),
  };
};

const slice: Choose = ([d, i, j], shape) => {
  const dim = d! % shape.length;
  const [start, step] = [i! % (shape[dim]! + 1), 1 + (j! % 3)];
  return {
    words: `slice(${dim}, ${start}, end, ${step})`,
    view: (x) => x.slice(dim, start, undefined, step),
    nested: within(dim, (part) => list(part).filter((_, k) => k >= start && (k - start) % step === 0)),
  };
};

const narrow: Choose = ([d, i, j], shape) => {
  const dim = d! % shape.length;
  const start = i! % (shape[dim]! + 1);
  const length = j! % (shape[dim]! - start + 1);
  return {
    words: `narrow(${dim}, ${start}, ${length})`,
    view: (x) => x.narrow(dim, start, length),
    nested: within(dim, (part) => list(part).slice(start, start + length)),
  };
};

/** Any two dimensions, as exchanges of neighbours. */
const transpose: Choose = ([d, e], shape) => {
  const [p, q] = [d! % shape.length, e! % shape.length].sort((a, b) => a - b) as [number, number];
  const sizes = [...shape];
  const exchanges: ((x: Nested) => Nested)[] = [];
  const exchange = (dim: number): void => {
    exchanges.push(within(dim, swap(sizes[dim + 1]!)));
    [sizes[dim], sizes[dim + 1]] = [sizes[dim + 1]!, sizes[dim]!];
  };
  for (let dim = p; dim < q; dim++) exchange(dim);
  for (let dim = q - 2; dim >= p; dim--) exchange(dim);
  return {
    words: `transpose(${d! % shape.length}, ${e! % shape.length})`,
    view: (x) => x.transpose(d! % shape.length, e! % shape.length),
    nested: (x) => exchanges.reduce((y, run) => run(y), x),
  };
};

const unsqueeze: Choose = ([d], shape) => {
  const dim = d! % (shape.length + 1);
  return { words: `unsqueeze(${dim})`, view: (x) => x.unsqueeze(dim), nested: within(dim, (part) => [part]) };
};

const squeeze: Choose = ([d], shape) => {
  const dim = d! % shape.length;
  const nested = shape[dim] === 1 ? within(dim, (part) => list(part)[0]!) : (x: Nested) => x;
  return { words: `squeeze(${dim})`, view: (x) => x.squeeze(dim), nested };
};

/** A dimension of size 1 repeats, or a new one stands in front. */
const expand: Choose = ([d, n], shape) => {
  const dim = d! % (shape.length + 1);
  const count = n! % 4;
  if (dim === shape.length || shape[dim] !== 1) {
    return {
      words: `expand(${count}, …)`,
      view: (x) => x.expand([count, ...shape]),
      nested: (x) => Array.from({ length: count }, () => x),
    };
  }
  return {
    words: `expand(dim ${dim} to ${count})`,
    view: (x) => x.expand(shape.with(dim, count)),
    nested: within(dim, (part) => Array.from({ length: count }, () => list(part)[0]!)),
  };
};

/** The views that are possible for a shape. */
export function viewSteps(shape: readonly number[]): Choose[] {
  const few = shape.length < 5 && shape.reduce((a, b) => a * b, 1) < 100;
  const growing = few ? [unsqueeze, expand] : [];
  if (shape.length === 0) return growing.length > 0 ? growing : [unsqueeze];
  return [slice, narrow, transpose, squeeze, ...growing, ...(shape.every((size) => size > 0) ? [select] : [])];
}
