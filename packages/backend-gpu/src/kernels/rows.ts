/** Kernels that go along rows in several passes; rows lie one after the other. */
import type { Texture } from '../gpu-js.js';
import { type Call, Program, type Source } from './program.js';

/** One pass of running sums: to each element the one `shift` before it in its row. Shifts 1, 2, 4, … make them all. */
export function addShifted(x: Texture, size: number, length: number, shift: number, add: string): Call {
  const program = new Program();
  const element = program.texture(x);
  const by = program.int(shift);
  const join = program.function(add);
  const body = `
  float own = ${element('i')};
  if (i % ${program.int(length)} < ${by}) return own;
  return ${join('own', element(`i - ${by}`))};`;
  return program.call(size, body);
}

/** The numbers 0, 1, … along each row of a length. */
export function positions(rows: number, length: number): Call {
  const program = new Program();
  return program.call(rows * length, `return float(i % ${program.int(length)});`);
}

/** What {@link sortPass} compares: elements `apart` from each other, in runs of `run` that ascend and descend in turn. */
export interface SortPass {
  readonly run: number;
  readonly apart: number;
  readonly descending: boolean;
}

/**
 * One pass of a bitonic sort (Batcher 1968) of positions: `order` has rows of `padded` (a power of 2) positions in the
 * rows of `x`, those past its end counting as after all others. Equal elements go by position, so the result is that of a
 * stable sort.
 */
export function sortPass(x: Source, order: Texture, padded: number, { run, apart, descending }: SortPass): Call {
  const program = new Program();
  const last = x.shape.length - 1;
  const outer = x.shape.slice(0, last);
  const element = program.texture(x.texture);
  const position = program.texture(order);
  const beats = program.function('beats_max');
  const length = program.int(x.shape[last]!);
  const width = program.int(padded);
  const by = program.int(apart);
  const along = program.int(x.strides[last]!);
  // NaN is the largest, so it comes first where the order falls.
  const [after, before] = descending ? [beats('b', 'a'), beats('a', 'b')] : [beats('a', 'b'), beats('b', 'a')];
  const body = `
  int row = i / ${width};
  int base = ${program.int(x.offset)} + ${program.distance('row', outer, x.strides.slice(0, last))};
  int mine = int(${position('i')});
  int theirs = int(${position(`i ^ ${by}`)});
  bool comesAfter = mine > theirs;
  if (mine < ${length} && theirs < ${length}) {
    float a = ${element(`base + mine * ${along}`)};
    float b = ${element(`base + theirs * ${along}`)};
    if (${after} > 0.0) comesAfter = true;
    else if (${before} > 0.0) comesAfter = false;
  }
  // The lower of a pair keeps what comes first, in every other run what comes last.
  bool keepsFirst = ((i & ${by}) == 0) == ((i % ${width} & ${program.int(run)}) == 0);
  return float(comesAfter == keepsFirst ? theirs : mine);`;
  return program.call(
    outer.reduce((n, size) => n * size, padded),
    body,
  );
}

/** The first `length` of every `padded` elements. */
export function trimRows(x: Texture, rows: number, padded: number, length: number): Call {
  const program = new Program();
  const element = program.texture(x);
  const kept = program.int(length);
  return program.call(rows * length, `return ${element(`(i / ${kept}) * ${program.int(padded)} + i % ${kept}`)};`);
}
