import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { concepts } from '../concepts/concepts.js';
import { ahead, startBrowser, visit } from './visitor.js';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('pages', () => {
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
      await page.goto(path);
      // What a page brings once it is there (a network that trains) counts as well.
      await page.waitForLoadState('networkidle');
      expect(transferred(ahead), path).toBeLessThanOrEqual(200_000);
      await page.context().close();
    }
  });

  it('a phone shows that a table goes on, and wide pictures as large as their letters need', async () => {
    const { page } = await visit(browser, site, { width: 390, still: true });
    await page.goto('/benchmarks-gpu');
    const [wide, ...looks] = await page
      .locator('.vp-doc table')
      .first()
      .evaluate((table) => [
        table.scrollWidth > table.clientWidth,
        getComputedStyle(table).background.split('no-repeat local').length,
        // What is opaque would lie over it.
        getComputedStyle(table.querySelector('tr')!).backgroundColor,
      ]);
    expect([wide, ...looks]).toEqual([true, 3, 'rgba(0, 0, 0, 0)']);
    for (const path of ['/benchmarks', '/benchmarks-growth', '/guide/numbers']) {
      await page.goto(path);
      const box = await page.locator('.vp-doc p > img:visible').first().boundingBox();
      expect(box!.width, path).toBeGreaterThan(600);
    }
  });

  it('a phone breaks no short type of the API', async () => {
    const { page } = await visit(browser, site, { width: 390, still: true });
    await page.goto('/guide/faq');
    // Of the API's pages, which are not built here, a table as they have it.
    const heights = await page.evaluate(() => {
      document.querySelector('.VPDoc')!.parentElement!.classList.add('api');
      const cells = ['x', 'boolean', '-1', 'a description of some words'].map(
        (text) => `<td><code>${text}</code></td>`,
      );
      const table = `<table><tbody><tr>${cells.join('')}</tr></tbody></table>`;
      document.querySelector('.vp-doc > div')!.insertAdjacentHTML('beforeend', table);
      const codes = [...document.querySelectorAll('.vp-doc table:last-child td code')];
      return codes.slice(0, 2).map((code) => code.getClientRects().length);
    });
    expect(heights).toEqual([1, 1]);
    await page.context().close();
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

  it.each(['cpu', 'gpu'])('the front page shows the steps a second of the %s', async (backend) => {
    // Where less motion is asked for, nothing trains before the reader says so.
    const { page, problems } = await visit(browser, site, { still: true });
    await page.goto('/');
    const text = async (name: string) => (await page.locator(`[data-test=hero-${name}]`).textContent())?.trim();
    if (backend === 'gpu') await page.getByRole('button', { name: 'Computes on the CPU; change' }).click();
    expect([await text('backend'), await text('epoch'), await text('pace')]).toEqual([backend.toUpperCase(), '0', '–']);
    await page.locator('[data-test=hero-play]').click();
    await expect.poll(() => text('pace'), { timeout: 60_000 }).toMatch(/^[1-9][\d,]*$/);
    expect(await text('epoch')).not.toBe('0');
    expect(await text('backend')).toBe(backend.toUpperCase());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('an address that leads nowhere says so, and leads home', async () => {
    const { page } = await visit(browser, site, { still: true });
    const answer = await page.goto('/nothing-here');
    expect(answer!.status()).toBe(404);
    await page.getByText('PAGE NOT FOUND').waitFor();
    await page.locator('.NotFound a').click();
    await page.locator('.VPHero').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
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

  it('pictures are drawn on dark in a dark page, and nothing is fetched of the others', async () => {
    for (const dark of [false, true]) {
      const { page, problems } = await visit(browser, site, { dark, still: true });
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
      await page.goto('/tutorials/blobs');
      const shown = page.locator('.vp-doc img:visible').first();
      await shown.scrollIntoViewIfNeeded();
      const source = dark ? '/tutorials/dark/blobs-data.svg' : '/tutorials/blobs-data.svg';
      await expect.poll(() => fetched.includes(source)).toBe(true);
      expect(await shown.getAttribute('src')).toBe(source);
      const others = fetched.filter((path) => path.endsWith('.svg') && path.startsWith('/tutorials/dark/') !== dark);
      expect(others.filter((path) => path.startsWith('/tutorials/'))).toEqual([]);
      expect(problems).toEqual([]);
      await page.context().close();
    }
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

  it('its tables have none of the lines of tables in a text', async () => {
    const { page } = await visit(browser, site, { still: true });
    await page.goto('/concepts/threshold');
    await page.locator('.scores, .confusion').nth(1).waitFor();
    const looks = await page.locator(':is(.scores, .confusion) th').evaluateAll((cells) =>
      cells.map((cell) => {
        const { borderLeftWidth, borderBottomWidth, backgroundColor } = getComputedStyle(cell);
        return [borderLeftWidth, borderBottomWidth, backgroundColor].join(' ');
      }),
    );
    expect(new Set(looks)).toEqual(new Set(['0px 0px rgba(0, 0, 0, 0)']));
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
