import { wrong } from '@internal/arguments';
import { requireTensors } from '../checks.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { expand } from '../ops/expand.js';
import { matmul } from '../ops/matmul.js';
import { mul } from '../ops/mul.js';
import { permute } from '../ops/permute.js';
import { reshape } from '../ops/reshape.js';
import { slice } from '../ops/slice.js';
import { sum } from '../ops/sum.js';
import { formatShape, sizeOf } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { type Names, parseEquation } from './einsum-equation.js';
import { movedim } from './movedim.js';

/** A tensor whose dimensions have names, each once. */
interface Named {
  readonly x: Tensor;
  readonly names: Names;
}

/**
 * Sums of products of tensors whose dimensions have letters: a letter of several operands runs through them together, and one that the
 * result lacks is summed over. Operands are multiplied from left to right, as matrices.
 *
 * @param equation - such as `ij,jk->ik`: the letters of each operand, and of the result. `...` stands for dimensions without letters,
 * which broadcast; a letter twice in an operand takes its diagonal; without `->` the result has the letters that occur once, in order.
 * @param operands - as many as the equation has; sizes of one letter are equal, or 1.
 * @throws `ArgumentError` for an equation that is none; `ShapeError` when the operands do not fit it.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { einsum } from '@kindling/tensor-core/more';
 * const x = tensor([[1, 2], [3, 4]]);
 * console.log(einsum('ij,j->i', x, tensor([1, 10])).tolist()); // => [ 21, 43 ]
 * console.log(einsum('ii', x).item()); // => 5
 * ```
 */
export function einsum(equation: string, ...operands: Tensor[]): Tensor {
  if (typeof equation !== 'string')
    wrong(ArgumentError, 'einsum', 'the equation', "a string such as 'ij,jk->ik'", equation);
  requireTensors('einsum', operands, 'the operands');
  const parsed = parseEquation(
    equation,
    operands.map((x) => x.shape),
  );
  const named = operands.map((x, i) => withoutDoubles({ x, names: parsed.operands[i]! }));
  const sizes = sizesOf(named);
  const [first, ...others] = named.map(({ x, names }) => ({ x: expand(x, sizes(names)), names }));
  let product = first!;
  for (const [i, next] of others.entries()) {
    product = multiply(product, next, new Set([...parsed.output, ...others.slice(i + 1).flatMap((one) => one.names)]));
  }
  const { x, names } = reduced(product, new Set(parsed.output));
  return permute(
    x,
    parsed.output.map((name) => names.indexOf(name)),
  );
}

/** The diagonal of dimensions that have one name. */
function withoutDoubles({ x, names }: Named): Named {
  const second = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (second < 0) return { x, names };
  const first = names.indexOf(names[second]!);
  const size = x.shape[first]!;
  if (x.shape[second] !== size) {
    throw new ShapeError(
      `einsum: ${names[second]} is twice in an operand, whose shape ${formatShape(x.shape)} has ${size} and ${x.shape[second]} there`,
    );
  }
  const last = movedim(x, [first, second], [-2, -1]);
  // In the matrix as a row the diagonal is every (size + 1)th element.
  const rows = reshape(last, [...last.shape.slice(0, -2), size * size]);
  const diagonal = slice(rows, -1, 0, size * size, size + 1);
  return withoutDoubles({ x: movedim(diagonal, -1, first), names: names.toSpliced(second, 1) });
}

/** Finds the sizes of names: 1 gives way to others. */
function sizesOf(operands: readonly Named[]): (names: Names) => number[] {
  const sizes = new Map<string, number>();
  for (const { x, names } of operands) {
    for (const [i, name] of names.entries()) {
      const [known, own] = [sizes.get(name) ?? 1, x.shape[i]!];
      if (known !== own && known !== 1 && own !== 1) {
        const what = name.startsWith('.') ? 'a dimension of ...' : name;
        throw new ShapeError(`einsum: ${what} is ${known} in one operand, ${own} in ${formatShape(x.shape)}`);
      }
      sizes.set(name, known === 1 ? own : known);
    }
  }
  return (names) => names.map((name) => sizes.get(name)!);
}

/** Sums over the dimensions whose names are not needed. */
function reduced({ x, names }: Named, needed: ReadonlySet<string>): Named {
  const gone = [...names.keys()].filter((i) => !needed.has(names[i]!));
  return gone.length === 0 ? { x, names } : { x: sum(x, gone), names: names.filter((name) => needed.has(name)) };
}

/** The product of two tensors, summed over the names that neither the result nor a later operand needs. */
function multiply(p: Named, q: Named, needed: ReadonlySet<string>): Named {
  const a = reduced(p, new Set([...needed, ...q.names]));
  const b = reduced(q, new Set([...needed, ...p.names]));
  const shared = a.names.filter((name) => b.names.includes(name));
  const [kept, summed] = [shared.filter((name) => needed.has(name)), shared.filter((name) => !needed.has(name))];
  const ownOfA = a.names.filter((name) => !shared.includes(name));
  const ownOfB = b.names.filter((name) => !shared.includes(name));
  const left = grouped(a, [kept, ownOfA, summed]);
  const right = grouped(b, [kept, summed, ownOfB]);
  const product = summed.length === 0 ? mul(left, right) : matmul(left, right);
  const names = [...kept, ...ownOfA, ...ownOfB];
  return {
    x: reshape(
      product,
      names.map((name) => sizeIn(a, b, name)),
    ),
    names,
  };
}

/** The dimensions in groups, each as one dimension. */
function grouped({ x, names }: Named, groups: readonly Names[]): Tensor {
  const order = groups.flat().map((name) => names.indexOf(name));
  return reshape(
    permute(x, order),
    groups.map((group) => sizeOf(group.map((name) => x.shape[names.indexOf(name)]!))),
  );
}

function sizeIn(a: Named, b: Named, name: string): number {
  const i = a.names.indexOf(name);
  return i < 0 ? b.x.shape[b.names.indexOf(name)]! : a.x.shape[i]!;
}
