import { join } from 'node:path';
import ts from 'typescript';
import { publicModules, root } from './modules.js';

/** A name that a package exports. */
export interface PublicSymbol {
  /** `@kindling/tensor-core: exp`. */
  readonly name: string;
  /** `packages/tensor-core/src/ops/exp.ts:22`. */
  readonly where: string;
  readonly documented: boolean;
  /** Whether it is something to call or construct, and so has to have an example. */
  readonly callable: boolean;
  readonly hasExample: boolean;
  /** The public methods and accessors of a class that have no docstring; fields may speak for themselves. */
  readonly undocumentedMembers: readonly string[];
}

/** Everything that the packages export. */
export function publicSymbols(program: ts.Program): PublicSymbol[] {
  const checker = program.getTypeChecker();
  return [...publicModules].flatMap(([module, source]) => {
    const file = program.getSourceFile(join(root, source));
    const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    if (symbol === undefined) return [];
    return checker.getExportsOfModule(symbol).flatMap((exported) => {
      const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      return isInternal(target) ? [] : [describe(`${module}: ${exported.name}`, target, isTypeOnly(exported), checker)];
    });
  });
}

/** Whether a name is exported by `export type`, so that it cannot be called or constructed. */
function isTypeOnly(exported: ts.Symbol): boolean {
  return (exported.declarations ?? []).some(
    (declaration) => ts.isExportSpecifier(declaration) && ts.isTypeOnlyExportDeclaration(declaration),
  );
}

function describe(name: string, symbol: ts.Symbol, typeOnly: boolean, checker: ts.TypeChecker): PublicSymbol {
  const declaration = symbol.declarations?.[0];
  const value = typeOnly ? undefined : symbol.valueDeclaration;
  const type = value === undefined ? undefined : checker.getTypeOfSymbolAtLocation(symbol, value);
  return {
    name,
    where: declaration === undefined ? name : placeOf(declaration),
    documented: isDocumented(symbol, checker),
    callable: type !== undefined && type.getCallSignatures().length + type.getConstructSignatures().length > 0,
    hasExample: symbol.getJsDocTags(checker).some(({ name, text }) => name === 'example' && /```ts/.test(textOf(text))),
    undocumentedMembers: membersOf(symbol)
      .filter((member) => !isInternal(member) && !isHidden(member) && !isDocumented(member, checker))
      .map((member) => member.name),
  };
}

function isDocumented(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  // `export * as init` exports a file, whose comment says `@module`.
  const file = symbol.declarations?.[0];
  if (file !== undefined && ts.isSourceFile(file)) return /^\/\*\*[^/]*@module\b/.test(file.text);
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== '';
}

function isInternal(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) =>
    ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal'),
  );
}

/** Private and protected members, and those that only an overridden declaration describes. */
function isHidden(member: ts.Symbol): boolean {
  return (member.declarations ?? []).some((declaration) => {
    const flags = ts.getCombinedModifierFlags(declaration);
    const { name } = declaration as ts.NamedDeclaration;
    const secret = name !== undefined && (ts.isPrivateIdentifier(name) || ts.isComputedPropertyName(name));
    return (
      secret || (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override)) !== 0
    );
  });
}

function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  if ((symbol.flags & ts.SymbolFlags.Class) === 0) return [];
  const kinds = ts.SymbolFlags.Method | ts.SymbolFlags.Accessor;
  return [...(symbol.members?.values() ?? [])].filter((member) => (member.flags & kinds) !== 0);
}

function textOf(text: ts.SymbolDisplayPart[] | undefined): string {
  return ts.displayPartsToString(text);
}

function placeOf(declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  return `${source.fileName.slice(root.length)}:${source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1}`;
}
