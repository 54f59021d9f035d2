import { type Layout, labelSize, slope, tickGap, tickSize } from '../layout.js';
import type { Mark, Point } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import type { Theme } from '../theme.js';

const tickLength = 4;

/** Ticks, their texts and the axes' labels; in an open plot (one whose ground is not filled) also frame and grid. */
export function axisMarks(layout: Layout, theme: Theme, open: boolean): Mark[] {
  const { area, xTicks, yTicks } = layout;
  const { x, y, width, height, px, py } = area;
  const bottom = y + height;
  const marks: Mark[] = [];
  const line = (from: Point, to: Point, stroke: string): void => {
    marks.push({ type: 'polyline', points: [from, to], stroke, strokeWidth: 1 });
  };
  if (open) {
    if (layout.xGrid) for (const { value } of xTicks) line([px(value), y], [px(value), bottom], theme.grid);
    if (layout.yGrid) for (const { value } of yTicks) line([x, py(value)], [x + width, py(value)], theme.grid);
    marks.push({ type: 'rect', x, y, width, height, stroke: theme.axis, strokeWidth: 1 });
  }
  const look = { type: 'text', size: tickSize, fill: theme.muted } as const;
  for (const { value, text } of xTicks) {
    if (text === '') continue;
    line([px(value), bottom], [px(value), bottom + tickLength], theme.axis);
    const baseline = bottom + tickGap + tickSize * 0.85;
    if (layout.slanted) {
      marks.push({ ...look, x: px(value) + 3, y: baseline - 2, text, anchor: 'end', rotate: -slope });
    } else marks.push({ ...look, x: px(value), y: baseline, text, anchor: 'middle' });
  }
  for (const { value, text } of yTicks) {
    if (text === '') continue;
    line([x - tickLength, py(value)], [x, py(value)], theme.axis);
    marks.push({ ...look, x: x - tickGap, y: py(value) + (tickSize * capHeight) / 2, text, anchor: 'end' });
  }
  marks.push(...labels(layout, theme));
  return marks;
}

function labels({ area, xLabel, yLabel, xTicks, slanted, tickWidth }: Layout, theme: Theme): Mark[] {
  const { x, y, width, height } = area;
  const look = { type: 'text', size: labelSize, fill: theme.ink, anchor: 'middle' } as const;
  const marks: Mark[] = [];
  if (xLabel !== undefined) {
    const widest = Math.max(0, ...xTicks.map(({ text }) => textWidth(text, tickSize)));
    const below = tickGap + tickSize + (slanted ? widest * Math.sin((slope * Math.PI) / 180) : 0);
    const text = fitText(xLabel, labelSize, width + 40);
    marks.push({ ...look, x: x + width / 2, y: y + height + below + labelSize + 5, text });
  }
  if (yLabel !== undefined) {
    const text = fitText(yLabel, labelSize, height + 20);
    marks.push({ ...look, x: x - tickGap - tickWidth - 9, y: y + height / 2, text, rotate: -90 });
  }
  return marks;
}
