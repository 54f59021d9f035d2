import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Redis } from 'ioredis';
import type { Study } from '../tune/study.js';

/** Raised when what is stored, or how trials are judged, changes its meaning. */
const FORMAT = 1;

const keyOf = (id: string): string => `kindling:study:${id}`;

/** Puts a study where workers find it. */
export async function storeStudy(redis: Redis, { bytes, ...rest }: Study): Promise<void> {
  const head = Buffer.from(`${JSON.stringify({ ...rest, format: FORMAT })}\n`);
  await redis.set(keyOf(rest.id), await promisify(gzip)(Buffer.concat([head, bytes])));
}

/** The study with this id. */
export async function loadStudy(redis: Redis, id: string): Promise<Study> {
  const stored = await redis.getBuffer(keyOf(id));
  if (stored === null) throw new Error('the search that this trial is of has ended');
  const all = await promisify(gunzip)(stored);
  const end = all.indexOf(10);
  const { format, ...rest } = JSON.parse(all.toString('utf8', 0, end)) as Omit<Study, 'bytes'> & { format: number };
  if (format !== FORMAT) throw new Error('the search is of another version of kindling than this worker');
  return { ...rest, bytes: all.subarray(end + 1) };
}

/** Takes it away. */
export async function removeStudy(redis: Redis, id: string): Promise<void> {
  await redis.del(keyOf(id));
}
