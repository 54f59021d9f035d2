import type { Box } from '../placement.js';
import type { Mark, SymbolName } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import type { Theme } from '../theme.js';

/** One entry of a legend: a sample of how something is drawn, and its name. */
export interface LegendItem {
  readonly label: string;
  readonly color: string;
  /** A line (the default), a symbol, or a filled box. */
  readonly sample?: 'line' | 'box' | SymbolName | undefined;
  readonly dash?: readonly number[] | undefined;
  readonly opacity?: number | undefined;
  readonly char?: string | undefined;
}

const size = 11.5;
const lineHeight = 18;
const sampleWidth = 20;
const sampleGap = 7;
const itemGap = 18;
const padding = 8;

/** Makes up for rounding, where a width is added up and taken apart again. */
const slack = 0.01;

const itemWidth = ({ label }: LegendItem): number => sampleWidth + sampleGap + textWidth(label, size);

/** The size of a legend written as a list. */
export function legendSize(items: readonly LegendItem[]): { width: number; height: number } {
  return {
    width: Math.max(0, ...items.map(itemWidth)) + 2 * padding,
    height: items.length * lineHeight + 2 * padding - 4,
  };
}

/** A legend written side by side in as many rows as a width needs: which row each item is in, and the size. */
export function legendRows(
  items: readonly LegendItem[],
  width: number,
): { rows: number[]; width: number; height: number } {
  let row = 0;
  let used = 0;
  let widest = 0;
  const rows = items.map((item) => {
    const wide = Math.min(itemWidth(item), width);
    if (used > 0 && used + itemGap + wide > width) {
      row++;
      used = 0;
    }
    used += (used > 0 ? itemGap : 0) + wide;
    widest = Math.max(widest, used);
    return row;
  });
  return { rows, width: widest, height: items.length === 0 ? 0 : (row + 1) * lineHeight };
}

/** The legend in a box: a list on a ground of its own, or rows. */
export function legendMarks(items: readonly LegendItem[], box: Box, theme: Theme, kind: 'list' | 'rows'): Mark[] {
  if (kind === 'list') {
    const { x, y, width, height } = box;
    // With an edge, so that grid lines are seen to end at a box.
    const look = { fill: theme.background, fillOpacity: 0.9, stroke: theme.axis, strokeWidth: 0.75 };
    const ground: Mark = { type: 'rect', x, y, width, height, radius: 4, ...look };
    return [
      ground,
      ...items.flatMap((item, i) => itemMarks(item, x + padding, y + padding - 2 + i * lineHeight, width, theme)),
    ];
  }
  // Its own width gives the same rows again.
  const { rows } = legendRows(items, box.width + slack);
  let x = box.x;
  return items.flatMap((item, i) => {
    if (i > 0) x = rows[i] === rows[i - 1] ? x + itemWidth(items[i - 1]!) + itemGap : box.x;
    return itemMarks(item, x, box.y + rows[i]! * lineHeight, box.width, theme);
  });
}

function itemMarks(item: LegendItem, x: number, y: number, width: number, theme: Theme): Mark[] {
  const middle = y + lineHeight / 2;
  const text = fitText(item.label, size, width - sampleWidth - sampleGap + slack);
  const label: Mark = {
    type: 'text',
    x: x + sampleWidth + sampleGap,
    y: middle + (size * capHeight) / 2,
    text,
    size,
    fill: theme.ink,
  };
  return [sampleMark(item, x, middle, theme), label];
}

function sampleMark(item: LegendItem, x: number, y: number, theme: Theme): Mark {
  const { sample = 'line', color, opacity, char, dash } = item;
  if (sample === 'line') {
    const points = [
      [x, y],
      [x + sampleWidth, y],
    ] as const;
    return { type: 'polyline', points, stroke: color, strokeWidth: 2, dash, opacity, char };
  }
  if (sample === 'box') {
    const box = { x: x + 3, y: y - 6, width: sampleWidth - 6, height: 12 };
    return { type: 'rect', ...box, radius: 2, fill: color, fillOpacity: opacity ?? 1, stroke: color, char };
  }
  const point = { points: [[x + sampleWidth / 2, y]] as const, symbol: sample, r: 4.5 };
  return { type: 'points', ...point, fill: color, stroke: theme.background, strokeWidth: 0.75, char };
}
