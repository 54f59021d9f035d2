import type { Box } from '../placement.js';
import type { Mark } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import type { Theme } from '../theme.js';
import { type Tick, ticksOf } from '../ticks.js';

const size = 10.5;
const barWidth = 12;

/** What a colour bar says. */
export interface ColorBarSpec {
  readonly color: (part: number) => string;
  /** How many shades there are. */
  readonly bands: number;
  /** The values of the first and the last shade. */
  readonly domain: readonly [number, number];
  readonly label?: string | undefined;
  /** The character that stands for a shade in a plain-text picture. */
  readonly char?: ((band: number) => string) | undefined;
}

/** Pixels that a colour bar of probabilities takes beside a plot. */
export const colorBarWidth = 70;

/** Pixels that a colour bar takes beside a plot. */
export function colorBarSpace({ domain, label }: Pick<ColorBarSpec, 'domain' | 'label'>): number {
  const widest = Math.max(...barTicks(domain, 200).map(({ text }) => textWidth(text, size)));
  return 14 + barWidth + 5 + widest + (label === undefined ? 6 : 22);
}

function barTicks(domain: readonly [number, number], height: number): Tick[] {
  if (domain[0] === 0 && domain[1] === 1) {
    const values = height < 40 ? [0, 1] : height < 80 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
    return values.map((value) => ({ value, text: value.toFixed(2) }));
  }
  return ticksOf({ domain }, Math.max(2, Math.round(height / 56)));
}

/** A bar beside a plot that says which shade stands for which number. */
export function colorBar(area: Box, spec: ColorBarSpec, theme: Theme): Mark[] {
  const { color, bands, domain, label, char } = spec;
  const x = area.x + area.width + 14;
  const marks: Mark[] = [];
  // Each band reaches under the one above it, so that no seam shows between them.
  for (let band = bands - 1; band >= 0; band--) {
    const top = area.y + (area.height * (bands - 1 - band)) / bands;
    const height = area.y + area.height - top;
    const fill = color(bands === 1 ? 0 : band / (bands - 1));
    marks.push({ type: 'rect', x, y: top, width: barWidth, height, fill, char: char?.(band) });
  }
  marks.push({ type: 'rect', x, y: area.y, width: barWidth, height: area.height, stroke: theme.grid, strokeWidth: 1 });
  const ticks = barTicks(domain, area.height);
  const span = domain[1] - domain[0] || 1;
  for (const { value, text } of ticks) {
    const y = area.y + area.height * (1 - (value - domain[0]) / span);
    const edge = x + barWidth;
    marks.push({
      type: 'polyline',
      points: [
        [edge, y],
        [edge + 3, y],
      ],
      stroke: theme.axis,
    });
    marks.push({ type: 'text', x: edge + 6, y: y + (size * capHeight) / 2, text, size, fill: theme.muted });
  }
  if (label === undefined) return marks;
  const widest = Math.max(...ticks.map(({ text }) => textWidth(text, size)));
  const middle = { x: x + barWidth + 6 + widest + 14, y: area.y + area.height / 2 };
  const text = fitText(label, size + 1, area.height);
  marks.push({ type: 'text', ...middle, text, size: size + 1, fill: theme.ink, anchor: 'middle', rotate: -90 });
  return marks;
}
