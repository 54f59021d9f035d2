/** The page: trains each task on each participant in turn, and says how long a step takes. */
import { cpu } from '@kindling/backend-cpu';
import '@kindling/backend-cpu/kernels';
import { gpu } from '@kindling/backend-gpu';
import type { Backend } from '@kindling/tensor-core';
import { jax, jaxProduct } from './jax.ts';
import { kindling, kindlingProduct } from './kindling.ts';
import { growing, makeGrown, makeTask, type Steps, type Task, type TaskName } from './task.ts';
import { tfjs, tfjsProduct } from './tfjs.ts';

/** How a participant did on a task, or why it did not. */
export type Outcome =
  | {
      readonly failed: string;
      /** Whether it would have gone on for too long. */
      readonly endless?: boolean;
    }
  | {
      /** Milliseconds a step, the median of rounds; and of the first step, with compiling. */
      readonly step: number;
      readonly first: number;
      /** Draws and dispatches of one step. */
      readonly launches: number;
      /** The loss of the first step, and of each of the next nineteen. */
      readonly losses: readonly number[];
    };

/** How each participant did, by name. */
export type Outcomes = Readonly<Record<string, Outcome>>;

export interface PageResult {
  readonly device: string;
  readonly software: boolean;
  readonly browser: string;
  /** Of each task. */
  readonly outcomes: Readonly<Record<string, Outcomes>>;
  /** Of a product of matrices. */
  readonly product: Outcomes;
  /** Of networks that grow, by kind and size. */
  readonly grown: Readonly<Record<string, Readonly<Record<number, Outcomes>>>>;
}

/** What trains a task, or multiplies matrices. */
interface Participant {
  readonly train: (task: Task) => Promise<Steps>;
  readonly multiply: () => Promise<Steps>;
}

const own = (make: () => Promise<Backend>): Participant => ({
  train: async (task) => kindling(await make(), task),
  multiply: async () => kindlingProduct(await make()),
});

const participants: Readonly<Record<string, Participant>> = {
  'Kindling CPU': own(() => cpu()),
  'Kindling webgl2': own(() => gpu({ mode: 'webgl2' })),
  'Kindling webgpu': own(() => gpu({ mode: 'webgpu' })),
  'tfjs webgl': { train: (task) => tfjs('webgl', task), multiply: () => tfjsProduct('webgl') },
  'tfjs webgpu': { train: (task) => tfjs('webgpu', task), multiply: () => tfjsProduct('webgpu') },
  'jax-js webgl': { train: (task) => jax('webgl', task), multiply: () => jaxProduct('webgl') },
  'jax-js webgpu': { train: (task) => jax('webgpu', task), multiply: () => jaxProduct('webgpu') },
};

/** Ours alone. */
const OURS = Object.keys(participants).filter((name) => name.startsWith('Kindling'));

let launches = 0;

/** Counts calls of methods that start work on a GPU. */
function count(owner: object | undefined, ...methods: string[]): void {
  const prototype = (owner as { prototype?: Record<string, (...args: unknown[]) => unknown> })?.prototype;
  for (const name of prototype === undefined ? [] : methods) {
    const original = prototype![name]!;
    prototype![name] = function (this: unknown, ...args) {
      launches++;
      return original.apply(this, args);
    };
  }
}

const LOSSES = 20;
const ROUNDS = 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** A second step that takes so many milliseconds is what is told of a participant. */
const LONG = 10_000;

/** Milliseconds after which a first step is all that is measured of a participant. */
const ENDLESS = 60_000;

/**
 * Has all participants take the same steps, in turns so that a busy machine disturbs all alike.
 *
 * @param budget - milliseconds for each participant.
 */
async function compare(
  make: (participant: Participant) => Promise<Steps>,
  names: readonly string[],
  budget: number,
): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  const running: { name: string; run: Steps; each: number; rounds: number; times: number[] }[] = [];
  for (const name of names) {
    try {
      const begin = performance.now();
      const run = await make(participants[name]!);
      const losses = [await run(1)];
      const first = performance.now() - begin;
      if (first > ENDLESS) {
        outcomes[name] = { failed: `its first step took ${Math.round(first / 1000)} s`, endless: true };
        continue;
      }
      // Who takes seconds a step is measured on few.
      const start = performance.now();
      const before = launches;
      losses.push(await run(1));
      const once = launches - before;
      const second = performance.now() - start;
      const slow = second > budget / 4;
      while (losses.length < (slow ? 2 : LOSSES)) losses.push(await run(1));
      // So many that waiting for the last one's loss does not count.
      let each = 1;
      for (let took = slow ? budget : 0; took < budget / ROUNDS && each < 1000; each *= 2) {
        const begin = performance.now();
        await run(each);
        took = performance.now() - begin;
      }
      outcomes[name] = { step: 0, first, launches: once, losses };
      running.push({
        name,
        run,
        each: Math.min(1000, each),
        rounds: second > LONG ? 0 : ROUNDS,
        times: slow ? [second] : [],
      });
    } catch (error) {
      outcomes[name] = { failed: error instanceof Error ? error.message : String(error) };
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, each, rounds, times } of running) {
      if (round >= rounds) continue;
      const start = performance.now();
      await run(each);
      times.push((performance.now() - start) / each);
    }
  }
  for (const { name, times } of running) outcomes[name] = { ...outcomes[name]!, step: median(times) } as Outcome;
  return outcomes;
}

/** Runs all, where the page's address says so: `?tasks=blobs,CNN&who=Kindling+webgl2&ms=1500`. */
async function main(): Promise<PageResult> {
  const query = new URLSearchParams(location.search);
  const list = (name: string): string[] | undefined => query.get(name)?.split(',');
  count(globalThis.WebGL2RenderingContext, 'drawArrays', 'drawElements');
  count((globalThis as { GPUComputePassEncoder?: object }).GPUComputePassEncoder, 'dispatchWorkgroups');
  const { adapter: device, software } = (await gpu()).info;
  const budget = Number(query.get('ms'));
  const names = list('who') ?? Object.keys(participants);
  const show = (what: string, of: Outcomes): void => {
    for (const [who, outcome] of Object.entries(of)) {
      console.log(
        what,
        who,
        'failed' in outcome ? outcome.failed : `${outcome.step.toFixed(2)} ms, ${outcome.launches} launches`,
      );
    }
  };
  const outcomes: Record<string, Outcomes> = {};
  for (const name of (list('tasks') ?? []) as TaskName[]) {
    outcomes[name] = await compare(({ train }) => train(makeTask(name)), names, budget);
    show(name, outcomes[name]!);
  }
  const more = query.get('more') === 'yes';
  const product = more ? await compare(({ multiply }) => multiply(), names, budget) : {};
  show('product', product);
  const grown: Record<string, Record<number, Outcomes>> = {};
  for (const kind of more ? (Object.keys(growing) as (keyof typeof growing)[]) : []) {
    grown[kind] = {};
    for (const size of growing[kind].sizes) {
      const of = await compare(({ train }) => train(makeGrown(kind, size)), OURS, budget);
      grown[kind]![size] = of;
      show(`${kind} ${size}`, of);
    }
  }
  return { device, software, browser: navigator.userAgent, outcomes, product, grown };
}

Object.assign(globalThis, { result: main() });
