import { type Call, Program, type Source } from './program.js';

/** Strides that stand still along one dimension. */
export function without(strides: readonly number[], dim: number): number[] {
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
