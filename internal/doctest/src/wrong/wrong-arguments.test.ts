import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { Module } from '@kindling/nn';
import { ones, SeedrandomGenerator, setBackend, setDefaultGenerator } from '@kindling/tensor-core';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { collect } from '../collect.js';
import { hasOwnNames, isInternalModule, publicModules, root } from '../modules.js';
import { check } from '../types.js';
import { type RightCall, rightCalls } from './right-calls.js';
import { probeFile, WrongValues } from './wrong-values.js';

const load = (specifier: string): Promise<object> => {
  const source = publicModules.get(specifier);
  return import(/* @vite-ignore */ source === undefined ? specifier : join(root, source));
};
const modules = [...publicModules].filter(
  ([name]) =>
    !isInternalModule(name) &&
    hasOwnNames(name) &&
    !/\/tensor-core(\/(testing|backend|methods|functions))?$/.test(name),
);

const backend = await cpu();
const { program } = check([{ name: 'probes', file: 'internal/doctest/src/wrong/probes', code: probeFile, run: false }]);
const checker = program.getTypeChecker();
const wrongValues = new WrongValues(program, join(root, 'internal/doctest/src/wrong/probes.example-0.ts'));

/** The exports of all modules: their values, and their types. */
const exports = new Map<string, unknown>();
const symbols = new Map<string, ts.Symbol>();
for (const [module, source] of modules) {
  const values = await load(module);
  for (const exported of checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile(join(root, source))!)!,
  )) {
    const value: unknown = Reflect.get(values, exported.name);
    if (value === undefined || exports.has(exported.name)) continue;
    exports.set(exported.name, value);
    symbols.set(exported.name, exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported);
  }
}

function memberOf(name: string, member: string, of: 'members' | 'exports'): ts.Symbol | undefined {
  return symbols.get(name)?.[of]?.get(ts.escapeLeadingUnderscores(member));
}

function isPublic(symbol: ts.Symbol | undefined): boolean {
  return (symbol?.declarations ?? []).some(
    (one) =>
      !(ts.getCombinedModifierFlags(one) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) &&
      !ts.getJSDocTags(one).some(({ tagName }) => tagName.text === 'internal'),
  );
}

function signaturesOf(label: string): readonly ts.Signature[] {
  if (label.startsWith('new ')) return checker.getTypeOfSymbol(symbols.get(label.slice(4))!).getConstructSignatures();
  const [name, ...rest] = label.split('.');
  if (rest.length === 0) return checker.getTypeOfSymbol(symbols.get(name!)!).getCallSignatures();
  const member = rest[0] === 'prototype' ? memberOf(name!, rest[1]!, 'members') : memberOf(name!, rest[0]!, 'exports');
  return member === undefined ? [] : checker.getTypeOfSymbol(member).getCallSignatures();
}

const examples = collect().examples.filter(({ file, run }) => run && /^packages\/(?!browser).*\.ts$/.test(file));
const fresh = (): void => {
  setBackend(backend);
  setDefaultGenerator(new SeedrandomGenerator(0));
};
const calls = await rightCalls(
  examples,
  load,
  { exports, isMethod: (owner, method) => isPublic(memberOf(owner, method, 'members')) },
  fresh,
);
fresh();

const unchecked =
  /^(Cannot|undefined|null)|is not (iterable|a function|a constructor)|reading '|Invalid (array length|time value)|"path" argument|call stack|must be of type|as its first argument/;

async function said(call: RightCall, args: readonly unknown[]): Promise<string | undefined> {
  try {
    const result: unknown = await call.again(args);
    if (typeof result === 'object' && result !== null && 'next' in result)
      await (result as AsyncIterator<unknown>).next();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Arguments that may be anything, or that others check; `label parameter`, and why. */
const fine: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\.prototype\.get draw/, 'the loader gives it'],
  [/^ImageTransform\.prototype\.apply generator/, 'Compose and ImageFolder give it'],
  [/^TrainingSession\.prototype\.receive /, 'messages of TrainingClient, whose methods check them'],
  [/^TrainingClient\.prototype\.configure spec/, 'the worker answers `failed` to what is wrong in it'],
  [/^EarlyStopping\.prototype\./, 'fit calls it'],
  [/^InstanceNorm2d\.prototype\.forward /, 'the layer is called, which says what it got'],
  [/^(Torch|Numpy)Generator\.prototype\.\w+ (dtype|distribution|p)\b/, 'functions that draw check what they pass on'],
  [/\.prototype\.resetParameters options/, 'the options of the layer, whose constructor checks them'],
  [/^Module\.prototype\.ownBuffers /, 'modules ask each other; any answer is a yes or a no'],
  [/(fit|fitTransform) y: |split _y: /, 'not read where no step asks for labels, as in scikit-learn'],
  [/^Table\.prototype\.has /, 'whether there is one of a name, of any name'],
  [/^collate samples: /, 'a sample may be anything'],
  [/^stream(Csv|JsonLines) source: a function/, 'a function opens a source'],
  [/^(amax|amin|countNonzero) dim: null|^new RandomChoice p: null/, 'null is all of them, or none, as in PyTorch'],
  [/^saveCheckpoint extra/, 'it may be any plain data'],
  [/^RandomState\.prototype\.permutation n: an array/, 'an array is put in random order'],
  [/options\.(nan|posinf|neginf|encodedMissingValue): NaN/, 'NaN is a number to put there'],
  [/options\.(alpha|gamma|init|shift|scale|eps): NaN/, 'a factor of numbers that may be NaN themselves'],
  [/^(adaptiveMaxPool2d|maxPool[12]d) options\.returnIndices: true/, 'the first signature alone has false'],
  [/^workerPool options\.data/, 'it may be anything that can be cloned'],
  [/^Streaming\w+ options\.labels|^new Streaming\w+ options\.labels: an array of objects/, 'read with the first batch'],
  [/^new ModuleDict modules: a Promise/, 'it has no names, so there are no modules'],
  [
    /^new (GELU options\.approximate|Conv[12]d options\.padding: a word|Adaptive\w+ outputSize)/,
    'told when the layer is called',
  ],
  [/^new InstanceNorm2d options\.(dtype|backend)/, 'not used without affine'],
  [/^(networkToCode|toPyTorch|toTypeScript) options: undefined/, 'the usual experiment'],
  [/^seedSweep options/, 'experiment() checks them, which is walked over; a sweep takes long'],
  [/^evaluate options\.metrics: an object/, 'it says which metric is not a function'],
  [/^classifierFigure options\.update: an array/, 'read beside a gradient'],
  [/^streamJsonLines options\.types: an object/, 'columns that are not there are told when lines are read'],
  [/^classifierFigure options\.labels: undefined|^updateHistory options\.gradient: undefined/, 'drawn without'],
  [/^Subset|^VotingClassifier\.prototype\.\w+ rows: an array of words/, 'members check the rows'],
];

/** Whether a call refuses arguments that nothing reads: layers that have none do. */
function counts(label: string): boolean {
  if (!label.startsWith('new ')) return false;
  const { prototype } = exports.get(label.slice(4)) as { prototype: unknown };
  return prototype instanceof Module && signaturesOf(label).every(({ parameters }) => parameters.length === 0);
}

/** What a call says without the arguments, where it says nothing that names what is wrong. */
async function fault(call: RightCall, what: string, args: readonly unknown[]): Promise<string | undefined> {
  const message = await said(call, args);
  // What may be left out may be null, which is how JSON and forms say it.
  if (message === undefined) return /\.\w+: null$/.test(what) ? undefined : 'it is silent';
  // The sizes of an array of objects are said as JavaScript says them.
  const words = /an array of objects$/.test(what) ? message.replace(/\[object \w+\]/g, '') : message;
  const ours = !unchecked.test(words) && !words.includes('[object ') && /^[\w.$(),>\- ]+:? /.test(words);
  return ours ? undefined : message.slice(0, 200);
}

describe('one wrong argument among those of a documented example', () => {
  let walked = 0;

  it.each([...calls.keys()])('%s', { timeout: 120_000 }, async (label) => {
    const call = calls.get(label)!;
    const faults: string[] = [];
    for (const [what, args] of wrongValues.of(signaturesOf(label), call.args)) {
      if (what === 'one argument too many' && !counts(label)) continue;
      if (fine.some(([pattern]) => pattern.test(`${label} ${what}`))) continue;
      walked++;
      const found = await fault(call, what, args);
      if (found !== undefined) faults.push(`${label} ${what}: ${found}`);
    }
    expect(faults).toEqual([]);
  });

  it('is tried some twenty thousand times', () => {
    expect(calls.size).toBeGreaterThan(650);
    expect(walked).toBeGreaterThan(15_000);
  });
});

it('methods of tensors take as many arguments as their types say, and no more', async () => {
  const source = program.getSourceFile(join(root, publicModules.get('@kindling/tensor-core')!))!;
  const names = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
  const Class = checker.getAliasedSymbol(names.find(({ name }) => name === 'Tensor')!);
  const faults: string[] = [];
  let methods = 0;
  for (const method of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(Class))) {
    const { name } = method;
    const signatures = checker.getTypeOfSymbol(method).getCallSignatures();
    const gathers = signatures.some(({ parameters }) => parameters.some(isRest));
    if (signatures.length === 0 || gathers || name.startsWith('__@') || /^to(JSON|String)$/.test(name)) continue;
    const count = Math.max(...signatures.map(({ parameters }) => parameters.length));
    const call = { label: name, args: [], again: (args: readonly unknown[]) => invoke(name, args) };
    const fits = await said(call, Array(count).fill(undefined));
    const more = await said(call, Array(count + 1).fill(undefined));
    methods++;
    if (/: takes /.test(String(fits)) || !/: takes (no|at most) /.test(String(more)))
      faults.push(`${name}: ${fits}; ${more}`);
  }
  expect(faults).toEqual([]);
  expect(methods).toBeGreaterThan(100);
});

const isRest = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration !== undefined && ts.isParameter(valueDeclaration) && valueDeclaration.dotDotDotToken !== undefined;

const invoke = (name: string, args: readonly unknown[]): unknown => {
  const x = ones(2, 2);
  return Reflect.apply(Reflect.get(x, name) as () => unknown, x, args);
};
