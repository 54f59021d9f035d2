import { type Known, wrong } from '@internal/arguments';
import { board } from '../board.js';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Box } from '../placement.js';
import type { Mark, Point, Scene } from '../scene.js';
import { fitText, textWidth } from '../text.js';
import { pick, type Theme } from '../theme.js';

/** One node of a {@link graphPlot}: an operation, or a tensor that was there before. */
export interface GraphNode {
  /** What is written in it, such as `matmul` or `0.weight`. */
  readonly name: string;
  /** A second line, such as a shape. */
  readonly detail?: string | undefined;
  /** Which nodes it is made from, by their places in the list: all before its own. */
  readonly inputs: readonly number[];
  /** `'leaf'` for a tensor that training changes; `'operation'` when left out. */
  readonly kind?: 'operation' | 'leaf' | undefined;
}

/** Options of {@link graphPlot}. */
export interface GraphPlotOptions extends PlotOptions {
  /** The nodes, each after those it is made from. */
  nodes: readonly GraphNode[];
}

const known: Known<GraphPlotOptions> = { ...plotKeys, nodes: 1 };

const size = 11;
const high = 38;
const gapAcross = 18;
const gapDown = 30;

interface Placed {
  readonly layer: number;
  readonly x: number;
  readonly width: number;
}

/**
 * Draws what a result was made from, from the top down: the graph that `backward` walks.
 *
 * @throws VizError for no nodes, or inputs that do not come before their node
 * @example
 * ```ts
 * import { graphPlot, toSvg } from '@kindling/viz';
 *
 * const nodes = [{ name: 'weight', kind: 'leaf', inputs: [] }, { name: 'matmul', inputs: [0] }] as const;
 * console.log(toSvg(graphPlot({ nodes })).includes('>matmul</text>')); // => true
 * ```
 */
export function graphPlot(options: GraphPlotOptions): Scene {
  const where = 'graphPlot';
  checkPlot(where, options, known);
  const { nodes } = options;
  if (!Array.isArray(nodes) || nodes.length === 0) throw new VizError(`${where}: nodes holds none`);
  nodes.forEach((node: GraphNode, i: number) => {
    if (!Array.isArray(node?.inputs)) wrong(VizError, where, `nodes[${i}]`, 'an object { name, inputs }', node);
    const { inputs } = node;
    const bad = inputs.find((input) => !(Number.isInteger(input) && input >= 0 && input < i));
    if (bad !== undefined) throw new VizError(`${where}: nodes[${i}] is made from ${bad}, which is no node before it`);
  });
  const { placed, width, layers } = layOut(nodes);
  const natural = layers * (high + gapDown) - gapDown;
  return board(
    where,
    {
      title: options.title ?? 'Graph',
      size: { width: Math.round(Math.max(240, width + 28)), height: () => natural },
      draw: (box, theme) => {
        const scale = Math.min(1, box.width / width, box.height / natural);
        const left = box.x + (box.width - width * scale) / 2;
        const boxes = placed.map(
          ({ layer, x, width: wide }): Box => ({
            x: left + x * scale,
            y: box.y + layer * (high + gapDown) * scale,
            width: wide * scale,
            height: high * scale,
          }),
        );
        return [
          ...edges(nodes, boxes, theme),
          ...nodes.flatMap((node, i) => nodeMarks(node, i, boxes[i]!, scale, theme)),
        ];
      },
    },
    options,
  );
}

function layOut(nodes: readonly GraphNode[]): { placed: Placed[]; width: number; layers: number } {
  const users = nodes.map((): number[] => []);
  nodes.forEach(({ inputs }, i) => {
    for (const input of inputs) users[input]!.push(i);
  });
  const layer = new Array<number>(nodes.length).fill(0);
  nodes.forEach(({ inputs }, i) => {
    for (const input of inputs) layer[i] = Math.max(layer[i]!, layer[input]! + 1);
  });
  // A tensor that was there before stands right above its first use, not at the very top.
  nodes.forEach(({ inputs }, i) => {
    if (inputs.length === 0 && users[i]!.length > 0) layer[i] = Math.min(...users[i]!.map((user) => layer[user]!)) - 1;
  });
  const layers = Math.max(...layer) + 1;
  const rows = Array.from({ length: layers }, (): number[] => []);
  for (const [i, row] of layer.entries()) rows[row]!.push(i);
  const wide = nodes.map(({ name, detail = '' }) =>
    Math.min(180, Math.max(textWidth(name, size), textWidth(detail, size - 1.5)) + 20),
  );
  const center = new Array<number>(nodes.length).fill(0);
  // From the bottom up each row is put in the order of the middles of what uses it.
  for (let row = layers - 1; row >= 0; row--) {
    const wish = (i: number): number =>
      users[i]!.length === 0 ? 0 : users[i]!.reduce((sum, user) => sum + center[user]!, 0) / users[i]!.length;
    const order = rows[row]!.map((i) => ({ i, wish: wish(i) })).sort((a, b) => a.wish - b.wish || a.i - b.i);
    const total = order.reduce((sum, { i }) => sum + wide[i]! + gapAcross, -gapAcross);
    let x = order.reduce((sum, one) => sum + one.wish, 0) / Math.max(1, order.length) - total / 2;
    for (const { i } of order) {
      center[i] = x + wide[i]! / 2;
      x += wide[i]! + gapAcross;
    }
  }
  const left = Math.min(...center.map((c, i) => c - wide[i]! / 2));
  const right = Math.max(...center.map((c, i) => c + wide[i]! / 2));
  return {
    placed: center.map((c, i) => ({ layer: layer[i]!, x: c - wide[i]! / 2 - left, width: wide[i]! })),
    width: right - left,
    layers,
  };
}

function edges(nodes: readonly GraphNode[], boxes: readonly Box[], theme: Theme): Mark[] {
  return nodes.flatMap(({ inputs }, i) =>
    inputs.flatMap((input): Mark[] => {
      const [a, b] = [boxes[input]!, boxes[i]!];
      const from: Point = [a.x + a.width / 2, a.y + a.height];
      const to: Point = [b.x + b.width / 2, b.y];
      // An S from below one node to above the other.
      const points = Array.from({ length: 17 }, (_, k): Point => {
        const t = k / 16;
        return [from[0] + (to[0] - from[0]) * t * t * (3 - 2 * t), from[1] + (to[1] - from[1]) * t];
      });
      const tip: Point[] = [to, [to[0] - 3.5, to[1] - 6], [to[0] + 3.5, to[1] - 6]];
      return [
        { type: 'polyline', points, stroke: theme.muted, strokeWidth: 1.1, char: '.' },
        { type: 'polygon', rings: [tip], fill: theme.muted, char: 'v' },
      ];
    }),
  );
}

function nodeMarks(node: GraphNode, i: number, box: Box, scale: number, theme: Theme): Mark[] {
  const leaf = node.kind === 'leaf';
  const stroke = leaf ? pick(theme.series, 0) : theme.axis;
  const named = { id: `node-${i}`, name: node.detail === undefined ? node.name : `${node.name} ${node.detail}` };
  const marks: Mark[] = [
    {
      type: 'rect',
      ...box,
      radius: leaf ? 3 : 10 * scale,
      fill: theme.background,
      stroke,
      strokeWidth: leaf ? 1.8 : 1,
      char: '',
      ...named,
    },
  ];
  if (scale < 0.75) return marks;
  const write = (text: string, large: number, fill: string, y: number): void => {
    const shown = fitText(text, large, box.width - 6);
    marks.push({
      type: 'text',
      x: box.x + box.width / 2,
      y: box.y + y,
      text: shown,
      size: large,
      fill,
      anchor: 'middle',
    });
  };
  const two = node.detail !== undefined && box.height > 30;
  write(node.name, size, theme.ink, box.height / 2 + (two ? -2 : 4));
  if (two) write(node.detail ?? '', size - 1.5, theme.muted, box.height / 2 + 11);
  return marks;
}
