import { labelSize, tickSize } from '../layout.js';
import type { Place, Projection } from '../projection.js';
import type { Mark, Point, TextMark } from '../scene.js';
import { capHeight, textWidth } from '../text.js';
import type { Theme } from '../theme.js';
import { type AxisSpec, type Tick, ticksOf } from '../ticks.js';

/** The three axes of a box, and its sides that lie behind what is in it. */
export interface BoxAxes {
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly z: AxisSpec;
}

type Direction = 0 | 1 | 2;

const part = (value: number, [low, high]: readonly [number, number]): number => (2 * (value - low)) / (high - low) - 1;
const at = (direction: Direction, value: number, others: Place): Place =>
  others.map((other, i) => (i === direction ? value : other)) as unknown as Place;

/** The far sides of a box with lines at the ticks, drawn first, and the texts of its axes, drawn last. */
export function boxAxes(axes: BoxAxes, look: Projection, theme: Theme): { behind: Mark[]; texts: TextMark[] } {
  const specs = [axes.x, axes.y, axes.z] as const;
  const ticks = specs.map((spec) => ticksOf(spec, 5));
  const far = ([0, 1, 2] as const).map((direction) => {
    const ends = [-1, 1].map((end) => look.depth(at(direction, end, [0, 0, 0])));
    return ends[0]! < ends[1]! ? -1 : 1;
  }) as unknown as Place;
  const behind: Mark[] = [];
  for (const side of [0, 1, 2] as const) behind.push(...pane(side, far, ticks, specs, look, theme));
  const texts = ([0, 1, 2] as const).flatMap((d) => axisTexts(d, far, ticks[d]!, specs[d], look, theme));
  return { behind, texts: apart(texts) };
}

function pane(
  side: Direction,
  far: Place,
  ticks: readonly (readonly Tick[])[],
  specs: readonly AxisSpec[],
  look: Projection,
  theme: Theme,
): Mark[] {
  const [u, v] = ([0, 1, 2] as const).filter((d) => d !== side) as [Direction, Direction];
  const corner = (a: number, b: number): Point => look.to(at(u, a, at(v, b, far)));
  const ring = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  const marks: Mark[] = [
    {
      type: 'polygon',
      rings: [ring],
      fill: theme.grid,
      fillOpacity: 0.35,
      stroke: theme.axis,
      strokeWidth: 0.75,
      char: '',
    },
  ];
  for (const [along, across] of [
    [u, v],
    [v, u],
  ] as const) {
    for (const { value } of ticks[along]!) {
      const place = part(value, specs[along]!.domain);
      const points = [-1, 1].map((end) => look.to(at(along, place, at(across, end, far))));
      marks.push({ type: 'polyline', points, stroke: theme.grid, strokeWidth: 1 });
    }
  }
  return marks;
}

/** Ticks and label of one axis, along the edge where they stand before nothing. */
function axisTexts(
  direction: Direction,
  far: Place,
  ticks: readonly Tick[],
  spec: AxisSpec,
  look: Projection,
  theme: Theme,
): TextMark[] {
  const edge = direction === 2 ? uprightEdge(look) : (far.map((end, i) => (i === 2 ? end : -end)) as unknown as Place);
  const middle = look.to(at(direction, 0, edge));
  const center = look.to(direction === 2 ? [0, 0, 0] : [0, 0, edge[2]]);
  const [a, b] = [look.to(at(direction, -1, edge)), look.to(at(direction, 1, edge))];
  // Outwards is square to the edge, away from the middle of the box.
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  let out: Point = [(b[1] - a[1]) / length, (a[0] - b[0]) / length];
  if (out[0] * (middle[0] - center[0]) + out[1] * (middle[1] - center[1]) < 0) out = [-out[0], -out[1]];
  const write = (text: string, size: number, fill: string, [x, y]: Point, off: number): TextMark => {
    const anchor = out[0] > 0.35 ? 'start' : out[0] < -0.35 ? 'end' : 'middle';
    const place = { x: x + out[0] * off, y: y + out[1] * off + (size * capHeight) / 2 };
    return { type: 'text', ...place, text, size, fill, anchor };
  };
  const widest = Math.max(0, ...ticks.map(({ text }) => textWidth(text, tickSize)));
  const texts = ticks.map(({ value, text }) =>
    write(text, tickSize, theme.muted, look.to(at(direction, part(value, spec.domain), edge)), 8),
  );
  const beyond = 14 + Math.abs(out[0]) * widest + Math.abs(out[1]) * tickSize;
  return spec.label === undefined ? texts : [write(spec.label, labelSize, theme.ink, middle, beyond + 4), ...texts];
}

/** The upright edge that is farthest to the left. */
function uprightEdge(look: Projection): Place {
  const edges = [-1, 1].flatMap((x) => [-1, 1].map((y): Place => [x, y, 0]));
  return edges.reduce((left, edge) => (look.to(edge)[0] < look.to(left)[0] ? edge : left));
}

/** The texts that touch none before them. */
function apart(texts: readonly TextMark[]): TextMark[] {
  const boxOf = ({ x, y, text, size, anchor }: TextMark): readonly [number, number, number, number] => {
    const width = textWidth(text, size);
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return [left - 2, y - size, left + width + 2, y + size * 0.3];
  };
  const kept: TextMark[] = [];
  for (const text of texts) {
    const [l, t, r, b] = boxOf(text);
    const touches = kept.map(boxOf).some(([l2, t2, r2, b2]) => l < r2 && l2 < r && t < b2 && t2 < b);
    if (!touches) kept.push(text);
  }
  return kept;
}
