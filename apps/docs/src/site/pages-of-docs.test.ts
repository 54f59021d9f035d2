import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withKeptColours, withoutColours } from '../../.vitepress/kept-colours.js';

const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url));

it('each picture of a page is drawn for light pages and for dark ones', () => {
  const pages = (readdirSync(docs, { recursive: true }) as string[]).filter((file) => /^(?!api).*\.md$/.test(file));
  const pictures = pages.flatMap((page) =>
    [...readFileSync(join(docs, page), 'utf8').matchAll(/!\[[^\]]*\]\((\/[^)]+\.svg)\)/g)].map(([, path]) => path!),
  );
  expect(pictures.length).toBeGreaterThan(20);
  /** The colour of the rectangle that is the ground. */
  const ground = (path: string): string | undefined => {
    const file = join(docs, 'public', path);
    return existsSync(file) ? /<rect[^>]* fill="(#[0-9a-f]+)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  };
  for (const path of pictures) {
    expect(ground(path), path).toBe('#ffffff');
    expect(ground(path.replace(/\/(?=[^/]+$)/, '/dark/')), path).toBe('#0d1117');
  }
});

it('code is coloured once, and not for the search', () => {
  let coloured = 0;
  const md = {
    options: { highlight: (code: string) => `${code}, ${++coloured}` as string | null },
  } as never as Parameters<typeof withKeptColours>[0];
  withKeptColours(md);
  const render = () => md.options.highlight?.('a', 'ts', '') ?? 'plain';
  expect([render(), render()]).toEqual(['a, 1', 'a, 1']);
  expect(withoutColours(md, render)).toBe('plain');
  expect(() =>
    withoutColours(md, () => {
      throw new Error('no page');
    }),
  ).toThrow('no page');
  expect(render()).toBe('a, 1');
  expect(coloured).toBe(1);
});
