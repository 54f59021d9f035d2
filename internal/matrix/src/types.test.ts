import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { expected, program, run, tool } from './stranger.js';

const home = inject('home');

/** The compilers: the oldest that the types need, and one of each generation since. */
const compilers = ['5.4', '5.5', '5.9', '6', '7'];

/** The program with the types that TypeScript itself must find in our declarations. */
const typed = `import type { Tensor } from '@kindling/tensor-core';
import type { Backend } from '@kindling/tensor-core/backend';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { NumpyGenerator } from '@kindling/tensor-core/numpy';
import { loadSonar } from '@kindling/data/sonar';
import { gpu } from '@kindling/backend-gpu';
import { toPng } from '@kindling/viz/node';
${program}
const made: () => Promise<Backend> = gpu;
const kept: Tensor = x;
export { made, kept, NumpyGenerator, TorchGenerator, loadSonar, toPng };
`;

function compile(version: string, folder: string, options: object, source = typed, name = 'main.mts'): string {
  const project = join(home, 'types', folder);
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, name), source);
  const compilerOptions = { strict: true, skipLibCheck: false, types: [], outDir: 'out', rootDir: '.', ...options };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }));
  try {
    execFileSync(process.execPath, [tool(`typescript-${version}`, 'tsc'), '-p', '.'], {
      cwd: project,
      encoding: 'utf8',
    });
  } catch (error) {
    throw new Error(`TypeScript ${version}: ${(error as { stdout: string }).stdout}`);
  }
  return project;
}

// The libraries of the templates that Vite makes projects from.
const browser = { target: 'es2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'] };

describe.each(compilers)('TypeScript %s', (version) => {
  it('takes the types with nodenext, and its output trains', () => {
    const project = compile(version, `nodenext-${version}`, {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      ...browser,
    });
    expect(run(project, ['out/main.mjs']).trim()).toBe(expected);
  });

  it('takes the types with bundler', () => {
    compile(version, `bundler-${version}`, { module: 'esnext', moduleResolution: 'bundler', ...browser });
  });
});

describe.each(['5.9', '6', '7'])('TypeScript %s', (version) => {
  it('writes CommonJS that requires the packages', () => {
    const source = typed.replace(/^setBackend[\s\S]*/m, 'console.log(typeof Linear, typeof fit);\n');
    const options = { module: 'nodenext', moduleResolution: 'nodenext', noUnusedLocals: false, ...browser };
    const project = compile(version, `commonjs-${version}`, options, source, 'main.cts');
    expect(run(project, ['out/main.cjs']).trim()).toBe('function function');
  });
});

it('TypeScript 5.4 in CommonJS imports the packages with import()', () => {
  const source =
    "export const start = async (): Promise<string> => (await import('@kindling/backend-cpu')).cpu.name;\n";
  const options = { module: 'nodenext', moduleResolution: 'nodenext', ...browser };
  const project = compile('5.4', 'dynamic', options, source, 'main.cts');
  expect(run(project, ['-e', "require('./out/main.cjs').start().then(console.log)"]).trim()).toBe('cpu');
});
