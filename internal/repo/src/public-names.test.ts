import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasOwnNames, isInternalModule, modulePaths, publicModules, root } from '@internal/doctest/modules';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = join(root, 'internal/repo/public');
const entries = [...publicModules].filter(([name]) => !isInternalModule(name) && hasOwnNames(name));
const fileOf = (name: string): string => `${name.replace('@kindling/', '').replaceAll('/', '.')}.txt`;
const remedy =
  'the public names differ from the committed list. Where that is meant, rewrite it and commit it: ' +
  'node_modules/.bin/vitest run --project node internal/repo/src/public-names -u';

/** `name`, `type Name` for what is a type alone, and `Class.member` for what a class has beyond its base. */
function namesOf(program: ts.Program, source: string): string[] {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, source))!)!;
  return checker
    .getExportsOfModule(module)
    .flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const { name } = exported;
      if ((symbol.flags & ts.SymbolFlags.Value) === 0 || isTypeOnly(exported)) return [`type ${name}`];
      if ((symbol.flags & ts.SymbolFlags.Class) === 0) return [name];
      return [name, ...membersOf(symbol).map((member) => `${name}.${member}`)];
    })
    .sort();
}

function membersOf(symbol: ts.Symbol): string[] {
  const own = [...(symbol.members?.values() ?? [])];
  const fixed = [...(symbol.exports?.values() ?? [])].filter(({ name }) => name !== 'prototype');
  return [...own, ...fixed].flatMap((member) => {
    const { declarations = [], escapedName } = member;
    const name = String(escapedName);
    const hidden = declarations.some(
      (one) =>
        ts.getCombinedModifierFlags(one) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected) ||
        ts.getJSDocTags(one).some(({ tagName }) => tagName.text === 'internal'),
    );
    // Constructors, symbols and private fields begin with two underscores.
    return hidden || name.startsWith('__') ? [] : [name];
  });
}

function isTypeOnly({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((one) => ts.isExportSpecifier(one) && ts.isTypeOnlyExportDeclaration(one));
}

describe('the public names', () => {
  let program: ts.Program;

  beforeAll(() => {
    program = ts.createProgram(
      entries.map(([, source]) => join(root, source)),
      {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        noEmit: true,
        skipLibCheck: true,
        types: [],
        paths: modulePaths,
      },
    );
  }, 60_000);

  it.each(entries)('of %s are those of the list', async (name, source) => {
    await expect(`${namesOf(program, source).join('\n')}\n`, remedy).toMatchFileSnapshot(join(folder, fileOf(name)));
  });

  it('have a list for every entry', () => {
    expect(readdirSync(folder).sort()).toEqual(entries.map(([name]) => fileOf(name)).sort());
  });
});
