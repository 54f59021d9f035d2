import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Trial } from '@kindling/train';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Built, builtCommand, type Running } from '../built.test-helper.js';
import { customers } from '../customers.test-helper.js';
import { kindling, temporaryFolder } from '../run.test-helper.js';

let built: Built;
beforeAll(async () => {
  built = await builtCommand();
}, 120_000);

/** What a search has found, without what time it took. */
async function found(run: Running): Promise<object> {
  const code = await run.ended;
  expect(run.printed.err).toBe('');
  expect(code).toBe(0);
  const { search, test } = JSON.parse(run.printed.out) as { search: { trials: Trial[]; best: number }; test: object };
  return {
    test,
    best: search.best,
    trials: search.trials.map(({ trial, params, score }) => ({ trial, params, score })),
  };
}

function command(): { args: (out: string, ...more: string[]) => string[]; folder: string } {
  const folder = temporaryFolder();
  const data = join(folder, 'customers.csv');
  writeFileSync(data, customers(160));
  const flags = ['--target', 'left', '--epochs', '6', '--folds', '2', '--trials', '8', '--json'];
  return { folder, args: (out, ...more) => ['tune', data, ...flags, '--out', join(folder, out), ...more] };
}

it('finds on threads what it finds in one, also when it was killed again and again', { timeout: 240_000 }, async () => {
  const { args, folder } = command();
  const alone = await found(built.start(...args('alone', '--jobs', '1')));
  expect(await found(built.start(...args('threads', '--jobs', '2')))).toEqual(alone);
  for (const after of [700, 900, 1200]) {
    const run = built.start(...args('killed', '--jobs', '2', '--resume'));
    setTimeout(() => run.child.kill('SIGKILL'), after);
    await run.ended;
    // Whatever the moment was: the trials that were done are there, and whole.
    const kept = await readFile(join(folder, 'killed/trials.json'), 'utf8').catch(() => '{ "trials": [] }');
    expect(Array.isArray((JSON.parse(kept) as { trials: unknown }).trials)).toBe(true);
  }
  expect(await found(built.start(...args('killed', '--jobs', '2', '--resume')))).toEqual(alone);
});

const redis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of its own, which ends with the test. */
async function startRedis(): Promise<string> {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    temporaryFolder(),
  ];
  const server = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void server.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => text.includes('Ready to accept') && resolve());
    server.on('close', () => reject(new Error('redis-server ended')));
  });
  return `redis://127.0.0.1:${port}`;
}

it.skipIf(!redis)(
  'finds by a queue what it finds alone, though a worker dies (needs redis-server)',
  { timeout: 240_000 },
  async () => {
    const url = await startRedis();
    const { args } = command();
    const alone = await found(built.start(...args('alone', '--jobs', '1')));
    const worker = (): Running => {
      const run = built.start('worker', url, '--jobs', '1', '--lease', '2');
      onTestFinished(() => void run.child.kill('SIGKILL'));
      return run;
    };
    const [first, second] = [worker(), worker()];
    await Promise.all([first.says(/Takes trials/), second.says(/Takes trials/)]);
    const search = built.start(...args('queue', '--queue', url));
    await first.says(/ done: /);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await found(search)).toEqual(alone);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    const done = (run: Running): string[] => [...run.printed.out.matchAll(/^trial (\S+) done/gm)].map(([, id]) => id!);
    expect([...done(first), ...done(second)]).toHaveLength(8);
    expect(new Set([...done(first), ...done(second)]).size).toBe(8);
  },
);

it('says where no Redis is, and what is no address of one', async () => {
  const { args } = command();
  const cases: [string[], string][] = [
    [args('out', '--queue', 'redis://user:secret@127.0.0.1:1'), 'cannot reach Redis at redis://127.0.0.1:1: '],
    [args('out', '--queue', 'localhost'), 'localhost is no address of a Redis such as redis://10.0.0.7:6379'],
    [['worker', 'http://127.0.0.1:1'], 'is no address of a Redis'],
  ];
  for (const [words, message] of cases) {
    const { code, out, err } = await kindling(...words);
    expect(err).toContain(message);
    expect(err).not.toContain('secret');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  }
});
