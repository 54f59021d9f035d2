import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { startBrowser, type Visit, visit } from './visitor.js';

/** A browser for the tests of a file, whose pages are closed after each of them, and what is read of a playground. */
export function playgrounds() {
  let browser: Browser;
  let opened: Visit[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const { page } of opened) await page.context().close();
    opened = [];
  });
  afterAll(() => browser.close());

  async function open(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
    const one = await visit(browser, inject('site'), options);
    opened.push(one);
    return one;
  }

  /** A playground with the settings of a query. */
  async function start(query = '', options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
    const one = await open(options);
    await one.page.goto(`/playground${query}`);
    await one.page.locator('[data-test=play]').waitFor();
    return one;
  }

  const number = async (page: Page, name: string): Promise<number> =>
    Number(((await page.locator(`[data-test=${name}]`).first().textContent()) ?? '').replaceAll(/[^\d.]/g, ''));

  /** Waits until a number of the page is as wanted. */
  async function until(page: Page, name: string, wanted: (value: number) => boolean): Promise<number> {
    await expect.poll(async () => wanted(await number(page, name)), { timeout: 45_000, interval: 100 }).toBe(true);
    return number(page, name);
  }

  /** Reads something that is drawn or measured a while after it was asked for, until it stays as it is. */
  async function settled<Value>(read: () => Promise<Value>): Promise<Value> {
    let value = await read();
    for (let same = 0; same < 5; ) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      const next = await read();
      same = next === value ? same + 1 : 0;
      value = next;
    }
    return value;
  }

  return { open, start, number, until, settled };
}
