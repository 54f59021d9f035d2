import { aColumn, type Known, strings, twoNumbers } from '@internal/arguments';
import { board } from '../board.js';
import type { PlotOptions } from '../chart.js';
import { ramp } from '../color.js';
import { type ColorMap, colorsOf } from '../color-map.js';
import { VizError } from '../errors.js';
import { checkGrid, readOver } from '../field.js';
import type { Grid } from '../grid.js';
import { checkLengths, type Numbers, type Pairs, readFinite } from '../inputs.js';
import { boxAxes } from '../marks/box-axes.js';
import { colorBar, colorBarSpace } from '../marks/color-bar.js';
import type { Field } from '../marks/contour.js';
import { legendMarks, legendRows } from '../marks/legend.js';
import { classChars, classSymbols } from '../marks/symbols.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Box } from '../placement.js';
import { aView, type Place, type Projection, projection, type View } from '../projection.js';
import type { Mark, Point, Scene } from '../scene.js';
import { pick, type Theme, themeOf } from '../theme.js';
import { extent } from './heatmap.js';
import { classLegend, readSamples, type Samples } from './scatter.js';

/** Options of {@link surface}. */
export interface SurfaceOptions extends PlotOptions {
  /** Where the values lie, from `gridOver` or of one's own: only `x` and `y` are read. */
  grid: Pick<Grid, 'x' | 'y'>;
  /** The height at each point of the grid, row by row. */
  values?: Numbers | undefined;
  /** Instead of values, a model's probabilities, from 0 to 1. */
  probabilities?: Numbers | undefined;
  /** Instead of values, a model's logits, drawn as probabilities. */
  logits?: Numbers | undefined;
  /** Where one looks from, in degrees; `{ elevation: 25, azimuth: 140 }` when left out. */
  view?: View | undefined;
  /** `'viridis'` when left out. */
  colors?: ColorMap | undefined;
  /** The lowest and the highest height; what the values need when left out, 0 to 1 for probabilities. */
  domain?: readonly [number, number] | undefined;
  /** Samples to draw in it, `[n, 2]`. */
  points?: Pairs | undefined;
  /** The class of each sample, `[n]`. */
  labels?: Numbers | undefined;
  /** Names of the classes, in order of their labels. */
  classNames?: readonly string[] | undefined;
  /** How high each sample stands: on the surface (where left out), at the bottom or top by its class, or numbers. */
  heights?: 'surface' | 'labels' | Numbers | undefined;
  /** Faces a row and a column at most; 40 when left out. */
  faces?: number | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  zLabel?: string | undefined;
  /** What the heights are, beside the colour bar. */
  label?: string | undefined;
}

const known: Known<SurfaceOptions> = {
  ...plotKeys,
  grid: 1,
  values: 1,
  probabilities: 1,
  logits: aColumn,
  view: aView,
  colors: 1,
  domain: twoNumbers,
  points: aColumn,
  labels: aColumn,
  classNames: strings,
  heights: 1,
  faces: 'number',
  xLabel: 'string',
  yLabel: 'string',
  zLabel: 'string',
  label: 'string',
};

const bands = 24;

interface Surface {
  readonly field: Field;
  readonly domain: readonly [number, number];
  readonly colors: readonly string[];
  readonly samples: Samples;
  readonly heights: Float64Array;
}

/**
 * Draws heights over a plane as a surface in space, with samples in it and a colour bar. In a page `mountPlot` turns it by
 * dragging.
 *
 * @throws VizError for a grid that does not ascend, heights that are not one a point of it, a NaN among them, or not
 * exactly one of values, probabilities and logits
 * @example
 * ```ts
 * import { gridOver, surface, toSvg } from '@kindling/viz';
 *
 * const grid = gridOver([[-2, -2], [2, 2]], { columns: 20, rows: 20 });
 * const logits = grid.y.flatMap((y) => grid.x.map((x) => 3 * (x - y)));
 * const plot = surface({ grid, logits, view: { elevation: 25, azimuth: 140 }, zLabel: 'p(class 1)' });
 * console.log(toSvg(plot).includes('>p(class 1)</text>')); // => true
 * ```
 */
export function surface(options: SurfaceOptions): Scene {
  const where = 'surface';
  checkPlot(where, options, known);
  const { elevation = 25, azimuth = 140 } = options.view ?? {};
  if (!Number.isFinite(elevation) || !Number.isFinite(azimuth)) {
    throw new VizError(`${where}: view is elevation ${elevation}, azimuth ${azimuth}, expected degrees`);
  }
  const read = readSurface(where, options);
  // A live picture turns what was read once.
  return seen(where, options, read, { elevation, azimuth });
}

function seen(
  where: string,
  options: SurfaceOptions,
  read: Surface,
  view: { readonly elevation: number; readonly azimuth: number },
): Scene {
  const theme = themeOf(where, options.theme);
  const { domain, colors } = read;
  const bar = { color: (part: number) => ramp(colors, part), bands, domain, label: options.label };
  const side = colorBarSpace(bar);
  const legend = options.labels === undefined ? [] : classLegend(read.samples.classes, theme);
  const spec = {
    title: options.title ?? 'Surface',
    size: { width: 560, height: 440 },
    sideWidth: side,
    draw: (box: Box): Mark[] => {
      const top = legend.length === 0 ? 0 : legendRows(legend, box.width).height + 4;
      const room = { x: box.x + 44, y: box.y + top + 6, width: box.width - 72, height: box.height - top - 40 };
      const small = room.width < 40 || room.height < 40;
      const look = projection(view, small ? { ...box } : room);
      const axes = {
        x: { label: options.xLabel, domain: [options.grid.x[0]!, options.grid.x.at(-1)!] as const },
        y: { label: options.yLabel, domain: [options.grid.y[0]!, options.grid.y.at(-1)!] as const },
        z: { label: options.zLabel, domain },
      };
      const { behind, texts } = boxAxes(axes, look, theme);
      const ground = { x: box.x, y: box.y + top, width: box.width, height: box.height - top };
      return [
        ...(small || top === 0 ? [] : legendMarks(legend, { ...box, height: top }, theme, 'rows')),
        ...behind,
        ...solid(read, options, look, theme),
        ...(small ? [] : texts),
        ...colorBar({ ...ground, y: ground.y + ground.height * 0.12, height: ground.height * 0.76 }, bar, theme),
      ];
    },
  };
  const scene = board(where, spec, options);
  return {
    ...scene,
    // It has no axes that a neighbour's could be lined up with, and needs all the room there is.
    insets: undefined,
    resize: (width, height) => seen(where, { ...options, width, height }, read, view),
    turn: (azimuth, elevation) => {
      const { width, height } = scene;
      const tilt = Math.min(90, Math.max(-90, view.elevation + elevation));
      return seen(where, { ...options, width, height }, read, { azimuth: view.azimuth + azimuth, elevation: tilt });
    },
  };
}

function readSurface(where: string, options: SurfaceOptions): Surface {
  const { grid, values, probabilities, logits } = options;
  checkGrid(where, grid);
  const given = Object.entries({ values, probabilities, logits }).filter(([, numbers]) => numbers !== undefined);
  if (given.length !== 1) throw new VizError(`${where}: give one of values, probabilities and logits`);
  const [name, numbers] = given[0] as [string, Numbers];
  const read = readOver(where, grid, name, numbers);
  if (logits === undefined) readFinite(where, name, read.values, ...(name === 'probabilities' ? [0, 1] : []));
  const full = logits === undefined ? read : { ...read, values: read.values.map((x) => 1 / (1 + Math.exp(-x))) };
  const faces = options.faces ?? 40;
  if (!Number.isInteger(faces) || faces < 1)
    throw new VizError(`${where}: faces is ${faces}, expected a whole number from 1`);
  const field = coarser(full, faces);
  const domain = options.domain ?? (values === undefined ? [0, 1] : extent(field.values));
  const samples = readSamples(where, options.points ?? [], options.labels, options.classNames);
  return {
    field,
    domain,
    colors: colorsOf(where, options.colors ?? 'viridis'),
    samples,
    heights: heightsOf(where, options, samples, full, domain),
  };
}

/** The field read at fewer places, between its own where they do not meet. */
function coarser(field: Field, faces: number): Field {
  const [columns, rows] = [Math.min(field.columns, faces + 1), Math.min(field.rows, faces + 1)];
  if (columns === field.columns && rows === field.rows) return field;
  const values = Float64Array.from({ length: columns * rows }, (_, i) => {
    const [u, v] = [(i % columns) / (columns - 1), Math.floor(i / columns) / (rows - 1)];
    return valueAt(field, u, v);
  });
  return { columns, rows, values };
}

/** The value at a part of the way across and up, between those of the four points around it. */
function valueAt({ columns, rows, values }: Field, u: number, v: number): number {
  const inside = (part: number, count: number): number => Math.min(Math.max(part, 0), 1) * (count - 1);
  const [x, y] = [inside(u, columns), inside(v, rows)];
  const [column, row] = [Math.min(Math.floor(x), columns - 2), Math.min(Math.floor(y), rows - 2)];
  const at = (r: number, c: number): number => values[r * columns + c]!;
  const [dx, dy] = [x - column, y - row];
  const lower = at(row, column) * (1 - dx) + at(row, column + 1) * dx;
  const upper = at(row + 1, column) * (1 - dx) + at(row + 1, column + 1) * dx;
  return lower * (1 - dy) + upper * dy;
}

function heightsOf(
  where: string,
  options: SurfaceOptions,
  samples: Samples,
  field: Field,
  domain: readonly [number, number],
): Float64Array {
  const { heights = 'surface', grid } = options;
  if (heights === 'labels') {
    const last = Math.max(1, samples.classes.values.length - 1);
    return Float64Array.from(samples.group, (group) => domain[0] + ((domain[1] - domain[0]) * group) / last);
  }
  if (heights === 'surface') {
    const part = (value: number, ends: readonly number[]): number => (value - ends[0]!) / (ends.at(-1)! - ends[0]!);
    return samples.x.map((x, i) => valueAt(field, part(x, grid.x), part(samples.y[i]!, grid.y)));
  }
  if (typeof heights === 'string')
    throw new VizError(`${where}: heights is '${heights}', expected 'surface', 'labels' or numbers`);
  const all = readFinite(where, 'heights', heights);
  checkLengths(where, 'heights', all.length, 'points', samples.x.length + samples.dropped);
  return Float64Array.from(samples.index, (i) => all[i]!);
}

/** A corner of a face: how high it is, in bands, where it is seen, and how near. */
interface Corner {
  readonly height: number;
  readonly point: Point;
  readonly depth: number;
}

/** Faces and samples, the farthest first. A picture that is turned is made anew for each frame: nothing is worked out twice. */
function solid(read: Surface, options: SurfaceOptions, look: Projection, theme: Theme): Mark[] {
  const { field, domain, colors } = read;
  const { columns, rows, values } = field;
  const [low, high] = domain;
  const level = (value: number): number => 2 * Math.min(1, Math.max(0, (value - low) / (high - low || 1))) - 1;
  const shades = Array.from({ length: bands }, (_, band) => ramp(colors, band / (bands - 1)));
  const corners = Array.from(values, (value, i): Corner => {
    const column = i % columns;
    const z = level(value);
    const place = [(2 * column) / (columns - 1) - 1, (2 * (i - column)) / columns / (rows - 1) - 1, z] as const;
    return { height: ((z + 1) / 2) * bands, point: look.to(place), depth: look.depth(place) };
  });
  const faces = (columns - 1) * (rows - 1);
  const count = faces + read.samples.x.length;
  const depths = new Float64Array(count);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const cornerOf = (face: number): number => Math.floor(face / (columns - 1)) * columns + (face % (columns - 1));
  for (let i = 0; i < faces; i++) {
    const at = cornerOf(i);
    const near = corners[at]!.depth + corners[at + 1]!.depth;
    depths[i] = (near + corners[at + columns + 1]!.depth + corners[at + columns]!.depth) / 4;
  }
  const across = (value: number, ends: readonly number[]): number =>
    (2 * (value - ends[0]!)) / (ends.at(-1)! - ends[0]!) - 1;
  const { x: xs, y: ys } = options.grid;
  const places = Array.from(read.samples.x, (x, i): Place => {
    const place = [across(x, xs), across(read.samples.y[i]!, ys), level(read.heights[i]!)] as const;
    // What lies on the surface is not to be hidden by the faces it lies on.
    depths[faces + i] = look.depth(place) + 3 / Math.min(columns, rows);
    return place;
  });
  order.sort((a, b) => depths[a]! - depths[b]!);
  const marks: Mark[] = [];
  for (const i of order) {
    if (i < faces) {
      const at = cornerOf(i);
      pushFace(marks, [corners[at]!, corners[at + 1]!, corners[at + columns + 1]!, corners[at + columns]!], shades);
    } else marks.push(sampleMark(read.samples, i - faces, places[i - faces]!, look, theme));
  }
  return marks;
}

const charOf = (band: number): string => (band < bands / 3 ? '-' : band < (2 * bands) / 3 ? '=' : '+');

/** How far a face reaches under its neighbours, in pixels, so that no seam shows. */
const overlap = 0.55;

/** A face cut at the levels, each piece in the colour of its band; the next lies over its upper edge. */
function pushFace(marks: Mark[], face: readonly Corner[], shades: readonly string[]): void {
  const [a, b, c, d] = face as [Corner, Corner, Corner, Corner];
  const lowest = Math.min(a.height, b.height, c.height, d.height);
  const highest = Math.max(a.height, b.height, c.height, d.height);
  let rest = widened(face);
  const first = Math.min(bands - 1, Math.floor(lowest));
  const last = Math.min(bands - 1, Math.max(first, Math.ceil(highest) - 1));
  for (let band = first; band <= last; band++) {
    if (band > first) rest = cut(rest, band, 1);
    const piece = band === last ? rest : cut(rest, band + 1.3, -1);
    if (piece.length < 3) continue;
    marks.push({ type: 'polygon', rings: [piece.map(({ point }) => point)], fill: shades[band]!, char: charOf(band) });
  }
}

type Raised = Omit<Corner, 'depth'>;

/** A face whose edges lie farther out; where they meet in a sharp corner, it grows no spike. */
function widened(face: readonly Corner[]): Raised[] {
  const ways = face.map(({ point: [x, y] }, i): Point => {
    const [x2, y2] = face[(i + 1) % 4]!.point;
    const length = Math.sqrt((x2 - x) ** 2 + (y2 - y) ** 2) || 1;
    return [(x2 - x) / length, (y2 - y) / length];
  });
  const [a, b, c, d] = face.map(({ point }) => point) as [Point, Point, Point, Point];
  const round = (c[0] - a[0]) * (d[1] - b[1]) - (c[1] - a[1]) * (d[0] - b[0]);
  return face.map(({ point: [x, y], height }, i) => {
    const [came, goes] = [ways[(i + 3) % 4]!, ways[i]!];
    const turn = came[0] * goes[1] - came[1] * goes[0];
    const part = (turn * round < 0 ? -overlap : overlap) / Math.max(0.8, Math.abs(turn));
    return { point: [x + part * (came[0] - goes[0]), y + part * (came[1] - goes[1])], height };
  });
}

/** The part of a face above (1) or below (-1) a height. */
function cut(face: Raised[], height: number, side: 1 | -1): Raised[] {
  const result: Raised[] = [];
  let from = face.at(-1)!;
  for (const to of face) {
    const [a, b] = [(from.height - height) * side, (to.height - height) * side];
    if (a < 0 !== b < 0) {
      const part = a / (a - b);
      const [[x, y], [x2, y2]] = [from.point, to.point];
      result.push({ point: [x + (x2 - x) * part, y + (y2 - y) * part], height });
    }
    if (b >= 0) result.push(to);
    from = to;
  }
  return result;
}

function sampleMark(samples: Samples, i: number, place: Place, look: Projection, theme: Theme): Mark {
  const group = samples.group[i]!;
  const symbol = classSymbols[group % classSymbols.length]!;
  const named = { id: `class-${group}`, name: samples.classes.names[group] ?? '', samples: [samples.index[i]!] };
  const paint = { fill: pick(theme.classes, group), stroke: theme.background, strokeWidth: 1 };
  return {
    type: 'points',
    points: [look.to(place)],
    symbol,
    r: 4.2,
    ...paint,
    ...named,
    char: pick(classChars, group),
  };
}
