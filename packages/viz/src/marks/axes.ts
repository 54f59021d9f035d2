import type { Box } from '../placement.js';
import type { Mark } from '../scene.js';
import { capHeight, fitText } from '../text.js';
import type { Theme } from '../theme.js';
import type { AxisSpec, Scale, Tick } from '../ticks.js';

/** From the edge of a plot to the text of its ticks. */
export const tickGap = 7;

const tickLength = 4;

/** Ticks, their texts, the axes' labels, lines across the plot and its frame. */
export function axisMarks(
  area: Box & { readonly px: Scale; readonly py: Scale },
  spec: { readonly x: AxisSpec; readonly y: AxisSpec },
  {
    xTicks,
    yTicks,
    tickWidth,
  }: { readonly xTicks: readonly Tick[]; readonly yTicks: readonly Tick[]; readonly tickWidth: number },
  theme: Theme,
  { tickSize, labelSize }: { readonly tickSize: number; readonly labelSize: number },
  open: boolean,
): Mark[] {
  const { x, y, width, height, px, py } = area;
  const bottom = y + height;
  const marks: Mark[] = [];
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string): void => {
    const points = [
      [x1, y1],
      [x2, y2],
    ] as const;
    marks.push({ type: 'polyline', points, stroke, strokeWidth: 1 });
  };
  if (open) {
    if (spec.x.grid !== false) for (const { value } of xTicks) line(px(value), y, px(value), bottom, theme.grid);
    if (spec.y.grid !== false) for (const { value } of yTicks) line(x, py(value), x + width, py(value), theme.grid);
    marks.push({ type: 'rect', x, y, width, height, stroke: theme.axis, strokeWidth: 1 });
  }
  for (const { value, text } of xTicks) {
    if (text === '') continue;
    line(px(value), bottom, px(value), bottom + tickLength, theme.axis);
    const at = { x: px(value), y: bottom + tickGap + tickSize * 0.85 };
    marks.push({ type: 'text', ...at, text, size: tickSize, fill: theme.muted, anchor: 'middle' });
  }
  for (const { value, text } of yTicks) {
    if (text === '') continue;
    line(x - tickLength, py(value), x, py(value), theme.axis);
    const at = { x: x - tickGap, y: py(value) + (tickSize * capHeight) / 2 };
    marks.push({ type: 'text', ...at, text, size: tickSize, fill: theme.muted, anchor: 'end' });
  }
  if (spec.x.label !== undefined) {
    const at = { x: x + width / 2, y: bottom + tickGap + tickSize + labelSize + 5 };
    const text = fitText(spec.x.label, labelSize, width + 40);
    marks.push({ type: 'text', ...at, text, size: labelSize, fill: theme.ink, anchor: 'middle' });
  }
  if (spec.y.label !== undefined) {
    const at = { x: x - tickGap - tickWidth - 9, y: y + height / 2 };
    const text = fitText(spec.y.label, labelSize, height + 20);
    marks.push({ type: 'text', ...at, text, size: labelSize, fill: theme.ink, anchor: 'middle', rotate: -90 });
  }
  return marks;
}
