import { aRecord, type Known } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { type Numbers, readNumbers } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { themeOf } from '../theme.js';
import { drawHeatmap } from './heatmap.js';

/** Options of {@link missingMap}. */
export interface MissingMapOptions extends PlotOptions {
  /** Whether a value is missing, row by row, by the column's name: booleans, or 1 for missing. */
  columns: Readonly<Record<string, Numbers>>;
  /** How many rows of the picture the table's are gathered in at most; 100 when left out. */
  rows?: number | undefined;
}

const known: Known<MissingMapOptions> = { ...plotKeys, columns: aRecord, rows: 'number' };

/**
 * Draws where values are missing in a table: columns side by side with their share of missing values, rows from the top.
 * Of a long table several rows share one of the picture, as dark as many of them miss the value.
 *
 * @throws VizError for no columns, or columns of different lengths
 * @example
 * ```ts
 * import { missingMap, toSvg } from '@kindling/viz';
 *
 * const plot = missingMap({ columns: { age: [false, true, false, true], income: [false, false, false, false] } });
 * console.log(toSvg(plot).includes('>age, 50%</text>')); // => true
 * ```
 */
export function missingMap(options: MissingMapOptions): Scene {
  const where = 'missingMap';
  checkPlot(where, options, known, { columns: 'an object' });
  const { title, width, height, rows: most = 100 } = options;
  const theme = themeOf(where, options.theme);
  const columns = Object.entries(options.columns).map(
    ([name, flags]) => [name, readNumbers(where, name, flags)] as const,
  );
  const count = columns[0]?.[1].length ?? 0;
  if (count === 0) throw new VizError(`${where}: columns holds no rows`);
  if (!Number.isInteger(most) || most < 1)
    throw new VizError(`${where}: rows is ${most}, expected a whole number from 1`);
  for (const [name, flags] of columns) {
    if (flags.length !== count)
      throw new VizError(`${where}: ${name} has ${flags.length} rows, ${columns[0]![0]} has ${count}`);
  }
  const rows = Math.min(most, count);
  const values = Array.from({ length: rows }, (_, row) => {
    const [from, to] = [Math.floor((row * count) / rows), Math.floor(((row + 1) * count) / rows)];
    return columns.map(([, flags]) => share(flags.subarray(from, to)));
  });
  return drawHeatmap(where, {
    title: title ?? 'Missing values',
    width,
    height,
    theme,
    // With an axis of numbers the first row given is the lowest.
    values: values.reverse(),
    columnNames: columns.map(([name, flags]) => `${name}, ${percent(share(flags))}`),
    yDomain: [count, 0],
    colors: theme.intensity,
    domain: [0, 1],
    yLabel: 'row',
    label: 'part that is missing',
  });
}

const share = (flags: Float64Array): number => flags.reduce((sum, flag) => sum + Number(flag !== 0), 0) / flags.length;

/** A share as people write it; a few of many are not none. */
function percent(part: number): string {
  if (part > 0 && part < 0.01) return '<1%';
  return `${Math.round(part * 100)}%`;
}
