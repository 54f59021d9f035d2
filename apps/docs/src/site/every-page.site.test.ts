import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser, visit } from './visitor.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let browser: Browser;
/** One window for all pages, as a reader has. */
let page: Page;
let problems: string[];
beforeAll(async () => {
  browser = await startBrowser();
  ({ page, problems } = await visit(browser, inject('site'), { still: true }));
  await page.addInitScript({ path: axe });
});
afterAll(() => browser.close());

/** Every page of ours; those of the API are made of one mould. */
const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url));
const pages = (readdirSync(docs, { recursive: true }) as string[])
  .filter((file) => /^(?!api|public|decisions).*\.md$/.test(file))
  .map((file) => `/${file.replace(/(index)?\.md$/, '')}`)
  .sort();

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** One of each kind, which are looked at with all that is around them. */
const kinds = ['/', '/playground', '/guide/start', '/tutorials/blobs', '/concepts/threshold'];
/** What is the same on the others: their frame, code, whose colours have a test of their own, and rows that a script made. */
const SAME = ['.VPNav', '.VPLocalNav', '.VPSidebar', '.VPFooter', 'pre.shiki', 'tr:nth-child(n + 21)'];

/** What axe finds; of a page that was looked at in light, the colours alone in dark. */
async function violations(path: string, dark: boolean): Promise<string[]> {
  // VitePress calls its button Search, and shows the keys beside it.
  const rules = { 'label-content-name-mismatch': { enabled: false } };
  const options = { resultTypes: ['violations'], ...(dark ? { runOnly: ['color-contrast'] } : { rules }) };
  const part = { include: [['html']], exclude: kinds.includes(path) ? [] : SAME.map((selector) => [selector]) };
  const found = await page.evaluate(
    async ([part, options]) => {
      const { axe } = window as unknown as {
        axe: { run(part: object, options: object): Promise<{ violations: unknown[] }> };
      };
      return (await axe.run(part, options)).violations;
    },
    [part, options] as const,
  );
  return (found as Violation[]).map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 160)}`)
        .join(' | ')}`,
  );
}

/** Whether the page is wider than the window, and how many blocks of code hide something at their right, or have no colours. */
const tooWide = () =>
  page.evaluate(() => {
    const code = [...document.querySelectorAll('.vp-doc div[class*="language-"] > pre')];
    return {
      page: document.documentElement.scrollWidth > innerWidth,
      code: code.filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length,
      colourless: code.filter((pre) => !pre.matches('.shiki')).length,
    };
  });

/** Of the colours of the page's code, the least contrast with its ground, by theme; WCAG 2.2's formula. */
const codeContrast = () =>
  page.evaluate(() => {
    const luminance = (color: string): number => {
      const [r, g, b] = color.match(/[\d.]+/g)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const colors = new Set<string>();
    let ground = '';
    for (const part of document.querySelectorAll('.vp-doc pre.shiki span')) {
      ground = getComputedStyle(part.closest('div[class*="language-"]')!).backgroundColor;
      if (part.children.length === 0 && part.textContent!.trim() !== '') colors.add(getComputedStyle(part).color);
    }
    const ratios = [...colors].map((color) => {
      const [dark, light] = [luminance(color), luminance(ground)].sort((a, b) => a - b);
      return (light! + 0.05) / (dark! + 0.05);
    });
    return { colors: ratios.length, least: Math.min(21, ...ratios) };
  });

it.each(pages)(
  '%s: axe finds no error, in light and in dark; it fits at every width; the console is silent',
  async (path) => {
    problems.length = 0;
    const live = path === '/playground' || path.startsWith('/concepts/');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1024, height: 900 });
    await page.goto(path);
    if (live) {
      await page.locator('[data-test=play], [data-test=loss-step]').first().waitFor();
      // Its pictures.
      await page.locator('.playground canvas').first().waitFor();
    }
    expect(await violations(path, false)).toEqual([]);
    expect((await codeContrast()).least).toBeGreaterThanOrEqual(4.5);
    for (const width of [1024, 1600, 390]) {
      await page.setViewportSize({ width, height: 900 });
      // The page's scripts hear of it in the next frame.
      if (live)
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))));
      expect(await tooWide(), `${width}`).toEqual({ page: false, code: 0, colourless: 0 });
    }
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html.dark').waitFor();
    expect(await violations(path, true), 'dark').toEqual([]);
    expect((await codeContrast()).least, 'dark').toBeGreaterThanOrEqual(4.5);
    expect(problems).toEqual([]);
  },
);

it('every link leads to a page, and to a heading of it', async () => {
  const ids = new Map<string, Set<string>>();
  const links: [from: string, to: string][] = [];
  const base = inject('site');
  for (const path of pages) {
    const html = await (await fetch(base + path)).text();
    ids.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)));
    for (const [, href] of html.matchAll(/<a\s[^>]*href="([^"]+)"/g)) {
      const { origin, pathname, hash } = new URL(href!, base + path);
      if (origin === base) links.push([path, pathname.replace(/(index)?\.html$/, '') + decodeURIComponent(hash)]);
    }
  }
  expect(links.length).toBeGreaterThan(500);
  // What is no page, but a file that a reader takes.
  for (const [, to] of links) {
    if (/\.\w+$/.test(to) && !ids.has(to) && (await fetch(base + to)).ok) ids.set(to, new Set());
  }
  const broken = links.filter(([, to]) => {
    const [path = '', id] = to.split('#');
    // Those of the API, which is not built here, are looked up by their names in a test of their own.
    if (path.startsWith('/api/') || path.startsWith('/decisions/')) return false;
    const known = ids.get(path);
    return known === undefined || (id !== undefined && id !== '' && !known.has(id));
  });
  expect(broken).toEqual([]);
});
