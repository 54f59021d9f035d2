import { checkOptions } from '@internal/arguments';
import { VizError } from './errors.js';
import { type Pairs, readPairs } from './inputs.js';
import { paddedDomain } from './ticks.js';

/** Points at even distances over a plane, for a model to score. */
export interface Grid {
  /** The x of each column, ascending. */
  readonly x: readonly number[];
  /** The y of each row, ascending. */
  readonly y: readonly number[];
  /** Every point, row by row from the smallest y: `[rows * columns, 2]` in one array, ready for a tensor. */
  readonly points: Float32Array;
  /** `[rows * columns, 2]` */
  readonly shape: readonly [number, number];
}

/** Options of {@link gridOver}. */
export interface GridOptions {
  /** Points a row; 80 when left out. */
  columns?: number | undefined;
  /** Points a column; 80 when left out. */
  rows?: number | undefined;
  /** The distance between points, instead of their number. */
  step?: number | undefined;
  /** How far the grid reaches beyond the samples, as a part of their extent; 0.15 when left out. */
  padding?: number | undefined;
}

/**
 * Lays a grid over samples, for {@link decisionBoundary}.
 *
 * @param points one (x, y) a sample, `[n, 2]`; one with a NaN or an infinity is passed over
 * @throws VizError for fewer than two columns or rows, a step that is not above zero, or a grid of more than four
 * million points
 * @example
 * ```ts
 * import { gridOver } from '@kindling/viz';
 *
 * const grid = gridOver([[0, 0], [4, 2]], { columns: 3, rows: 2, padding: 0 });
 * console.log(grid.x.join(' '), '|', grid.y.join(' ')); // => 0 2 4 | 0 2
 * console.log(grid.points.join(' ')); // => 0 0 2 0 4 0 0 2 2 2 4 2
 * ```
 */
export function gridOver(points: Pairs, options: GridOptions = {}): Grid {
  const where = 'gridOver';
  checkOptions(VizError, where, options, { columns: 'number', rows: 'number', padding: 'number', step: 'number' });
  const all = readPairs(where, 'points', points);
  const drawable = (_: number, i: number): boolean => Number.isFinite(all.x[i]) && Number.isFinite(all.y[i]);
  const [x, y] = [all.x.filter(drawable), all.y.filter(drawable)];
  const padding = options.padding ?? 0.15;
  if (!(padding >= 0)) throw new VizError(`${where}: padding is ${padding}, expected 0 or more`);
  const along = (values: Float64Array, name: 'columns' | 'rows'): number[] => {
    const [low, high] = paddedDomain(values, padding);
    const count =
      options.step === undefined ? (options[name] ?? 80) : Math.floor((high - low) / options.step + 1e-9) + 1;
    if (options.step !== undefined && !(options.step > 0)) {
      throw new VizError(`${where}: step is ${options.step}, expected a distance above 0`);
    }
    if (!Number.isInteger(count) || count < 2 || count > 4e6) {
      throw new VizError(
        `${where}: ${name} is ${count}, expected 2 or more${options.step === undefined ? '' : ' (step too large)'}`,
      );
    }
    const step = options.step ?? (high - low) / (count - 1);
    return Array.from({ length: count }, (_, i) => low + i * step);
  };
  const [xs, ys] = [along(x, 'columns'), along(y, 'rows')];
  if (xs.length * ys.length > 4e6) {
    throw new VizError(`${where}: ${xs.length} x ${ys.length} points are more than four million`);
  }
  const flat = new Float32Array(xs.length * ys.length * 2);
  let place = 0;
  for (const row of ys) {
    for (const column of xs) {
      flat[place++] = column;
      flat[place++] = row;
    }
  }
  return { x: xs, y: ys, points: flat, shape: [xs.length * ys.length, 2] };
}
