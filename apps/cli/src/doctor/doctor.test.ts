import { expect, it } from 'vitest';
import { kindling } from '../run.test-helper.js';

it('says which backends run, how fast, and why others do not', async () => {
  const { out, err, code } = await kindling('doctor', '--json');
  expect({ err, code }).toEqual({ err: '', code: 0 });
  const { schema, backends } = JSON.parse(out) as {
    schema: number;
    backends: { backend: string; runs: boolean; gigaflops?: number; reason?: string }[];
  };
  expect(schema).toBe(1);
  expect(backends[0]).toMatchObject({ backend: 'cpu, plain kernels', runs: true });
  for (const { runs, gigaflops, reason } of backends) {
    if (runs) expect(gigaflops).toBeGreaterThan(0);
    else expect(reason).not.toBe('');
  }
  expect(backends.at(-1)).toMatchObject({ backend: 'gpu', runs: false, reason: expect.stringContaining('WebGL') });
});
