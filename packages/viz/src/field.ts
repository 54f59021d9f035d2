import { wrong } from '@internal/arguments';
import { VizError } from './errors.js';
import type { Grid } from './grid.js';
import { type Numbers, readNumbers } from './inputs.js';
import type { Field } from './marks/contour.js';

/** Log-odds are flat beyond this: 1e-12 from certainty, where float32 probabilities have long been 0 or 1. */
export const certain = 27.6;

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** Throws unless a grid has two columns and rows or more that ascend. */
export function checkGrid(where: string, grid: Pick<Grid, 'x' | 'y'>): void {
  if (typeof grid !== 'object' || grid === null) wrong(VizError, where, 'the grid', '{ x, y }', grid);
  for (const [name, values] of [
    ['x', grid.x],
    ['y', grid.y],
  ] as const) {
    if (values?.length === undefined) wrong(VizError, where, `grid.${name}`, 'an array of ascending numbers', values);
    if (values.length < 2) throw new VizError(`${where}: grid.${name} has ${values.length} values, expected 2 or more`);
    const bad = values.findIndex((value, i) => !Number.isFinite(value) || (i > 0 && value <= values[i - 1]!));
    if (bad >= 0) throw new VizError(`${where}: grid.${name}[${bad}] is ${values[bad]}: it must ascend`);
  }
}

/** Reads one number for each point of a grid. */
export function readOver(where: string, grid: Pick<Grid, 'x' | 'y'>, argument: string, values: Numbers): Field {
  checkGrid(where, grid);
  const scores = readNumbers(where, argument, values);
  const [columns, rows] = [grid.x.length, grid.y.length];
  if (scores.length !== columns * rows) {
    throw new VizError(
      `${where}: ${argument} has ${scores.length} values for a grid of ${columns} x ${rows} = ${columns * rows}`,
    );
  }
  const bad = scores.findIndex(Number.isNaN);
  if (bad >= 0) throw new VizError(`${where}: ${argument}[${bad}] is NaN`);
  return { columns, rows, values: scores };
}

/** What a model says over a grid: probabilities, or logits. */
export interface ScoreOptions {
  readonly grid: Pick<Grid, 'x' | 'y'>;
  readonly probabilities?: Numbers | undefined;
  readonly logits?: Numbers | undefined;
}

/** Reads what a model says over a grid as log-odds, which are smooth where probabilities have steps. */
export function readLogOdds(where: string, { grid, probabilities, logits }: ScoreOptions): Field {
  checkGrid(where, grid);
  if ((probabilities === undefined) === (logits === undefined)) {
    throw new VizError(`${where}: give either probabilities or logits`);
  }
  const name = logits === undefined ? 'probabilities' : 'logits';
  const field = readOver(where, grid, name, (logits ?? probabilities)!);
  const values = field.values.map((score, i) => {
    if (logits !== undefined) return Math.min(Math.max(score, -certain), certain);
    if (score < 0 || score > 1) throw new VizError(`${where}: probabilities[${i}] is ${score}, outside [0, 1]`);
    return Math.min(Math.max(logit(score), -certain), certain);
  });
  return { ...field, values };
}
