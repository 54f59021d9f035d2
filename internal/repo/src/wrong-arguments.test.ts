import * as backend from '@kindling/backend-cpu';
import * as data from '@kindling/data';
import * as exported from '@kindling/export';
import * as metrics from '@kindling/metrics';
import * as report from '@kindling/report';
import * as core from '@kindling/tensor-core';
import * as train from '@kindling/train';
import * as viz from '@kindling/viz';
import { beforeAll, expect, it } from 'vitest';

beforeAll(async () => core.setBackend(await backend.cpu()));

/** A function or class as a caller without types sees it. */
type Untyped = (...args: unknown[]) => unknown;

/** What belongs nowhere, for each argument. */
const wrongs: readonly (readonly [name: string, value: unknown])[] = [
  ['{}', {}],
  ['null', null],
  ["'x'", 'x'],
  ['NaN', Number.NaN],
  ['() => 1', () => 1],
  ['{ noSuchOption }', { noSuchOption: 1 }],
];

/** What the engine or the host says where nobody checked. */
const unchecked =
  /^(Cannot|undefined|null)|is not (iterable|a function|a constructor)|reading '|Invalid array length|"path" argument|call stack/;

/** Classes whose instances others make: their constructors are not called by users. */
const madeByOthers = ['Classifier', 'ClassificationReport', 'ConfusionMatrix', 'Preprocessor'];

/** Right with one of these, and what for. */
const takes: Record<string, readonly string[]> = {
  // Nothing to keep, and no parameters to combine.
  saveCheckpoint: ['{}'],
  parameterGrid: ['{}'],
  'Table.from': ['{}'],
  // A name of a file, and a text with a header alone.
  checkpointFile: ["'x'"],
  parseTable: ["'x'"],
  // A path, and a function that opens a source.
  streamCsv: ["'x'", '() => 1'],
  streamJsonLines: ["'x'", '() => 1'],
  IterableDataset: ['() => 1'],
  compose: ['() => 1'],
  argMax: ['() => 1'],
  atThreshold: ['() => 1'],
};

/** What has no arguments at all. */
const takesNothing = new Set([
  'IsotonicCalibration',
  'LabelEncoder',
  'loadSonar',
  'PlattCalibration',
  'StreamingMean',
  'TemperatureCalibration',
]);

/** Every function, class and static method of the packages that no test of their own walks over. */
const names = [backend, data, metrics, train, viz, report, exported].flatMap((names) =>
  Object.entries(names).flatMap(([name, value]: [string, unknown]): [string, Untyped][] => {
    if (typeof value !== 'function' || Reflect.get(core, name) === value || /Error$/.test(name)) return [];
    if (!/^[A-Z]/.test(name)) return [[name, value as Untyped]];
    const statics = Object.getOwnPropertyNames(value)
      .map((one) => [one, Reflect.get(value, one)] as const)
      .filter((entry): entry is [string, Untyped] => entry[0] !== 'prototype' && typeof entry[1] === 'function');
    const made: [string, Untyped] = [name, (...args) => Reflect.construct(value, args)];
    return [
      ...(madeByOthers.includes(name) ? [] : [made]),
      ...statics.map(([one, call]): [string, Untyped] => [`${name}.${one}`, call.bind(value)]),
    ];
  }),
);

/** Whether a call without arguments, or with an object of no options, is right. */
async function works(call: Untyped, ...args: unknown[]): Promise<boolean> {
  try {
    await call(...args);
    return true;
  } catch (error) {
    expect((error as Error).message).not.toMatch(unchecked);
    return false;
  }
}

it.each(names)('%s', { timeout: 60_000 }, async (name, call) => {
  const needsNothing = await works(call);
  for (const [kind, value] of wrongs) {
    for (const count of [1, 2, 3]) {
      const silent = await works(call, ...Array<unknown>(count).fill(value));
      if (!silent || takes[name]?.includes(kind)) continue;
      // Options that may be left out may be empty; what takes no argument at all cannot get a wrong one.
      const empty = needsNothing && kind === '{}';
      if (!empty && !takesNothing.has(name)) expect.fail(`${name} took ${kind}, ${count} times, in silence`);
    }
  }
});
