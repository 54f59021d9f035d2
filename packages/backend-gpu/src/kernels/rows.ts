/** Kernels that go along rows in several passes; rows lie one after the other. */
import type { Texture } from '../gpu-js.js';
import { distance } from '../layout.js';
import { type Call, getter, indexFunction, type KernelSpec, readKey, type Source } from './call.js';

/** One pass of running sums: to each element the one `shift` before it in its row. Shifts 1, 2, 4, … make them all. */
export function addShifted(x: Texture, size: number, length: number, shift: number, add: string): Call {
  const make = (thread: string): KernelSpec => ({
    source: `function (x, shift) {
      const own = get_x(x, ${thread});
      return ${add}(own, choose(reaches(${thread}, shift), get_x(x, before(${thread}, shift)), 0));
    }`,
    parameters: { x: 'texture', shift: 'int' },
    own: [
      getter('x', x),
      indexFunction('before', ['i', 'shift'], 'max(i - shift, 0)'),
      indexFunction('reaches', ['i', 'shift'], `i % ${length} >= shift ? 1 : 0`),
    ],
    uses: [add, 'choose'],
  });
  return { key: `shift${add}|${size}:${length}`, size, args: [x, shift], make };
}

/** The numbers 0, 1, … along each row of a length. */
export function positions(rows: number, length: number): Call {
  const make = (thread: string): KernelSpec => ({
    source: `function () { return position(${thread}); }`,
    parameters: {},
    own: [indexFunction('position', ['i'], `i % ${length}`)],
    uses: [],
  });
  return { key: `positions|${rows}:${length}`, size: rows * length, args: [], make };
}

/**
 * One pass of a bitonic sort (Batcher 1968) of positions: rows of `padded` (a power of 2) positions in the rows of `x`,
 * those past its end counting as after all others. Elements `distance` apart are compared, in runs of `run`. Equal
 * elements go by position, so the result is that of a stable sort.
 */
export function sortPass(
  x: Source,
  order: Texture,
  padded: number,
  run: number,
  apart: number,
  descending: boolean,
): Call {
  const last = x.shape.length - 1;
  const length = x.shape[last]!;
  const outer = x.shape.slice(0, last);
  const rows = outer.reduce((n, size) => n * size, 1);
  const row = distance('row', outer, x.strides.slice(0, last));
  // NaN is the largest, so it comes first where the order falls.
  const [after, before] = descending ? ['theirs, mine', 'mine, theirs'] : ['mine, theirs', 'theirs, mine'];
  const make = (thread: string): KernelSpec => ({
    source: `function (x, o, order, run, apart) {
      const mine = get_order(order, ${thread});
      const theirs = get_order(order, partner(${thread}, apart));
      const a = get_x(x, at(${thread}, mine, o));
      const b = get_x(x, at(${thread}, theirs, o));
      return choose(swaps(${thread}, run, apart, compare(a, b, mine, theirs)), theirs, mine);
    }`,
    parameters: { x: 'texture', o: 'int', order: 'texture', run: 'int', apart: 'int' },
    own: [
      getter('x', x.texture),
      getter('order', order),
      indexFunction('partner', ['i', 'apart'], 'i ^ apart'),
      indexFunction(
        'at',
        ['i', 'j', 'offset'],
        `int row = i / ${padded};\n  return offset + ${row} + min(j, ${length - 1}) * (${x.strides[last]});`,
      ),
      // 1 where mine comes after theirs, else 0.
      {
        name: 'compare',
        returns: 'int',
        parameters: { mine: 'float', theirs: 'float', p: 'float', q: 'float' },
        body: `
  if (p >= ${length}.0 || q >= ${length}.0) return p > q ? 1 : 0;
  if (beats_max(${after}) > 0.0) return 1;
  return beats_max(${before}) > 0.0 || p < q ? 0 : 1;`,
        uses: ['beats_max'],
      },
      // The lower of a pair keeps what comes first, or last in every other run.
      indexFunction(
        'swaps',
        ['i', 'run', 'apart', 'after'],
        `((i & apart) == 0) == ((i % ${padded} & run) == 0) ? after : 1 - after`,
      ),
    ],
    uses: ['choose'],
  });
  return {
    key: `sort${descending}|${padded}:${x.shape}${readKey(x.bufferSize, x.strides)}`,
    size: rows * padded,
    args: [x.texture, x.offset, order, run, apart],
    make,
  };
}

/** The first `length` of every `padded` elements. */
export function trimRows(x: Texture, rows: number, padded: number, length: number): Call {
  const make = (thread: string): KernelSpec => ({
    source: `function (x) { return get_x(x, at(${thread})); }`,
    parameters: { x: 'texture' },
    own: [getter('x', x), indexFunction('at', ['i'], `(i / ${length}) * ${padded} + i % ${length}`)],
    uses: [],
  });
  return { key: `trim|${rows}:${padded}:${length}`, size: rows * length, args: [x], make };
}
