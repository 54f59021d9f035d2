/** The process of one JavaScript competitor: `node worker.ts ID`, answering requests until its input ends. */
import { createInterface } from 'node:readline';
import { load } from '../competitors/index.ts';
import { type Competitor, type Trial, trains, type Work } from '../tasks/work.ts';
import { profileOf } from './profile.ts';
import type { Reply, Request } from './protocol.ts';

// Standard output is the protocol's; libraries print there.
for (const method of ['log', 'info', 'debug'] as const) console[method] = console.error;

function reply(message: Reply): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

let competitor: Competitor;
let work: Work | undefined;
let trial: Trial | undefined;

async function prepare(next: Work): Promise<Reply> {
  trial?.release?.();
  work = next;
  trial = await competitor.start(next);
  if (trial === undefined) return { values: null, ms: 0 };
  const steps = trains(next) ? next.checkSteps : 1;
  const start = performance.now();
  const values = await trial.check();
  return { values, ms: (performance.now() - start) / steps };
}

async function time(repetitions: number, first: boolean): Promise<Reply> {
  if (work === undefined || trial === undefined) throw new Error('nothing is prepared');
  if (trains(work)) {
    trial.release?.();
    trial = await competitor.start(work);
  }
  if (first) await trial!.run(1);
  const start = performance.now();
  await trial!.run(repetitions);
  return { ms: performance.now() - start };
}

/** Where time goes once all is compiled. */
async function profile(ms: number): Promise<Reply> {
  const one = await time(1, true);
  const each = 'ms' in one ? one.ms : 1;
  const repetitions = Math.max(1, Math.round(ms / Math.max(each, 1e-3)));
  return { profile: await profileOf(() => trial!.run(repetitions)) };
}

async function answer(request: Request): Promise<Reply> {
  if (request.command === 'prepare') return prepare(request.work);
  if (request.command === 'time') return time(request.repetitions, request.first);
  if (request.command === 'profile') return profile(request.ms);
  trial?.release?.();
  work = undefined;
  trial = undefined;
  return { ms: 0 };
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

try {
  competitor = await load(process.argv[2] ?? '');
  reply({ version: competitor.version });
} catch (error) {
  reply({ error: message(error) });
  process.exit(1);
}
for await (const line of createInterface({ input: process.stdin })) {
  try {
    reply(await answer(JSON.parse(line) as Request));
  } catch (error) {
    reply({ error: message(error) });
  }
}
process.exit(0);
