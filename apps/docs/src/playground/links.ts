/** A line between two units: as thick as its weight, in the colour of the class that it speaks for. */
export interface Link {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly style: string;
}

/** The lines between what a board shows: elements with `data-node`, the number of their layer. */
export function links(board: HTMLElement, weights: readonly Float32Array[]): Link[] {
  const frame = board.getBoundingClientRect();
  const columns: DOMRect[][] = [];
  for (const node of board.querySelectorAll<HTMLElement>('[data-node]')) {
    const layer = Number(node.dataset.node);
    columns[layer] ??= [];
    columns[layer].push(node.getBoundingClientRect());
  }
  const lines: Link[] = [];
  for (let layer = 1; layer < columns.length; layer++) {
    const [from, to, own] = [columns[layer - 1], columns[layer], weights[layer - 1]];
    if (from === undefined || to === undefined || own === undefined) continue;
    // The rows of a weight are units, its columns what they are fed with, of which some may not be shown.
    const inputs = own.length / unitsOf(weights, layer - 1);
    to.forEach((end, unit) => {
      from.forEach((begin, input) => {
        const weight = own[unit * inputs + input] ?? 0;
        lines.push({
          x1: begin.right - frame.left + board.scrollLeft,
          y1: begin.top + begin.height / 2 - frame.top,
          x2: end.left - frame.left + board.scrollLeft,
          y2: end.top + end.height / 2 - frame.top,
          style: lineStyle(weight),
        });
      });
    });
  }
  return lines;
}

/** How many units the layer of a weight has: as many as the next one is fed with, and one for the last. */
function unitsOf(weights: readonly Float32Array[], layer: number): number {
  let units = 1;
  for (let i = weights.length - 1; i > layer; i--) units = weights[i]!.length / units;
  return units;
}

function lineStyle(weight: number): string {
  const strength = Math.min(1, Math.abs(weight) / 1.5);
  const color = weight < 0 ? 'var(--class-0)' : 'var(--class-1)';
  return `stroke:${color};stroke-width:${(0.5 + 3 * strength).toFixed(2)};stroke-opacity:${(0.18 + 0.7 * strength).toFixed(2)}`;
}
