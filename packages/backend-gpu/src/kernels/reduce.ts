import type { GlslFunction } from '../glsl/function.js';
import { type Chunks, coalesce, distance } from '../layout.js';
import { type Call, getter, indexFunction, type KernelSpec, readKey, type Source } from './call.js';

/** The part of a sum that is added up by itself, so that rounding errors grow with the square root of its length. */
const BLOCK = 32;

interface Rows {
  readonly count: number;
  readonly length: number;
  readonly key: string;
  /** An index function: of the thread (row by row, chunk by chunk), the number within the chunk, and the offset. */
  readonly at: GlslFunction;
  /** The function that gives an element of the source, as a kernel's parameter `x`. */
  readonly get: GlslFunction;
}

/** A source as rows, one for each index of the first `keep` dimensions, each cut in chunks. */
function rowsOf(x: Source, keep: number, chunks: Chunks): Rows {
  const outer = coalesce(x.shape.slice(0, keep), [x.strides.slice(0, keep)]);
  const inner = coalesce(x.shape.slice(keep), [x.strides.slice(keep)]);
  const count = outer.shape.reduce((n, size) => n * size, 1);
  const length = inner.shape.reduce((n, size) => n * size, 1);
  const row = chunks.count === 1 ? 'thread' : `thread / ${chunks.count}`;
  const within = chunks.count === 1 ? 'j' : `(thread % ${chunks.count}) * ${chunks.length} + j`;
  // Past the end the last element is read again, which the kernels know.
  const body = `
  int row = ${row};
  int r = min(${within}, ${length - 1});
  return offset + ${distance('row', outer.shape, outer.strides[0]!)} + ${distance('r', inner.shape, inner.strides[0]!)};`;
  return {
    count,
    length,
    key: `${readKey(x.bufferSize, outer.shape, outer.strides[0]!, inner.shape, inner.strides[0]!)}|${chunks.count}:${chunks.length}`,
    at: indexFunction('at', ['thread', 'j', 'offset'], body),
    get: getter('x', x.texture),
  };
}

/** One element a chunk of each row: `fold` over its elements, from a neutral `identity` on. */
export function foldChunks(fold: string, identity: number, x: Source, keep: number, chunks: Chunks): Call {
  const rows = rowsOf(x, keep, chunks);
  const make = (thread: string): KernelSpec =>
    Number.isFinite(identity) ? foldFrom(thread, identity, fold, rows, chunks) : foldFirst(thread, fold, rows, chunks);
  return { key: `${fold}:${identity}${rows.key}`, size: rows.count * chunks.count, args: [x.texture, x.offset], make };
}

/** A sum or product: elements past the end count as the identity. */
function foldFrom(thread: string, identity: number, fold: string, rows: Rows, chunks: Chunks): KernelSpec {
  const block = chunks.length > 2 * BLOCK ? BLOCK : chunks.length;
  const blocks = Math.ceil(chunks.length / block);
  const whole = blocks * block === chunks.length && chunks.count * chunks.length === rows.length;
  const within = `(thread % ${chunks.count}) * ${chunks.length} + j`;
  const inside = `j < ${chunks.length} && ${within} < ${rows.length} ? 1 : 0`;
  const read = `get_x(x, at(${thread}, b * ${block} + j, o))`;
  const element = whole ? read : `choose(inside(${thread}, b * ${block} + j), ${read}, ${identity})`;
  return {
    source: `function (x, o) {
      let total = ${identity};
      for (let b = 0; b < ${blocks}; b++) {
        let part = ${identity};
        for (let j = 0; j < ${block}; j++) {
          part = ${fold}(part, ${element});
        }
        total = ${fold}(total, part);
      }
      return total;
    }`,
    parameters: { x: 'texture', o: 'int' },
    own: whole ? [rows.get, rows.at] : [rows.get, rows.at, indexFunction('inside', ['thread', 'j'], inside)],
    uses: whole ? [fold] : [fold, 'choose'],
  };
}

/** A largest or smallest element, to which an element read twice makes no difference. */
function foldFirst(thread: string, fold: string, rows: Rows, chunks: Chunks): KernelSpec {
  return {
    source: `function (x, o) {
      let best = get_x(x, at(${thread}, 0, o));
      for (let j = 1; j < ${chunks.length}; j++) {
        best = ${fold}(best, get_x(x, at(${thread}, j, o)));
      }
      return best;
    }`,
    parameters: { x: 'texture', o: 'int' },
    own: [rows.get, rows.at],
    uses: [fold],
  };
}

/** The position within its row of the first largest or smallest element of each chunk. */
export function positionsInChunks(op: 'max' | 'min', x: Source, keep: number, chunks: Chunks): Call {
  const rows = rowsOf(x, keep, chunks);
  const from = chunks.count === 1 ? '0' : `(thread % ${chunks.count}) * ${chunks.length}`;
  const make = (thread: string): KernelSpec => ({
    source: `function (x, o) {
      let best = get_x(x, at(${thread}, 0, o));
      let position = 0;
      for (let j = 1; j < ${chunks.length}; j++) {
        const value = get_x(x, at(${thread}, j, o));
        if (beats_${op}(value, best) > 0) {
          best = value;
          position = j;
        }
      }
      return position + from(${thread});
    }`,
    parameters: { x: 'texture', o: 'int' },
    own: [rows.get, rows.at, indexFunction('from', ['thread'], from)],
    uses: [`beats_${op}`],
  });
  return { key: `arg${op}${rows.key}`, size: rows.count * chunks.count, args: [x.texture, x.offset], make };
}

/** As {@link positionsInChunks}, among candidates: `positions` is `[rows, n]`, cut in chunks, with places in the rows of `x`. */
export function bestOfPositions(op: 'max' | 'min', x: Source, keep: number, positions: Source, chunks: Chunks): Call {
  const rows = rowsOf(x, keep, { count: 1, length: 1 });
  const candidates = rowsOf(positions, 1, chunks);
  const first = { ...candidates.at, name: 'candidate' };
  const make = (thread: string): KernelSpec => ({
    source: `function (x, o, p) {
      let position = get_p(p, candidate(${thread}, 0, 0));
      let best = get_x(x, at(rowOf(${thread}), position, o));
      for (let j = 1; j < ${chunks.length}; j++) {
        const other = get_p(p, candidate(${thread}, j, 0));
        const value = get_x(x, at(rowOf(${thread}), other, o));
        if (beats_${op}(value, best) > 0) {
          best = value;
          position = other;
        }
      }
      return position;
    }`,
    parameters: { x: 'texture', o: 'int', p: 'texture' },
    own: [
      rows.get,
      rows.at,
      getter('p', positions.texture),
      first,
      indexFunction('rowOf', ['thread'], `thread / ${chunks.count}`),
    ],
    uses: [`beats_${op}`],
  });
  return {
    key: `best${op}${rows.key}${candidates.key}`,
    size: candidates.count * chunks.count,
    args: [x.texture, x.offset, positions.texture],
    make,
  };
}
