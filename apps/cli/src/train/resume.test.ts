import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';

/** Sends a signal some time after somebody listens for it. */
class Impatient extends EventEmitter {
  constructor(private readonly after: number) {
    super();
  }

  override once(name: string, listener: () => void): this {
    super.once(name, listener);
    if (name === 'SIGINT') setTimeout(() => this.emit('SIGINT'), this.after);
    return this;
  }
}

it('stops at Ctrl-C, says how to go on, and then ends as if it had not stopped', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'customers.csv');
  writeFileSync(data, customers(200));
  const args = (out: string): string[] => [
    ...['train', data, '--target', 'left', '--hidden', '24,12', '--epochs', '40', '--patience', '40'],
    ...['--schedule', 'cosine', '--optimizer', 'adam', '--folds', '3', '--out', join(folder, out)],
  ];
  expect(await kindling(...args('whole'))).toMatchObject({ code: 0, err: '' });
  const told: string[] = [];
  let runs = 0;
  let code: unknown = 130;
  // More than once, each after a longer time: where it is caught does not matter.
  for (const after of [40, 150, 400, 60_000]) {
    const resume = runs++ === 0 ? [] : ['--resume'];
    const run = await kindlingWith({ signals: new Impatient(after) }, ...args('stopped'), ...resume);
    code = run.code;
    if (code !== 130) break;
    told.push(run.err);
    expect(run.err).toMatch(/^Stopped and saved\. To go on: kindling train .*customers\.csv .* --resume\n$/);
    expect(readdirSync(join(folder, 'stopped')).filter((name) => !name.startsWith('training-'))).toEqual([]);
  }
  expect(code).toBe(0);
  expect(told.length).toBeGreaterThan(0);
  expect(readdirSync(join(folder, 'stopped')).sort()).toEqual(readdirSync(join(folder, 'whole')).sort());
  const [whole, stopped] = ['whole', 'stopped'].map((out) =>
    readFileSync(join(folder, out, 'predictions.csv'), 'utf8'),
  );
  expect(stopped).toBe(whole);

  // Another training does not go on from there, once something is kept.
  const long = args('long').map((word) => (word === '40' ? '100000' : word));
  const other = [...long, '--dropout', '0.3'];
  for (const after of [40, 400, 4000, 20_000]) {
    expect((await kindlingWith({ signals: new Impatient(after) }, ...long)).code).toBe(130);
    if (readdirSync(join(folder, 'long')).some((name) => name.startsWith('training-'))) break;
  }
  const { code: refused, err } = await kindling(...other, '--resume');
  expect(refused).toBe(1);
  expect(err).toMatch(/^kindling: customers\.csv: .*other rows or options.*\n$/);
});
