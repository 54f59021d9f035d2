import { type Known, needOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import {
  checkSearch,
  knownSearch,
  type Objective,
  type SearchOptions,
  type SearchResult,
  type Trial,
} from './options.js';
import { type Choices, parameterGrid, parameterSampler, type Space } from './parameters.js';
import { oneRound, Search } from './run.js';

/**
 * Tries all combinations of parameters.
 *
 * @param choices - the values of each parameter, as {@link parameterGrid} takes them.
 * @param objective - how good some parameters are, such as the mean of a cross-validation.
 * @throws `TrainError` for a trial that throws or whose score is no number, named; and where all failed. `ArgumentError` for
 * options that make no sense.
 * @example
 * ```ts
 * import { gridSearch } from '@kindling/train';
 * const { best, trials } = await gridSearch({ a: [1, 2, 3], b: [0, 1] }, ({ a, b }) => b - (a - 2) ** 2);
 * console.log(trials.length, best.params, best.score); // => 6 { a: 2, b: 1 } 1
 * ```
 */
export function gridSearch<P extends object>(
  choices: Choices<P> | readonly Choices<P>[],
  objective: Objective<P>,
  options: SearchOptions<P> = {},
): Promise<SearchResult<P>> {
  checkSearch('gridSearch', objective, options as SearchOptions, knownSearch);
  return oneRound('gridSearch', parameterGrid(choices), objective, options);
}

/** How {@link randomizedSearch} goes. */
export interface RandomizedSearchOptions<P = Record<string, unknown>> extends SearchOptions<P> {
  /** How many combinations are tried. */
  readonly trials: number;
}

/**
 * Tries combinations of parameters that are drawn at random.
 *
 * @param space - lists of values, or distributions, as {@link parameterSampler} takes them.
 * @throws as {@link gridSearch}.
 * @example
 * ```ts
 * import { logUniform, randomizedSearch } from '@kindling/train';
 * const near = ({ lr }: { lr: number }) => -Math.abs(Math.log10(lr) + 2);
 * const { best } = await randomizedSearch({ lr: logUniform(1e-4, 1) }, near, { trials: 50, seed: 3 });
 * console.log(best.params.lr > 0.005 && best.params.lr < 0.02); // => true
 * ```
 */
export function randomizedSearch<P extends object>(
  space: Space<P>,
  objective: Objective<P>,
  options: RandomizedSearchOptions<P>,
): Promise<SearchResult<P>> {
  const where = 'randomizedSearch';
  checkSearch(
    where,
    objective,
    options as SearchOptions,
    { ...knownSearch, trials: 1 } as Known<RandomizedSearchOptions>,
  );
  return oneRound(where, drawn(where, space, options), objective, options);
}

/** How {@link halvingSearch} goes. */
export interface HalvingSearchOptions<P = Record<string, unknown>> extends RandomizedSearchOptions<P> {
  /** How much a trial of the first round may use, and of the last at most: epochs, rows, members. */
  readonly resource: { readonly min: number; readonly max: number };
  /** How many times more there is in each round, for a part of as many trials; default 3. */
  readonly factor?: number;
}

/**
 * Successive halving: many combinations are tried with little, and the best third with three times as much, and so on, as
 * scikit-learn's `HalvingRandomSearchCV` does it. Jamieson and Talwalkar, "Non-stochastic best arm identification" (2016).
 *
 * @throws as {@link gridSearch}.
 * @example
 * ```ts
 * import { halvingSearch, uniform } from '@kindling/train';
 * const { trials, best } = await halvingSearch(
 *   { x: uniform(0, 1) },
 *   ({ x }, { resource }) => x + 1 / resource!,
 *   { trials: 20, resource: { min: 10, max: 300 } },
 * );
 * console.log(trials.length, best.resource); // => 30 90
 * ```
 */
export async function halvingSearch<P extends object>(
  space: Space<P>,
  objective: Objective<P>,
  options: HalvingSearchOptions<P>,
): Promise<SearchResult<P>> {
  const where = 'halvingSearch';
  const known = { ...knownSearch, trials: 1, resource: 1, factor: 1 } as Known<HalvingSearchOptions>;
  checkSearch(where, objective, options as SearchOptions, known);
  const { factor = 3, resource } = options;
  needOptions(ArgumentError, `${where}: resource`, resource, { min: 1, max: 1 });
  const { min, max } = resource;
  if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && min >= 1 && min <= max)) {
    wrong(ArgumentError, where, 'resource', 'whole numbers { min, max } from 1, min not above max', resource);
  }
  if (!(factor > 1 && factor < Infinity)) wrong(ArgumentError, where, 'factor', 'a number above 1', factor);
  let candidates = drawn(where, space, options);
  const powers = (times: number): number => Math.floor(Math.log(times) / Math.log(factor) + 1e-12);
  const rounds = 1 + Math.min(powers(candidates.length), powers(Math.floor(max / min)));
  const sizes = [candidates.length];
  while (sizes.length < rounds) sizes.push(Math.ceil(sizes.at(-1)! / factor));
  const planned = sizes.reduce((sum, size) => sum + size, 0);
  const search = await Search.begin(where, objective, options, planned);
  const trials: Trial<P>[] = [];
  let ranked: Trial<P>[] = [];
  for (const [round, size] of sizes.entries()) {
    const much = Math.min(Math.floor(min * factor ** round), max);
    const found = await search.run(candidates.slice(0, size), trials.length, much);
    trials.push(...found);
    ranked = search.ranked(found);
    candidates = ranked.map(({ params }) => params);
  }
  return { best: ranked[0]!, trials };
}

function drawn<P extends object>(
  where: string,
  space: Space<P>,
  { trials, seed = 0 }: RandomizedSearchOptions<P>,
): P[] {
  if (!Number.isSafeInteger(trials) || trials < 1) {
    wrong(ArgumentError, where, 'trials', 'a whole number from 1', trials);
  }
  return parameterSampler(space, { count: trials, seed });
}
