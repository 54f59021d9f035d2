import { sizeOf } from '@kindling/tensor-core/backend';
import type { Reduction } from '../glsl/operations.js';
import { type Chunks, coalesce } from '../layout.js';
import { type Call, Program, type Source } from './program.js';

/** The part of a sum that is added up by itself, so that rounding errors grow with the square root of its length. */
const BLOCK = 32;

/** A source as rows, one for each index of the first `keep` dimensions. */
export interface Rows {
  readonly count: number;
  /** The GLSL of where the row number `row` begins. */
  readonly base: string;
  /** The GLSL of the element number `r` of the row that begins there. */
  readonly element: string;
}

/** A source as rows of the dimensions from `keep` on; `base` is the name of where one begins. */
export function rowsOf(program: Program, x: Source, keep: number, base = 'base'): Rows {
  const outer = coalesce(x.shape.slice(0, keep), [x.strides.slice(0, keep)]);
  const inner = coalesce(x.shape.slice(keep), [x.strides.slice(keep)]);
  const get = program.texture(x.texture);
  return {
    count: sizeOf(outer.shape),
    base: `${program.int(x.offset)} + ${program.distance('row', outer.shape, outer.strides[0]!)}`,
    element: get(`${base} + ${program.distance('r', inner.shape, inner.strides[0]!)}`),
  };
}

/** Declares the row, and the part of it that is the chunk of element `i`: from `from` up to `to`. */
export function chunk(program: Program, length: number, chunks: Chunks): string {
  const count = program.int(chunks.count);
  const size = program.int(chunks.length);
  return `
  int row = i / ${count};
  int from = (i % ${count}) * ${size};
  int to = min(from + ${size}, ${program.int(length)});`;
}

/** One element for each chunk of each row: all its elements folded into one. */
export function foldChunks({ fold, identity }: Reduction, x: Source, keep: number, chunks: Chunks): Call {
  const program = new Program();
  const rows = rowsOf(program, x, keep);
  const join = program.function(fold);
  program.function('kdInf');
  const body = `${chunk(program, sizeOf(x.shape.slice(keep)), chunks)}
  int base = ${rows.base};
  float total = ${identity};
  for (int start = from; start < to; start += ${BLOCK}) {
    float part = ${identity};
    for (int r = start; r < min(start + ${BLOCK}, to); r++) {
      part = ${join('part', rows.element)};
    }
    total = ${join('total', 'part')};
  }
  return total;`;
  return program.call(rows.count * chunks.count, body);
}

/** The position within its row of the first largest or smallest element of each chunk. */
export function positionsInChunks(op: 'max' | 'min', x: Source, keep: number, chunks: Chunks): Call {
  const program = new Program();
  const rows = rowsOf(program, x, keep);
  const beats = program.function(`beats_${op}`);
  const body = `${chunk(program, sizeOf(x.shape.slice(keep)), chunks)}
  int base = ${rows.base};
  int r = from;
  int position = from;
  float best = ${rows.element};
  for (r = from + 1; r < to; r++) {
    float value = ${rows.element};
    if (${beats('value', 'best')} > 0.0) {
      best = value;
      position = r;
    }
  }
  return float(position);`;
  return program.call(rows.count * chunks.count, body);
}

/** As {@link positionsInChunks}, among candidates: `positions` is `[rows, n]`, cut in chunks, with places in the rows of `x`. */
export function bestOfPositions(op: 'max' | 'min', x: Source, keep: number, positions: Source, chunks: Chunks): Call {
  const program = new Program();
  const rows = rowsOf(program, x, keep);
  const beats = program.function(`beats_${op}`);
  const candidate = program.texture(positions.texture);
  const length = positions.shape[1]!;
  const first = `row * ${program.int(length)}`;
  const body = `${chunk(program, length, chunks)}
  int base = ${rows.base};
  int r = int(${candidate(`${first} + from`)});
  int position = r;
  float best = ${rows.element};
  for (int j = from + 1; j < to; j++) {
    r = int(${candidate(`${first} + j`)});
    float value = ${rows.element};
    if (${beats('value', 'best')} > 0.0) {
      best = value;
      position = r;
    }
  }
  return float(position);`;
  return program.call(rows.count * chunks.count, body);
}
