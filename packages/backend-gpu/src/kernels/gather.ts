import { type Call, Program, type Source } from './program.js';

/** Strides that stand still along one dimension. */
function without(strides: readonly number[], dim: number): number[] {
  return strides.map((stride, d) => (d === dim ? 0 : stride));
}

/** `out[i][j] = x[i][index[i][j]]` for `dim` 1. */
export function gather(x: Source, dim: number, index: Source): Call {
  const program = new Program();
  const from = program.texture(x.texture);
  const places = program.texture(index.texture);
  const { shape } = index;
  const body = `
  int j = int(${places(`${program.int(index.offset)} + ${program.distance('i', shape, index.strides)}`)});
  int base = ${program.int(x.offset)} + ${program.distance('i', shape, without(x.strides, dim))};
  return ${from(`base + j * ${program.int(x.strides[dim]!)}`)};`;
  return program.call(
    shape.reduce((size, n) => size * n, 1),
    body,
  );
}

/**
 * A copy of `x` with `source[i][j]` added at `[i][index[i][j]]` for `dim` 1. No thread can write but its own element, so
 * each goes through the whole row of `index` for those that mean it.
 */
export function scatterAdd(x: Source, dim: number, index: Source, source: Source, add: string): Call {
  const program = new Program();
  const from = program.texture(x.texture);
  const places = program.texture(index.texture);
  const added = program.texture(source.texture);
  const join = program.function(add);
  const { shape } = x;
  const lines = [`float sum = ${from(`${program.int(x.offset)} + ${program.distance('i', shape, x.strides)}`)};`];
  lines.push('int rest = i;', 'int c;', 'int own = 0;');
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = program.int(shape[d]!);
    lines.push(`c = rest % ${size};`, `rest /= ${size};`);
    // Along the other dimensions `index` may be shorter than `x`.
    lines.push(d === dim ? 'own = c;' : `if (c >= ${program.int(index.shape[d]!)}) return sum;`);
  }
  for (const [name, { offset, strides }] of [
    ['p', index],
    ['q', source],
  ] as const) {
    lines.push(`int ${name} = ${program.int(offset)} + ${program.distance('i', shape, without(strides, dim))};`);
  }
  const body = `${lines.join('\n')}
  for (int j = 0; j < ${program.int(index.shape[dim]!)}; j++) {
    if (int(${places(`p + j * ${program.int(index.strides[dim]!)}`)}) == own) {
      sum = ${join('sum', added(`q + j * ${program.int(source.strides[dim]!)}`))};
    }
  }
  return sum;`;
  return program.call(
    shape.reduce((size, n) => size * n, 1),
    body,
  );
}
