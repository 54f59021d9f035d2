import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { fromQuery } from '../playground/address.js';
import { playgrounds } from './playgrounds.js';

const { open, start, until, settled } = playgrounds();

/** Moves a slider of the data, and gives the points that are there then, which the address has once they may be drawn on. */
async function pointsAfter(page: Page, slider: string, value: string) {
  await page.locator('[data-test=data-circles]').click();
  await page.locator('[data-test=step]').click();
  await until(page, 'epoch', (epoch) => epoch === 1);
  await page.locator(`[data-test=${slider}]`).fill(value);
  // Other data are learnt from the start.
  await until(page, 'epoch', (epoch) => epoch === 0);
  await page.locator('[data-test=draw]').click();
  const shared = () => fromQuery(new URL(page.url()).search).points;
  await expect.poll(() => shared()?.labels.length).toBe(200);
  return shared()!;
}

/** How often a canvas is drawn on while some frames of the page go by, and how many of those there are. */
const drawn = (page: Page, selector: string, milliseconds: number) =>
  page.evaluate(
    async ([selector, milliseconds]) => {
      const canvas = document.querySelector(selector as string);
      let touched = false;
      const counts = { frames: 0, drawn: 0 };
      const { drawImage } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.drawImage = function (this: CanvasRenderingContext2D, ...all: never[]) {
        touched ||= this.canvas === canvas;
        (drawImage as (...all: never[]) => void).apply(this, all);
      } as typeof drawImage;
      for (const end = performance.now() + Number(milliseconds); performance.now() < end; ) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        counts.frames++;
        if (touched) counts.drawn++;
        touched = false;
      }
      CanvasRenderingContext2D.prototype.drawImage = drawImage;
      return counts;
    },
    [selector, milliseconds] as const,
  );

describe('ways into the playground', () => {
  it('a challenge is done when it is, and the meter says in words how it goes', async () => {
    const { page, problems } = await start();
    await page.getByRole('button', { name: 'Bend the line' }).click();
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 20);
    // A line does not do it.
    expect(await page.getByText('Done. That is it.').count()).toBe(0);
    const verdict = () => page.locator('[data-test=verdict]').textContent();
    await expect.poll(verdict, { timeout: 30_000 }).toMatch(/underfit|too small|learn/i);
    await page.locator('[data-test=add-layer]').click();
    await page.getByText('Done. That is it.').waitFor({ timeout: 60_000 });
    expect(await page.locator('[data-test=verdict]').textContent()).not.toBe('');
    expect(problems).toEqual([]);
  });

  it('units show what they respond to, and the gradients have a curve', async () => {
    const { page } = await start('?layers=3-Tanh');
    const unit = () =>
      page
        .getByRole('img', { name: 'What unit 2 of layer 1 responds to' })
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    await page.locator('[data-test=step]').click();
    await until(page, 'epoch', (epoch) => epoch === 1);
    const before = await settled(unit);
    await page.locator('[data-test=plot-gradient]').click();
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 100);
    await expect.poll(unit).not.toBe(before);
    const curve = page.locator('.panel:has([data-test=plot-gradient]) canvas');
    await expect.poll(() => curve.getAttribute('aria-label')).toBe('Norm of the gradient');
  });

  it('the sliders of noise and of class 1 change the data', async () => {
    const { page, problems } = await start('?n=200');
    /** How much the points of class 1, the inner circle, differ in how far out they are, as a share of that. */
    const spread = ({ xy, labels }: { xy: readonly number[]; labels: readonly number[] }) => {
      const far = labels.flatMap((label, i) => (label === 1 ? [Math.hypot(xy[2 * i]!, xy[2 * i + 1]!)] : []));
      const mean = far.reduce((sum, value) => sum + value, 0) / far.length;
      return Math.sqrt(far.reduce((sum, value) => sum + (value - mean) ** 2, 0) / far.length) / mean;
    };
    const clean = await pointsAfter(page, 'noise', '0');
    expect(spread(clean)).toBeLessThan(0.05);
    const noisy = await pointsAfter(page, 'noise', '0.4');
    expect(spread(noisy)).toBeGreaterThan(0.25);
    const ones = ({ labels }: { labels: readonly number[] }) => labels.filter((label) => label === 1).length;
    expect(ones(noisy)).toBe(100);
    expect(ones(await pointsAfter(page, 'balance', '0.9'))).toBe(180);
    expect(problems).toEqual([]);
  });

  it('points are painted, erased, and shared', async () => {
    const { page, problems } = await start('?n=40');
    await page.locator('[data-test=draw]').click();
    const points = () => new URL(page.url()).searchParams.get('points')?.length ?? 0;
    await expect.poll(points).toBeGreaterThan(0);
    const before = points();
    const picture = page.getByRole('application');
    await picture.click({ position: { x: 12, y: 12 } });
    await expect.poll(points).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Erase' }).click();
    await picture.click({ position: { x: 12, y: 12 } });
    await expect.poll(points).toBe(before);
    expect(problems).toEqual([]);
  });
});

describe('less motion', () => {
  it('training is a row of stills, and nothing glides', async () => {
    const shares: number[] = [];
    for (const still of [false, true]) {
      const { page } = await start('?n=60', { still });
      await page.locator('[data-test=play]').click();
      await until(page, 'epoch', (epoch) => epoch > 5);
      const counts = await drawn(page, 'canvas[data-test=boundary]', 3000);
      // Two a second.
      if (still) expect(counts.drawn).toBeLessThanOrEqual(7);
      expect(counts.drawn).toBeGreaterThan(1);
      shares.push(counts.drawn / counts.frames);
      await page.locator('[data-test=gpu]').hover();
      const gliding = await page.evaluate(() => document.getAnimations().length);
      if (still) expect(gliding).toBe(0);
    }
    expect(shares[1]!).toBeLessThan(shares[0]! / 2);
  });

  it('the front page waits to be asked', async () => {
    const { page, problems } = await open({ still: true });
    await page.goto('/');
    const epoch = () => page.locator('[data-test=hero-epoch]').textContent();
    await expect.poll(epoch, { timeout: 30_000 }).toBe('0');
    await page.waitForTimeout(1000);
    expect(await epoch()).toBe('0');
    await page.locator('[data-test=hero-play]').click();
    await expect.poll(epoch, { timeout: 30_000 }).not.toBe('0');
    expect(problems).toEqual([]);
  });
});
