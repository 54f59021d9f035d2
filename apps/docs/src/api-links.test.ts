import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicModules, root } from '@internal/doctest/modules';
import { expect, test } from 'vitest';

/** Links to the API, whose pages are made for the whole site alone: a broken one is found here before. */
const docs = join(root, 'docs');
const links = (readdirSync(docs, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.md') && !file.startsWith('api'))
  .flatMap((file) => {
    const text = readFileSync(join(docs, file), 'utf8');
    return [...text.matchAll(/\]\((\/api\/[^)#\s]*)/g)].map(([, link]) => [file, link!] as const);
  });

test('there are links to the API', () => expect(links.length).toBeGreaterThan(5));

test.each(links)('%s: %s is a page of the API', (_, link) => {
  const [, module, name] =
    /^\/api\/(@kindling\/[a-z/-]+?)\/(?:(?:classes|interfaces|functions|type-aliases|variables)\/(\w+))?$/.exec(link) ??
    [];
  const source = publicModules.get(module ?? '');
  expect(source, module).toBeDefined();
  if (name !== undefined) expect(readFileSync(join(root, source!), 'utf8')).toMatch(new RegExp(`\\b${name}\\b`));
});
