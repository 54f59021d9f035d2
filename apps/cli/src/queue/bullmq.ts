import { createRequire } from 'node:module';
import type * as Bullmq from 'bullmq';
import type * as Ioredis from 'ioredis';
import { plain } from '../output/plain.js';

/** Where a Redis is. A type and no interface: BullMQ takes what has an index. */
type Connection = {
  host: string;
  port: number;
  username?: string;
  password?: string;
  db?: number;
  tls?: object;
};

/** What BullMQ and the client of Redis offer. */
export interface Queues {
  readonly bullmq: typeof Bullmq;
  /** Options of its connection, for each of BullMQ's objects. */
  readonly connection: Connection & { maxRetriesPerRequest: null };
  readonly redis: Ioredis.Redis;
}

/** The queue of trials. */
export const queueName = 'kindling-trials';

/**
 * Loads BullMQ, which is not installed with this command, and connects.
 *
 * @throws Error that says how to install it, or why there is no connection.
 */
export async function connectQueues(url: string): Promise<Queues> {
  const connection = connectionOf(url);
  const require = createRequire(import.meta.url);
  let bullmq: typeof Bullmq;
  let Redis: typeof Ioredis.Redis;
  try {
    bullmq = require('bullmq') as typeof Bullmq;
    ({ Redis } = require('ioredis') as typeof Ioredis);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error('a queue needs the packages bullmq and ioredis: npm install --global bullmq@6 ioredis@5');
  }
  const redis = new Redis({ ...connection, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw new Error(`cannot reach Redis at ${where(url)}: ${plain((error as Error).message)}`);
  }
  redis.disconnect();
  // From now on it may go away for a while.
  const lasting = new Redis({ ...connection, maxRetriesPerRequest: null });
  lasting.on('error', () => {});
  return { bullmq, connection: { ...connection, maxRetriesPerRequest: null }, redis: lasting };
}

function connectionOf(url: string): Connection {
  const given = URL.canParse(url) ? new URL(url) : null;
  if (given === null || !/^rediss?:$/.test(given.protocol) || given.hostname === '' || !/^\/?\d*$/.test(given.pathname))
    throw new Error(`${plain(where(url))} is no address of a Redis such as redis://10.0.0.7:6379`);
  const { hostname, port, username, password, pathname, protocol } = given;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 6379),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** An address without its password. */
export function where(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
