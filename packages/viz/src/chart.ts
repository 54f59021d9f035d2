import { VizError } from './errors.js';
import { type Area, type Layout, type LayoutSpec, labelSize, layOut, noteSize, titleSize } from './layout.js';
import { axisMarks } from './marks/axes.js';
import { legendMarks, legendRows, legendSize } from './marks/legend.js';
import { corners } from './placement.js';
import type { Insets, Mark, Panel, Scene } from './scene.js';
import { type Theme, type ThemeOption, themeOf } from './theme.js';
import type { AxisSpec, Scale } from './ticks.js';

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

/** A plot with two axes, before its size is known. */
export interface ChartSpec extends LayoutSpec {
  /** What is drawn in the room kept free at the right of the plot. */
  readonly drawSide?: ((area: Area) => readonly Mark[]) | undefined;
  /** Whether there is nothing to draw, which the plot then says. */
  readonly empty?: boolean | undefined;
  /** The data, behind and before the axes, cut off at the plot's edge. */
  readonly draw: (area: Area, theme: Theme) => { readonly under?: readonly Mark[]; readonly over: readonly Mark[] };
  /** Size where the options give none; of a plot with equal units the width follows from the height. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Lays a plot out as a scene. */
export function chart(where: string, spec: ChartSpec, options: PlotOptions, insets?: Insets): Scene {
  const theme = themeOf(where, options.theme);
  const { width, height } = sizeOf(where, spec, options);
  const layout = layOut(spec, width, height, insets);
  const { room } = layout;
  return {
    width,
    height,
    title: spec.title,
    theme,
    marks: chartMarks(spec, layout, theme, height),
    panels: [panelOf(spec, layout)],
    insets: { left: room.x, right: width - room.x - room.width, top: room.y, bottom: height - room.y - room.height },
    resize: (newWidth, newHeight, newInsets) =>
      chart(where, spec, { ...options, width: newWidth, height: newHeight }, newInsets),
  };
}

function panelOf(spec: ChartSpec, { area }: Layout): Panel {
  const { x, y, width, height, px, py } = area;
  const scale = ({ label, domain, scale: kind = 'linear' }: AxisSpec, pixels: Scale): Panel['scales']['x'] => ({
    label,
    kind,
    domain,
    toPixel: pixels,
    toValue: pixels.invert,
  });
  return { x, y, width, height, title: spec.title, scales: { x: scale(spec.x, px), y: scale(spec.y, py) } };
}

/** Throws unless a side of a picture is a usable number of pixels. */
export function checkSize(where: string, side: string, value: number): number {
  if (value >= 16 && value <= 20_000) return value;
  throw new VizError(`${where}: ${side} is ${value}, expected 16 to 20000 pixels`);
}

/** The size asked for; where none is, one that the plot fills and in which a long legend takes nothing from the data. */
function sizeOf(where: string, spec: ChartSpec, options: PlotOptions): { width: number; height: number } {
  let width = options.width ?? spec.size.width;
  let height = options.height ?? spec.size.height;
  // The legend's rows depend on the width, and the width of a plot with equal units on its height: a few rounds settle it.
  for (let round = 0; round < 4; round++) {
    const { room, area, place, legend } = layOut(
      spec,
      checkSize(where, 'width', width),
      checkSize(where, 'height', height),
    );
    if (options.height === undefined) {
      const rows = place === 'above' && legend.length > 0 ? legendRows(legend, room.width).height : 0;
      height = spec.size.height + Math.max(0, rows - 18);
    }
    if (options.width === undefined && spec.equal === true) {
      const wanted = Math.min(Math.max((room.height * area.width) / area.height, 160), 760);
      width = Math.round(width - room.width + wanted);
    }
  }
  return { width, height };
}

function chartMarks(spec: ChartSpec, layout: Layout, theme: Theme, height: number): Mark[] {
  const { area } = layout;
  const { under = [], over } = spec.draw(area, theme);
  const { x, y } = area;
  const clip = { x, y, width: area.width, height: area.height };
  // A point or a line on the edge itself is not cut in half.
  const grown = { x: x - 1.5, y: y - 1.5, width: area.width + 3, height: area.height + 3 };
  const marks = titleMarks(layout, theme);
  marks.push(...axisMarks(layout, theme, under.length === 0));
  if (under.length > 0) {
    marks.push({ type: 'group', clip, marks: under });
    marks.push({ type: 'rect', ...clip, stroke: theme.axis, strokeWidth: 1 });
  }
  marks.push({ type: 'group', clip: grown, marks: over });
  if (spec.empty === true) {
    const at = { x: x + area.width / 2, y: y + area.height / 2 + 4 };
    marks.push({ type: 'text', ...at, text: 'no data', size: labelSize, fill: theme.muted, anchor: 'middle' });
  }
  marks.push(...placedLegend(layout, theme), ...(spec.drawSide?.(area) ?? []));
  if (spec.note !== undefined) {
    marks.push({ type: 'text', x, y: height - 8, text: spec.note, size: noteSize, fill: theme.muted });
  }
  return marks;
}

function titleMarks({ titleLines, titleX }: Layout, theme: Theme): Mark[] {
  return titleLines.map((text, i) => {
    const at = { x: titleX, y: 12 + titleSize * 0.85 + i * (titleSize + 4) };
    return { type: 'text', ...at, text, size: titleSize, fill: theme.ink };
  });
}

function placedLegend({ legend, place, room, area }: Layout, theme: Theme): Mark[] {
  if (legend.length === 0) return [];
  if (place !== 'above') return legendMarks(legend, corners[place](area, legendSize(legend)), theme, 'list');
  const size = legendRows(legend, room.width);
  // From the plot's edge on, unless a narrow plot in a wide picture leaves more room to its left.
  const x = Math.max(room.x, Math.min(area.x, room.x + room.width - size.width));
  return legendMarks(legend, { ...size, x, y: area.y - size.height - 8 }, theme, 'rows');
}
