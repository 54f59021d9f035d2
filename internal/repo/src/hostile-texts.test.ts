import { cpu } from '@kindling/backend-cpu';
import * as data from '@kindling/data';
import * as metrics from '@kindling/metrics';
import { Linear, Sequential } from '@kindling/nn';
import { ones, setBackend, tensor } from '@kindling/tensor-core';
import { loadCheckpoint, saveCheckpoint } from '@kindling/train';
import { lossCurve, toTerminal } from '@kindling/viz';
import { beforeAll, describe, expect, it } from 'vitest';

beforeAll(async () => setBackend(await cpu()));

// What is printed of data must neither steer a terminal nor fill it.
const long = `\u001b[2J\u009b1m\u202e${'x'.repeat(1_000_000)}`;
const steers = /(?![\n\t])[\p{Cc}\p{Cf}]/u;
const options = (value: object): never => value as never;
const layer = (): Linear => new Linear(1, 1);

/** Calls whose message is about a text of the data, with the error that it is. */
const calls: readonly (readonly [name: string, run: () => unknown, words: string])[] = [
  [
    'a label that an encoder does not know',
    () => new data.LabelEncoder().fit(['a']).transform([long]),
    'is not one of',
  ],
  ['the labels that it knows', () => new data.LabelEncoder().fit([long]).transform(['a']), 'is not one of'],
  [
    'a category',
    () => new data.OneHotEncoder({ handleUnknown: 'error' }).fit([['a']]).transform([[long]]),
    'is not one of',
  ],
  [
    'the categories that there are',
    () => new data.OrdinalEncoder({ handleUnknown: 'error' }).fit([[long]]).transform([['a']]),
    'is not one of',
  ],
  ['a field that is no number', () => data.toTensors(data.parseCsv(`1,a\n${long},b\n`)), 'is not a number'],
  ['a delimiter', () => data.parseTable('a', options({ delimiter: long })), 'must be one character'],
  ['a column', () => data.parseTable('a,b\n1,1\n').select(long), 'no column'],
  [
    'a class of one row',
    () => [...new data.StratifiedShuffleSplit().split([1, 2, 3], [long, 'b', 'b'])],
    'which cannot be split',
  ],
  ['classes of which one must be positive', () => metrics.f1Score([long, 'b'], ['b', 'b']), 'posLabel'],
  ['a positive class', () => metrics.f1Score([0, 1], [1, 0], options({ posLabel: long })), 'posLabel'],
  ['an option', () => tensor([1], options({ [long]: 1 })), 'unknown option'],
  ['an element', () => tensor([long] as never), 'must be numbers'],
  ['a name in a state dict', () => layer().loadStateDict({ [long]: ones(1) }), 'Unexpected key'],
  ['a part that cannot be saved', () => saveCheckpoint(options({ [long]: 5 })), 'no stateDict'],
  [
    'a part that a file lacks',
    async () => loadCheckpoint(await saveCheckpoint({ a: layer() }), { [long]: layer() }),
    'the checkpoint has no',
  ],
  [
    'the parts that a file has',
    async () => loadCheckpoint(await saveCheckpoint({ [long]: layer() }), { a: layer() }),
    'the checkpoint has no',
  ],
  [
    'a part that cannot be loaded',
    async () => loadCheckpoint(await saveCheckpoint({ [long]: layer() }), options({ [long]: {} })),
    'no loadStateDict',
  ],
];

describe('a text of a million characters that steer a terminal, in an error', () => {
  it.each(calls)('%s', async (_, run, words) => {
    let message = '';
    try {
      await run();
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(words);
    expect(message.length).toBeLessThan(500);
    expect(message).not.toMatch(steers);
  });
});

describe('and in what is printed', () => {
  it('a report', () => {
    const report = String(metrics.classificationReport([long, 'b'], [long, 'b']));
    expect(report).not.toMatch(steers);
    expect(report).toContain('\\u001b[2J');
    expect(Math.max(...report.split('\n').map(({ length }) => length))).toBeLessThan(300);
  });

  it('a table, and a plot in a terminal', () => {
    const plot = toTerminal(lossCurve({ series: [{ values: [1, 2], name: long }], title: long }), { color: 'none' });
    for (const text of [String(data.parseTable(`${long},b\n${long},1\n`)), plot]) {
      expect(text).not.toMatch(steers);
      expect(text.length).toBeLessThan(10_000);
    }
  });
});

it('names of layers that are in each other are not cut', () => {
  const deep = 'a_rather_long_name_of_a_part.another_rather_long_name_of_a_part.weight';
  expect(() => new Sequential().loadStateDict({ [deep]: ones(1) })).toThrow(`Unexpected key(s): "${deep}"`);
});
