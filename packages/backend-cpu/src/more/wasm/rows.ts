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
  const step = Math.max(1, Math.floor(CHUNK / Math.max(columns, outColumns)));
  const room = align(step * Math.max(columns, outColumns) * 4 + SLACK);
  // Before the result is there: the memory may grow here.
  engine.reserve((operands.length + 1) * room);
  const sources = operands.map((x) => (engine.homeOf(x) !== null && x.dense ? null : (rowMajor(x) as Float32Array)));
  const out = lodging.arrayFor(engine, rows * outColumns);
  const { base } = engine;
  const bench = base + operands.length * room;
  const stays = sources.every((source) => source === null) && lodging.addressIn(out, 0, bench) !== bench;
  for (let i = 0, n: number; i < rows; i += n) {
    n = stays ? rows : Math.min(step, rows - i);
    const addresses = operands.map((x, k) => {
      const source = sources[k]!;
      if (source === null) return engine.addressOf(x) + i * columns * 4;
      engine.load(source, i * columns, n * columns, base + k * room);
      return base + k * room;
    });
    const to = lodging.addressIn(out, i * outColumns, bench);
    kernel(addresses, to, n, i);
    if (to === bench) engine.store(bench, n * outColumns, out, i * outColumns);
  }
  return out;
}
