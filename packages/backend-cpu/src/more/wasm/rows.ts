import type { View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';

/** Called with the addresses of the same rows of each operand, that of the result's, how many rows, and the first one's number. */
type RowKernel = (addresses: readonly number[], to: number, rows: number, first: number) => void;

/** A result of as many rows as the operands, of which the kernel gets those that fit on the workbench, or all where they stay. */
export function byRows(
  engine: Engine,
  operands: readonly View[],
  columns: number,
  kernel: RowKernel,
  outColumns = columns,
): Float32Array {
  const rows = operands[0]!.count / columns;
  const sources = operands.map((x) => (engine.homeOf(x) !== null && x.dense ? null : (rowMajor(x) as Float32Array)));
  const stays = sources.every((source) => source === null);
  const size = rows * outColumns;
  // What is short is copied from the workbench, wherever it is to lie.
  const whole = stays && size <= CHUNK;
  const step = whole ? rows : Math.max(1, Math.floor(CHUNK / Math.max(columns, outColumns)));
  const room = whole ? 0 : align(step * Math.max(columns, outColumns) * 4 + SLACK);
  const bench = operands.length * room;
  // Before the result is there: the memory may grow here.
  engine.reserve(bench + (whole ? align(size * 4 + SLACK) : room));
  const out = lodging.arrayFor(engine, size);
  const { base } = engine;
  const lodges = lodging.addressIn(out, 0, base) !== base;
  for (let i = 0, n: number; i < rows; i += n) {
    n = stays && lodges ? rows : Math.min(step, rows - i);
    const addresses = operands.map((x, k) => {
      const source = sources[k]!;
      if (source === null) return engine.addressOf(x) + i * columns * 4;
      engine.load(source, i * columns, n * columns, base + k * room);
      return base + k * room;
    });
    const to = lodging.addressIn(out, i * outColumns, base + bench);
    kernel(addresses, to, n, i);
    if (!lodges) engine.store(to, n * outColumns, out, i * outColumns);
  }
  return out;
}
