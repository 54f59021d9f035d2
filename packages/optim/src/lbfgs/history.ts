import { describe } from '@internal/arguments';
import { keep, Tensor } from '@kindling/tensor-core';
import type { ParamState } from '../optimizer.js';
import type { OptimizerStateDict } from '../state-dict.js';
import { dot, type Parts } from './vector.js';

/** How the gradients (y) and the parameters (s) changed in an iteration, and the product of both. */
interface Change {
  readonly y: Parts;
  readonly s: Parts;
  readonly ys: number;
}

/** What goes from one iteration to the next. */
export interface History {
  iterations: number;
  /** Where the last iteration went, and how far. */
  direction: Parts;
  stepSize: number;
  /** The gradients before it. */
  grads: Parts;
  /** The oldest first. */
  readonly changes: Change[];
  /** The curvature where nothing is known of it. */
  scale: number;
}

const numbers = ['iterations', 'stepSize', 'scale'] as const;
const tensors = ['direction', 'grads'] as const;

/**
 * The history as the parameters' states have it: each has its part of the vectors, `y0`, `s0`, `y1`, … of the changes, and
 * the numbers.
 */
export function readHistory(state: ReadonlyMap<Tensor, ParamState>, params: Parts): History {
  const first = state.get(params[0]!);
  if (first === undefined) {
    return { iterations: 0, direction: [], stepSize: 0, grads: [], changes: [], scale: 1 };
  }
  const parts = (key: string): Parts => params.map((param) => state.get(param)![key] as Tensor);
  const changes: Change[] = [];
  for (let i = 0; `y${i}` in first; i++) {
    const [y, s] = [parts(`y${i}`), parts(`s${i}`)];
    changes.push({ y, s, ys: dot(y, s) });
  }
  const [iterations, stepSize, scale] = numbers.map((key) => first[key] as number) as [number, number, number];
  return { iterations, stepSize, scale, changes, direction: parts('direction'), grads: parts('grads') };
}

/** Keeps the history with the parameters. */
export function writeHistory(state: Map<Tensor, ParamState>, params: Parts, history: History): void {
  const { iterations, stepSize, scale, direction, grads } = history;
  params.forEach((param, p) => {
    const own: ParamState = { iterations, stepSize, scale, direction: keep(direction[p]!), grads: keep(grads[p]!) };
    history.changes.forEach(({ y, s }, i) => {
      own[`y${i}`] = keep(y[p]!);
      own[`s${i}`] = keep(s[p]!);
    });
    state.set(param, own);
  });
}

/** Throws where a state dict is not what {@link writeHistory} wrote for as many parameters: all of them have the same, or nothing. */
export function checkHistory(saved: OptimizerStateDict, count: number): void {
  const all = Object.values(saved?.state ?? {});
  if (all.length === 0) return;
  const names = (known: unknown): string =>
    Object.keys(known ?? {})
      .sort()
      .join();
  const changes = Object.keys(all[0] ?? {}).filter((key) => /^y\d+$/.test(key)).length;
  const wanted: string[] = [...numbers, ...tensors];
  for (let i = 0; i < changes; i++) wanted.push(`y${i}`, `s${i}`);
  const fits = (known: Readonly<Record<string, unknown>>): boolean =>
    names(known) === [...wanted].sort().join() &&
    wanted.every((key) =>
      (numbers as readonly string[]).includes(key)
        ? Number.isFinite(known[key]) && known[key] === all[0]![key]
        : known[key] instanceof Tensor,
    );
  const odd = all.length === count ? all.findIndex((known) => !fits(known)) : 0;
  if (odd === -1) return;
  throw new RangeError(
    `LBFGS: what the state dict remembers of ${all.length} of ${count} parameters (${describe(names(all[odd]))}) is not of LBFGS`,
  );
}
