import { type LegendItem, legendRows, legendSize } from './marks/legend.js';
import { type Box, type corners, freeCorner } from './placement.js';
import type { Insets, Point } from './scene.js';
import { textWidth, wrapText } from './text.js';
import { type AxisSpec, type Scale, scaleOf, type Tick, thinned, ticksOf } from './ticks.js';

/** Where data is drawn, and how values become pixels. */
export interface Area extends Box {
  readonly px: Scale;
  readonly py: Scale;
}

/** What of a plot decides where things go. */
export interface LayoutSpec {
  readonly title: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  /** Keep one unit of x as long as one of y. */
  readonly equal?: boolean | undefined;
  readonly legend: readonly LegendItem[];
  /** Always above the plot; or in the first of these corners that holds no data, above the plot where none is free. */
  readonly legendAt: 'above' | readonly (keyof typeof corners)[];
  /** The data that a legend must leave free, as lines in pixels. */
  readonly occupied?: ((area: Area) => readonly (readonly Point[])[]) | undefined;
  /** Pixels kept free at the right of the plot. */
  readonly sideWidth?: number | undefined;
  /** A remark under the plot, about data that could not be drawn. */
  readonly note?: string | undefined;
}

/** Where everything of a plot goes. */
export interface Layout {
  readonly titleLines: readonly string[];
  readonly titleX: number;
  readonly xLabel: string | undefined;
  readonly yLabel: string | undefined;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xGrid: boolean;
  readonly yGrid: boolean;
  /** Names under the x axis lie too close to be level. */
  readonly slanted: boolean;
  /** The widest text beside the y axis. */
  readonly tickWidth: number;
  /** Empty where the picture is too small for one. */
  readonly legend: readonly LegendItem[];
  readonly place: keyof typeof corners | 'above';
  /** What is left for data once title, axes, legend and notes have theirs. */
  readonly room: Box;
  /** What data takes of it: less where units are equal. */
  readonly area: Area;
}

export const titleSize = 15;
export const labelSize = 12;
export const tickSize = 11;
export const noteSize = 10.5;
/** From the edge of a plot to the text of its ticks. */
export const tickGap = 7;
/** The slope of names that have no room side by side, in degrees. */
export const slope = 40;

const none: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** Lays a plot out in a picture of some size. In a small one labels, then the legend, then the title are left out. */
export function layOut(spec: LayoutSpec, width: number, height: number, insets: Insets = none): Layout {
  const bare = (legend: readonly LegendItem[]): Layout => {
    if (spec.legendAt !== 'above' && legend.length > 0) {
      const inside = measure({ ...spec, legend }, width, height, undefined, insets);
      const size = legendSize(legend);
      const small = size.width <= inside.area.width * 0.72 && size.height <= inside.area.height * 0.6;
      const corner = small
        ? freeCorner(inside.area, size, spec.legendAt, spec.occupied?.(inside.area) ?? [])
        : undefined;
      if (corner !== undefined) return { ...inside, place: corner };
    }
    return measure({ ...spec, legend }, width, height, legend, insets);
  };
  const full = bare(spec.legend);
  return full.room.height < 64 && full.place === 'above' ? bare([]) : full;
}

function measure(
  spec: LayoutSpec,
  width: number,
  height: number,
  above: readonly LegendItem[] | undefined,
  insets: Insets,
): Layout {
  const xLabel = height < 110 ? undefined : spec.x.label;
  const yLabel = width < 150 ? undefined : spec.y.label;
  const titleLines = height < 60 ? [] : wrapText(spec.title, titleSize, width - 32, height < 200 ? 1 : 2);
  let top = 12 + titleLines.length * (titleSize + 4) + (titleLines.length > 0 ? 6 : 0);
  let bottom = 12 + tickSize + tickGap;
  if (spec.note !== undefined) bottom += noteSize + 7;
  if (xLabel !== undefined) bottom += labelSize + 9;
  const yTicks = ticksOf(spec.y, Math.max(2, Math.round((height - top - bottom) / 56)));
  const tickWidth = Math.max(0, ...yTicks.map(({ text }) => textWidth(text, tickSize)));
  const left = Math.max(insets.left, 15 + (yLabel === undefined ? 0 : labelSize + 9) + tickWidth + tickGap);
  let right = 18 + (spec.sideWidth ?? 0);
  const xTicks = ticksOf(spec.x, Math.max(2, Math.round((width - left - right) / 84)));
  const xWidths = xTicks.map(({ text }) => textWidth(text, tickSize));
  // Half of the last tick's text reaches beyond the plot.
  right = Math.max(insets.right, right, (xWidths.at(-1) ?? 0) / 2 + 8);
  const free = Math.max(16, width - left - right);

  const across =
    spec.equal === true ? Math.min(free, ((height - top - bottom) * extent(spec.x)) / extent(spec.y)) : free;
  const widest = Math.max(0, ...xWidths);
  const slanted = height >= 180 && spec.x.ticks !== undefined && widest > 24 && widest + 8 > across / xTicks.length;
  if (slanted) bottom += widest * Math.sin((slope * Math.PI) / 180);
  if (above !== undefined && above.length > 0) top += legendRows(above, free).height + 8;
  top = Math.max(insets.top, top);
  bottom = Math.max(insets.bottom, bottom);
  const room = { x: left, y: top, width: free, height: Math.max(16, height - top - bottom) };
  const area = areaOf(spec, room);
  const titleWidth = Math.max(0, ...titleLines.map((line) => textWidth(line, titleSize)));
  return {
    titleLines,
    titleX: Math.max(12, Math.min(area.x, width - 12 - titleWidth)),
    xLabel,
    yLabel,
    xTicks: thinned(xTicks, area.px, ({ text }) => (slanted ? tickSize + 2 : textWidth(text, tickSize) + 6)),
    yTicks: thinned(yTicks, area.py, () => tickSize + 1),
    xGrid: spec.x.grid !== false,
    yGrid: spec.y.grid !== false,
    slanted,
    tickWidth,
    legend: spec.legend,
    place: 'above',
    room,
    area,
  };
}

const extent = ({ domain }: AxisSpec): number => Math.abs(domain[1] - domain[0]);

function areaOf(spec: LayoutSpec, room: Box): Area {
  let { x, y, width, height } = room;
  if (spec.equal === true) {
    const unit = Math.min(width / extent(spec.x), height / extent(spec.y));
    // What is left over goes to both sides, so that the plot stands in the middle.
    x += (width - unit * extent(spec.x)) / 2;
    y += (height - unit * extent(spec.y)) / 2;
    width = unit * extent(spec.x);
    height = unit * extent(spec.y);
  }
  [x, y] = [Math.round(x), Math.round(y)];
  [width, height] = [Math.max(8, Math.round(width)), Math.max(8, Math.round(height))];
  return { x, y, width, height, px: scaleOf(spec.x, [x, x + width]), py: scaleOf(spec.y, [y + height, y]) };
}
