import { createHash } from 'node:crypto';
import type { TuneScore, TuneTrial } from '@kindling/train';
import type { Job } from 'bullmq';
import type { Judges, Study } from '../tune/study.js';
import { connectQueues, queueName } from './bullmq.js';
import { removeStudy, storeStudy } from './stored-study.js';

/** What a worker gets. */
export interface QueuedTrial {
  readonly study: string;
  readonly trial: TuneTrial;
}

/** Has designs judged by the workers of a queue, on any machines. */
export async function queued(study: Study, url: string): Promise<Judges> {
  const { bullmq, connection, redis } = await connectQueues(url);
  await storeStudy(redis, study);
  const queue = new bullmq.Queue<QueuedTrial, TuneScore>(queueName, { connection });
  const events = new bullmq.QueueEvents(queueName, { connection });
  queue.on('error', () => {});
  events.on('error', () => {});
  await events.waitUntilReady();
  const jobs: Job<QueuedTrial, TuneScore>[] = [];
  return {
    async judge(trial) {
      // The same trial of the same search has the same name: one that was done before an interruption is not done again.
      const sum = createHash('sha256').update(JSON.stringify(trial)).digest('hex').slice(0, 32);
      const job = await queue.add('trial', { study: study.id, trial }, { jobId: `${study.id}-${sum}` });
      jobs.push(job);
      return job.waitUntilFinished(events);
    },
    async close() {
      // One that is under way stays until its worker is done with it.
      await Promise.all(jobs.map((job) => job.remove().catch(() => {})));
      await removeStudy(redis, study.id);
      await Promise.all([events.close(), queue.close()]);
      redis.disconnect();
    },
  };
}
