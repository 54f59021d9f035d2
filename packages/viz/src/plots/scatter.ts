import type { Known } from '@internal/arguments';
import { chart, type PlotOptions } from '../chart.js';
import {
  type Classes,
  checkLengths,
  type Numbers,
  type Pairs,
  readClasses,
  readNumbers,
  readPairs,
} from '../inputs.js';
import type { Area } from '../layout.js';
import type { LegendItem } from '../marks/legend.js';
import { classChars, classSymbols } from '../marks/symbols.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Mark, Point, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { paddedDomain } from '../ticks.js';

/** Options of {@link scatter}. */
export interface ScatterOptions extends PlotOptions {
  /** One (x, y) a sample, `[n, 2]`. */
  points: Pairs;
  /** The class of each sample, `[n]`; all alike when left out. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** Draw a unit of x as long as one of y; when left out, where both span about as much. */
  equal?: boolean | undefined;
}

const known: Known<ScatterOptions> = {
  ...plotKeys,
  points: 1,
  labels: 1,
  classNames: 1,
  xLabel: 1,
  yLabel: 1,
  equal: 1,
};

/** Samples with their classes, without those that have no place in a plane. */
export interface Samples {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Each sample's class, as its place in `classes`. */
  readonly group: readonly number[];
  readonly classes: Classes;
  /** The place of each in what was given. */
  readonly index: readonly number[];
  /** How many samples were left out for being NaN or infinite. */
  readonly dropped: number;
}

/**
 * Draws samples in a plane, each class in a colour and a shape of its own.
 *
 * @throws VizError for points that are not pairs, or labels that are not one integer a point; a NaN leaves a point out,
 * which a note under the plot counts
 * @example
 * ```ts
 * import { scatter, toSvg } from '@kindling/viz';
 *
 * const plot = scatter({ points: [[0, 1], [2, 1], [1, 3]], labels: [0, 1, 1], classNames: ['rock', 'mine'] });
 * console.log(toSvg(plot).includes('>mine</text>')); // => true
 * ```
 */
export function scatter(options: ScatterOptions): Scene {
  const where = 'scatter';
  checkPlot(where, options, known);
  const theme = themeOf(where, options.theme);
  const samples = readSamples(where, options.points, options.labels, options.classNames);
  const domains = { x: paddedDomain(samples.x, 0.06), y: paddedDomain(samples.y, 0.06) };
  return chart(
    where,
    {
      title: options.title ?? 'Data',
      x: { label: options.xLabel, domain: domains.x },
      y: { label: options.yLabel, domain: domains.y },
      equal: options.equal ?? alike(domains.x, domains.y),
      legend: options.labels === undefined ? [] : classLegend(samples.classes, theme),
      legendAt: ['topRight', 'topLeft', 'bottomRight', 'bottomLeft'],
      occupied: (area) => positions(samples, area).map((point) => [point]),
      note: droppedNote(samples.dropped, 'point'),
      empty: samples.x.length === 0,
      draw: (area) => ({ over: sampleMarks(samples, area, theme) }),
      size: { width: 520, height: 420 },
    },
    options,
  );
}

/** Reads points and labels; without labels all are of one class. */
export function readSamples(
  where: string,
  points: Pairs,
  labels: Numbers | undefined,
  classNames: readonly string[] | undefined,
): Samples {
  const { x, y } = readPairs(where, 'points', points);
  const classOf = labels === undefined ? undefined : readNumbers(where, 'labels', labels);
  if (classOf !== undefined) checkLengths(where, 'points', x.length, 'labels', classOf.length);
  const classes =
    classOf === undefined ? { values: [0], names: classNames ?? [''] } : readClasses(where, classOf, classNames);
  const drawn = (_: number, i: number): boolean => Number.isFinite(x[i]) && Number.isFinite(y[i]);
  const kept = x.filter(drawn);
  const index = new Map(classes.values.map((value, i) => [value, i]));
  return {
    x: kept,
    y: y.filter(drawn),
    group: Array.from(x, (_, i) => (classOf === undefined ? 1 : index.get(classOf[i]!)!)).filter(drawn),
    classes,
    index: Array.from(x, (_, i) => i).filter((i) => drawn(0, i)),
    dropped: x.length - kept.length,
  };
}

/** A legend of classes. */
export function classLegend(classes: Classes, theme: Theme): LegendItem[] {
  return classes.names.map((label, i) => ({
    label,
    color: pick(theme.classes, i),
    sample: classSymbols[i % classSymbols.length],
    char: pick(classChars, i),
  }));
}

/** Where samples lie in pixels. */
export function positions(samples: Samples, area: Area): Point[] {
  return Array.from(samples.x, (x, i): Point => [area.px(x), area.py(samples.y[i]!)]);
}

/** The samples as points, smaller where there are many. */
export function sampleMarks(samples: Samples, area: Area, theme: Theme): Mark[] {
  const places = positions(samples, area);
  const count = places.length;
  const r = count > 5000 ? 1.6 : count > 1000 ? 2.4 : count > 200 ? 3.2 : 4.2;
  // In order of the samples, not class by class, so that no class hides another; runs of a class become one mark.
  const stride = count > 400 ? Math.ceil(count / 40) : count;
  const marks: Mark[] = [];
  for (let start = 0; start < count; start += Math.max(1, stride)) {
    for (let group = 0; group < Math.max(2, samples.classes.values.length); group++) {
      const own: number[] = [];
      const end = Math.min(start + stride, count);
      for (let i = start; i < end; i++) if (samples.group[i] === group) own.push(i);
      if (own.length === 0) continue;
      const points = own.map((i) => places[i]!);
      const named = {
        id: `class-${group}`,
        name: samples.classes.names[group] ?? '',
        samples: own.map((i) => samples.index[i]!),
      };
      const symbol = classSymbols[group % classSymbols.length]!;
      const look = { fill: pick(theme.classes, group), stroke: theme.background, strokeWidth: Math.max(0.5, r / 4) };
      marks.push({ type: 'points', points, symbol, r, ...look, ...named, char: pick(classChars, group) });
    }
  }
  return marks;
}

/** A remark on what was left out, or nothing. */
export function droppedNote(count: number, what: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${what}${count === 1 ? '' : 's'} left out: NaN or infinite`;
}

/** Whether two axes span about as much, so that shapes should keep their form. */
export function alike(x: readonly [number, number], y: readonly [number, number]): boolean {
  const ratio = (x[1] - x[0]) / (y[1] - y[0]);
  return ratio > 0.5 && ratio < 2;
}
