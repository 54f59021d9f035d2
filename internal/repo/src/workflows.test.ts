import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object };
// The command's reader of YAML serves here too.
const { parse } = createRequire(new URL('apps/cli/package.json', root))('yaml') as { parse(text: string): unknown };

interface Workflow {
  on: unknown;
  jobs: Record<string, { steps: { run?: string; with?: Record<string, string> }[] }>;
}
const folder = new URL('.github/workflows/', root);

it.each(readdirSync(folder))('%s runs only what is there', (file) => {
  const { on, jobs } = parse(readFileSync(new URL(file, folder), 'utf8')) as Workflow;
  expect(on).toBeDefined();
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const commands = steps.flatMap(({ run = '', with: { version = '', publish = '' } = {} }) => [run, version, publish]);
  const text = commands.join('\n');
  const called = [...text.matchAll(/\bpnpm(?:@[\d.]+)? (?:run )?([\w:]+)/g)].map((match) => match[1]);
  const files = [...text.matchAll(/\b(?:bash|node) ([\w./-]+)/g)].map((match) => match[1]!);
  expect(called.length + files.length).toBeGreaterThan(0);
  for (const script of called) expect(Object.keys(scripts)).toContain(script);
  for (const one of files) expect(existsSync(new URL(one, root)), one).toBe(true);
});

it('tests and releases run what .ci/run does, and all the same pnpm', () => {
  const textOf = (file: string): string => readFileSync(new URL(file, root), 'utf8');
  for (const file of ['test.yml', 'release.yml'])
    expect(textOf(`.github/workflows/${file}`)).toContain('run: bash .ci/run');
  const all = ['.ci/run', ...readdirSync(folder).map((file) => `.github/workflows/${file}`)].map(textOf).join('\n');
  const versions = new Set([...all.matchAll(/\bpnpm@([\d.]+)/g)].map(([, version]) => version));
  expect(versions.size).toBe(1);
});
