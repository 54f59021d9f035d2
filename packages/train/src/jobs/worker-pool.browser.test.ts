import { expect, it } from 'vitest';
import { workerPool } from './worker-pool.js';

it('does tasks in workers of a page', async () => {
  const module = new URL(
    "data:text/javascript,export const times = (n, { by }) => { if (n < 0) throw new RangeError('below'); return n * by; }",
  );
  const pool = workerPool<number, number>(module, { size: 2, name: 'times', data: { by: 3 } });
  expect(await Promise.all([1, 2, 3, 4].map((n) => pool.run(n)))).toEqual([3, 6, 9, 12]);
  await expect(pool.run(-1)).rejects.toThrow('below');
  await pool.close();
  await expect(pool.run(1)).rejects.toThrow('it was closed');
});

it('gives up a task under way when it is aborted', async () => {
  const stop = new AbortController();
  const module = new URL('data:text/javascript,export default () => { for (;;); }');
  const pool = workerPool<number, number>(module, { size: 1, signal: stop.signal });
  const never = pool.run(1);
  setTimeout(() => stop.abort(new Error('enough')), 100);
  await expect(never).rejects.toThrow('enough');
});
