/** The page: trains each task on each participant in turn, and says how long a step takes. */
import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { jax } from './jax.ts';
import { kindling } from './kindling.ts';
import { makeTask, type Steps, type Task, type TaskName } from './task.ts';
import { tfjs } from './tfjs.ts';

/** How a participant did on a task, or why it did not. */
export type Outcome =
  | { readonly failed: string }
  | {
      /** Milliseconds a step, the median of rounds; and of the first step, with compiling. */
      readonly step: number;
      readonly first: number;
      /** Draws and dispatches of one step. */
      readonly launches: number;
      /** The loss of the first step, and of each of the next nineteen. */
      readonly losses: readonly number[];
    };

export interface PageResult {
  readonly device: string;
  readonly software: boolean;
  readonly browser: string;
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
}

const participants: Readonly<Record<string, (task: Task) => Promise<Steps>>> = {
  'Kindling CPU': async (task) => kindling(await cpu(), task),
  'Kindling webgl2': async (task) => kindling(await gpu(), task),
  'tfjs webgl': (task) => tfjs('webgl', task),
  'tfjs webgpu': (task) => tfjs('webgpu', task),
  'jax-js webgl': (task) => jax('webgl', task),
  'jax-js webgpu': (task) => jax('webgpu', task),
};

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

/**
 * Trains a task on all participants, in turns so that a busy machine disturbs all alike.
 *
 * @param budget - milliseconds for each participant.
 */
async function compare(task: Task, names: readonly string[], budget: number): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  const running: { name: string; run: Steps; each: number; rounds: number; times: number[] }[] = [];
  for (const name of names) {
    try {
      const begin = performance.now();
      const run = await participants[name]!(task);
      const losses = [await run(1)];
      const first = performance.now() - begin;
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
        rounds: second > 5 * budget ? 0 : slow ? 2 : ROUNDS,
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
  const outcomes: Record<string, Record<string, Outcome>> = {};
  for (const name of (list('tasks') ?? []) as TaskName[]) {
    outcomes[name] = await compare(makeTask(name), list('who') ?? Object.keys(participants), Number(query.get('ms')));
    for (const [who, of] of Object.entries(outcomes[name]!)) {
      console.log(name, who, 'failed' in of ? of.failed : `${of.step.toFixed(2)} ms, ${of.launches} launches`);
    }
  }
  return { device, software, browser: navigator.userAgent, outcomes };
}

Object.assign(globalThis, { result: main() });
