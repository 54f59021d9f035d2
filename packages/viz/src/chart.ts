import { VizError } from './errors.js';
import { axisMarks, tickGap } from './marks/axes.js';
import { type LegendItem, legendMarks, legendRows, legendSize } from './marks/legend.js';
import { type Box, corners, freeCorner } from './placement.js';
import type { Mark, Point, Scene } from './scene.js';
import { textWidth, wrapText } from './text.js';
import { type Theme, type ThemeOption, themeOf } from './theme.js';
import { type AxisSpec, type Scale, scaleOf, type Tick, ticksOf } from './ticks.js';

/** What every plot can be told. */
export interface PlotOptions {
  /** What stands above the plot; a plain name of what it shows when left out. */
  title?: string | undefined;
  /** Width of the picture in pixels. */
  width?: number | undefined;
  /** Height of the picture in pixels. */
  height?: number | undefined;
  /** `'light'` (the default), `'dark'`, or colours of one's own. */
  theme?: ThemeOption | undefined;
}

/** Where data is drawn, and how values become pixels. */
export interface Area extends Box {
  readonly px: Scale;
  readonly py: Scale;
}

/** A plot with two axes, before its layout is known. */
export interface ChartSpec {
  readonly title: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  /** Keep one unit of x as long as one of y. */
  readonly equal?: boolean | undefined;
  readonly legend: readonly LegendItem[];
  /** Always above the plot, or wherever no data lies in one of these corners, above the plot where there is none. */
  readonly legendAt: 'above' | readonly (keyof typeof corners)[];
  /** Data that a legend should leave free, as lines in pixels. */
  readonly occupied?: ((area: Area) => readonly (readonly Point[])[]) | undefined;
  /** Pixels kept free at the right of the plot, and what is drawn there. */
  readonly side?: { readonly width: number; readonly draw: (area: Area) => readonly Mark[] } | undefined;
  /** A remark under the plot, about data that could not be drawn. */
  readonly note?: string | undefined;
  /** The data, behind and before the axes, cut off at the plot's edge. */
  readonly draw: (area: Area, theme: Theme) => { readonly under?: readonly Mark[]; readonly over: readonly Mark[] };
  /** Size where the options give none; of a plot with equal units the width follows from the height. */
  readonly size: { readonly width: number; readonly height: number };
}

const titleSize = 15;
const labelSize = 12;
export const tickSize = 11;
const noteSize = 10.5;

/** Lays a plot out as a scene. */
export function chart(where: string, spec: ChartSpec, options: PlotOptions): Scene {
  const theme = themeOf(where, options.theme);
  const height = checkSize(where, 'height', options.height ?? spec.size.height);
  const width = checkSize(where, 'width', options.width ?? naturalWidth(spec, height));
  const marks = layOut(spec, theme, width, height);
  return {
    width,
    height,
    title: spec.title,
    theme,
    marks,
    resize: (newWidth, newHeight) => chart(where, spec, { ...options, width: newWidth, height: newHeight }),
  };
}

/** Throws unless a side of a picture is a usable number of pixels. */
export function checkSize(where: string, side: string, value: number): number {
  if (!(value >= 16 && value <= 20_000))
    throw new VizError(`${where}: ${side} is ${value}, expected 16 to 20000 pixels`);
  return value;
}

/** The width at which a plot with equal units fills the picture. */
function naturalWidth(spec: ChartSpec, height: number): number {
  if (spec.equal !== true) return spec.size.width;
  const ratio = extent(spec.x) / extent(spec.y);
  let width = spec.size.width;
  // The legend's rows above the plot depend on its width and take of its height: a few rounds settle it.
  for (let round = 0; round < 4; round++) {
    const room = roomFor(spec, width, height, legendPlace(spec, width, height) === 'above');
    width = Math.round(width - room.width + Math.min(Math.max(room.height * ratio, 160), 760));
  }
  return width;
}

const extent = ({ domain }: AxisSpec): number => Math.abs(domain[1] - domain[0]);

interface Room extends Box {
  readonly titleLines: readonly string[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** The widest text beside the y axis. */
  readonly tickWidth: number;
}

/** The box left for data once title, axes, legend and notes have theirs. */
function roomFor(spec: ChartSpec, width: number, height: number, legendAbove: boolean): Room {
  const side = spec.side?.width ?? 0;
  const titleLines = wrapText(spec.title, titleSize, width - 32, 2);
  let top = 12 + titleLines.length * (titleSize + 4) + (titleLines.length > 0 ? 6 : 0);
  const bottom =
    8 +
    (spec.note === undefined ? 0 : noteSize + 7) +
    (spec.x.label === undefined ? 0 : labelSize + 9) +
    tickSize +
    tickGap +
    4;
  const yTicks = ticksOf(spec.y, Math.max(2, Math.round((height - top - bottom) / 56)));
  const tickWidth = Math.max(0, ...yTicks.map(({ text }) => textWidth(text, tickSize)));
  const left = 12 + (spec.y.label === undefined ? 0 : labelSize + 9) + tickWidth + tickGap + 3;
  let right = 18 + side;
  const xTicks = ticksOf(spec.x, Math.max(2, Math.round((width - left - right) / 84)));
  // Half of the last tick's text reaches beyond the plot.
  right = Math.max(right, textWidth(xTicks.at(-1)?.text ?? '', tickSize) / 2 + 8);
  const free = Math.max(24, width - left - right);
  if (legendAbove && spec.legend.length > 0) top += legendRows(spec.legend, free).height + 8;
  return {
    x: left,
    y: top,
    width: free,
    height: Math.max(24, height - top - bottom),
    titleLines,
    xTicks,
    yTicks,
    tickWidth,
  };
}

function areaOf(spec: ChartSpec, room: Room): Area {
  let { x, y, width, height } = room;
  if (spec.equal === true) {
    const [dx, dy] = [extent(spec.x), extent(spec.y)];
    const unit = Math.min(width / dx, height / dy);
    // What is left over goes to both sides, so that the plot stands in the middle.
    x += (width - unit * dx) / 2;
    y += (height - unit * dy) / 2;
    width = unit * dx;
    height = unit * dy;
  }
  [x, y, width, height] = [x, y, width, height].map((value) => Math.round(value)) as [number, number, number, number];
  return { x, y, width, height, px: scaleOf(spec.x, [x, x + width]), py: scaleOf(spec.y, [y + height, y]) };
}

/** The corner of the plot for the legend, or above it. */
function legendPlace(spec: ChartSpec, width: number, height: number): keyof typeof corners | 'above' {
  if (spec.legendAt === 'above' || spec.legend.length === 0) return 'above';
  const area = areaOf(spec, roomFor(spec, width, height, false));
  const size = legendSize(spec.legend);
  if (size.width > area.width * 0.72 || size.height > area.height * 0.6) return 'above';
  return freeCorner(area, size, spec.legendAt, spec.occupied?.(area) ?? []) ?? 'above';
}

function layOut(spec: ChartSpec, theme: Theme, width: number, height: number): Mark[] {
  const place = legendPlace(spec, width, height);
  const room = roomFor(spec, width, height, place === 'above');
  const area = areaOf(spec, room);
  const { under = [], over } = spec.draw(area, theme);
  const clip = { x: area.x, y: area.y, width: area.width, height: area.height };
  const marks: Mark[] = room.titleLines.map((text, i) => ({
    type: 'text',
    x: Math.max(12, Math.min(area.x, width - 12 - textWidth(text, titleSize))),
    y: 12 + titleSize * 0.85 + i * (titleSize + 4),
    text,
    size: titleSize,
    fill: theme.ink,
  }));
  marks.push(...axisMarks(area, spec, room, theme, { tickSize, labelSize }, under.length === 0));
  if (under.length > 0) marks.push({ type: 'group', clip, marks: under }, ...frame(area, theme));
  marks.push({ type: 'group', clip: grown(clip, 1), marks: over });
  if (spec.side !== undefined) marks.push(...spec.side.draw(area));
  if (spec.legend.length > 0) {
    const box = place === 'above' ? { ...legendRows(spec.legend, area.width), x: area.x, y: area.y } : undefined;
    marks.push(
      ...(box === undefined
        ? legendMarks(
            spec.legend,
            cornerBox(area, legendSize(spec.legend), place as keyof typeof corners),
            theme,
            'list',
          )
        : legendMarks(spec.legend, { ...box, y: area.y - box.height - 8 }, theme, 'rows')),
    );
  }
  if (spec.note !== undefined) {
    marks.push({ type: 'text', x: area.x, y: height - 8, text: spec.note, size: noteSize, fill: theme.muted });
  }
  return marks;
}

function cornerBox(area: Area, size: { width: number; height: number }, corner: keyof typeof corners): Box {
  return corners[corner](area, size);
}

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** The frame again, over a filled plot. */
function frame(area: Area, theme: Theme): Mark[] {
  const { x, y, width, height } = area;
  return [{ type: 'rect', x, y, width, height, stroke: theme.axis, strokeWidth: 1 }];
}
