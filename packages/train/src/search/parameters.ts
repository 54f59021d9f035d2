import { aSeed, describe, needOptions, wrong } from '@internal/arguments';
import { ArgumentError, SeedrandomGenerator } from '@kindling/tensor-core';
import type { Distribution } from './distributions.js';

/** What each parameter may be: one of a list. */
export type Choices<P extends object> = { readonly [K in keyof P]: readonly P[K][] };

/** What each parameter may be: one of a list, or drawn. */
export type Space<P extends object> = { readonly [K in keyof P]: readonly P[K][] | Distribution<P[K]> };

/** How many are drawn, and from where the random numbers begin. */
export interface SamplerOptions {
  readonly count: number;
  /** Default 0. */
  readonly seed?: number | string;
}

/**
 * All combinations of the values of some parameters, in scikit-learn's order: names ascending, the last changes fastest.
 *
 * @param choices - the values of each parameter, or several such objects, whose combinations follow each other.
 * @throws `ArgumentError` for a parameter without values.
 * @example
 * ```ts
 * import { parameterGrid } from '@kindling/train';
 * const grid = parameterGrid({ lr: [0.1, 0.01], hidden: [[32], [64, 64]] });
 * console.log(grid.length, grid[1]); // => 4 { hidden: [ 32 ], lr: 0.01 }
 * ```
 */
export function parameterGrid<P extends object>(choices: Choices<P> | readonly Choices<P>[]): P[] {
  if (Array.isArray(choices)) return choices.flatMap((one: Choices<P>) => parameterGrid(one));
  let grid: Partial<P>[] = [{}];
  for (const [name, values] of entriesOf('parameterGrid', choices as Choices<P>)) {
    if (!Array.isArray(values)) noValues('parameterGrid', name, values);
    grid = grid.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  return grid as P[];
}

/**
 * Some combinations, drawn at random. Where all parameters have lists no combination is drawn twice, and there are at
 * most as many as the grid has.
 *
 * @throws `ArgumentError` for a count that is no whole number from 1, and a parameter without values.
 * @example
 * ```ts
 * import { logUniform, parameterSampler } from '@kindling/train';
 * const drawn = parameterSampler({ lr: logUniform(1e-4, 0.1), hidden: [[32], [64]] }, { count: 5, seed: 1 });
 * console.log(drawn.length, Object.keys(drawn[0]!)); // => 5 [ 'hidden', 'lr' ]
 * ```
 */
export function parameterSampler<P extends object>(space: Space<P>, options: SamplerOptions): P[] {
  needOptions(ArgumentError, 'parameterSampler', options, { count: 1, seed: aSeed });
  const { count, seed = 0 } = options;
  if (!Number.isSafeInteger(count) || count < 1) {
    wrong(ArgumentError, 'parameterSampler', 'count', 'a whole number from 1', count);
  }
  const random = new SeedrandomGenerator(`${seed}/parameters`);
  const entries = entriesOf('parameterSampler', space);
  const lists = entries.every(([, values]) => Array.isArray(values));
  const size = lists ? entries.reduce((size, [, values]) => size * (values as unknown[]).length, 1) : Infinity;
  if (lists && size <= 2 ** 20) {
    const grid = parameterGrid(space as Choices<P>);
    return [...random.permutation(grid.length).subarray(0, count)].map((i) => grid[i]!);
  }
  return Array.from({ length: count }, () => {
    const one = entries.map(([name, values]) => [
      name,
      Array.isArray(values)
        ? values[random.integers(1, 0, values.length)[0]!]
        : (values as Distribution<unknown>).draw(random),
    ]);
    return Object.fromEntries(one) as P;
  });
}

/** The parameters in order of their names. */
function entriesOf<P extends object>(
  where: string,
  space: Space<P>,
): [string, readonly unknown[] | Distribution<unknown>][] {
  if (typeof space !== 'object' || space === null || space instanceof Promise) {
    throw new ArgumentError(`${where}: expects an object of lists such as { lr: [0.1, 0.01] }, got ${describe(space)}`);
  }
  const entries = Object.entries(space) as [string, readonly unknown[] | Distribution<unknown>][];
  for (const [name, values] of entries) {
    const drawn = typeof (values as Partial<Distribution> | null)?.draw === 'function';
    if (!drawn && !(Array.isArray(values) && values.length > 0)) noValues(where, name, values);
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function noValues(where: string, name: string, values: unknown): never {
  const wanted =
    where === 'parameterGrid' ? 'a list of values' : 'a list of values, or a distribution such as uniform(0, 1)';
  return wrong(ArgumentError, where, `the parameter ${JSON.stringify(name)}`, wanted, values);
}
