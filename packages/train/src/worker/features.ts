import type { PointInputs, Points } from './messages.js';
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

/** What the network is shown at places of the picture, row by row. */
export function shownAt(
  { features }: Pick<ExperimentSpec, 'features'>,
  xy: ArrayLike<number>,
  inputs?: PointInputs,
): Float32Array {
  if (inputs === undefined) return featuresOf(features, xy);
  const { origin, across, up } = inputs;
  const columns = origin.length;
  const out = new Float32Array((xy.length / 2) * columns);
  for (let i = 0; i < out.length; i += columns) {
    const [x, y] = [xy[(2 * i) / columns]!, xy[(2 * i) / columns + 1]!];
    for (let j = 0; j < columns; j++) out[i + j] = origin[j]! + x * across[j]! + y * up[j]!;
  }
  return out;
}

/** What the network is shown of some of the points, row by row. */
export function shownOf(
  spec: Pick<ExperimentSpec, 'features'>,
  { xy, inputs }: Pick<Points, 'xy' | 'inputs'>,
  indices: readonly number[],
): Float32Array {
  const [values, columns] = inputs === undefined ? [xy, 2] : [inputs.values, inputs.origin.length];
  const own = new Float32Array(indices.length * columns);
  indices.forEach((index, i) => {
    for (let j = 0; j < columns; j++) own[i * columns + j] = values[index * columns + j]!;
  });
  return inputs === undefined ? featuresOf(spec.features, own) : own;
}

function featuresOf(names: ExperimentSpec['features'], xy: ArrayLike<number>): Float32Array {
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
