import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type Visit, visit } from './visitor.js';

const site = inject('site');
let browser: Browser;
let open: Visit[] = [];
beforeAll(async () => {
  browser = await startBrowser();
});
afterEach(async () => {
  for (const { page } of open) await page.context().close();
  open = [];
});
afterAll(() => browser.close());

async function playground(query = '', options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const one = await visit(browser, site, options);
  open.push(one);
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

const picture = async (page: Page): Promise<string> => {
  const data = await page
    .locator('canvas[data-test=boundary]')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  return createHash('sha1').update(data).digest('hex');
};

describe('the playground', () => {
  it.each([
    ['cpu', '?noise=0.05'],
    ['gpu', '?data=blobs&lr=0.1&n=60&layers=4-Tanh&backend=gpu'],
  ])('learns on the %s, and rewinds to the earlier picture', async (_, query) => {
    const { page, problems } = await playground(query);
    await page.locator('[data-test=step]').click();
    await until(page, 'epoch', (epoch) => epoch === 1);
    await page.waitForTimeout(500);
    const before = await picture(page);
    await page.locator('[data-test=play]').click();
    await until(page, 'heldout-accuracy', (accuracy) => accuracy >= 95);
    // Easy data are learnt in fewer epochs than change the picture for sure.
    await until(page, 'epoch', (now) => now > 5);
    await page.locator('[data-test=play]').click();
    expect(await picture(page)).not.toBe(before);
    await page.locator('[data-test=rewind]').fill('1');
    await until(page, 'epoch', (now) => now === 1);
    await expect.poll(() => picture(page), { timeout: 10_000 }).toBe(before);
    expect(problems).toEqual([]);
  });

  it('brings everything back from its address', async () => {
    const first = await playground();
    await first.page.locator('[data-test=data-moons]').click();
    await first.page.locator('[data-test=add-layer]').click();
    await first.page.locator('[data-test=lr]').selectOption('0.03');
    await first.page.locator('[data-test=threshold]').fill('0.3');
    await first.page.locator('[data-test=compare]').click();
    await first.page.locator('[data-test=step]').click();
    await until(first.page, 'epoch', (epoch) => epoch === 1);
    const { search } = new URL(first.page.url());
    const second = await playground(search);
    await second.page.locator('[data-test=step]').click();
    await until(second.page, 'epoch', (epoch) => epoch === 1);
    expect(await second.page.locator('[data-test=lr]').inputValue()).toBe('0.03');
    expect(await second.page.locator('[data-test=threshold]').inputValue()).toBe('0.3');
    expect(await number(second.page, 'train-loss')).toBe(await number(first.page, 'train-loss'));
    expect(await second.page.locator('canvas[data-test=boundary]').count()).toBe(2);
    expect(new URL(second.page.url()).search).toBe(search);
  });

  it('says what is wrong with an address', async () => {
    const { page } = await playground('?data=cirles');
    await page.getByText("did you mean 'circles'?").waitFor();
  });

  it('takes a CSV file, and says what is wrong with one', async () => {
    const { page, problems } = await playground();
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${Math.sin(i)},${Math.cos(i * 1.7)},${i % 2 === 0 ? 'cat' : 'dog'}`,
    );
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('[data-test=csv]').setInputFiles(file('own.csv', `height,weight,kind\n${rows.join('\n')}\n`));
    await page.getByText('own.csv: 60 rows, class 1 is “dog”').waitFor();
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 10);
    await page.locator('[data-test=csv]').setInputFiles(file('bad.csv', 'a,b\n1,2\n'));
    await page.getByText('bad.csv has').waitFor();
    expect(problems).toEqual([]);
  });

  it('explains a loss that is no number', async () => {
    const { page } = await playground(
      '?optimizer=SGD&lr=100&momentum=0.99&loss=BCEWithLogitsLoss&layers=64-ReLU+64-ReLU&penalty=L2&rate=10',
    );
    await page.locator('[data-test=play]').click();
    await page.getByText(/In epoch \d+ the loss became/).waitFor();
  });

  it('exports programs, and draws points by the keyboard', async () => {
    const { page, problems } = await playground('?layers=3-Tanh');
    const code = () => page.locator('[data-test=code]').textContent();
    await page.locator('[data-test=more-export]').click();
    await page.locator('[data-test=typescript]').click();
    await expect.poll(code).toContain('new Linear(2, 3),');
    await page.locator('[data-test=pytorch]').click();
    await expect.poll(code).toContain('nn.Linear(2, 3),');
    await page.locator('[data-test=draw]').click();
    const { search } = new URL(page.url());
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search).not.toBe(search);
    expect(problems).toEqual([]);
  });

  it('trains within two seconds of a cold load, and keeps the frames of an idle page', async () => {
    const { page } = await visit(browser, site);
    const frames = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let count = 0;
            const end = performance.now() + 1500;
            const next = (now: number): void => {
              count++;
              if (now < end) requestAnimationFrame(next);
              else resolve(count);
            };
            requestAnimationFrame(next);
          }),
      );
    await page.goto('/playground');
    await page.locator('[data-test=play]').waitFor();
    await until(page, 'epoch', (epoch) => epoch === 0);
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 20);
    // 50 of an idle page's 60, on a machine that does nothing else; one that is shared out gives a page that draws fewer.
    const wanted = process.env.KINDLING_QUIET === undefined ? 0.15 : 50 / 60;
    // What else the machine does while they are counted is no fault of the page: one good try will do.
    let best = 0;
    for (let attempt = 0; attempt < 4 && best < wanted; attempt++) {
      const busy = await frames();
      await page.locator('[data-test=play]').click();
      const idle = await frames();
      await page.locator('[data-test=play]').click();
      best = Math.max(best, busy / idle);
    }
    expect(best).toBeGreaterThanOrEqual(wanted);
    await page.context().close();
  });

  it('brings at most 143 kB beside what each page has', async () => {
    const { page, transferred } = await visit(browser, site, { still: true });
    await page.goto('/guide/faq');
    await page.waitForLoadState('networkidle');
    const before = transferred();
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href^="/playground"]')!.click());
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 20);
    await page.locator('[data-test=plot-roc]').waitFor();
    expect(transferred() - before).toBeGreaterThan(60_000);
    // The aim is 120: 60 are the page's with its plots, and 81 the worker's, most of them the backend.
    expect(transferred() - before).toBeLessThanOrEqual(143_000);
    await page.context().close();
  });

  it('learns the digits, and images of one’s own', async () => {
    const { page, problems } = await playground();
    await page.locator('[data-test=data-digits]').click();
    await page.getByText('digits: 357 rows, class 1 is “8”').waitFor();
    await page.locator('[data-test=play]').click();
    await until(page, 'heldout-accuracy', (accuracy) => accuracy >= 85);
    expect(new URL(page.url()).search).toContain('source=digits');
    await page.locator('[data-test=images]').click();
    const images = async (dark: boolean) =>
      Promise.all(
        Array.from({ length: 6 }, async (_, i) => {
          const url = await page.evaluate(
            ([dark, i]) => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 20, height: 30 });
              const context = canvas.getContext('2d')!;
              context.fillStyle = dark ? '#223' : '#eed';
              context.fillRect(0, 0, 20, 30);
              context.fillStyle = '#888';
              context.fillRect(2 * Number(i), 8 + Number(i), 6, 9);
              return canvas.toDataURL();
            },
            [dark, i] as const,
          );
          return { name: `${i}.png`, mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1]!, 'base64') };
        }),
      );
    await page.locator('[data-test=images-0]').setInputFiles(await images(true));
    await page.locator('[data-test=images-1]').setInputFiles(await images(false));
    await page.getByText('your images: 12 rows, class 1 is “second”').waitFor();
    const text = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no image') };
    await page.locator('[data-test=images-1]').setInputFiles(Array.from({ length: 6 }, () => text));
    await page.getByText('a.png is no image').waitFor();
    expect(problems).toEqual([]);
  });

  it('shows a step in numbers, a band over seeds, pinned runs, and the network as code', async () => {
    const { page, problems } = await playground('?layers=3-Tanh');
    await page.locator('[data-test=more-step]').click();
    await page.locator('[data-test=dissect]').click();
    await page.locator('[data-test=dissected]').waitFor();
    expect(await number(page, 'loss-after')).toBeLessThan(await number(page, 'loss-before'));
    await page.locator('[data-test=more-pins]').click();
    await page.locator('[data-test=step]').click();
    await until(page, 'epoch', (epoch) => epoch === 2);
    await page.locator('[data-test=pin-run]').click();
    await page.locator('[data-test=pin]').waitFor();
    await page.locator('[data-test=more-sweep]').click();
    await page.locator('[data-test=sweep-start]').click();
    await page.getByText('8 of 8 seeds').waitFor({ timeout: 60_000 });
    await page.locator('[data-test=more-code]').click();
    await page.locator('[data-test=network-code] .cm-content').fill('new Linear(2, 7), new ReLU(), new Linear(7, 1)');
    await page.locator('[data-test=use-code]').click();
    await expect.poll(() => number(page, 'units-0')).toBe(7);
    await page.locator('[data-test=network-code] .cm-content').fill('new Linear(2, 7), new Rely(), new Linear(7, 1)');
    await page.locator('[data-test=use-code]').click();
    await expect.poll(() => page.locator('[data-test=code-problem]').textContent()).toContain("did you mean 'ReLU'?");
    expect(problems).toEqual([]);
  });

  it('measures the steps a second of CPU and GPU', async () => {
    const { page } = await playground('?data=blobs&n=60&layers=4-Tanh');
    await page.locator('[data-test=play]').click();
    await page.locator('[data-test=pace-cpu]').waitFor();
    await page.locator('[data-test=gpu]').click();
    await page.locator('[data-test=pace-gpu]').waitFor({ timeout: 60_000 });
    expect(await page.locator('[data-test=pace-cpu]').count()).toBe(1);
  });

  it('goes back to where one came from', async () => {
    const one = await visit(browser, site, { still: true });
    open.push(one);
    await one.page.goto('/guide/start');
    await one.page.getByRole('link', { name: 'Playground' }).first().click();
    await one.page.locator('[data-test=data-xor]').click();
    await one.page.goBack();
    await expect.poll(() => new URL(one.page.url()).pathname).toMatch(/guide\/start/);
    expect(one.problems).toEqual([]);
  });
});
