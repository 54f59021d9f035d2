import type { Shape, View, Windows } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocateFloats } from '../../memory.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import { SLACK } from '../../wasm/operands.js';

/** Tells the kernels how windows slide over images of a shape [n, c, h, w]; returns how many there are in each. */
export function setWindows(
  { kernels }: Engine,
  [, , h, w]: Shape,
  { kernel, stride, padding, dilation }: Windows,
): number {
  return kernels.setWindows(h!, w!, ...kernel, ...stride, ...padding, ...dilation);
}

/** The address behind `size` elements at another. */
export const behind = (address: number, size: number): number => align(address + size * 4 + SLACK);

/** How many of `n` equal parts, of which the largest array has `size` elements each, are on the workbench at once. */
const atOnce = (n: number, size: number): number => Math.min(n, Math.max(1, Math.floor(CHUNK / size)));

/** The windows of images [n, c, h, w] as columns, or, `back`, images of `shape` from their windows. */
export function unfold(engine: Engine, x: View, shape: Shape, windows: Windows, back: boolean): Float32Array {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const { kernel, padding } = windows;
  const plane = h * w;
  const columns = setWindows(engine, shape, windows) * kernel[0] * kernel[1];
  const [from, to] = back ? [columns, plane] : [plane, columns];
  const step = atOnce(n * c, Math.max(plane, columns));
  const toColumns = behind(0, step * plane);
  const toWork = behind(toColumns, step * columns);
  engine.reserve(behind(toWork, (h + 2 * padding[0]) * (w + 2 * padding[1])));
  const { base } = engine;
  const values = rowMajor(x) as Float32Array;
  const out = allocateFloats(n * c * to);
  const at = base + toColumns;
  for (let i = 0; i < n * c; i += step) {
    const count = Math.min(step, n * c - i);
    engine.load(values, i * from, count * from, back ? at : base);
    engine.kernels.unfold(base, count, at, Number(back), base + toWork);
    engine.store(back ? base : at, count * to, out, i * to);
  }
  return out;
}
