import { availableParallelism } from 'node:os';
import type { TuneScore } from '@kindling/train';
import type { Context } from '../context.js';
import { plain } from '../output/plain.js';
import { connectQueues, queueName, where } from '../queue/bullmq.js';
import type { QueuedTrial } from '../queue/queued.js';
import { loadStudy } from '../queue/stored-study.js';
import { type Study, shared, trialThreads } from '../tune/study.js';
import type { WorkerFlags } from './worker.command.js';

/** How many tables are kept for trials to come. */
const KEPT = 3;

/** Does trials until it is told to stop. */
export async function runWorker(url: string, flags: WorkerFlags, { process }: Context): Promise<void> {
  const { jobs = availableParallelism(), lease } = flags;
  const { bullmq, connection, redis } = await connectQueues(url);
  const threads = trialThreads(jobs);
  const studies = new Map<string, Promise<Study>>();
  const studyWith = (id: string): Promise<Study> => {
    const known = studies.get(id) ?? loadStudy(redis, id).then(shared);
    studies.delete(id);
    studies.set(id, known);
    known.catch(() => studies.delete(id));
    for (const old of [...studies.keys()].slice(0, -KEPT)) studies.delete(old);
    return known;
  };
  // Threads work, so that this one can say all the time that it is alive.
  const worker = new bullmq.Worker<QueuedTrial, TuneScore>(
    queueName,
    async ({ data: { study, trial } }) => threads.run({ study: await studyWith(study), trial }),
    {
      connection,
      concurrency: jobs,
      lockDuration: lease * 1000,
      stalledInterval: lease * 1000,
      // A trial goes on to the next worker as often as workers die.
      maxStalledCount: 100,
    },
  );
  worker.on('error', () => {});
  worker.on('completed', ({ id }, { score }) => process.stdout.write(`trial ${id} done: ${score}\n`));
  worker.on('failed', (job, error) => process.stdout.write(`trial ${job?.id} failed: ${plain(error.message)}\n`));
  await worker.waitUntilReady();
  process.stdout.write(`Takes trials from ${plain(where(url))}, ${jobs} at a time. Ctrl-C stops it.\n`);
  // Once: a second signal ends the process as usual.
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once?.(signal, () => resolve());
  });
  await worker.close();
  await threads.close();
  redis.disconnect();
}
