import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { playgrounds } from './playgrounds.js';
import { ahead } from './visitor.js';

const { open, start, number, until, settled } = playgrounds();

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
    const { page, problems } = await start(query);
    await page.locator('[data-test=step]').click();
    await until(page, 'epoch', (epoch) => epoch === 1);
    const before = await settled(() => picture(page));
    await page.locator('[data-test=play]').click();
    await until(page, 'heldout-accuracy', (accuracy) => accuracy >= 95);
    // Easy data are learnt in fewer epochs than change the picture for sure.
    await until(page, 'epoch', (now) => now > 5);
    await page.locator('[data-test=play]').click();
    await expect.poll(() => picture(page)).not.toBe(before);
    await page.locator('[data-test=rewind]').fill('1');
    await until(page, 'epoch', (now) => now === 1);
    await expect.poll(() => picture(page)).toBe(before);
    expect(problems).toEqual([]);
  });

  it('brings everything back from its address', async () => {
    const first = await start();
    await first.page.locator('[data-test=data-moons]').click();
    await first.page.locator('[data-test=add-layer]').click();
    await first.page.locator('[data-test=lr]').selectOption('0.03');
    await first.page.locator('[data-test=threshold]').fill('0.3');
    await first.page.locator('[data-test=compare]').click();
    await first.page.locator('[data-test=step]').click();
    await until(first.page, 'epoch', (epoch) => epoch === 1);
    const { search } = new URL(first.page.url());
    const second = await start(search);
    await second.page.locator('[data-test=step]').click();
    await until(second.page, 'epoch', (epoch) => epoch === 1);
    expect(await second.page.locator('[data-test=lr]').inputValue()).toBe('0.03');
    expect(await second.page.locator('[data-test=threshold]').inputValue()).toBe('0.3');
    const loss = await settled(() => number(first.page, 'train-loss'));
    await expect.poll(() => number(second.page, 'train-loss')).toBe(loss);
    await expect.poll(() => second.page.locator('canvas[data-test=boundary]').count()).toBe(2);
    expect(new URL(second.page.url()).search).toBe(search);
  });

  it('says what is wrong with an address', async () => {
    const { page } = await start('?data=cirles');
    await page.getByText("did you mean 'circles'?").waitFor();
  });

  it('explains a loss that is no number', async () => {
    const { page } = await start(
      '?optimizer=SGD&lr=100&momentum=0.99&loss=BCEWithLogitsLoss&layers=64-ReLU+64-ReLU&penalty=L2&rate=10',
    );
    await page.locator('[data-test=play]').click();
    await page.getByText(/In epoch \d+ the loss became/).waitFor();
  });

  it('trains within two seconds of a cold load, and keeps the frames of an idle page', async () => {
    const { page } = await open();
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
    await page.locator('[data-test=play]').click();
    await page.waitForFunction(
      () => Number(document.querySelector('[data-test=epoch]')?.textContent?.replace(/,/g, '')) > 0,
    );
    // From the beginning of the navigation; on a machine that does other things it says nothing.
    const began = await page.evaluate(() => performance.now());
    if (process.env.KINDLING_QUIET !== undefined) expect(began).toBeLessThanOrEqual(2000);
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
  });

  it('brings at most 120 kB beside what each page has', async () => {
    const { page, transferred } = await open({ still: true });
    await page.goto('/guide/faq');
    await page.waitForLoadState('networkidle');
    const before = transferred(ahead);
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href^="/playground"]')!.click());
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 20);
    await page.locator('[data-test=plot-roc]').waitFor();
    expect(transferred(ahead) - before).toBeGreaterThan(60_000);
    expect(transferred(ahead) - before).toBeLessThanOrEqual(120_000);
  });

  it('takes the threshold along the curves', async () => {
    const { page, problems } = await start('?noise=0.3');
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 50);
    await page.locator('[data-test=play]').click();
    const threshold = () => page.locator('[data-test=threshold]').inputValue();
    for (const name of ['roc', 'pr', 'calibration']) {
      await page.locator(`[data-test=plot-${name}]`).click();
      const canvas = page.locator(`.panel:has([data-test=plot-${name}]) canvas`);
      await expect.poll(() => canvas.getAttribute('aria-label')).toMatch(/ROC|Precision|Calibration/);
      await canvas.scrollIntoViewIfNeeded();
      const box = (await canvas.boundingBox())!;
      const found = new Set<string>();
      await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
      await page.mouse.down();
      for (const [x, y] of [
        [0.3, 0.75],
        [0.5, 0.4],
        [0.7, 0.2],
        [0.9, 0.8],
      ] as const) {
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
        found.add(await threshold());
      }
      await page.mouse.up();
      expect(found.size, name).toBeGreaterThan(1);
      const shared = () => new URL(page.url()).searchParams.get('threshold');
      await expect.poll(async () => shared() === (await threshold())).toBe(true);
    }
    expect(problems).toEqual([]);
  });

  it('moves the surface as often as its picture', async () => {
    const { page } = await start('?n=60');
    await page.locator('[data-test=plot-surface]').click();
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 5);
    const canvas = page.locator('.panel:has([data-test=plot-surface]) canvas');
    await expect.poll(() => canvas.getAttribute('aria-label')).toBe('Probability of class 1');
    /** In how many of the page's frames each of the two canvases is drawn on. */
    const drawn = await page.evaluate(async () => {
      const [surface, field] = ['.panel:has([data-test=plot-surface]) canvas', 'canvas[data-test=boundary]'].map(
        (name) => document.querySelector<HTMLCanvasElement>(name)!,
      );
      const counts = { frames: 0, surface: 0, field: 0 };
      let touched = new Set<unknown>();
      const { beginPath } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.beginPath = function (this: CanvasRenderingContext2D) {
        touched.add(this.canvas);
        beginPath.call(this);
      };
      const end = performance.now() + 2000;
      while (performance.now() < end) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        counts.frames++;
        if (touched.has(surface)) counts.surface++;
        if (touched.has(field)) counts.field++;
        touched = new Set();
      }
      CanvasRenderingContext2D.prototype.beginPath = beginPath;
      return counts;
    });
    // Thirty of sixty on a machine that does nothing else.
    const share = drawn.surface / drawn.field;
    expect(share, JSON.stringify(drawn)).toBeGreaterThan(process.env.KINDLING_QUIET === undefined ? 0.2 : 0.85);
    if (process.env.KINDLING_QUIET !== undefined) expect(drawn.field / drawn.frames).toBeGreaterThanOrEqual(0.45);
  });

  it('shows a step in numbers, a band over seeds, pinned runs, and the network as code', async () => {
    const { page, problems } = await start('?layers=3-Tanh');
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
    const { page } = await start('?data=blobs&n=60&layers=4-Tanh');
    await page.locator('[data-test=play]').click();
    await page.locator('[data-test=pace-cpu]').waitFor();
    await page.locator('[data-test=gpu]').click();
    await page.locator('[data-test=pace-gpu]').waitFor({ timeout: 60_000 });
    expect(await page.locator('[data-test=pace-cpu]').count()).toBe(1);
  });

  it('goes back to where one came from', async () => {
    const one = await open({ still: true });
    await one.page.goto('/guide/start');
    await one.page.getByRole('link', { name: 'Playground' }).first().click();
    await one.page.locator('[data-test=data-xor]').click();
    await one.page.goBack();
    await expect.poll(() => new URL(one.page.url()).pathname).toMatch(/guide\/start/);
    expect(one.problems).toEqual([]);
  });
});
