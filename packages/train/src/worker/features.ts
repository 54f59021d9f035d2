import type { ExperimentSpec } from './spec.js';

const FEATURE: Record<ExperimentSpec['features'][number], (x: number, y: number) => number> = {
  x: (x) => x,
  y: (_, y) => y,
  xx: (x) => x * x,
  yy: (_, y) => y * y,
  xy: (x, y) => x * y,
  sinX: (x) => Math.sin(Math.PI * x),
  sinY: (_, y) => Math.sin(Math.PI * y),
};

/** What the network is shown of points, row by row. */
export function featuresOf(names: ExperimentSpec['features'], xy: ArrayLike<number>): Float32Array {
  const rows = xy.length / 2;
  const out = new Float32Array(rows * names.length);
  names.forEach((name, column) => {
    const feature = FEATURE[name];
    for (let i = 0; i < rows; i++) out[i * names.length + column] = feature(xy[2 * i]!, xy[2 * i + 1]!);
  });
  return out;
}

/** The points of a square grid from `-extent` to `extent`, from the lower left, rows upwards. */
export function gridPoints(size: number, extent: number): Float32Array {
  const out = new Float32Array(2 * size * size);
  const at = (i: number): number => extent * ((2 * i) / (size - 1) - 1);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      out[2 * (row * size + column)] = at(column);
      out[2 * (row * size + column) + 1] = at(row);
    }
  }
  return out;
}
