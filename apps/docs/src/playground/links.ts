/** A line between two units, as thick as its weight. */
export interface Link {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly weight: number;
}

/** Where a unit's lines come in, on its left, and go out, on its right. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where the units of each layer are on a board: elements with `data-node`, the number of their layer. */
export function placesOf(board: HTMLElement): Place[][] {
  const frame = board.getBoundingClientRect();
  const columns: Place[][] = [];
  for (const node of board.querySelectorAll<HTMLElement>('[data-node]')) {
    const { left, right, top, height } = node.getBoundingClientRect();
    const across = board.scrollLeft - frame.left;
    const layer = Number(node.dataset.node);
    columns[layer] ??= [];
    columns[layer].push({ left: left + across, right: right + across, y: top + height / 2 - frame.top });
  }
  return columns;
}

/** The lines between units. */
export function links(columns: readonly (readonly Place[])[], weights: readonly Float32Array[]): Link[] {
  const lines: Link[] = [];
  for (let layer = 1; layer < columns.length; layer++) {
    const [from, to, own] = [columns[layer - 1], columns[layer], weights[layer - 1]];
    if (from === undefined || to === undefined || own === undefined) continue;
    // The rows of a weight are units, its columns what they are fed with, of which some may not be shown.
    const inputs = own.length / unitsOf(weights, layer - 1);
    to.forEach((end, unit) => {
      from.forEach((begin, input) => {
        const weight = own[unit * inputs + input] ?? 0;
        lines.push({ x1: begin.right, y1: begin.y, x2: end.left, y2: end.y, weight });
      });
    });
  }
  return lines;
}

/** The length of each unit's weights, in the place of all of them. */
export function lengths(weights: Float32Array, inputs: number): Float32Array {
  return Float32Array.from({ length: weights.length / inputs }, (_, unit) =>
    Math.hypot(...weights.subarray(unit * inputs, (unit + 1) * inputs)),
  );
}

/** How many units the layer of a weight has: as many as the next one is fed with, and one for the last. */
function unitsOf(weights: readonly Float32Array[], layer: number): number {
  let units = 1;
  for (let i = weights.length - 1; i > layer; i--) units = weights[i]!.length / units;
  return units;
}

/** Draws lines in the colours of the classes that their weights speak for. */
export function drawLinks(context: CanvasRenderingContext2D, lines: readonly Link[], classes: readonly string[]): void {
  for (const { x1, y1, x2, y2, weight } of lines) {
    const strength = Math.min(1, Math.abs(weight) / 1.5);
    context.globalAlpha = 0.18 + 0.7 * strength;
    context.lineWidth = 0.5 + 3 * strength;
    context.strokeStyle = classes[weight < 0 ? 0 : 1]!;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}
