import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';

const quick = ['--target', 'left', '--epochs', '4', '--folds', '2', '--jobs', '1', '--trials', '4'];

function tableIn(folder: string): string {
  const data = join(folder, 'customers.csv');
  writeFileSync(data, customers(120));
  return data;
}

interface Document {
  readonly search: {
    readonly best: number;
    readonly design: object;
    readonly trials: { readonly score: number | null }[];
  };
  readonly test: object;
  readonly files: string[];
}

it('searches, trains the best on all training rows, and writes what train writes and the trials', async () => {
  const folder = temporaryFolder();
  const data = tableIn(folder);
  const space = ['--space', 'hidden=none/4/6,4', '--space', 'lr=0.005..0.05', '--space', 'optimizer=adamw/sgd'];
  const { code, out, err } = await kindling('tune', data, ...quick, ...space, '--out', join(folder, 'out'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/trial {2}log loss +design\n/);
  const command = /To train this design alone: kindling (.*)/.exec(out)![1]!;
  for (const file of ['classifier.safetensors', 'report.html', 'trials.csv', 'trials.json'])
    expect(existsSync(join(folder, 'out', file)), file).toBe(true);
  const lines = readFileSync(join(folder, 'out/trials.csv'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe('trial,hidden,lr,optimizer,epochs allowed,auc,logLoss,accuracy,brier,f1,seconds,error');
  // The line that it prints trains the same model.
  expect((await kindling(...command.split(' '), '--out', join(folder, 'again'))).code).toBe(0);
  const file = (of: string) => readFileSync(join(folder, of, 'classifier.safetensors'));
  expect(file('again').equals(file('out'))).toBe(true);
});

it('stops at Ctrl-C, goes on with --resume, and adds trials', async () => {
  const folder = temporaryFolder();
  const data = tableIn(folder);
  const args = (out: string): string[] => [
    'tune',
    data,
    ...quick,
    '--method',
    'halving',
    '--out',
    join(folder, out),
    '--json',
  ];
  const whole = JSON.parse((await kindling(...args('whole'))).out) as Document;
  expect(whole.search.trials.map(({ score }) => typeof score)).toEqual(Array(6).fill('number'));
  const signals = new EventEmitter();
  // As soon as a trial is done, however fast the machine is.
  const watching = setInterval(() => {
    if (!existsSync(join(folder, 'stopped/trials.json'))) return;
    clearInterval(watching);
    signals.emit('SIGINT');
  }, 1);
  const stopped = await kindlingWith({ signals }, ...args('stopped'));
  expect(stopped).toMatchObject({ code: 130, out: '' });
  expect(stopped.err).toMatch(/^Stopped and saved. To go on: kindling tune .* --resume\n$/);
  const rest = JSON.parse((await kindling(...args('stopped'), '--resume')).out) as Document;
  const scores = ({ search }: Document) => search.trials.map(({ score }) => score);
  expect(scores(rest)).toEqual(scores(whole));
  expect(rest.search.design).toEqual(whole.search.design);
  expect(rest.test).toEqual(whole.test);
  writeFileSync(data, customers(121));
  expect((await kindling(...args('stopped'), '--resume')).err).toMatch(/^kindling: .*of another search/);
});

it('takes a space from a file, and says what it cannot be', async () => {
  const folder = temporaryFolder();
  const data = tableIn(folder);
  const config = join(folder, 'search.yaml');
  writeFileSync(config, 'space:\n  hidden: [none, 4, [6, 4]]\n  lr: 0.01..0.02\ndropout: 0.2\n');
  const run = await kindling('tune', data, ...quick, '--config', config, '--out', join(folder, 'out'), '--json');
  expect(run).toMatchObject({ code: 0, err: '' });
  const { search } = JSON.parse(run.out) as Document;
  expect(search.design).toMatchObject({ dropout: 0.2, epochs: 4 });
  expect(Object.keys(search.design)).toEqual(expect.arrayContaining(['hidden', 'lr']));
  const wrong: [string[], string, number][] = [
    [['--space', 'lr=0.1..0.01'], '0.1 is not below 0.01', 1],
    [['--space', 'lr'], 'says no values', 1],
    [['--space', 'lrr=0.1/0.2'], 'did you mean "lr"?', 1],
    [['--space', 'activation=relu..tanh'], 'activation has no range', 1],
    [['--space', 'hidden=none/x'], '"x" is no list of layer sizes', 1],
    [['--space', 'dropout=0.1/0.2', '--dropout', '0.1'], 'leave one of them out', 1],
    [['--space', 'lr=0.1/0.2', '--space', 'lr=0.3/0.4'], 'says twice what lr may be', 1],
    [['--queue', 'redis://127.0.0.1:1'], 'give --jobs to the workers', 1],
  ];
  for (const [flags, message, code] of wrong) {
    const run = await kindling('tune', data, ...quick, ...flags, '--out', join(folder, 'out'));
    expect(run.err).toContain(message);
    expect(run.code).toBe(code);
    expect(run.err.trim().split('\n')).toHaveLength(1);
  }
});
