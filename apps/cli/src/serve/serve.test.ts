import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';

it('answers until it is told to stop, and says where it cannot listen', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'customers.csv');
  const model = join(folder, 'model');
  writeFileSync(data, customers(120));
  await kindling('train', data, '--target', 'left', '--epochs', '2', '--out', model, '--quiet');
  const signals = new EventEmitter();
  let said = (_: string): void => undefined;
  const url = new Promise<string>((resolve) => {
    said = (text) => resolve(/^http:\/\/127\.0\.0\.1:\d+(?=\/predict answers)/.exec(text)![0]);
  });
  const running = kindlingWith({ signals, listen: said }, 'serve', model, '--port', '0', '--max-rows', '2');
  const row = { age: 60, town: 'Bern', member: true };
  const post = async (body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${await url}/predict`, { method: 'POST', body: JSON.stringify(body), headers });
    return { status: answer.status, body: await answer.json() };
  };
  expect(await post(row)).toMatchObject({ status: 200, body: { target: 'left', positive: 'yes' } });
  expect(await post([row, row, row])).toMatchObject({ status: 413 });
  expect((await post({ ...row, age: 'old' })).body).toMatchObject({ error: { row: 0, column: 'age' } });
  const { port } = new URL(await url);
  const taken = await kindling('serve', model, '--port', port);
  expect(taken.err).toBe(
    `kindling: cannot listen on 127.0.0.1 port ${port}: another program listens there; choose another --port\n`,
  );
  expect(taken.code).toBe(1);
  expect((await kindling('serve', model, '--port', '99999')).code).toBe(2);
  signals.emit('SIGTERM');
  expect(await running).toMatchObject({ code: 0, err: '' });
  await expect(fetch(`${await url}/health`)).rejects.toThrow();
});
