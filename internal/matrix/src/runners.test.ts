import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { expected, folderOf, program, run, tool } from './stranger.js';

const home = inject('home');

/** A test of a stranger's, whose runner gives it a document and arrays of its own. */
const body = program
  .replaceAll(/^import .*$/gm, '')
  .replace('console.log(result);', `expect(result).toBe('${expected}');`)
  .replace('const result', 'expect(tensor(new Float32Array([1, 2])).tolist()).toEqual([1, 2]);\nconst result');
const imports = program.match(/^import .*$/gm)!.join('\n');
const test = (head: string): string => `${head}\n${imports}\ntest('trains', async () => {\n${body}\n}, 60_000);\n`;

/** Makes a package of the matrix one of the stranger's. */
function link(project: string, name: string): void {
  const target = join(project, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(folderOf(name), target);
}

/** Both runners compare what tensors hold; Jest shows a difference as their values. */
const equality = (head: string, shown: string): string => `${head}
import { cpu } from '@kindling/backend-cpu';
import { Linear } from '@kindling/nn';
import { manualSeed, ones, setBackend, tensor, zeros } from '@kindling/tensor-core';
setBackend(await cpu({ threads: 1 }));
const layer = () => {
  manualSeed(1);
  return new Linear(2, 1);
};
test('equal', () => {
  expect(ones(2)).toEqual(tensor([1, 1]));
  expect(layer().stateDict()).toEqual(layer().stateDict());
  expect(layer().weight.detach()).toEqual(tensor(layer().weight.tolist()));
});
test('matches', () => {
  expect(layer().stateDict()).toMatchObject(layer().stateDict());
  expect({ x: ones(2), y: 1 }).toMatchObject({ x: tensor([1, 1]) });
  expect({ x: ones(2), y: 1 }).not.toMatchObject({ x: zeros(2) });
  expect(layer().stateDict()).not.toMatchObject({ bias: tensor([5]) });
  expect({ x: ones(2, 1) }).not.toMatchObject({ x: ones(1, 2) });
});
test('not equal', () => {
  expect(ones(2)).not.toEqual(zeros(2));
  expect(ones(2)).not.toEqual(ones([2], { dtype: 'int32' }));
  expect(ones(2, 1)).not.toEqual(ones(1, 2));
  const moved = layer().stateDict();
  moved.bias = moved.bias.add(1);
  expect(moved).not.toEqual(layer().stateDict());
  expect(() => expect({ x: ones(2) }).toEqual({ x: zeros(2) })).toThrow(${shown});
});
`;

it('runs under Vitest with jsdom', () => {
  const project = join(home, 'in-vitest');
  mkdirSync(project);
  for (const name of ['vitest', 'jsdom']) link(project, name);
  writeFileSync(
    join(project, 'a.test.mjs'),
    test('// @vitest-' + "environment jsdom\nimport { expect, test } from 'vitest';"),
  );
  const head = "import { expect, test } from 'vitest';";
  writeFileSync(join(project, 'equality.test.mjs'), equality(head, '/deeply equal/'));
  expect(run(project, [tool('vitest'), 'run', '--root', project])).toMatch(/Tests\s+4 passed/);
});

it.each(['node', 'jsdom'])('runs under Jest with %s', (environment) => {
  const project = join(home, `in-jest-${environment}`);
  mkdirSync(project);
  const config = {
    testMatch: ['**/*.test.mjs'],
    moduleFileExtensions: ['js', 'mjs', 'json'],
    transform: {},
    testEnvironment: environment === 'jsdom' ? folderOf('jest-environment-jsdom') : 'node',
    // jsdom's environment asks for what a bundler would take for a page.
    testEnvironmentOptions: environment === 'jsdom' ? { customExportConditions: ['node', 'node-addons'] } : {},
  };
  writeFileSync(join(project, 'jest.config.json'), JSON.stringify(config));
  writeFileSync(join(project, 'a.test.mjs'), test(''));
  writeFileSync(join(project, 'equality.test.mjs'), equality('', '/Expected[\\s\\S]*"values"/'));
  run(project, ['--experimental-vm-modules', tool('jest'), '--rootDir', project, '--config', 'jest.config.json']);
});

it("is part of Next.js' server build", () => {
  const project = join(home, 'in-next');
  mkdirSync(join(project, 'app'), { recursive: true });
  for (const name of ['next', 'react', 'react-dom']) link(project, name);
  writeFileSync(join(project, 'package.json'), '{ "name": "in-next", "private": true, "type": "module" }\n');
  const root = `import { createElement } from 'react';
export default ({ children }) => createElement('html', null, createElement('body', null, children));\n`;
  writeFileSync(join(project, 'app/layout.js'), root);
  const trains = body.replace(/^if \(typeof document[\s\S]*$/m, '').replaceAll(/^expect.*$/gm, '');
  writeFileSync(
    join(project, 'app/page.js'),
    `${imports}\nexport default async function Page() {\n${trains}\nreturn 'network: ' + result;\n}\n`,
  );
  // The stranger's packages lie above the project, and their files are linked into its node_modules.
  writeFileSync(join(project, 'next.config.mjs'), 'export default {};\n');
  run(project, [tool('next'), 'build', '--webpack']);
  const page = run(project, ['-p', "require('node:fs').readFileSync('.next/server/app/index.html', 'utf8')"]);
  expect(page).toContain(`network: ${expected}`);
});
