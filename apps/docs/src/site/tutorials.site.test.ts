import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, visit } from './visitor.js';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

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

  it('draws its loss while it trains, and is stopped', async () => {
    const { page, problems } = await visit(browser, site);
    await page.goto('/tutorials/circles');
    await page.locator('[data-test=run-6]').click();
    const state = () => page.locator('.live-tools').nth(6).locator('[role=status]').textContent();
    const curve = page.locator('[data-test=loss-6] canvas, [data-test=loss-5] canvas').last();
    await curve.waitFor({ timeout: 45_000 });
    const picture = () => curve.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const first = await picture();
    await expect.poll(picture).not.toBe(first);
    expect(await state()).toMatch(/running/);
    await page.locator('[data-test=stop]').click();
    await expect.poll(state).toBe('stopped');
    expect(await page.locator('[data-test=output-6]').count()).toBe(0);
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

  /** Of each tutorial: which block is run, what one of them then says of the network, and which has drawn it. */
  const walks = [
    ['blobs', 6, 5, /\n1\n$/, 6],
    ['circles', 7, 7, /^true true\ntrue\n/, null],
    ['logistic', 3, 3, /^true\n/m, null],
    ['sonar', 4, 4, /^\d+ 0\.7\d\d\n/m, null],
    ['images', 3, 3, /^true\n/m, null],
  ] as const;

  it.each(walks.flatMap((walk) => [['cpu', ...walk] as const, ['gpu', ...walk] as const]))(
    'learns in the page on the %s: %s',
    async (backend, name, last, telling, says, drawn) => {
      const { page, problems } = await visit(browser, site);
      await page.goto(`/tutorials/${name}`);
      if (backend === 'gpu') await page.locator('[data-test=gpu]').click();
      await page.locator(`[data-test=run-${last}]`).click();
      const state = () => page.locator('.live-tools').nth(last).locator('[role=status]').textContent();
      // A GPU in software takes a core for itself, and CI has two.
      await expect.poll(state, { timeout: 150_000, interval: 200 }).toMatch(/done|failed/);
      expect(await page.locator(`[data-test=output-${telling}]`).textContent()).toMatch(says);
      if (drawn !== null) await page.locator(`[data-test=picture-${drawn}] svg`).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    },
    170_000,
  );
});
