import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

/** Lies in a package that sees all others, built. */
const file = join(import.meta.dirname, '../../../packages/train/src/used-in-an-editor.ts');

const code = `import { tensor, zeros } from '@kindling/tensor-core';
import { Linear, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { StandardScaler } from '@kindling/data';
const x = tensor([1]);
x.gt(1);
x.max(0);
zeros(2);
const layer = new Linear(1, 1);
x.shape;
layer.weight;
const model = new Sequential(layer);
model.at(0).outFeatures;
const optimizer = new Adam(layer.parameters());
optimizer.step();
const scaler = new StandardScaler();
scaler.fit;
`;

describe('in an editor', () => {
  let service: ts.LanguageService;

  beforeAll(() => {
    const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext, types: [] };
    service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [file],
      getScriptVersion: () => '1',
      getScriptSnapshot: (name) => {
        const text = name === file ? code : ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => join(file, '..'),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    });
  }, 60_000);

  const after = (text: string): number => code.indexOf(text) + text.length;
  const hover = (text: string): string => {
    const info = service.getQuickInfoAtPosition(file, after(text) - 1)!;
    const tags = (info.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    return [ts.displayPartsToString(info.documentation), ...tags].join('\n');
  };
  const completions = (text: string): string[] =>
    service.getCompletionsAtPosition(file, after(text), {})!.entries.map(({ name }) => name);

  it('a method has the documentation of its function, with its own parameters', () => {
    expect(hover('x.gt')).toMatch(/^Whether `a > b`.*@param other - a tensor or a number/s);
    expect(hover('x.max')).toMatch(/along a dimension/);
  });

  it('every signature of a function has it', () => {
    expect(hover('\nzeros')).toMatch(/^A tensor of zeros/);
  });

  it('no method says only where to look', () => {
    const seen = completions('x.').filter((name) => {
      const details = service.getCompletionEntryDetails(
        file,
        after('x.'),
        name,
        undefined,
        undefined,
        undefined,
        undefined,
      );
      return /^See \S+$/.test(ts.displayPartsToString(details?.documentation));
    });
    expect(seen).toEqual([]);
  });

  it('completion shows no internals', () => {
    const internals = ['gradient', 'gradSeen', 'isEphemeral', 'tracked', 'node', 'bufferFields'];
    expect(completions('x.')).toContain('shape');
    expect(completions('layer.')).toContain('weight');
    const seen = ['x.', 'layer.', 'model.', 'optimizer.', 'scaler.'].flatMap(completions);
    expect(seen.filter((name) => internals.includes(name) || /^[_#]/.test(name))).toEqual([]);
  });

  it('a layer of a Sequential completes as the layer it is', () => {
    expect(completions('model.at(0).')).toContain('outFeatures');
  });

  it('a layer shows of a function only what TypeScript gives all that can be called', () => {
    const ofFunctions = ['apply', 'arguments', 'bind', 'call', 'caller', 'length', 'name', 'prototype', 'toString'];
    const own = completions('scaler.');
    expect(own.filter((name) => ofFunctions.includes(name))).toEqual([]);
    expect(completions('layer.')).toEqual(expect.arrayContaining(ofFunctions));
  });
});
