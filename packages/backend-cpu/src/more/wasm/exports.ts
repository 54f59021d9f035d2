import type { Engine } from '../../wasm/engine.js';

/** What `assembly/more.ts` exports for other than images. */
interface MoreExports {
  compare(op: number, a: number, aStep: number, b: number, bStep: number, out: number, n: number): void;
  where(condition: number, a: number, aStep: number, b: number, bStep: number, out: number, n: number): void;
  extremeRows(least: number, x: number, rows: number, columns: number, out: number): void;
  extremeColumns(least: number, x: number, rows: number, columns: number, out: number): void;
  positionRows(least: number, x: number, rows: number, columns: number, out: number): void;
}

/** The kernels of an engine's second module, which every engine has where this file is. */
export function moreKernels(engine: Engine): MoreExports {
  return engine.kernels as unknown as MoreExports;
}
