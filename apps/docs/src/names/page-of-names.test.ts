import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { differences } from './differences.js';
import { pageOfNames } from './page-of-names.js';

const path = (name: string): string => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));

it('is up to date: `vitest -u`, or `pnpm --filter @kindling/docs names`, writes it anew', async () => {
  await expect(pageOfNames()).toMatchFileSnapshot(path('docs/guide/names.md'));
});

it('knows no difference of a name that is none', () => {
  const theirs = JSON.parse(readFileSync(path('internal/conformance/values/names.json'), 'utf8')) as Record<
    string,
    string[]
  >;
  const all = new Set(Object.entries(theirs).flatMap(([module, names]) => names.map((name) => `${module}.${name}`)));
  expect(Object.keys(differences).filter((name) => !all.has(name))).toEqual([]);
});
