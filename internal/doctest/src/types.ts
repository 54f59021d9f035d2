import { join } from 'node:path';
import ts from 'typescript';
import type { Example } from './examples.js';
import { modulePaths, publicModules, root } from './modules.js';

/** The public modules and all examples as one TypeScript program. */
export interface Checked {
  readonly program: ts.Program;
  /** The example that a source file of the program stands for. */
  readonly examples: ReadonlyMap<string, Example>;
}

/** Makes the program; an example counts as a module that lies beside the file it is written in. */
export function check(examples: readonly Example[]): Checked {
  const virtual = new Map(examples.map((example, i) => [join(root, `${example.file}.example-${i}.ts`), example]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.esnext.disposable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: modulePaths,
  };
  const host = ts.createCompilerHost(options, true);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => virtual.has(name) || fileExists(name);
  host.readFile = (name) => virtual.get(name)?.code ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const example = virtual.get(name);
    return example === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, example.code, ts.ScriptTarget.ES2023, true);
  };
  const roots = [...virtual.keys(), ...[...publicModules.values()].map((source) => join(root, source))];
  return { program: ts.createProgram({ rootNames: roots, options, host }), examples: virtual };
}

/** What is wrong with the types of an example, as `file:line: message`. */
export function typeErrors({ program, examples }: Checked): string[] {
  return [...examples].flatMap(([name, { file }]) => {
    const source = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return `${file}:${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n  ')}`;
    });
  });
}
