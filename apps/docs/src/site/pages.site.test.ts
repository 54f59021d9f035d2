import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { concepts } from '../concepts/concepts.js';
import { startBrowser, visit } from './visitor.js';

const site = inject('site');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Every page of ours; those of the API are made of one mould. */
const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url));
const pages = (readdirSync(docs, { recursive: true }) as string[])
  .filter((file) => /^(?!api|public|decisions).*\.md$/.test(file))
  .map((file) => `/${file.replace(/(index)?\.md$/, '')}`)
  .sort();

/** VitePress calls its button Search, and shows the keys beside it. */
const allowed = { rules: { 'label-content-name-mismatch': { enabled: false } } };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe('accessibility', () => {
  it.each(pages.flatMap((path) => [false, true].map((dark) => [path, dark] as const)))(
    '%s (dark: %s) has no error that axe finds',
    async (path, dark) => {
      const { page } = await visit(browser, site, { dark, still: true });
      await page.goto(path);
      if (path === '/playground') await page.locator('[data-test=play]').waitFor();
      await page.waitForTimeout(path.startsWith('/concepts') || path === '/playground' ? 700 : 50);
      await page.addScriptTag({ path: axe });
      const violations = await page.evaluate(async (options) => {
        const { axe } = window as unknown as {
          axe: { run(part: Document, options: object): Promise<{ violations: unknown[] }> };
        };
        return (await axe.run(document, options)).violations;
      }, allowed);
      const found = (violations as Violation[]).map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 160)}`)
            .join(' | ')}`,
      );
      expect(found).toEqual([]);
      await page.context().close();
    },
  );
});

describe('pages', () => {
  it.each([
    '/',
    '/guide/install',
    '/guide/pytorch',
    '/guide/numbers',
    '/benchmarks',
    '/tutorials/circles',
    '/playground',
  ])('%s fits at every width, and no code is hidden at its right', async (path) => {
    for (const width of [390, 1024, 1600]) {
      const { page, problems } = await visit(browser, site, { width, still: true });
      await page.goto(path);
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      const hidden = await page.evaluate(
        () =>
          [...document.querySelectorAll('.vp-doc pre.shiki')].filter((pre) => pre.scrollWidth > pre.clientWidth + 1)
            .length,
      );
      expect(hidden, `code at ${width}`).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });

  it('the heading of the front page keeps clear of the picture', async () => {
    for (const width of [960, 1030, 1100]) {
      const { page } = await visit(browser, site, { width, still: true });
      await page.goto('/');
      const right = await page.locator('.VPHero .heading').evaluate((heading) => {
        // The text, not the box around it.
        const range = document.createRange();
        range.selectNodeContents(heading);
        return Math.max(
          ...[...range.getClientRects()].filter(({ width }) => width > 0 && width < 700).map((box) => box.right),
        );
      });
      const left = await page.locator('.VPHero .live').evaluate((image) => image.getBoundingClientRect().left);
      expect(right, `${width}`).toBeLessThanOrEqual(left);
      await page.context().close();
    }
  });

  it('a first load takes at most 200 kB', async () => {
    for (const path of ['/', '/guide/start', '/guide/install', '/tutorials/blobs']) {
      const { page, transferred } = await visit(browser, site, { still: true });
      await page.goto(path, { waitUntil: 'load' });
      expect(transferred(), path).toBeLessThanOrEqual(200_000);
      await page.context().close();
    }
  });

  it('the front page learns circles as one looks', async () => {
    const { page, problems } = await visit(browser, site);
    await page.goto('/');
    await expect
      .poll(async () => Number.parseInt((await page.locator('[data-test=hero-accuracy]').textContent()) ?? '', 10), {
        timeout: 45_000,
      })
      .toBeGreaterThan(90);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('the search finds overfitting', async () => {
    const { page } = await visit(browser, site, { still: true });
    await page.goto('/guide/start');
    await page.keyboard.press('Control+k');
    await page.locator('.search-input').fill('overfitting');
    await page.locator('.VPLocalSearchBox .results .result').first().waitFor();
    await page.context().close();
  });

  it('pictures are dark in a dark page', async () => {
    const { page } = await visit(browser, site, { dark: true, still: true });
    await page.goto('/tutorials/blobs');
    const filter = await page
      .locator('.vp-doc img')
      .first()
      .evaluate((image) => getComputedStyle(image).filter);
    expect(filter).toContain('invert');
    await page.context().close();
  });
});

describe('concepts', () => {
  it.each(Object.keys(concepts))('%s has a widget that trains', async (name) => {
    const { page, problems } = await visit(browser, site);
    await page.goto(`/concepts/${name}`);
    await page.locator('[data-test=play]').click();
    await expect
      .poll(async () => Number((await page.locator('[data-test=epoch]').textContent())?.replaceAll(',', '')), {
        timeout: 45_000,
      })
      .toBeGreaterThan(5);
    if (name === 'cross-validation') {
      await page.locator('[data-test=play]').click();
      await page.locator('[data-test=folds]').click();
      await page.getByText('5 of 5 folds').waitFor({ timeout: 60_000 });
    }
    expect(new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('goes down the slope of a loss', async () => {
    const { page } = await visit(browser, site);
    await page.goto('/concepts/loss-and-gradient');
    const loss = async () => Number(await page.locator('[data-test=one-loss]').textContent());
    const before = await loss();
    await page.locator('[data-test=loss-step]').click();
    await expect.poll(loss).toBeLessThan(before);
    await page.context().close();
  });
});

describe('a tutorial', () => {
  it('runs in the page, is changed, and is as before after a reset', async () => {
    const { page, problems } = await visit(browser, site);
    await page.goto('/tutorials/blobs');
    await page.locator('[data-test=run-0]').click();
    await expect
      .poll(() => page.locator('[data-test=output-0]').textContent(), { timeout: 45_000 })
      .toContain('[ 20, 2 ] [ 20, 1 ]');
    await page.locator('[data-test=edit-0]').click();
    await page.locator('.cm-content').fill("console.log('changed', 1 + 1);");
    await page.locator('[data-test=run-0]').click();
    await expect
      .poll(() => page.locator('[data-test=output-0]').textContent(), { timeout: 45_000 })
      .toBe('changed 2\n');
    await page.locator('[data-test=reset]').click();
    await page.locator('[data-test=run-all]').click();
    await expect.poll(() => page.locator('[data-test^=picture-] svg').count(), { timeout: 60_000 }).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows PyTorch’s lines beside its own on a switch', async () => {
    const { page, problems } = await visit(browser, site);
    await page.goto('/tutorials/blobs');
    await page.locator('[data-test=pytorch]').click();
    await expect.poll(() => page.locator('[data-test=pytorch-0]').textContent()).toContain('torch.manual_seed(42)');
    await page.locator('[data-test=pytorch]').click();
    await expect.poll(() => page.locator('[data-test=pytorch-0]').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('reads as before without scripts', async () => {
    const { page } = await visit(browser, site, { scripts: false });
    await page.goto('/tutorials/blobs');
    expect(await page.locator('.vp-doc').textContent()).toContain('// => [ 20, 2 ] [ 20, 1 ]');
    expect(await page.locator('[data-test=run-all]').count()).toBe(0);
    await page.context().close();
  });
});
