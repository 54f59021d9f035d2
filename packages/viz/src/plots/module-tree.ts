import type { Known } from '@internal/arguments';
import { format } from 'd3-format';
import { board } from '../board.js';
import type { PlotOptions } from '../chart.js';
import { VizError } from '../errors.js';
import { checkPlot, plotKeys } from '../options.js';
import type { Box } from '../placement.js';
import type { Mark, Point, Scene } from '../scene.js';
import { fitText, textWidth } from '../text.js';
import { pick, type Theme } from '../theme.js';

/** What is asked of a module; those of @kindling/nn have it. */
export interface ModuleLike {
  /** The modules in it, with their names. */
  namedChildren(): readonly (readonly [name: string, module: ModuleLike])[];
  /** Its own parameters, without those of the modules in it. */
  ownParameters(): readonly (readonly [name: string, parameter: { readonly shape: readonly number[] }])[];
  /** What it is called, such as `Linear`. */
  moduleName(): string;
  /** What else is to be said of it, such as `in_features=2, out_features=100`. */
  extraRepr(): string;
}

/** Options of {@link moduleTree}. */
export interface ModuleTreeOptions extends PlotOptions {
  module: ModuleLike;
}

const known: Known<ModuleTreeOptions> = { ...plotKeys, module: 1 };

interface Row {
  readonly depth: number;
  readonly parent: number;
  readonly name: string;
  readonly kind: string;
  readonly detail: string;
  readonly parameters: number;
}

const step = 26;
const indent = 22;
const size = 11.5;

/**
 * Draws a module and all in it as a tree, with sizes and numbers of parameters.
 *
 * @throws VizError for what is no module
 * @example
 * ```ts
 * import { moduleTree, toSvg } from '@kindling/viz';
 *
 * const linear = {
 *   namedChildren: () => [],
 *   ownParameters: () => [['weight', { shape: [3, 2] }]] as const,
 *   moduleName: () => 'Linear',
 *   extraRepr: () => 'in_features=2, out_features=3',
 * };
 * console.log(toSvg(moduleTree({ module: linear })).includes('>6</text>')); // => true
 * ```
 */
export function moduleTree(options: ModuleTreeOptions): Scene {
  const where = 'moduleTree';
  checkPlot(where, options, known);
  if (typeof options.module?.namedChildren !== 'function') throw new VizError(`${where}: module is not a module`);
  const rows = rowsOf(options.module);
  const widest = Math.max(
    ...rows.map((row) => row.depth * indent + textWidth(`${row.name}${row.kind}${row.detail}`, size)),
  );
  return board(
    where,
    {
      title: options.title ?? `${rows[0]!.kind}: ${format(',')(rows[0]!.parameters)} parameters`,
      size: { width: Math.round(Math.min(900, Math.max(320, widest + 150))), height: () => rows.length * step },
      draw: (box, theme) => rows.flatMap((row, i) => rowMarks(row, i, rows, box, theme)),
    },
    options,
  );
}

function rowsOf(root: ModuleLike): Row[] {
  const rows: Row[] = [];
  const visit = (module: ModuleLike, name: string, depth: number, parent: number): number => {
    const place = rows.length;
    const own = module.ownParameters().reduce((sum, [, { shape }]) => sum + shape.reduce((a, b) => a * b, 1), 0);
    const row = { depth, parent, name, kind: module.moduleName(), detail: module.extraRepr(), parameters: own };
    rows.push(row);
    let total = own;
    for (const [child, inner] of module.namedChildren()) total += visit(inner, child, depth + 1, place);
    rows[place] = { ...row, parameters: total };
    return total;
  };
  visit(root, '', 0, -1);
  return rows;
}

function rowMarks(row: Row, i: number, rows: readonly Row[], box: Box, theme: Theme): Mark[] {
  const height = Math.min(step, box.height / rows.length);
  const middle = (place: number): number => box.y + (place + 0.5) * height;
  const left = (depth: number): number => box.x + depth * indent;
  const [x, y] = [left(row.depth), middle(i)];
  const marks: Mark[] = [];
  if (row.parent >= 0) {
    const from = left(row.depth - 1) + 6;
    const points: Point[] = [
      [from, middle(row.parent) + 6],
      [from, y],
      [x, y],
    ];
    marks.push({ type: 'polyline', points, stroke: theme.axis, char: '.' });
  }
  const color = row.parameters > 0 ? pick(theme.series, 0) : theme.muted;
  const named = { id: `module-${i}`, name: `${row.name} ${row.kind}`.trim(), char: 'o' };
  marks.push({ type: 'points', points: [[x + 6, y]], symbol: 'circle', r: 4, fill: color, ...named });
  if (height < size) return marks;
  const count = row.parameters === 0 ? '' : format(',')(row.parameters);
  const end = box.x + box.width - textWidth(count, size) - 12;
  const baseline = y + size * 0.36;
  let at = x + 16;
  const write = (text: string, fill: string): void => {
    const shown = at + 12 < end && text !== '' ? fitText(text, size, end - at) : '';
    if (shown !== '') marks.push({ type: 'text', x: at, y: baseline, text: shown, size, fill });
    at += textWidth(text, size) + (text === '' ? 0 : 8);
  };
  write(row.name, theme.muted);
  write(row.kind, theme.ink);
  write(row.detail, theme.muted);
  if (count !== '')
    marks.push({ type: 'text', x: box.x + box.width, y: baseline, text: count, size, fill: theme.ink, anchor: 'end' });
  return marks;
}
