import { sizeOf } from '@kindling/tensor-core/backend';
import { without } from './gather.js';
import { type Call, Program, type Source } from './program.js';

/** Declares `sum`, the element of `x`, and `own`, its coordinate in `dim`; done where the index does not reach it. */
function begin(program: Program, x: Source, dim: number, reach: readonly number[]): string {
  const from = program.texture(x.texture);
  const { shape } = x;
  const lines = [`float sum = ${from(`${program.int(x.offset)} + ${program.distance('i', shape, x.strides)}`)};`];
  lines.push('int rest = i;', 'int c;', 'int own = 0;');
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = program.int(shape[d]!);
    lines.push(`c = rest % ${size};`, `rest /= ${size};`);
    // Along the other dimensions the index may be shorter than `x`.
    lines.push(d === dim ? 'own = c;' : `if (c >= ${program.int(reach[d]!)}) return sum;`);
  }
  return lines.join('\n');
}

/** The GLSL of where in a source the element number 0 along `dim` is that goes to the element number `i` of `shape`. */
function first(program: Program, shape: readonly number[], { offset, strides }: Source, dim: number): string {
  return `${program.int(offset)} + ${program.distance('i', shape, without(strides, dim))}`;
}

/**
 * A copy of `x` with `source[i][j]` added at `[i][index[i][j]]` for `dim` 1. No thread can write but its own element, so
 * each goes through the whole row of `index` for those that mean it: for few of them.
 */
export function scatterAdd(x: Source, dim: number, index: Source, source: Source, add: string): Call {
  const program = new Program();
  const { shape } = x;
  const start = begin(program, x, dim, index.shape);
  const places = program.texture(index.texture);
  const added = program.texture(source.texture);
  const join = program.function(add);
  const body = `${start}
  int p = ${first(program, shape, index, dim)};
  int q = ${first(program, shape, source, dim)};
  for (int j = 0; j < ${program.int(index.shape[dim]!)}; j++) {
    if (int(${places(`p + j * ${program.int(index.strides[dim]!)}`)}) == own) {
      sum = ${join('sum', added(`q + j * ${program.int(source.strides[dim]!)}`))};
    }
  }
  return sum;`;
  return program.call(sizeOf(shape), body);
}

/**
 * As {@link scatterAdd}, where the index was sorted: each element finds those that mean it by bisection. `sorted` and
 * `order` hold the rows of the index and their positions before, with the strides of the index and 1 along `dim`.
 */
export function scatterSorted(
  x: Source,
  dim: number,
  sorted: Source,
  order: Source,
  source: Source,
  add: string,
): Call {
  const program = new Program();
  const { shape } = x;
  const start = begin(program, x, dim, sorted.shape);
  const value = program.texture(sorted.texture);
  const position = program.texture(order.texture);
  const added = program.texture(source.texture);
  const join = program.function(add);
  const length = program.int(sorted.shape[dim]!);
  const body = `${start}
  int p = ${first(program, shape, sorted, dim)};
  int q = ${first(program, shape, source, dim)};
  int low = 0;
  int high = ${length};
  while (low < high) {
    int middle = (low + high) / 2;
    if (int(${value('p + middle')}) < own) low = middle + 1;
    else high = middle;
  }
  for (int j = low; j < ${length}; j++) {
    if (int(${value('p + j')}) != own) break;
    sum = ${join('sum', added(`q + int(${position('p + j')}) * ${program.int(source.strides[dim]!)}`))};
  }
  return sum;`;
  return program.call(sizeOf(shape), body);
}
