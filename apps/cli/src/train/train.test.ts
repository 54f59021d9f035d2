import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';

const quick = ['--epochs', '8', '--patience', '4'];

function file(text: string, name = 'customers.csv', folder = temporaryFolder()): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function trained(...flags: string[]): Promise<{ model: string; document: object }> {
  const model = join(temporaryFolder(), 'model');
  const run = await kindling(
    'train',
    file(customers(160)),
    '--target',
    'left',
    '--out',
    model,
    '--json',
    ...quick,
    ...flags,
  );
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  return { model, document: JSON.parse(run.out) };
}

describe('train', () => {
  it('learns from mixed columns with gaps, judges itself beside plain models, and leaves everything in a folder', async () => {
    const { model, document } = await trained();
    expect(document).toMatchObject({
      schema: 1,
      rows: { train: 120, test: 40 },
      features: ['age', 'town', 'member'],
      target: 'left',
      positive: 'yes',
      negative: 'no',
    });
    const { test, baselines, epochs, warnings, files } = document as {
      test: { auc: number; aucInterval: [number, number]; confusion: number[][]; rows: number };
      baselines: Record<'logistic' | 'majority', { auc: number; accuracy: number; logLoss: number }>;
      epochs: number[];
      warnings: string[];
      files: string[];
    };
    expect(test.auc).toBeGreaterThan(0.8);
    expect(test.aucInterval[0]).toBeLessThanOrEqual(test.auc);
    expect(test.aucInterval[1]).toBeGreaterThanOrEqual(test.auc);
    expect(test.confusion.flat().reduce((a, b) => a + b)).toBe(40);
    expect(baselines.logistic.auc).toBeGreaterThan(0.7);
    expect(baselines.majority.auc).toBe(0.5);
    expect(baselines.majority.logLoss).toBeGreaterThan(0.5);
    expect(epochs).toHaveLength(5);
    expect(warnings.join()).toMatch(/column "id" left out: /);
    const lying = readdirSync(model, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect([...files].sort()).toEqual(lying.map((entry) => join(entry.parentPath, entry.name)).sort());
    expect(readdirSync(model).sort()).toEqual([
      'classifier.safetensors',
      'columns.json',
      'command.txt',
      'metrics.json',
      'pictures',
      'predictions.csv',
      'report.html',
    ]);
    expect(readdirSync(join(model, 'pictures'))).toEqual(
      expect.arrayContaining(['roc.svg', 'roc.png', 'calibration.svg']),
    );
    const page = readFileSync(join(model, 'report.html'), 'utf8');
    expect(page).toContain(`<span class="value">${test.auc.toFixed(3)}</span>`);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    const kept = JSON.parse(readFileSync(join(model, 'metrics.json'), 'utf8')) as object;
    expect(kept).toMatchObject({ schema: 1, test });
    expect(readFileSync(join(model, 'command.txt'), 'utf8')).toMatch(
      /^kindling train \S+customers\.csv --target left --out /,
    );
    const predictions = readFileSync(join(model, 'predictions.csv'), 'utf8').trim().split('\n');
    expect(predictions[0]).toBe('line,prediction,probability of yes,true class');
    expect(predictions).toHaveLength(41);
    expect(predictions[1]).toMatch(/^\d+,(?:yes|no),0\.\d+,(?:yes|no)$/);
  });

  it('tells people what it did, and with --quiet nothing', async () => {
    const out = temporaryFolder();
    const args = ['train', file(customers(120)), '--target', 'left', '--out', out, ...quick];
    const told = await kindling(...args);
    for (const part of [
      'customers.csv: 120 rows, 90 to train on',
      '3 columns used: age, town, member',
      'logistic',
      'majority',
    ])
      expect(told.out).toContain(part);
    expect(await kindling(...args, '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('takes the design, the positive class, a threshold and a test file, and gives the same from the same seed', async () => {
    const test = file(customers(50, 1000), 'later.csv');
    const flags = [
      '--positive',
      'no',
      '--drop',
      'id,member',
      '--hidden',
      '6,4',
      '--activation',
      'tanh',
      '--dropout',
      '0',
    ];
    flags.push(
      '--batch-norm',
      '--lr',
      '0.02',
      '--weight-decay',
      '0',
      '--batch-size',
      '16',
      '--class-weight',
      'balanced',
    );
    flags.push('--calibrate', 'platt', '--threshold', 'cost:5,1', '--test', test, '--seed', 'seven');
    const [a, b] = [await trained(...flags), await trained(...flags)];
    expect(a.document).toMatchObject({ rows: { train: 160, test: 50 }, features: ['age', 'town'], positive: 'no' });
    expect(readFileSync(join(a.model, 'predictions.csv'), 'utf8')).toBe(
      readFileSync(join(b.model, 'predictions.csv'), 'utf8'),
    );
    const { out } = await kindling('inspect', a.model, '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: 'model',
      design: { hidden: [6, 4], activation: 'tanh', dropout: 0, batchNorm: true },
      calibration: 'platt',
    });
  });

  it('warns of a column that gives the answer away, and of test rows that it was trained on', async () => {
    const rows = customers(160).trim().split('\n');
    const given = rows.map((row, i) => `${row},${i === 0 ? 'ended' : row.includes(',yes,') ? 1 : 0}`).join('\n');
    const leaking = await kindling(
      'train',
      file(given),
      '--target',
      'left',
      '--out',
      temporaryFolder(),
      '--json',
      ...quick,
    );
    expect(leaking.err).toBe('');
    expect((JSON.parse(leaking.out) as { warnings: string[] }).warnings.join('\n')).toMatch(
      /column "ended" alone tells the classes apart without a mistake: is it known before the answer is\?/,
    );
    const { document } = await trained('--test', file(customers(160), 'again.csv'));
    expect((document as { warnings: string[] }).warnings.join('\n')).toMatch(
      /test rows stand among the training rows too/,
    );
  });

  it('without hidden layers it is the logistic regression itself', async () => {
    const { document } = await trained('--hidden', 'none');
    expect(Object.keys((document as { baselines: object }).baselines)).toEqual(['majority']);
  });

  const wrong: [name: string, csv: string, flags: string[], message: RegExp][] = [
    [
      'no such column',
      customers(40),
      ['--target', 'lefft'],
      /^kindling: customers\.csv: .*no column "lefft"; did you mean "left"\?/,
    ],
    [
      'no such column to drop',
      customers(40),
      ['--target', 'left', '--drop', 'ages'],
      /no column "ages"; did you mean "age"/,
    ],
    [
      'three classes',
      customers(40),
      ['--target', 'town'],
      /customers\.csv, column "town": 3 classes \(.*\); train tells two apart/,
    ],
    ['one class', 'a,b\n1,x\n2,x\n', ['--target', 'b'], /column "b": every row has the class x; two are needed/],
    [
      'one class and rows without',
      'a,b\n1,x\n2,NA\n3,?\n',
      ['--target', 'b'],
      /every row has the class x, or none in 2 that are missing; two/,
    ],
    ['no class at all', 'a,b\n1,\n2,\n', ['--target', 'b'], /no row has a class; two are needed/],
    [
      'no other column',
      customers(40),
      ['--target', 'left', '--drop', 'age,town,member,id'],
      /no column is left to learn from beside "left"; drop fewer/,
    ],
    ['spellings', 'a,b\n1,yes\n2,no\n3,Yes\n', ['--target', 'b'], /differ in case or spaces only; spell them alike/],
    [
      'no such class',
      customers(40),
      ['--target', 'left', '--positive', 'maybe'],
      /customers\.csv: .*no class "maybe"; it has/,
    ],
    ['a ragged row', 'a,b\n1,x\n2\n', ['--target', 'b'], /customers\.csv line 3/],
    ['too few rows', 'a,b\n1,x\n2,y\n', ['--target', 'b'], /customers\.csv: its 2 rows cannot be split/],
    ['an empty file', '', ['--target', 'b'], /customers\.csv: the file is empty/],
    [
      'nothing to learn from',
      'a,b\n1,x\n1,y\n1,x\n1,y\n1,x\n1,y\n1,x\n1,y\n1,x\n1,y\n1,x\n1,y\n1,x\n1,y\n',
      ['--target', 'b'],
      /no column is left/,
    ],
    ['two ways to test', customers(40), ['--target', 'left', '--test', 'x', '--test-size', '0.5'], /not both/],
    ['no place', customers(40), ['--target', 'left', '--out', ''], /the name of the output folder is empty/],
  ];
  it.each(wrong)('an error is one line: %s', async (_, csv, flags, message) => {
    const out = join(temporaryFolder(), 'out');
    const run = await kindling('train', file(csv), '--out', out, ...flags.filter((flag) => flag !== '--out'));
    const given = flags.includes('--out') ? await kindling('train', file(csv), ...flags) : run;
    expect(given.err).toMatch(message);
    expect(given.err.trim().split('\n')).toHaveLength(1);
    expect(given).toMatchObject({ code: 1, out: expect.not.stringContaining('Written') });
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  it.each([
    ['--hidden', '60,x', 'layer sizes such as 60,60'],
    ['--dropout', '1', 'from 0 to below 1'],
    ['--threshold', 'best', 'cost:FN,FP'],
    ['--threshold', 'cost:1', 'cost:FN,FP'],
    ['--lr', '0', 'above 0'],
    ['--test-size', '0', 'above 0 and below 1'],
    ['--hiden', '3', '--hiden'],
  ])('a command line that makes no sense: %s %s', async (flag, value, message) => {
    const run = await kindling('train', 'x.csv', '--target', 'y', flag, value);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(message);
  });

  it('names and cells cannot steer the terminal or a spreadsheet', async () => {
    const lines = customers(60)
      .split('\n')
      .map((line, i) => (i === 0 ? 'age,town,"mem\u001b[2Jber",left,__proto__' : line));
    const csv = lines.join('\n').replaceAll(',yes,', ',=1+cmd(),');
    const out = temporaryFolder();
    const run = await kindling(
      'train',
      file(csv),
      '--target',
      'left',
      '--positive',
      '=1+cmd()',
      '--out',
      out,
      ...quick,
    );
    expect(run.code).toBe(0);
    expect(run.out).toContain('mem\\u001b[2Jber');
    expect(run.out).not.toContain('\u001b');
    expect(readFileSync(join(out, 'predictions.csv'), 'utf8')).toMatch(/^\d+,'=1\+cmd\(\),/m);
  });
});

describe('predict and evaluate', () => {
  it('give the probabilities that train wrote, from a file and from standard input', async () => {
    const folder = temporaryFolder();
    const later = file(customers(30, 500), 'later.csv', folder);
    const { model } = await trained('--test', later);
    const own = readFileSync(join(model, 'predictions.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(',').slice(0, 3).join());
    const out = join(folder, 'out.csv');
    expect(await kindling('predict', model, later, '-o', out)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(out, 'utf8').split('\n')).toEqual(own);
    // The class is not needed, nor the order of columns.
    const reordered = customers(30, 500)
      .split('\n')
      .map((line) => line.split(',').slice(0, 3).reverse().join());
    const piped = await kindlingWith({ stdin: reordered.join('\n') }, 'predict', model);
    expect(piped).toMatchObject({ code: 0, err: '' });
    expect(piped.out.split('\n')).toEqual(own);
    const measured = await kindling('evaluate', model, later, '--json');
    const metrics = JSON.parse(readFileSync(join(model, 'metrics.json'), 'utf8')) as { test: object };
    const { aucInterval: _, ...test } = metrics.test as { aucInterval: unknown };
    expect(JSON.parse(measured.out)).toMatchObject({ schema: 1, target: 'left', positive: 'yes', ...test });
    expect((await kindling('evaluate', model, later)).out).toContain('later.csv: 30 rows');
  });

  it('say which values training did not see, and what is missing or wrong, by file, line and column', async () => {
    const { model } = await trained();
    const predict = (csv: string) => kindling('predict', model, file(csv, 'new.csv'));
    const odd = await predict('age,town,member\n30,Atlantis,true\n,7,\n');
    expect(odd.code).toBe(0);
    expect(odd.err).toBe('note: column "town": 2 rows have values that training did not see (7, Atlantis)\n');
    expect(
      odd.out
        .trim()
        .split('\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['line', '2', '3']);
    const far = await predict(`age,town,member\n${'30,Bern,true\n'.repeat(60)}1e6,Bern,true\n-5,Bern,true\n`);
    expect(far.err.split('\n').map((line) => line.replace(/\(\d+ to \d+\)/, '(LOW to HIGH)'))).toEqual([
      'note: column "age": 2 rows lie outside of what training saw (LOW to HIGH), the first with 1000000',
      expect.stringMatching(/^note: column "age" is distributed otherwise than in training/),
      expect.stringMatching(/^note: column "town" is distributed otherwise than in training/),
      expect.stringMatching(/^note: column "member" is distributed otherwise than in training/),
      '',
    ]);
    const one = await predict('age,town,member\n30,7,true\n');
    expect(one.err).toBe('note: column "town": 1 row has a value that training did not see (7)\n');
    for (const [csv, message] of [
      [
        'age,member\n30,true\n',
        /^kindling: new\.csv: there is no column "town", which the model needs; there are: age, member\n$/,
      ],
      [
        'age,town,member\n30,Bern,true\nold,Bern,true\n',
        /^kindling: new\.csv line 3, column "?age"?: .*"old".*number.*\n$/,
      ],
    ] as const) {
      expect(await predict(csv)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(message) });
    }
    const classes = await kindling('evaluate', model, file('age,town,member,left\n30,Bern,true,maybe\n', 'new.csv'));
    expect(classes.err).toMatch(/^kindling: new\.csv: .*has the class "maybe"; in training it had "no" and "yes"\n$/);
  });

  it('refuse what is no model, and places that cannot be written', async () => {
    const folder = temporaryFolder();
    const csv = file(customers(5), 'new.csv', folder);
    for (const command of ['predict', 'evaluate']) {
      const none = await kindling(command, folder, csv);
      expect(none).toMatchObject({ code: 1, out: '' });
      expect(none.err).toMatch(
        /^kindling: cannot read the model .*classifier\.safetensors: no such file or folder; give the/,
      );
      expect((await kindling(command, csv, csv)).err).toMatch(/^kindling: .*new\.csv holds no classifier: .*\n$/);
    }
    expect((await kindling('predict', folder, csv, '-o', '')).err).toBe(
      'kindling: the name of the output file is empty\n',
    );
  });
});
