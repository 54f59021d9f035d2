import { aColumn, anArray, type Known, twoNumbers } from '@internal/arguments';
import type { PlotOptions } from '../chart.js';
import type { ColorMap } from '../color-map.js';
import { VizError } from '../errors.js';
import { type Numbers, readFinite, readNumbers } from '../inputs.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Scene } from '../scene.js';
import { extent, heatmap } from './heatmap.js';

/** Options of {@link distributionHistory}. */
export interface DistributionHistoryOptions extends PlotOptions {
  /** All weights, activations or gradients after each epoch, in any order; each a typed array or a tensor. */
  values: readonly Numbers[];
  /** The epochs, at even distances; 1, 2, 3 and so on when left out. */
  epochs?: Numbers | undefined;
  /** How many bins the range is cut into; 40 when left out. */
  bins?: number | undefined;
  /** The least and the largest value shown; those that occur when left out. */
  domain?: readonly [number, number] | undefined;
  /** `'viridis'` when left out. */
  colors?: ColorMap | undefined;
  xLabel?: string | undefined;
  /** What the values are. */
  yLabel?: string | undefined;
}

const known: Known<DistributionHistoryOptions> = {
  ...plotKeys,
  values: anArray,
  epochs: aColumn,
  bins: 'number',
  domain: twoNumbers,
  colors: 1,
  xLabel: 'string',
  yLabel: 'string',
};

/**
 * Draws how weights or activations are spread after each epoch: a column of the picture is a histogram seen from above.
 *
 * @throws VizError for no epoch, one without a finite value, epochs that are not one a set of values and evenly ascending
 * @example
 * ```ts
 * import { distributionHistory } from '@kindling/viz';
 *
 * const plot = distributionHistory({ values: [[-1, 0, 1], [-2, 0, 2], [-3, 0, 3]], bins: 7, yLabel: 'weight' });
 * console.log(plot.panels[0]!.scales.y.domain.join(' to ')); // => -3 to 3
 * ```
 */
export function distributionHistory(options: DistributionHistoryOptions): Scene {
  const where = 'distributionHistory';
  checkPlot(where, options, known, { values: 'an array' });
  const sets = options.values.map((values, i) => readNumbers(where, `values[${i}]`, values));
  if (sets.length === 0) throw new VizError(`${where}: values is empty`);
  const bins = options.bins ?? 40;
  if (!Number.isInteger(bins) || bins < 1 || bins > 1000) {
    throw new VizError(`${where}: bins is ${bins}, expected a whole number from 1 to 1000`);
  }
  const [first, step] = readEpochs(where, options.epochs, sets.length);
  const [low, high] = options.domain ?? rangeOf(sets);
  const rows = Array.from({ length: bins }, () => new Float64Array(sets.length));
  sets.forEach((set, epoch) => {
    const counted = set.filter(Number.isFinite);
    if (counted.length === 0) throw new VizError(`${where}: values[${epoch}] holds no finite number`);
    for (const value of counted) {
      const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
      if (value >= low && value <= high) rows[bin]![epoch]! += 100 / counted.length;
    }
  });
  const { title, width, height, theme } = options;
  return heatmap({
    title: title ?? 'Values over training',
    width,
    height,
    theme,
    values: rows,
    colors: options.colors,
    domain: [0, Math.max(...rows.map((row) => Math.max(...row)))],
    xDomain: [first - step / 2, first + (sets.length - 0.5) * step],
    yDomain: [low, high],
    xLabel: options.xLabel ?? 'epoch',
    yLabel: options.yLabel ?? 'value',
    label: '% of values',
  });
}

function rangeOf(sets: readonly Float64Array[]): [number, number] {
  const ends = sets.map((set) => extent(set));
  return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))];
}

function readEpochs(where: string, epochs: Numbers | undefined, count: number): [first: number, step: number] {
  if (epochs === undefined) return [1, 1];
  const read = readFinite(where, 'epochs', epochs);
  if (read.length !== count) throw new VizError(`${where}: epochs has ${read.length} values, values has ${count}`);
  const step = count === 1 ? 1 : read[1]! - read[0]!;
  const bad = read.findIndex((epoch, i) => i > 0 && !(step > 0 && Math.abs(epoch - read[i - 1]! - step) < step * 1e-6));
  if (bad >= 0) throw new VizError(`${where}: epochs[${bad}] is ${read[bad]}: they must ascend by even steps`);
  return [read[0]!, step];
}
